import type { Refusal } from '../anchoring/judge.ts';
import type { Task } from '../annotation/task.ts';
import type { Deadline } from '../ledger/deadline.ts';

/** What a report contains, whatever it is about and whatever format it becomes. */
export interface Report {
  document: { id: string; title: string };
  /** When the report was made: ISO 8601 with the local offset. */
  created: string;
  /** The chapter that the report is limited to; absent for the whole document. */
  scope?: { number: string; heading?: string };
  counts: ReportCounts;
  /** Entries on text before the first heading, such as the title. */
  front: ReportEntry[];
  /** Chapters that have entries, in document order, with their sections. */
  chapters: ReportSection[];
  /** Entries whose passage is not in the document for sure. */
  orphans: ReportEntry[];
  /** What the source lacks in the chapters and sections above. */
  missing: MissingPart[];
}

export interface ReportCounts {
  /** Every entry, orphans included. */
  entries: number;
  /** Entries that carry a note; the others are mere highlights. */
  notes: number;
  review: number;
  orphans: number;
  /** Entries that are tasks. */
  tasks: number;
  /** Of these, by status. */
  done: number;
  overdue: number;
  /** Annotations of this document that were left out, by the reason why; `unreadable` counts damaged files. */
  leftOut: { highlights: number; elsewhere: number; unreadable: number };
}

export interface ReportSection {
  /** Names this section within the report: letters, digits and hyphens only. */
  key: string;
  /** As the plan itself names it: 二（三）. */
  number: string;
  /** As the source prints it: `二、`, `（三）`. */
  ordinal: string;
  /** 1 for chapters. */
  level: number;
  /** Absent when the source does not have the heading. */
  heading?: string;
  /** The place of this section was inferred (推定). */
  inferred?: true;
  /** Entries on this section's own text, in document order. */
  entries: ReportEntry[];
  /** Subsections that have entries. */
  sections: ReportSection[];
}

/** One annotation. */
export interface ReportEntry {
  annotation: string;
  /** Running number within the report, from 1. */
  number: number;
  state: 'anchored' | 'review' | 'orphaned';
  /** The section of its clause as the plan writes it, 二（三）; for an orphan the last known one. Empty before the first heading. */
  clause: string;
  /** The heading of that section without its ordinal; empty where there is none. */
  heading: string;
  /** Why the passage was not found; only for orphans. */
  reason?: Refusal;
  label: string;
  tags: string[];
  quote: QuoteLine[];
  /** Markdown source; empty for a mere highlight. */
  note: string;
  created: string;
  modified: string;
  /** Where an orphan once was; its section's heading without the ordinal. */
  lastKnownPlace?: { path: string; heading: string };
  /** What is to be done about the clause, when the annotation is a task. */
  task?: ReportTask;
}

/** A task, and how near its end is on the day of the report. */
export interface ReportTask {
  fields: Task;
  deadline: Deadline;
}

/** The part of a quote that comes from one block of the plan. */
export interface QuoteLine {
  text: string;
  /** Unknown text is missing between the line before and this one. */
  gapBefore?: true;
  /** The source breaks off at the end of this line. */
  cutOff?: true;
}

export const missingKinds = ['heading', 'section', 'inferred', 'gap', 'cutOff'] as const;

/**
 * What is missing in the source. `heading`: the heading of a chapter or section that has entries; `section`: a whole
 * section of such a chapter; `inferred`: nothing, but the place is a conclusion; `gap`: text inside; `cutOff`: the end.
 */
export type MissingKind = (typeof missingKinds)[number];

export interface MissingPart {
  kind: MissingKind;
  /** Numbers of the sections concerned, in document order. */
  sections: string[];
}

/** Every entry of a report once, by the numbers that they have. */
export function entriesByNumber(report: Pick<Report, 'front' | 'chapters' | 'orphans'>): ReportEntry[] {
  return entriesOf(report).sort((left, right) => left.number - right.number);
}

/** Every entry of a report once: in document order, orphans last. */
export function entriesOf({ front, chapters, orphans }: Pick<Report, 'front' | 'chapters' | 'orphans'>): ReportEntry[] {
  const below = ({ entries, sections }: ReportSection): ReportEntry[] => [...entries, ...sections.flatMap(below)];
  return [...front, ...chapters.flatMap(below), ...orphans];
}
