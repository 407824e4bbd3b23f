import type { Refusal } from '../anchoring/judge.ts';
import type { MissingKind, ReportCounts } from './report.ts';

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
}
