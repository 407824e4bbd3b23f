import { placeAnnotations } from '#core/anchoring/place-annotations';
import { buildReport, type ReportInput } from '#core/report/build-report';
import { noteHtml } from '#core/report/note-html';
import { entriesOf, type ReportCounts } from '#core/report/report';
import { contentKinds } from '#core/report/report-content';
import { isAboutTasks, type ReportContent } from '#core/report/report-kinds';
import type { Html } from '#core/text/html';
import { messages } from '#messages/zh-CN';
import { safeFileName } from '../storage/safe-file-name.ts';
import { inSlices } from './in-slices.ts';
import type { NoteMarkup } from './note-markup.ts';
import type { ReportPage, ReportWriting } from './report-pages.ts';
import { reportWords } from './report-words.ts';
import { writeReport } from './write-report.ts';

export interface ReportPageInput extends ReportInput {
  content: ReportContent;
  writing: Omit<ReportWriting, 'plan' | 'section'>;
  /** Shared by all reports. */
  noteMarkup: NoteMarkup;
}

/** A report in Chinese, ready to be shown and printed; `undefined` when `signal` aborts before it is. */
export async function reportPage(
  input: ReportPageInput,
  signal: AbortSignal,
): Promise<{ page: Omit<ReportPage, 'id'>; counts: ReportCounts; isEmpty: boolean } | undefined> {
  const { plan, annotations, content, noteMarkup } = input;
  const { section } = input.options;
  const writing = { ...input.writing, plan, ...(section !== undefined && { section }) };
  const words = reportWords(writing.labelNames);
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
  const report = buildReport({ ...input, options: { ...input.options, tasksOnly: isAboutTasks(content) } });
  const notes = entriesOf(report).map(({ note }) => note);
  await inSlices(
    notes.filter((note) => note.trim() !== ''),
    prepare,
    signal,
  );
  if (signal.aborted) return undefined;
  const { text, html: write, ...written } = writeReport(report, { content, writing }, { markup });
  const html = write();
  const name = safeFileName(report.document.title, messages.exporting.untitled);
  return {
    counts: report.counts,
    isEmpty: report.counts.entries === 0 && !contentKinds[content].canBeBare,
    page: {
      ...written,
      html: () => html,
      layout: writing.layout,
      styleSheet: writing.styleSheet,
      name: messages.exporting.fileName[content](name, report.created.slice(0, 10)),
      source: { content, report, text, writing },
    },
  };
}
