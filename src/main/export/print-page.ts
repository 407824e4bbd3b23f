import { BrowserWindow, type WebContents } from 'electron';
import type { PageGeometry } from '#core/report/page-geometry';
import { guardContents } from '../session-guard.ts';

/** Thrown when the reader cancelled. */
export class PrintCancelled extends Error {}

/** Prints pages one after the other, as the bytes of a PDF each. */
export type Print = (url: string, geometry: PageGeometry) => Promise<Uint8Array>;

/** World for the one script that is run in the page; it works with JavaScript switched off, scripts of the page do not. */
const isolatedWorld = 1000;

/** Fonts are fetched by character range once the text is laid out; printed before they are there, text would be blank. */
const waitForFonts = `document.body.offsetHeight;
document.fonts.ready.then(() => document.querySelector('main') !== null)`;

const millimetresPerInch = 25.4;

/** Gives `work` a hidden sandboxed window without scripts to print in; rejects with PrintCancelled when `signal` aborts. */
export async function withPrinter<Made>(signal: AbortSignal, work: (print: Print) => Promise<Made>): Promise<Made> {
  return withWindow(signal, (load, contents) =>
    work(async (url, geometry) => {
      await load(url);
      return printInTurn(signal, contents, geometry);
    }),
  );
}

let lastPrinting: Promise<unknown> = Promise.resolve();

/**
 * Prints when the printing before is over, that of another window, too. None is broken off: where a window is closed in the
 * middle of it, the engine never prints again until the application ends (seen with Electron 25).
 */
function printInTurn(signal: AbortSignal, contents: WebContents, geometry: PageGeometry): Promise<Uint8Array> {
  const printing = lastPrinting.then(async () => {
    if (signal.aborted) throw new PrintCancelled();
    return Promise.race([processEnd(contents), contents.printToPDF(printOptions(geometry))]);
  });
  lastPrinting = printing.catch(() => undefined);
  return printing;
}

type Load = (url: string) => Promise<void>;

async function withWindow<Made>(
  signal: AbortSignal,
  work: (load: Load, contents: WebContents) => Promise<Made>,
): Promise<Made> {
  if (signal.aborted) throw new PrintCancelled();
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  const contents = window.webContents;
  let wanted = '';
  guardContents(contents, (address) => address === wanted);
  const load: Load = (url) => {
    wanted = url;
    return loadPage(contents, url);
  };
  try {
    return await Promise.race([interruption(contents, signal), work(load, contents)]);
  } finally {
    void lastPrinting.then(() => window.destroy());
  }
}

/** `failure` is the engine's word for what went wrong. */
export type PaperOutcome = 'printed' | 'cancelled' | { failure: string };

/** What the engine says when its dialog was closed without printing. */
const closedDialog = /cancel/i;

/** Shows the system's dialog for printing a page. Its numbers come from the page itself, which knows that it is printed so. */
export function printOnPaper(url: string, geometry: PageGeometry): Promise<PaperOutcome> {
  return withWindow(new AbortController().signal, async (load, contents) => {
    await load(`${url}#on-paper`);
    return new Promise<PaperOutcome>((resolve) => {
      contents.print(paperOptions(geometry), (isPrinted, reason) => {
        resolve(isPrinted ? 'printed' : closedDialog.test(reason) ? 'cancelled' : { failure: reason });
      });
    });
  });
}

async function loadPage(contents: WebContents, url: string): Promise<void> {
  await contents.loadURL(url);
  const isComplete: unknown = await contents.executeJavaScriptInIsolatedWorld(isolatedWorld, [{ code: waitForFonts }]);
  if (isComplete !== true) throw new Error('the report page is not there');
}

/** CSS pixels, which margins for printers are told in. */
const pixelsPerMillimetre = 96 / millimetresPerInch;

function paperOptions({ isLandscape, ...margins }: PageGeometry): Electron.WebContentsPrintOptions {
  const pixels = (millimetres: number) => Math.round(millimetres * pixelsPerMillimetre);
  return {
    pageSize: 'A4',
    landscape: isLandscape === true,
    printBackground: true,
    margins: {
      marginType: 'custom',
      top: pixels(margins.top),
      right: pixels(margins.right),
      bottom: pixels(margins.bottom),
      left: pixels(margins.left),
    },
  };
}

function printOptions({ isLandscape, top, right, bottom, left }: PageGeometry): Electron.PrintToPDFOptions {
  return {
    pageSize: 'A4',
    landscape: isLandscape === true,
    // The page must not set margins of its own: Chromium would then scale the text to fit both.
    margins: {
      top: top / millimetresPerInch,
      right: right / millimetresPerInch,
      bottom: bottom / millimetresPerInch,
      left: left / millimetresPerInch,
    },
    printBackground: true,
    // Older runtimes ignore it.
    generateTaggedPDF: true,
  };
}

/** Rejects when the reader cancels or the page's process dies. */
function interruption(contents: WebContents, signal: AbortSignal): Promise<never> {
  const cancelling = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new PrintCancelled()), { once: true });
  });
  return Promise.race([cancelling, processEnd(contents)]);
}

/** Rejects when the page's process dies: what was asked of it would never be answered. */
function processEnd(contents: WebContents): Promise<never> {
  return new Promise((_resolve, reject) => {
    contents.once('render-process-gone', (_event, { reason }) => reject(new Error(`page process: ${reason}`)));
    contents.once('destroyed', () => reject(new PrintCancelled()));
  });
}
