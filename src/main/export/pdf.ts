import type { FileJob, MadeFile } from './file-makers.ts';
import { PrintCancelled, printPage } from './print-page.ts';
import { type ReportPage, reportUrl } from './report-pages.ts';

/** A report as a PDF, or `undefined` when the reader cancelled. */
export async function makePdf(page: ReportPage, job: FileJob): Promise<MadeFile | undefined> {
  try {
    const { signal, onProgress, author, created } = job;
    const printed = await printPage({ url: reportUrl(page.id), layout: page.layout, signal, onProgress });
    // Loaded when it is needed: it is large, and starting the application must not wait for it.
    const { finishPdf } = await import('./finish-pdf.ts');
    const finished = await finishPdf(printed, { title: page.title, author, outline: page.outline, created });
    return signal.aborted ? undefined : finished;
  } catch (error) {
    if (error instanceof PrintCancelled) return undefined;
    throw error;
  }
}
