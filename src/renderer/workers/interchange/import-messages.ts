import type { ImportItem, PresentAnnotations } from '#core/interchange/compare-import';
import type { FileContentProblem, OtherDocument, RefusedEntry } from '#core/interchange/from-jsonld';
import type { PlanDocument } from '#core/plan/plan';

/** What the page hands to the worker that reads a chosen file. */
export interface ImportRequest {
  bytes: Uint8Array;
  plan: PlanDocument;
  present: PresentAnnotations;
  /** Stands in for times that the file does not tell. */
  now: string;
}

/** What a file is, compared with what is here. */
export interface ImportReading {
  items: ImportItem[];
  /** How many annotations of the file are here already. */
  unchanged: number;
  refused: RefusedEntry[];
  others: OtherDocument[];
}

/** Why a file holds nothing that can be imported. `failed`: the worker broke down over it. */
export type ContentProblem = 'empty' | 'not-text' | 'truncated' | 'not-json' | FileContentProblem | 'failed';

export type ImportResponse =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'read'; reading: ImportReading }
  | { kind: 'problem'; problem: ContentProblem };
