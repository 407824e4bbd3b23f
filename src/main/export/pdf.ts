import { contentsHtml, contentsLines, pageNumbersHtml } from '#core/report/page-furniture';
import { pageGeometry, sheetGeometry } from '#core/report/page-geometry';
import { messages } from '#messages/zh-CN';
import type { MadeFile, PdfJob, PdfMaker } from './made-file.ts';
import { PrintCancelled, withPrinter } from './print-page.ts';
import { type ReportPage, type ReportPages, reportUrl } from './report-pages.ts';

/**
 * Makes a report a PDF. The report is printed first; then it is known how many pages there are and where its headings stand,
 * and its page numbers and contents are printed by themselves and put to it. So they have the fonts of the report, stand at
 * the outer edge, and no page has to be printed twice.
 */
export function createPdfMaker(pages: Pick<ReportPages, 'show'>): PdfMaker {
  return async (page, job) => {
    try {
      const made = await printReport(page, job, pages);
      return job.signal.aborted ? undefined : made;
    } catch (error) {
      if (error instanceof PrintCancelled) return undefined;
      throw error;
    }
  };
}

function printReport(
  page: ReportPage,
  { author, created, signal, onProgress }: PdfJob,
  pages: Pick<ReportPages, 'show'>,
): Promise<MadeFile> {
  const { title, layout, outline, hasContents, styleSheet } = page;
  return withPrinter(signal, async (print) => {
    const printHtml = async (html: string, geometry = pageGeometry[layout]) => {
      const shown = pages.show(html);
      try {
        return await print(reportUrl(shown.id), geometry);
      } finally {
        shown.end();
      }
    };
    onProgress(0.1);
    const body = await printHtml(page.html());
    onProgress(0.6);
    // Loaded when it is needed: it is large, and starting the application must not wait for it.
    const { openPdf } = await import('./finish-pdf.ts');
    const pdf = await openPdf(body);
    const count = pdf.pageCount();
    await pdf.addNumbers(await printHtml(pageNumbersHtml(count, { layout, styleSheet }), sheetGeometry(layout)));
    onProgress(0.75);
    pdf.addOutline(outline);
    const lines = contentsLines(outline, pdf.pageOf);
    if (hasContents && lines.length > 0) {
      const contents = contentsHtml(lines, messages.report.contents, { layout, styleSheet });
      await pdf.addContents(await printHtml(contents), lines, { areSidesKept: layout === 'official' });
    }
    onProgress(0.85);
    return pdf.finish({ title, author, created });
  });
}
