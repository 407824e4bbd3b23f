import type { Correction } from '#core/outline/corrections';
import type { PreviewLine } from '#core/outline/preview-lines';
import type { TextBlock } from '#core/outline/text-block';
import type { PlanDocument } from '#core/plan/plan';

export type OutlineRequest =
  | { kind: 'load'; blocks: readonly TextBlock[] }
  | { kind: 'outline'; id: number; document: string; corrections: readonly Correction[] };

/** A document as its blocks and the reader's corrections make it. */
export interface Outlined {
  plan: PlanDocument;
  lines: PreviewLine[];
  /** Corrections of another edition that found no place in this one. */
  unplaced: Correction[];
}

export type OutlineResponse = { id: number; outlined: Outlined };
