import type { Report } from '#core/report/report';
import { contentKinds } from '#core/report/report-content';
import { type ReportText, reportOutline } from '#core/report/report-text';
import { toHtml } from '#core/report/to-html';
import type { Html } from '#core/text/html';
import type { ReportPage, ReportSource } from './report-pages.ts';
import { reportWords } from './report-words.ts';

/** What changes of a page with its report. */
export type WrittenReport = Pick<ReportPage, 'html' | 'title' | 'outline' | 'hasContents'> & { text: ReportText };

interface Variation {
  /** Another title for what is a part. */
  retitle?: (title: string) => string;
  /** The markup of notes that has been made before, by their text. */
  markup?: ReadonlyMap<string, Html>;
}

/** From so many entries on a report has contents unless the reader wants none. */
const manyEntries = 20;

/** Writes a report, or a part of one, out as its reader wants it; the page itself is made when it is asked for. */
export function writeReport(
  report: Report,
  { content, writing }: Pick<ReportSource, 'content' | 'writing'>,
  { retitle = (title) => title, markup }: Variation = {},
): WrittenReport {
  const { plan, section, table, layout, styleSheet, labelNames } = writing;
  const words = reportWords(labelNames);
  const options = { ...table, plan, ...(section !== undefined && { section }) };
  const written = contentKinds[content].toText(report, options, words);
  const title = retitle(written.title);
  const text = { ...written, title, ...(writing.signature && { signature: words.signature }) };
  const outline = reportOutline(text);
  const isWanted = writing.hasContents ?? report.counts.entries >= manyEntries;
  const hasContents = layout !== 'table' && outline.length > 0 && isWanted;
  const html = () => toHtml(text, { layout, words, styleSheet, hasContents, ...(markup && { markup }) });
  return { title, text, outline, hasContents, html };
}
