import { join } from 'node:path';
import { app, BrowserWindow, MessageChannelMain, type Session, session } from 'electron';
import { documentLimits, type EncodingLabel, type ReadDocument } from '#core/importing/read-document';
import { workbookLimits } from '#core/sheet/workbook';
import { failure } from '#core/text/result';
import { cellPort } from '#ipc/cell-messages';
import type { ReadWorkbook } from '#ipc/contract/sheet-contract';
import { cellUrl, serveCell } from '../app-protocol.ts';
import { guardContents, guardSession } from '../session-guard.ts';
import { type Collect, collectDocument, collectWorkbooks, type ReadOutcome, watchCell } from './cell-run.ts';

/** A file whose content nobody has looked into. */
export interface DocumentFile {
  name: string;
  bytes: Uint8Array;
  /** The encoding that a person chose for a text. */
  encoding?: EncodingLabel;
}

export interface ReadingOptions {
  /** Called with what is done of how much, in units of the format: pages, parts or bytes. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** Reads any file in a cell of its own. Never rejects; leaves no process and no file behind. */
export type ReadDocumentFile = (file: DocumentFile, options: ReadingOptions) => Promise<ReadOutcome<ReadDocument>>;

/** As `ReadDocumentFile`, of a workbook or an archive of them. */
export type ReadWorkbookFile = (file: DocumentFile, options: ReadingOptions) => Promise<ReadOutcome<ReadWorkbook[]>>;

/** What can be read in cells. */
export interface CellReaders {
  document: ReadDocumentFile;
  workbooks: ReadWorkbookFile;
}

export interface CellPlace {
  /** Folder of the built renderer. */
  renderer: string;
  /** Address of the development server, if the app runs from one. */
  developmentUrl?: string;
}

/**
 * One file, one cell: a hidden sandboxed page in a session of its own that can ask for its scripts and for nothing else, and
 * is given the file's bytes over one port. It is ended with its window, whatever it is busy with.
 */
export function createCellReaders({ renderer, developmentUrl }: CellPlace): CellReaders {
  const address = developmentUrl === undefined ? cellUrl : new URL('cell.html', developmentUrl).href;
  let cellSession: Session | undefined;
  const reader =
    <Read>(largest: number, collector: () => Collect<Read>, isWorkbook: boolean) =>
    async (file: DocumentFile, options: ReadingOptions): Promise<ReadOutcome<Read>> => {
      if (options.signal.aborted) return failure({ code: 'cancelled' });
      if (file.bytes.length === 0) return failure({ code: 'empty' });
      if (file.bytes.length > largest) return failure({ code: 'too-large' });
      cellSession ??= guardedSession(renderer, developmentUrl);
      const window = openWindow(address, cellSession);
      return readInCell(file, options, { window, address, isWorkbook, collect: collector() });
    };
  return {
    document: reader(documentLimits.bytes, collectDocument, false),
    workbooks: reader(workbookLimits.bytes, collectWorkbooks, true),
  };
}

function guardedSession(renderer: string, developmentUrl: string | undefined): Session {
  // Without `persist:` it is kept in memory only.
  const own = session.fromPartition('cell', { cache: false });
  guardSession(own, developmentUrl);
  own.webRequest.onBeforeRequest(({ url }, callback) => {
    const isOwn = url.startsWith('app://cell/');
    callback({
      cancel: !isOwn && !(developmentUrl !== undefined && new URL(url).host === new URL(developmentUrl).host),
    });
  });
  serveCell(own.protocol, renderer);
  return own;
}

function openWindow(address: string, ownSession: Session): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      preload: join(__dirname, '../preload/cell.cjs'),
      session: ownSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A hidden page would be slowed down.
      backgroundThrottling: false,
    },
  });
  guardContents(window.webContents, (target) => target === address);
  return window;
}

interface Cell<Read> {
  window: BrowserWindow;
  address: string;
  isWorkbook: boolean;
  collect: Collect<Read>;
}

async function readInCell<Read>(
  { name, bytes, encoding }: DocumentFile,
  options: ReadingOptions,
  { window, address, isWorkbook, collect }: Cell<Read>,
): Promise<ReadOutcome<Read>> {
  const contents = window.webContents;
  const { port1: port, port2: portOfCell } = new MessageChannelMain();
  const memory = () => memoryOf(contents.isDestroyed() ? 0 : contents.getOSProcessId());
  const run = watchCell({ ...options, memory }, collect);
  contents.once('render-process-gone', (_event, { reason }) => run.end(reason === 'oom' ? 'too-demanding' : 'broken'));
  contents.once('destroyed', () => run.end('cancelled'));
  port.on('message', ({ data }) => run.hear(data));
  port.start();
  const handOver = () => {
    contents.postMessage(cellPort, null, [portOfCell]);
    const request = { name, bytes: new Uint8Array(bytes), ...(isWorkbook && { isWorkbook }) };
    port.postMessage({ ...request, ...(encoding !== undefined && { encoding }) });
  };
  window.loadURL(address).then(handOver, () => run.end('broken'));
  try {
    return await run.outcome;
  } finally {
    port.close();
    if (!window.isDestroyed()) window.destroy();
  }
}

/** Bytes of memory of a process; `undefined` when there is none. */
function memoryOf(processId: number): number | undefined {
  if (processId === 0) return undefined;
  const metric = app.getAppMetrics().find(({ pid }) => pid === processId);
  return metric === undefined ? undefined : metric.memory.workingSetSize * 1024;
}
