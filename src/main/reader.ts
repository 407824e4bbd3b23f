import { hostname } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, session, shell } from 'electron';
import { ulid } from 'ulid';
import { pageGeometry } from '#core/report/page-geometry';
import type { Handlers } from '#ipc/contract';
import type { EventName, EventPayloads } from '#ipc/events';
import { messages } from '#messages/zh-CN';
import { serveApp } from './app-protocol.ts';
import { flushBeforeClose } from './closing.ts';
import { startDailyWork } from './daily-work.ts';
import {
  chooseFile,
  chooseFilesToOpen,
  chooseFileToOpen,
  chooseFolder,
  confirmAgain,
  confirmLeaving,
  confirmLink,
  confirmLoss,
  confirmReload,
  openable,
} from './dialogs.ts';
import { createFileMaker } from './export/make-in-thread.ts';
import { createPdfMaker } from './export/pdf.ts';
import { printOnPaper } from './export/print-page.ts';
import { createReportPages, type ReportPages, reportUrl } from './export/report-pages.ts';
import { reportStyleSheet, reportStyles } from './export/report-style-sheet.ts';
import { createSavedFiles } from './export/saved-files.ts';
import { type Folders, locateFolders } from './folders.ts';
import { createFullScreen } from './full-screen.ts';
import { createCellReaders } from './import/cell.ts';
import { createReadings } from './import/readings.ts';
import { createRequestedFile, filesOfCommandLine, type RequestedFile } from './import/requested-files.ts';
import { annotationHandlers } from './ipc/handlers/annotations.ts';
import { applicationHandlers } from './ipc/handlers/application.ts';
import { comparisonHandlers } from './ipc/handlers/comparison.ts';
import { documentsHandlers } from './ipc/handlers/documents.ts';
import { draftHandlers } from './ipc/handlers/drafts.ts';
import { exportHandlers } from './ipc/handlers/export.ts';
import { importDraftHandlers } from './ipc/handlers/import-drafts.ts';
import { interchangeHandlers } from './ipc/handlers/interchange.ts';
import { libraryHandlers } from './ipc/handlers/library.ts';
import { notesFolderHandlers } from './ipc/handlers/notes-folder.ts';
import { readSectionsHandlers } from './ipc/handlers/read-sections.ts';
import { readingHandlers } from './ipc/handlers/reading.ts';
import { recycleBinHandlers } from './ipc/handlers/recycle-bin.ts';
import { settingsHandlers } from './ipc/handlers/settings.ts';
import { sheetHandlers } from './ipc/handlers/sheet.ts';
import { snapshotHandlers } from './ipc/handlers/snapshots.ts';
import { registerOperations } from './ipc/register.ts';
import { createSavingTracker, type SavingTracker } from './ipc/saving.ts';
import { createMenu, installTextMenu, type MenuOptions, type ProgramMenu } from './menu.ts';
import { reloadBrokenPage } from './page-recovery.ts';
import { guardSession } from './session-guard.ts';
import { nodeFileSystem } from './storage/file-system.ts';
import { openStorage, type Storage } from './storage/open-storage.ts';
import { watchNotes } from './watch-notes.ts';
import { applyTheme, createMainWindow, homeAddress, isReaderPage } from './window.ts';
import { windowStateOf } from './window-state.ts';

/** The composition root: the only function that knows every part of the main process. */
export async function startReader(): Promise<void> {
  const openedEarly = collectOpenedFiles();
  const folders = await locateFolders();
  const storage = openStorage({ folders, now: () => new Date(), newId: ulid, device: hostname() });
  const [settings, windowState] = await Promise.all([
    storage.settings.read(),
    storage.windowState.read(),
    app.whenReady(),
  ]);
  const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const reports = createReportPages();
  guardSession(session.defaultSession, developmentUrl);
  serveApp(session.defaultSession.protocol, folders.renderer, reports.get);

  const home = homeAddress(developmentUrl);
  const window = createMainWindow({
    state: windowState,
    theme: settings.ok ? settings.value.settings.theme : 'system',
    title: messages.application.name,
    home,
    icon: join(folders.resources, 'icons/icon.png'),
  });
  const send: Send = (name, payload) => {
    if (!window.isDestroyed()) window.webContents.send(name, payload);
  };
  const program = programOf(window);
  const requestedFile = watchRequestedFiles(window, openedEarly(), () => send('fileRequested', null));
  const menu = installMenus(window, { send: (command) => send('command', command), ...program });
  const saving = createSavingTracker();
  const handlers: Handlers = {
    ...storageHandlers(storage),
    ...notesFolderHandlers({
      dataFolder: storage.dataFolder,
      showOpenDialog: (startAt) => chooseFolder(window, startAt),
      openPath: shell.openPath,
    }),
    ...importHandlers(window, storage, { renderer: folders.renderer, developmentUrl, requestedFile, send }),
    ...fileHandlers(window, storage, { reports, folders, send }),
    ...applicationHandlers({
      version: app.getVersion(),
      copyText: (text) => clipboard.writeText(text),
      confirmLink: (url) => confirmLink(window, url),
      openExternal: (address) => shell.openExternal(address),
      flushed: flushBeforeClose(window, {
        requestFlush: () => send('flush', null),
        settle: () => settle(window, storage, saving),
        confirmLoss: async (unsaved) => confirmLoss(window, unsaved, await storage.drafts.flush()),
        confirmLeaving: (signal) => confirmLeaving(window, signal),
      }),
      nameSteps: menu.nameSteps,
      ...program,
    }),
  };
  registerOperations(saving.watch(handlers), ({ senderFrame }) => isReaderPage(window, home, senderFrame));
  watchNotes(window, storage, send);
  // A hidden print window must not count as the last one.
  window.on('closed', () => app.quit());
  window.on(
    'closed',
    startDailyWork(storage, (error) => send('snapshotFailed', error)),
  );
  reloadBrokenPage(
    window,
    (signal) => confirmReload(window, signal),
    () => confirmAgain(window),
  );
}

