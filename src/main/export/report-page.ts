import { placeAnnotations } from '#core/anchoring/place-annotations';
import { isLabelId } from '#core/annotation/label';
import { isTaskStatus } from '#core/annotation/task-status';
import { buildReport, type ReportInput } from '#core/report/build-report';
import type { LedgerTextOptions } from '#core/report/ledger-text';
import { noteHtml } from '#core/report/note-html';
import { entriesOf, type ReportCounts } from '#core/report/report';
import { contentKinds } from '#core/report/report-content';
import type { ReportLayout } from '#core/report/report-kinds';
import { isAboutTasks, type ReportContent } from '#core/report/report-kinds';
import { reportOutline } from '#core/report/report-text';
import type { ReportWords } from '#core/report/report-words';
import { toHtml } from '#core/report/to-html';
import type { Settings } from '#core/settings/settings';
import type { Html } from '#core/text/html';
import { messages } from '#messages/zh-CN';
import { safeFileName } from '../storage/safe-file-name.ts';
import { inSlices } from './in-slices.ts';
import type { NoteMarkup } from './note-markup.ts';
import type { ReportPage } from './report-pages.ts';

export interface ReportPageInput extends ReportInput {
  content: ReportContent;
  text: LedgerTextOptions & { signature: boolean };
  /** Absent: where there is much to be found. */
  hasContents?: boolean;
  layout: ReportLayout;
  /** Names the reader gave to the built-in labels. */
  labelNames: Settings['labelNames'];
  /** Address of the style sheet. */
  styleSheet: string;
  /** Shared by all reports. */
  noteMarkup: NoteMarkup;
}

/** From so many entries on a report has contents unless the reader wants none. */
const manyEntries = 20;

/** A report in Chinese, ready to be shown and printed; `undefined` when `signal` aborts before it is. */
export async function reportPage(
  input: ReportPageInput,
  signal: AbortSignal,
): Promise<{ page: Omit<ReportPage, 'id'>; counts: ReportCounts; isEmpty: boolean } | undefined> {
  const { plan, annotations, content, layout, labelNames, styleSheet, noteMarkup } = input;
  const words = wordsWith(labelNames);
  const markup = new Map<string, Html>();
  const prepare = (note: string) => {
    markup.set(
      note,
      noteMarkup.of(note, () => noteHtml(note, words)),
    );
  };
  // Each place is remembered and each note is made beforehand, so that the report itself is put together in no time.
  await inSlices(annotations, (annotation) => void placeAnnotations(plan, [annotation]), signal);
  if (signal.aborted) return undefined;
  const kind = contentKinds[content];
  const report = buildReport({ ...input, options: { ...input.options, tasksOnly: isAboutTasks(content) } });
  const notes = entriesOf(report).map(({ note }) => note);
  await inSlices(
    notes.filter((note) => note.trim() !== ''),
    prepare,
    signal,
  );
  if (signal.aborted) return undefined;
  const { signature, ...options } = input.text;
  const rewrite: NonNullable<ReportPage['rewrite']> = (part, retitle) => {
    const { section } = input.options;
    const written = kind.toText(part, { ...options, plan, ...(section !== undefined && { section }) }, words);
    const title = retitle(written.title);
    const text = { ...written, title, ...(signature && { signature: words.signature }) };
    const outline = reportOutline(text);
    const isWanted = input.hasContents ?? part.counts.entries >= manyEntries;
    const hasContents = layout !== 'table' && outline.length > 0 && isWanted;
    const html = toHtml(text, { layout, words, styleSheet, hasContents, markup });
    return { title, text, html, outline, hasContents };
  };
  const { text, html, outline, hasContents } = rewrite(report, (title) => title);
  const name = safeFileName(report.document.title, messages.exporting.untitled);
  return {
    counts: report.counts,
    isEmpty: report.counts.entries === 0 && !kind.canBeBare,
    page: {
      html,
      title: text.title,
      layout,
      outline,
      hasContents,
      styleSheet,
      name: messages.exporting.fileName[content](name, report.created.slice(0, 10)),
      source: { content, report, text, words },
      rewrite,
    },
  };
}

function wordsWith(labelNames: Settings['labelNames']): ReportWords {
  const label = (id: string) => (isLabelId(id) ? (labelNames[id] ?? messages.labels[id]) : id);
  const status = (id: string) => (isTaskStatus(id) ? messages.ledger.statuses[id] : id);
  return { ...messages.report, label, status };
}
