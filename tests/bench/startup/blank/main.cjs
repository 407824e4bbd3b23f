/* The least that Electron can show: one sandboxed window with an empty page, made as the reader makes its own. */
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  await window.loadFile(join(__dirname, 'index.html'));
});
