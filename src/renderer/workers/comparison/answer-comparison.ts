import { comparePlans } from '#core/comparison/compare-plans';
import { requirementsOf } from '#core/comparison/requirements';
import type { Compared, ComparisonRequest } from './comparison-messages.ts';

/** The worker's part. */
export function answerComparison({ left, right }: ComparisonRequest): Compared {
  const pairs = comparePlans(left, right);
  return { pairs, requirements: requirementsOf(left, right, pairs) };
}
