import type { FinishedPdf } from './finish-pdf.ts';
import { PrintCancelled, printPage } from './print-page.ts';
import { type ReportPage, reportUrl } from './report-pages.ts';

export interface PdfJob {
  author: string;
  created: Date;
  signal: AbortSignal;
  /** Called between the steps with the share done, 0 to 1. */
  onProgress: (share: number) => void;
}

/** A report as a PDF, or `undefined` when the reader cancelled. */
export async function makePdf(page: ReportPage, job: PdfJob): Promise<FinishedPdf | undefined> {
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
