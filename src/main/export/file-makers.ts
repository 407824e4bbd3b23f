import type { ExportFormat } from '#core/report/export-format';
import type { ReportPage, ReportSource } from './report-pages.ts';

/** What making a file needs to know beside the report. */
export interface FileJob {
  author: string;
  created: Date;
  /** The text of the style sheet for reports. */
  styles: () => Promise<string>;
  signal: AbortSignal;
  /** Called between the steps with the share done, 0 to 1. */
  onProgress: (share: number) => void;
}

export interface MadeFile {
  bytes: Uint8Array | string;
  /** How many pages it has; absent where the format has none. */
  pages?: number;
  /** How many files are in it, where it is an archive. */
  files?: number;
}

/** Makes the file of a report; `undefined` when the reader cancelled. */
export type FileMaker = (page: ReportPage, job: FileJob) => Promise<MadeFile | undefined>;

/** Every format but PDF, which needs a window; each loads its library when it is first wanted. */
export const fileMakers: Record<Exclude<ExportFormat, 'pdf'>, FileMaker> = {
  docx: async (page, job) => {
    const { makeDocx } = await import('./docx/make-docx.ts');
    const bytes = await makeDocx(page, sourceOf(page), job);
    return bytes && { bytes };
  },
  xlsx: async (page, job) => {
    const { makeXlsx } = await import('./xlsx.ts');
    return makeXlsx(sourceOf(page), job);
  },
  md: async (page, job) => {
    const { makeMarkdown } = await import('./make-markdown.ts');
    const bytes = await makeMarkdown(sourceOf(page), job);
    return bytes === undefined ? undefined : { bytes };
  },
  html: async ({ html, layout }, { styles }) => {
    const { selfContainedHtml } = await import('#core/report/self-contained-html');
    return { bytes: selfContainedHtml(html, { css: await styles(), layout }) };
  },
  csv: async (page) => {
    const { content, report, words } = sourceOf(page);
    const { contentKinds } = await import('#core/report/report-content');
    const { tableToCsv } = await import('#core/report/to-csv');
    return { bytes: tableToCsv(contentKinds[content].toTable(report, words)) };
  },
};

function sourceOf({ source }: ReportPage): ReportSource {
  if (source === undefined) throw new Error('this page is only printed');
  return source;
}
