/*
 * Loaded into the main process of the real program before its own code (`electron -r`), by the fault tests alone: tells the
 * test what was acknowledged to the page, does what the test asks for, and brings in the fault that a control needs.
 */
const { createHash } = require('node:crypto');
const files = require('node:fs');
const filePromises = require('node:fs/promises');
const electron = require('electron');

const fault = process.env.PLAN_READER_FAULT;
const window = () => electron.BrowserWindow.getAllWindows()[0];
const tell = (message) => process.send?.(message);

const { handle } = electron.ipcMain;
electron.ipcMain.handle = (name, listener) =>
  handle.call(electron.ipcMain, name, async (event, input) => {
    // What an earlier page typed is withheld from the next one.
    if (fault === 'no drafts' && name === 'drafts.list') return { ok: true, value: [] };
    const answer = await listener(event, input);
    if (answer.ok && name === 'annotations.change') {
      const { id, rev, body } = answer.value;
      tell({ saved: { id, rev, hash: createHash('sha256').update(body).digest('hex') } });
    }
    if (answer.ok && name === 'drafts.write') tell({ drafted: { id: input.id, length: input.body.length } });
    return answer;
  });

if (fault === 'in place') {
  // Saves as a careless program does: over the old file, part by part as onto a slow stick, and without waiting for the disk.
  filePromises.open(process.execPath).then(async (file) => {
    Object.getPrototypeOf(file).sync = async () => undefined;
    await file.close();
  });
  const timer = new Int32Array(new SharedArrayBuffer(4));
  files.renameSync = (from, to) => {
    const content = files.readFileSync(from);
    const file = files.openSync(to, 'w');
    const part = 512;
    for (let at = 0; at < content.length; at += part) {
      files.writeSync(file, content.subarray(at, at + part));
      Atomics.wait(timer, 0, 0, 1);
    }
    files.closeSync(file);
    files.unlinkSync(from);
  };
  filePromises.rename = async (from, to) => files.renameSync(from, to);
}

const actions = {
  page: (script) => window().webContents.executeJavaScript(script),
  type: (text) => window().webContents.insertText(text),
  compose: async (text) => {
    const { debugger: session } = window().webContents;
    if (!session.isAttached()) session.attach('1.3');
    const at = { selectionStart: text.length, selectionEnd: text.length };
    await session.sendCommand('Input.imeSetComposition', { text, ...at });
  },
  crash: () => window().webContents.forcefullyCrashRenderer(),
  close: () => window().close(),
};

process.on('message', async ({ number, action, value }) => {
  try {
    tell({ number, answer: await actions[action](value) });
  } catch (error) {
    tell({ number, error: String(error) });
  }
});

electron.app.on('web-contents-created', (_event, contents) => {
  contents.on('did-finish-load', () => tell({ loaded: true }));
});
