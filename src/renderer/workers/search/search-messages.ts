import type { PlanDocument } from '#core/plan/plan';
import type { SearchOptions } from '#core/search/index';
import type { NoteExcerpt } from '#core/search/note-excerpt';
import type { PatternProblem } from '#core/search/pattern';
import type { NotePart, NoteRecord, NoteTier } from '#core/search/search-notes';
import type { Result } from '#core/text/result';
import type { PackedAnswer, UnpackedAnswer } from './packed-answer.ts';

/** A note that answers, with what a list shows of it. */
export interface FoundNote {
  /** Ids of its document and of itself. */
  document: string;
  id: string;
  tier: NoteTier;
  /** It was found as a task of the ledger. */
  isTask: boolean;
  excerpt: NoteExcerpt;
}

export interface FoundNotes {
  /** Those that are listed, the closest first. */
  listed: FoundNote[];
  /** How many there are, and how many of those were found as tasks of the ledger. */
  count: number;
  taskCount: number;
}

/** What is searched: the text and the notes, the notes alone, nothing but their tags, or the tasks among them. */
export type SearchWithin = 'everything' | NotePart;

/** Everything that answers a question. */
export interface Findings extends UnpackedAnswer {
  notes: FoundNotes;
}

/** The same on its way. */
export interface PackedFindings {
  texts: PackedAnswer;
  notes: FoundNotes;
}

/** The text alone, or what else is searched. */
export type SearchedParts = 'text' | SearchWithin;

/** What a regular expression matches. */
export interface PatternFindings extends Findings {
  /** False when there are more places than were looked for. */
  complete: boolean;
}

export interface PackedPatternFindings extends PackedFindings {
  complete: boolean;
}

/** Why a regular expression has no answer. */
export type SearchProblem = PatternProblem | 'too-slow';

/** What a worker searches; a worker that is made anew gets it anew. */
export type LoadRequest =
  /** Replaces the documents that are searched, but for those with the ids `kept`. */
  | { kind: 'load'; documents: readonly PlanDocument[]; kept: readonly string[] }
  /** Replaces the notes of a document; their bodies are Markdown. */
  | { kind: 'notes'; document: string; notes: readonly NoteRecord[] };

/** What the page asks of the search worker. Answers carry the `id` of their question. */
export type SearchRequest =
  | LoadRequest
  | { kind: 'find'; id: number; document: string; query: string }
  | { kind: 'search'; id: number; query: string; within: SearchWithin; options: SearchOptions };

export type SearchResponse =
  /** Starts and ends, alternating, in reading order. */
  | { kind: 'places'; id: number; places: Int32Array }
  | { kind: 'found'; id: number; findings: PackedFindings }
  /** The index is ready: the same search may now come in a better order, with related sections. */
  | { kind: 'ordered' };

/** Where a regular expression is looked for, and what is wanted of the answer: as the options of words. */
export type PatternScope = Pick<SearchOptions, 'document' | 'locate' | 'places'>;

/** What the page asks of the worker for regular expressions. */
export type PatternRequest =
  | LoadRequest
  | { kind: 'match'; id: number; expression: string; parts: SearchedParts; options: PatternScope };

export type PatternResponse =
  /** From here on the expression alone takes time. */
  | { kind: 'begun'; id: number }
  | { kind: 'matched'; id: number; result: Result<PackedPatternFindings, PatternProblem> };
