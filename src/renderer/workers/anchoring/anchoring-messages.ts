import type { Anchoring } from '#core/anchoring/anchor';
import type { Selectors } from '#core/annotation/annotation';
import type { PlanDocument } from '#core/plan/plan';

/** What the page asks of the anchoring worker. A new question gives up on the one before. */
export type AnchoringRequest =
  /** The text in which passages are looked for from now on. */
  { kind: 'load'; plan: PlanDocument } | { kind: 'locate'; id: number; passages: readonly Selectors[] };

/** A portion of the answer to question `id`: the places of the passages from index `from` on, in their order. */
export interface AnchoringResponse {
  id: number;
  from: number;
  anchorings: Anchoring[];
}
