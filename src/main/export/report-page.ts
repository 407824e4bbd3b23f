import { placeAnnotations } from '#core/anchoring/place-annotations';
import { isLabelId } from '#core/annotation/label';
import { buildReport, type ReportInput } from '#core/report/build-report';
import { noteHtml } from '#core/report/note-html';
import type { Report, ReportCounts, ReportSection } from '#core/report/report';
import { reportOutline } from '#core/report/report-outline';
import type { ReportWords } from '#core/report/report-words';
import { type ReportLayout, toHtml } from '#core/report/to-html';
import type { Settings } from '#core/settings/settings';
import type { Html } from '#core/text/html';
import { messages } from '#messages/zh-CN';
import { safeFileName } from '../storage/safe-file-name.ts';
import { inSlices } from './in-slices.ts';
import type { NoteMarkup } from './note-markup.ts';
import type { ReportPage } from './report-pages.ts';

export interface ReportPageInput extends ReportInput {
  layout: ReportLayout;
  /** Names the reader gave to the built-in labels. */
  labelNames: Settings['labelNames'];
  /** Address of the style sheet. */
  styleSheet: string;
  /** Shared by all reports. */
  noteMarkup: NoteMarkup;
}

/** A report in Chinese, ready to be shown and printed; `undefined` when `signal` aborts before it is. */
export async function reportPage(
  input: ReportPageInput,
  signal: AbortSignal,
): Promise<{ page: Omit<ReportPage, 'id'>; counts: ReportCounts } | undefined> {
  const { plan, annotations, layout, labelNames, styleSheet, noteMarkup } = input;
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
  const report = signal.aborted ? undefined : buildReport(input);
  await inSlices(report === undefined ? [] : notesOf(report), prepare, signal);
  if (report === undefined || signal.aborted) return undefined;
  const { title } = report.document;
  const name = safeFileName(title, messages.exporting.untitled);
  return {
    counts: report.counts,
    page: {
      html: toHtml(report, { layout, words, styleSheet, markup }),
      title: words.title(title),
      layout,
      outline: reportOutline(report, words),
      fileName: messages.exporting.fileName(name, report.created.slice(0, 10)),
    },
  };
}

function wordsWith(labelNames: Settings['labelNames']): ReportWords {
  const label = (id: string) => (isLabelId(id) ? (labelNames[id] ?? messages.labels[id]) : id);
  return { ...messages.report, label };
}

function notesOf({ front, chapters, orphans }: Report): string[] {
  const below = ({ entries, sections }: ReportSection): Report['orphans'] => [...entries, ...sections.flatMap(below)];
  return [...front, ...chapters.flatMap(below), ...orphans]
    .map(({ note }) => note)
    .filter((note) => note.trim() !== '');
}
