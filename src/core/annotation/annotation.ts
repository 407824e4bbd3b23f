import type { Task, TaskChange } from './task.ts';
import type { TaskRecord } from './task-record.ts';

/** What the reader does with a passage, in the words of the W3C Web Annotation Vocabulary. */
export type Motivation = 'highlighting' | 'commenting' | 'bookmarking';

/** The five built-in meanings of a highlight, by role; their Chinese names are vocabulary of the note file (`label.ts`). */
export const labelIds = ['important', 'question', 'todo', 'data', 'other'] as const;
export type LabelId = (typeof labelIds)[number];

/**
 * Where a passage was when it was annotated: TextQuoteSelector, TextPositionSelector and a structural selector, flat as in
 * the note file. These are evidence and are never overwritten by a later re-anchoring.
 */
export interface Selectors {
  /** The passage itself, a slice of the canonical text (blocks joined by `\n`). */
  exact: string;
  /** Up to 32 UTF-16 units before the passage, cut at a whole code point. */
  prefix: string;
  /** Up to 32 UTF-16 units after the passage, cut at a whole code point. */
  suffix: string;
  /** First code point of the passage in the text whose hash is `textHash`. */
  start: number;
  /** First code point after the passage. */
  end: number;
  /** Ordinals for display, e.g. `四/（二）`. Numbers shift between editions, so they are no evidence. */
  sectionPath: string;
  /** Heading of the innermost section, without its ordinal. Empty where the source has none. */
  sectionHeading: string;
  /** `sha256-` and the first 16 hexadecimal digits of the SHA-256 of the canonical text in UTF-8. */
  textHash: string;
  /** How often the normalised passage occurred in that text. */
  occurrences: number;
  /** The best context score among the passage's other occurrences: how much evidence a re-anchoring needs. */
  decoy: number;
}

/** One annotation = one file. Times are ISO 8601 with the local offset, to the second. */
export interface Annotation {
  /** ULID; also the file's name. */
  id: string;
  /** Id of the document. */
  document: string;
  documentTitle: string;
  created: string;
  modified: string;
  author: string;
  device: string;
  /** Raised by one with every change; decides between two copies. */
  rev: number;
  motivation: Motivation;
  /** A built-in label, or the name that another program wrote. */
  label: LabelId | (string & {});
  tags: string[];
  target: Selectors;
  /**
   * Where the passage stands by the reader's decision in another text than that of `target`, whose place in it could not be
   * told for sure. Described as fully as `target`, so that it can be found again in a third text.
   */
  placement?: Selectors;
  /** The reader's note in Markdown; empty for a mere highlight. */
  body: string;
  /** What is to be done about the passage, for the ledger. */
  task?: Task;
  /** By which an old copy of the task is known; changes keep it up. */
  taskRecord?: TaskRecord;
}

/** What the reader may change about an annotation; a field that is left out stays as it is. */
export interface AnnotationChange {
  label?: string;
  tags?: string[];
  body?: string;
  /** `null` takes the reader's decision back. */
  placement?: Selectors | null;
  /** Makes the annotation a task, or changes the task that it is; `null`: it is none any more. */
  task?: TaskChange | null;
}
