import type { Refusal } from '../anchoring/judge.ts';
import type { MidtermGroup } from './midterm-group.ts';
import type { MidtermSummary } from './midterm-text.ts';
import type { MissingKind, ReportCounts, ReportEntry } from './report.ts';
import type { ReportColumn } from './report-table.ts';

/** The words of a report in the reader's language; `core` itself has none. */
export interface ReportWords {
  title: (document: string) => string;
  day: (year: number, month: number, day: number) => string;
  scope: (number: string, heading: string) => string;
  counts: (counts: ReportCounts) => string;
  /** What was left out and why; empty when nothing was. */
  leftOut: (leftOut: ReportCounts['leftOut']) => string;
  empty: string;
  /** Heading above entries on text before the first chapter. */
  front: string;
  missingChapterHeading: string;
  missingSectionHeading: string;
  inferred: string;
  gap: string;
  cutOff: string;
  label: (label: string) => string;
  /** What a status of a task is called. */
  status: (status: string) => string;
  states: Record<ReportEntry['state'], string>;
  columns: Record<ReportColumn['key'], string>;
  review: string;
  /** Before the tags of an entry. */
  tags: string;
  /** Between items of a list. */
  separator: string;
  dates: (created: string, modified: string) => string;
  /** The address of a link, printed after its text. */
  address: (address: string) => string;
  orphans: { heading: string; explanation: string; lastKnownPlace: (path: string, heading: string) => string };
  orphanReasons: Record<Refusal, string>;
  /** `parts` and `end` stand before and after the numbers of the sections. */
  missing: { heading: string; parts: Record<MissingKind, string>; end: string };
  plan: {
    counts: (entries: number) => string;
    /** The day on which the text was printed. */
    day: (day: string) => string;
    /** Said where a section has a heading and nothing else. */
    headingOnly: string;
    /** Said above a text that is an excerpt. */
    excerpt: string;
  };
  ledger: {
    title: (document: string) => string;
    counts: (counts: ReportCounts) => string;
    empty: string;
    /** Heading of a group of so many tasks. */
    group: (name: string, tasks: number) => string;
    noDepartment: string;
    orphans: { heading: string; explanation: string };
    /** Said after the number of a clause that is lost. */
    lost: string;
    /** Before the status of an entry that is a task. */
    task: string;
    overdue: (days: number) => string;
    /** Before it a sign that is seen in black and white. */
    mark: (text: string) => string;
    percent: (value: number) => string;
    /** An entry of the progress; the date may be empty. */
    progress: (date: string, text: string) => string;
  };
  midterm: {
    title: (document: string) => string;
    groups: Record<MidtermGroup, string>;
    summary: (summary: MidtermSummary, status: (status: string) => string) => string;
    /** How the tasks are sorted, and what the draft leaves to be filled in. */
    endNote: string;
    state: (status: string, completion: string) => string;
    /** Said of a task that is under way and of which nothing was reported. */
    silent: string;
    /** Said of a task whose clause is lost. */
    lost: string;
    due: (day: string) => string;
  };
  /** Heading of the contents. */
  contents: string;
  /** Lines to be signed and sealed on. */
  signature: string[];
}