/** What menus and page can ask of the window as a whole. */
function programOf(window: BrowserWindow) {
  const fullScreen = createFullScreen(window);
  return {
    toggleFullScreen: fullScreen.toggle,
    fillScreen: fullScreen.fill,
    quit: () => app.quit(),
  };
}

/** The operations that need nothing but what is stored. */
function storageHandlers(storage: Storage) {
  return {
    ...libraryHandlers(storage),
    ...annotationHandlers(storage),
    ...draftHandlers(storage),
    ...snapshotHandlers(storage),
    ...recycleBinHandlers({ ...storage, now: () => new Date() }),
    ...settingsHandlers(storage, applyTheme),
    ...readSectionsHandlers(storage),
  };
}

function installMenus(window: BrowserWindow, program: Omit<MenuOptions, 'platform'>): ProgramMenu {
  const menu = createMenu({ platform: process.platform, ...program });
  // Nobody opens a menu before there is something to see.
  window.once('ready-to-show', menu.install);
  installTextMenu(window);
  return menu;
}

/** macOS names the file with which the program is started before it is ready. The result stops collecting and gives them. */
function collectOpenedFiles(): () => string[] {
  const paths: string[] = [];
  const collect = (event: { preventDefault: () => void }, path: string) => {
    event.preventDefault();
    paths.unshift(path);
  };
  app.on('open-file', collect);
  return () => {
    app.off('open-file', collect);
    return paths;
  };
}

/** Files that the system wants opened: by the command line, of this start or of a later one, or by macOS. */
function watchRequestedFiles(
  window: BrowserWindow,
  openedEarly: readonly string[],
  onRequest: () => void,
): RequestedFile {
  const requested = createRequestedFile(onRequest);
  const application = app.isPackaged ? {} : { application: app.getAppPath() };
  requested.put([...openedEarly, ...filesOfCommandLine(process.argv, { folder: process.cwd(), ...application })]);
  app.on('second-instance', (_event, commandLine, folder) => {
    show(window);
    requested.put(filesOfCommandLine(commandLine, { folder, ...application }));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    requested.put([path]);
  });
  return requested;
}

type Send = <Name extends EventName>(name: Name, payload: EventPayloads[Name]) => void;

/** Everything about files that leave the program, or come from others. */
function fileHandlers(
  window: BrowserWindow,
  storage: Storage,
  { reports, folders, send }: { reports: ReportPages; folders: Folders; send: Send },
) {
  const { renderer, fileThread } = folders;
  const savedFiles = createSavedFiles();
  const now = () => new Date();
  const { comparison, exporting, interchange } = messages;
  return {
    ...exportHandlers({
      ...storage,
      pages: reports,
      savedFiles,
      styleSheet: () => reportStyleSheet(renderer),
      styles: () => reportStyles(renderer),
      makePdf: createPdfMaker(reports),
      makeFile: createFileMaker(fileThread),
      printOnPaper: (page) => printOnPaper(reportUrl(page.id), pageGeometry[page.layout]),
      showSaveDialog: (fileName, kind) =>
        chooseFile(window, fileName, {
          name: exporting.fileTypes[kind],
          extensions: [kind],
        }),
      showItemInFolder: (path) => shell.showItemInFolder(path),
      sendProgress: (report, progress) => send('exportProgress', { report, progress }),
      now,
    }),
    ...interchangeHandlers({
      ...storage,
      savedFiles,
      fileSystem: nodeFileSystem,
      showOpenDialog: () => chooseFileToOpen(window, openable.annotations),
      showSaveDialog: (fileName) =>
        chooseFile(window, fileName, { name: interchange.fileType, extensions: ['jsonld'] }),
      now,
    }),
    ...comparisonHandlers({
      ...storage,
      savedFiles,
      pages: reports,
      styleSheet: () => reportStyleSheet(renderer),
      showSaveDialog: (fileName) => chooseFile(window, fileName, { name: comparison.fileType, extensions: ['csv'] }),
      now,
    }),
  };
}

/** Documents and workbooks of others on their way into the library and the ledger. */
function importHandlers(
  window: BrowserWindow,
  { documents, importDrafts, fileSystem }: Storage,
  {
    send,
    requestedFile,
    renderer,
    developmentUrl,
  }: { renderer: string; developmentUrl: string | undefined; requestedFile: RequestedFile; send: Send },
) {
  const cells = createCellReaders({ renderer, ...(developmentUrl === undefined ? {} : { developmentUrl }) });
  const readings = createReadings({
    read: cells.document,
    fileSystem,
    newId: ulid,
    onProgress: (fileName, done, total) => send('readingProgress', { fileName, done, total }),
  });
  return {
    ...readingHandlers({ readings, requestedFile, chooseDocument: () => chooseFileToOpen(window, openable.document) }),
    ...documentsHandlers({ documents, readings, now: () => new Date() }),
    ...importDraftHandlers({ importDrafts, readings }),
    ...sheetHandlers({
      fileSystem,
      readWorkbooks: cells.workbooks,
      newId: ulid,
      showOpenDialog: () => chooseFilesToOpen(window, openable.sheet),
    }),
  };
}

/** Waits for everything that is being written; answers how many annotations could not be saved. */
async function settle(
  window: BrowserWindow,
  { windowState, drafts, writer }: Storage,
  saving: SavingTracker,
): Promise<number> {
  await windowState.write(windowStateOf(window));
  const lost = await saving.settle();
  await drafts.flush();
  await writer.idle();
  return lost;
}

function show(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
