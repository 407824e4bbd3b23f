import type { ClausePair } from '#core/comparison/compare-plans';
import type { Requirement } from '#core/comparison/requirements';
import type { PlanDocument } from '#core/plan/plan';

export interface ComparisonRequest {
  left: PlanDocument;
  right: PlanDocument;
}

/** Two texts clause by clause. */
export interface Compared {
  pairs: ClausePair[];
  requirements: Requirement[];
}
