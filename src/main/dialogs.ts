import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { messages } from '#messages/zh-CN';

/** Asks before the system opens an address, and shows where it really leads: the host, not the words of the link. */
export async function confirmLink(window: BrowserWindow, url: URL): Promise<boolean> {
  const words = messages.application.links;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.question,
    detail: words.target(url.protocol === 'mailto:' ? url.pathname : url.host, url.href),
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** A folder of the reader's choice; `undefined` when they think better of it. */
export async function chooseFolder(window: BrowserWindow, startAt: string): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: messages.application.chooseFolder,
    defaultPath: startAt,
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
}

/** A file with annotations of others; `undefined` when the reader thinks better of it. */
export async function chooseAnnotationFile(window: BrowserWindow): Promise<string | undefined> {
  const words = messages.interchange;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.openDialog,
    defaultPath: app.getPath('documents'),
    filters: [
      { name: words.openFileType, extensions: ['jsonld', 'json'] },
      { name: words.anyFileType, extensions: ['*'] },
    ],
    properties: ['openFile'],
  });
  return canceled ? undefined : filePaths[0];
}

/** Where to save a file of this kind, proposing this name; `undefined` when the reader thinks better of it. */
export async function chooseFile(
  window: BrowserWindow,
  fileName: string,
  kind: FileFilter,
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: messages.exporting.saveDialog,
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [kind],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/**
 * Asks whether to close the window though so many annotations could not be saved. `areDrafted`: what was typed is kept in
 * drafts all the same.
 */
export async function confirmLoss(window: BrowserWindow, unsaved: number, areDrafted: boolean): Promise<boolean> {
  const words = messages.application.closing;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.unsaved(unsaved),
    detail: areDrafted ? words.draftedDetail : words.unsavedDetail,
    buttons: [words.stay, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** Asks whether to close the window though saving has not come to an end; withdrawn when `signal` aborts. */
export async function confirmLeaving(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const words = messages.application.closing;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.saving,
    detail: words.savingDetail,
    buttons: [words.wait, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1;
}

/** Asks whether to load a page again that does not answer any more; withdrawn when `signal` aborts. */
export async function confirmReload(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const words = messages.application.unresponsive;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.question,
    detail: words.detail,
    buttons: [words.wait, words.reload],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1;
}

/** Asks whether to load once more a page that has ended several times by itself; otherwise the window closes. */
export async function confirmAgain(window: BrowserWindow): Promise<boolean> {
  const words = messages.application.endsAgain;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.question,
    detail: words.detail,
    buttons: [words.reload, words.close],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
