import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { documentLimits, type ReadDocument, type RemarkCode } from '#core/importing/read-document';
import { BoldFonts } from './pdf/bold-fonts.ts';
import { linesOf } from './pdf/lines.ts';
import { hasEnd, openPdf } from './pdf/open-pdf.ts';
import { type PagePieces, pagePieces } from './pdf/page-pieces.ts';
import { paragraphsOf } from './pdf/paragraphs.ts';
import { type PageLines, withoutRunningHeads } from './pdf/running-heads.ts';
import { type SourceFile, Unreadable } from './reader.ts';

/** Fewer characters than this on a page, on average, are the stamps and numbers of a scan. */
const fewestOfScan = 12;

/** A PDF with text: its lines put together to the paragraphs that they were. */
export async function readPdf({ bytes, onProgress, characterMap }: SourceFile): Promise<ReadDocument> {
  const isWhole = hasEnd(bytes);
  const document = await openPdf(bytes, characterMap);
  try {
    const fonts = new BoldFonts();
    const { pages, failed } = await readPages(document, fonts, onProgress);
    const total = document.numPages;
    if (failed === total) throw new Unreadable(isWhole ? 'broken' : 'truncated');
    const withText = pages.filter(({ lines }) => lines.length > 0).length;
    if (isScan(pages)) throw new Unreadable('scanned-pdf');
    const running = withoutRunningHeads(pages);
    const remarks: RemarkCode[] = [];
    if (running.isShortened) remarks.push('running-heads-left-out');
    if (withText + failed < total) remarks.push('pages-without-text');
    if (failed > 0 || !isWhole) remarks.push('incomplete');
    const blocks = paragraphsOf(running.pages, fonts.isBold);
    if (blocks.some(({ hint }) => hint?.role === 'row')) remarks.push('tables-simplified');
    if (blocks.some(({ text }) => text.includes('\ufffd'))) remarks.push('characters-unknown');
    return { blocks, format: 'pdf', pages: total, remarks };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readPages(
  document: PDFDocumentProxy,
  fonts: BoldFonts,
  onProgress: SourceFile['onProgress'],
): Promise<{ pages: PageLines[]; failed: number }> {
  const pages: PageLines[] = [];
  let failed = 0;
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const read = await readPage(document, number, fonts);
    if (read === undefined) failed += 1;
    const { pieces, height } = read ?? { pieces: [], height: 0 };
    characters += pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > documentLimits.characters) throw new Unreadable('too-much-text');
    pages.push({ lines: read === undefined ? [] : linesOf(read, number), height });
    onProgress(number, document.numPages);
  }
  return { pages, failed };
}

/** `undefined`: this page is damaged, which the others need not be. */
async function readPage(document: PDFDocumentProxy, number: number, fonts: BoldFonts): Promise<PagePieces | undefined> {
  try {
    const page = await document.getPage(number);
    const read = await pagePieces(page);
    await fonts.learn(page, new Set(read.pieces.map(({ font }) => font)));
    page.cleanup();
    return read;
  } catch {
    return undefined;
  }
}

function isScan(pages: readonly PageLines[]): boolean {
  const lengths = pages.map(({ lines }) =>
    lines.flatMap(({ cells }) => cells).reduce((sum, { text }) => sum + text.length, 0),
  );
  const characters = lengths.reduce((sum, length) => sum + length, 0);
  const withText = lengths.filter((length) => length > fewestOfScan).length;
  return (
    characters === 0 || (pages.length > 1 && withText < pages.length / 10 && characters < pages.length * fewestOfScan)
  );
}
