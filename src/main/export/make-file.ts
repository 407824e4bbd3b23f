import type { ExportFormat } from '#core/report/export-format';
import type { ReportWords } from '#core/report/report-words';
import { makeDepartmentFiles } from './department-files.ts';
import type { MadeFile, OnProgress } from './made-file.ts';
import type { ReportPage, ReportSource } from './report-pages.ts';
import { reportWords } from './report-words.ts';

/** What file is to be made of which report: plain data, since it goes to another thread. */
export interface FileOrder {
  page: Omit<ReportPage, 'html'>;
  /** The page itself, where the file is made of that. */
  html?: string;
  format: Exclude<ExportFormat, 'pdf'>;
  /** One file for each department, in one zip. */
  byDepartment: boolean;
  author: string;
  created: Date;
  /** The text of the style sheet for reports; empty where the file has none. */
  styles: string;
}

/** What making a file needs to know beside the report. */
export interface FileWork {
  words: ReportWords;
  author: string;
  created: Date;
  styles: string;
  onProgress: OnProgress;
}

type Maker = (page: ReportPage & { source: ReportSource }, work: FileWork) => Promise<MadeFile>;

/** Each loads its library when it is wanted. */
const makers: Record<FileOrder['format'], Maker> = {
  docx: async (page, work) => {
    const { makeDocx } = await import('./docx/make-docx.ts');
    return { bytes: await makeDocx(page, page.source.text, work) };
  },
  xlsx: async ({ source }, work) => {
    const { makeXlsx } = await import('./xlsx/make-xlsx.ts');
    return { bytes: await makeXlsx(source, work) };
  },
  md: async ({ source }, { words, onProgress }) => {
    const { markdownParts } = await import('#core/report/to-markdown');
    const parts = [...markdownParts({ ...source, words })];
    const written = parts.map((part, index) => {
      if (index % 50 === 49) onProgress(index / parts.length);
      return part();
    });
    return { bytes: written.join('') };
  },
  html: async ({ html, layout }, { styles }) => {
    const { selfContainedHtml } = await import('#core/report/self-contained-html');
    return { bytes: selfContainedHtml(html(), { css: styles, layout }) };
  },
  csv: async ({ source: { content, report } }, { words }) => {
    const { contentKinds } = await import('#core/report/report-content');
    const { tableToCsv } = await import('#core/report/to-csv');
    return { bytes: tableToCsv(contentKinds[content].toTable(report, words)) };
  },
};

/** Makes a file of a report in one go, however long it takes. */
export async function makeFile(order: FileOrder, onProgress: OnProgress): Promise<MadeFile> {
  const { page, html = '', format, byDepartment, author, created, styles } = order;
  const { source } = page;
  if (source === undefined) throw new Error('this page is only printed');
  const work = { words: reportWords(source.writing.labelNames), author, created, styles };
  const make = makers[format];
  const whole = { ...page, source, html: () => html };
  if (!byDepartment) return make(whole, { ...work, onProgress });
  return makeDepartmentFiles(whole, {
    format,
    make: (part, onPart) => make(part, { ...work, onProgress: onPart }),
    onProgress,
  });
}
