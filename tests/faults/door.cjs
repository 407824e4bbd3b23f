/*
 * Loaded into the main process of the real program before its own code (`electron -r`), by the fault tests alone: tells the
 * test what was acknowledged to the page, does what the test asks for, and brings in the fault that a control needs.
 */
const { createHash } = require('node:crypto');
const files = require('node:fs/promises');
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
  files.open(process.execPath).then(async (file) => {
    Object.getPrototypeOf(file).sync = async () => undefined;
    await file.close();
  });
  files.rename = async (from, to) => {
    const content = await files.readFile(from);
    const file = await files.open(to, 'w');
    const part = 512;
    for (let at = 0; at < content.length; at += part) {
      await file.write(content.subarray(at, at + part));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await file.close();
    await files.unlink(from);
  };
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
