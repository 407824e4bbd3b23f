import { BrowserWindow, type WebContents } from 'electron';
import { type PageGeometry, pageGeometry } from '#core/report/page-geometry';
import type { ReportLayout } from '#core/report/to-html';
import { guardContents } from '../session-guard.ts';

/** Thrown when the reader cancelled. */
export class PrintCancelled extends Error {}

export interface PrintJob {
  url: string;
  layout: ReportLayout;
  signal: AbortSignal;
  /** Called between the steps with the share done, 0 to 1. */
  onProgress: (share: number) => void;
}

/** World for the one script that is run in the page; it works with JavaScript switched off, scripts of the page do not. */
const isolatedWorld = 1000;

/** Fonts are fetched by character range once the text is laid out; printed before they are there, text would be blank. */
const waitForFonts = `document.body.offsetHeight;
document.fonts.ready.then(() => document.querySelector('main') !== null)`;

const millimetresPerInch = 25.4;
const pointsPerInch = 72;
/** Sides of A4 in millimetres. */
const sheet = { short: 210, long: 297 };
/** Space that Chromium keeps below a footer template, in millimetres. */
const templateInset = 5.3;

/** Prints a report in a hidden sandboxed window without scripts, as the bytes of a PDF. */
export async function printPage({ url, layout, signal, onProgress }: PrintJob): Promise<Uint8Array> {
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
  guardContents(contents, (address) => address === url);
  try {
    return await Promise.race([interruption(contents, signal), print(contents, url, layout, onProgress)]);
  } finally {
    window.destroy();
  }
}

async function print(
  contents: WebContents,
  url: string,
  layout: ReportLayout,
  onProgress: (share: number) => void,
): Promise<Uint8Array> {
  await contents.loadURL(url);
  onProgress(0.15);
  const isComplete: unknown = await contents.executeJavaScriptInIsolatedWorld(isolatedWorld, [{ code: waitForFonts }]);
  if (isComplete !== true) throw new Error('the report page is not there');
  onProgress(0.3);
  const pdf = await contents.printToPDF(printOptions(pageGeometry[layout]));
  onProgress(0.85);
  return pdf;
}

function printOptions(geometry: PageGeometry): Electron.PrintToPDFOptions {
  return {
    pageSize: 'A4',
    landscape: geometry.isLandscape === true,
    // The page must not set margins of its own: Chromium would then scale the text to fit both.
    margins: {
      top: geometry.top / millimetresPerInch,
      right: geometry.right / millimetresPerInch,
      bottom: geometry.bottom / millimetresPerInch,
      left: geometry.left / millimetresPerInch,
    },
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footerTemplate(geometry),
    // Older runtimes ignore both; the outline is then added afterwards.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

/**
 * Only digits and dashes: templates cannot use the bundled fonts. The template stands at the foot of the sheet. Its pixels
 * are points in older engines, so it is measured in shares of its own width, which is that of the sheet.
 */
function footerTemplate({ bottom, pageNumberSize, pageNumberDistance, isLandscape }: PageGeometry): string {
  const width = isLandscape ? sheet.long : sheet.short;
  const shareOfWidth = (millimetres: number) => (millimetres / width) * 100;
  const height = shareOfWidth(bottom - pageNumberDistance - templateInset);
  const size = shareOfWidth((pageNumberSize / pointsPerInch) * millimetresPerInch);
  const line = `height:${height}cqw;text-align:center;font:${size}cqw/1 serif`;
  const number = '— <span class="pageNumber" style="margin:0 0.15em"></span> —';
  return `<div style="width:100%;container-type:inline-size"><div style="${line}">${number}</div></div>`;
}

/** Rejects when the reader cancels or the page's process dies; printing itself would then never end. */
function interruption(contents: WebContents, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new PrintCancelled()), { once: true });
    contents.once('render-process-gone', (_event, { reason }) => reject(new Error(`page process: ${reason}`)));
    contents.once('destroyed', () => reject(new PrintCancelled()));
  });
}
