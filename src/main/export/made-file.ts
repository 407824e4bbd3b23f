import type { ReportPage } from './report-pages.ts';

/** A file that is made and not yet written. */
export interface MadeFile {
  bytes: Uint8Array | string;
  /** How many pages it has; absent where the format has none. */
  pages?: number;
  /** How many files are in it, where it is an archive. */
  files?: number;
}

/** Called between the steps with the share done, 0 to 1. */
export type OnProgress = (share: number) => void;

/** What printing a report needs to know beside it. */
export interface PdfJob {
  author: string;
  created: Date;
  signal: AbortSignal;
  onProgress: OnProgress;
}

/** Makes a PDF of a report; `undefined` when the reader cancelled. It needs windows, and is the only format made in this thread. */
export type PdfMaker = (page: ReportPage, job: PdfJob) => Promise<MadeFile | undefined>;
