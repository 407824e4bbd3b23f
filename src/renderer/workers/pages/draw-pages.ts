import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawnPage, PageMeasures, WantedPage } from './page-messages.ts';

/** A PDF of our own that is open to be drawn. */
export interface OpenPages extends PageMeasures {
  draw(wanted: WantedPage): Promise<DrawnPage>;
  close(): Promise<void>;
}

/** CSS pixels of a point. */
const pixelsPerPoint = 96 / 72;

/** Fetches what draws. */
export async function loadEngine() {
  const [pdfjs, engine] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // The engine would start a worker of its own: this is one.
  Object.assign(globalThis, { pdfjsWorker: engine });
  return pdfjs;
}

/** Opens a PDF to draw its pages in a worker, where neither its drawing nor its fonts hold up the page that shows them. */
export async function openPages(bytes: Uint8Array): Promise<OpenPages> {
  const pdfjs = await loadEngine();
  const options = {
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    ownerDocument: { fonts: (globalThis as { fonts?: FontFaceSet }).fonts } as unknown as HTMLDocument,
    CanvasFactory: OffscreenCanvasFactory,
    FilterFactory: NoFilters,
  };
  const document = await pdfjs.getDocument(options).promise;
  const first = (await document.getPage(1)).getViewport({ scale: pixelsPerPoint });
  return {
    count: document.numPages,
    width: first.width,
    height: first.height,
    draw: (wanted) => drawPage(document, wanted),
    close: () => document.loadingTask.destroy(),
  };
}

async function drawPage(document: PDFDocumentProxy, { page: number, width }: WantedPage): Promise<DrawnPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = new OffscreenCanvas(width, Math.round(viewport.height));
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas');
  // For the printer: drawn in one go, without waiting for frames that a worker has no part in.
  const canvasContext = context as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport, intent: 'print' }).promise;
  const lines = await linesOf(page);
  page.cleanup();
  return { page: number, width, picture: canvas.transferToImageBitmap(), lines };
}

/** The text of a page. Its stream is read by hand: older engines cannot go through one with `for await`. */
async function linesOf(page: PDFPageProxy): Promise<string[]> {
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<TextPortion>;
  const lines: string[] = [];
  let line = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const { str = '', hasEOL = false } of next.value.items) {
      line += str;
      if (!hasEOL) continue;
      lines.push(line);
      line = '';
    }
  }
  return [...lines, line].filter((text) => text.trim() !== '');
}

interface TextPortion {
  items: { str?: string; hasEOL?: boolean }[];
}

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** Makes what the engine draws in between on; its own asks the document for it, and a worker has none. */
class OffscreenCanvasFactory {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }
  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas !== null) Object.assign(canvas, { width, height });
  }
  destroy(made: CanvasAndContext): void {
    if (made.canvas !== null) Object.assign(made.canvas, { width: 0, height: 0 });
    Object.assign(made, { canvas: null, context: null });
  }
}

/** Reports have no pictures whose colours are changed. */
class NoFilters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {
    // Nothing was made.
  }
}
