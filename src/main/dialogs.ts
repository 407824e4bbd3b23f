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

const { interchange, sheet, importing } = messages;

/** What the reader can be asked for: the words of the dialog and the files that it shows first. */
export const openable = {
  annotations: {
    title: interchange.openDialog,
    kind: { name: interchange.openFileType, extensions: ['jsonld', 'json'] },
    anyKind: interchange.anyFileType,
  },
  /** Ledgers that come back filled in, and archives of them. */
  sheet: {
    title: sheet.importing.openDialog,
    kind: { name: sheet.importing.openFileType, extensions: ['xlsx', 'xlsm', 'zip'] },
    anyKind: sheet.importing.anyFileType,
  },
  document: {
    title: importing.choosing.title,
    kind: {
      name: importing.choosing.documents,
      extensions: ['docx', 'pdf', 'txt', 'html', 'htm', 'md', 'markdown'],
    },
    anyKind: importing.choosing.anyFile,
  },
} as const satisfies Record<string, Openable>;

interface Openable {
  title: string;
  kind: { name: string; extensions: readonly string[] };
  anyKind: string;
}

/** A file of others to be read, of the kind or any; `undefined` when the reader thinks better of it. */
export async function chooseFileToOpen(window: BrowserWindow, openable: Openable): Promise<string | undefined> {
  return (await askForFiles(window, openable, ['openFile']))[0];
}

/** As `chooseFileToOpen`, of any number of files. */
export function chooseFilesToOpen(window: BrowserWindow, openable: Openable): Promise<readonly string[]> {
  return askForFiles(window, openable, ['openFile', 'multiSelections']);
}

async function askForFiles(
  window: BrowserWindow,
  { title, kind, anyKind }: Openable,
  properties: ('openFile' | 'multiSelections')[],
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    defaultPath: app.getPath('documents'),
    filters: [
      { name: kind.name, extensions: [...kind.extensions] },
      { name: anyKind, extensions: ['*'] },
    ],
    properties,
  });
  return canceled ? [] : filePaths;
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
export function confirmLoss(window: BrowserWindow, unsaved: number, areDrafted: boolean): Promise<boolean> {
  const words = messages.application.closing;
  const detail = areDrafted ? words.draftedDetail : words.unsavedDetail;
  return warn(window, { message: words.unsaved(unsaved), detail, stay: words.stay, goOn: words.closeAnyway });
}

/** Asks whether to close the window though saving has not come to an end; withdrawn when `signal` aborts. */
export function confirmLeaving(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const words = messages.application.closing;
  const { saving: message, savingDetail: detail, wait: stay, closeAnyway: goOn } = words;
  return warn(window, { message, detail, stay, goOn, signal });
}

/** Asks whether to load a page again that does not answer any more; withdrawn when `signal` aborts. */
export function confirmReload(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { question: message, detail, wait: stay, reload: goOn } = messages.application.unresponsive;
  return warn(window, { message, detail, stay, goOn, signal });
}

/** Asks whether to load once more a page that has ended several times by itself; otherwise the window closes. */
export async function confirmAgain(window: BrowserWindow): Promise<boolean> {
  const { question: message, detail, reload: stay, close: goOn } = messages.application.endsAgain;
  return !(await warn(window, { message, detail, stay, goOn }));
}

interface Warning {
  message: string;
  detail: string;
  /** The answer that changes nothing; closing the question counts as it. */
  stay: string;
  goOn: string;
  signal?: AbortSignal;
}

/** Resolves to whether the reader goes on all the same. */
async function warn(window: BrowserWindow, { stay, goOn, ...question }: Warning): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    ...question,
    type: 'warning',
    buttons: [stay, goOn],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
