import type { BlockName, Correction } from '#core/outline/corrections';
import type { PreviewLine } from '#core/outline/preview-lines';
import type { PlanDiagnostic, PlanDocument } from '#core/plan/plan';

type WithoutName<Kind> = Kind extends { block: BlockName } ? Omit<Kind, 'block'> : never;
/** What a correction does to a line; the line is named apart. `at` of a split: where its second line begins, in code points. */
export type LineCorrection = WithoutName<Correction>;

/** A correction of the line with this index, as the lines are now. */
export interface LineEdit {
  line: number;
  correction: LineCorrection;
}

export type OutlineRequest =
  /** The blocks as JSON: a long document would cost the page a second as objects. */
  | { kind: 'load'; blocks: string }
  | { kind: 'outline'; id: number; corrections: readonly Correction[]; edit: LineEdit | null }
  | { kind: 'plan'; id: number; document: string; title: string }
  | { kind: 'completes'; id: number; excerpt: PlanDocument };

/** A heading of the outline that was found. */
export interface FoundSection {
  id: string;
  level: number;
  title: string;
  isMissing: boolean;
  /** Index of its line, or of the one that it would stand before. */
  line: number;
}

/** Something odd about the document. */
export interface FoundOddity {
  code: PlanDiagnostic['code'];
  /** How the document numbers the section; empty where there is none. */
  number: string;
  /** Index of the line concerned. */
  line: number;
}

/** A document as its blocks and the reader's corrections make it. */
export interface Outlined {
  /** Empty where the document has none. */
  title: string;
  /** As `countCharacters` counts. */
  characters: number;
  /** How many lines the reader does not want. */
  dropped: number;
  lines: PreviewLine[];
  sections: FoundSection[];
  oddities: FoundOddity[];
  /** Every correction, that of the edit last. */
  corrections: Correction[];
  /** How many corrections of another edition found no place in this one. */
  unplaced: number;
}

export type OutlineResponse =
  | { kind: 'outlined'; id: number; outlined: Outlined }
  /** The plan as JSON, ready to be kept. */
  | { kind: 'plan'; id: number; plan: string }
  | { kind: 'completes'; id: number; isLikely: boolean };
