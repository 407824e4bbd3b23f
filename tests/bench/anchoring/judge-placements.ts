import type { Selectors } from '#core/annotation/annotation';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import type { Method } from './methods.ts';
import type { Fate, Placement } from './placements.ts';

/**
 * `right`: at least four fifths in common, or both ends within two characters. `shifted`: it overlaps the true place.
 * `wrong`: it does not, or there is none. `misproposed`: the same, but the reader is asked whether it is there, so that nobody
 * is misled unawares. `orphaned`: not placed.
 */
export type Outcome = 'right' | 'shifted' | 'misproposed' | 'wrong' | 'orphaned';

export type Tally = Record<Fate, Record<Outcome, number>>;

export function emptyTally(): Tally {
  const none = () => ({ right: 0, shifted: 0, misproposed: 0, wrong: 0, orphaned: 0 });
  return { intact: none(), altered: none(), remnant: none(), deleted: none() };
}

export function count(tally: Tally, fate: Fate, outcome: Outcome): void {
  tally[fate][outcome] += 1;
}

export function outcomeOf(
  method: Method,
  after: PlanDocument,
  selectors: Selectors,
  { truths, parts }: Pick<Placement, 'truths' | 'parts'>,
): Outcome {
  const found = method(after, selectors);
  if (found === undefined) return 'orphaned';
  if (truths.some((truth) => isRight(found, truth))) return 'right';
  if (parts.some((part) => common(found, part) > 0)) return 'shifted';
  return found.isForReview ? 'misproposed' : 'wrong';
}

function isRight(found: TextRange, truth: TextRange): boolean {
  const together = Math.max(found.end, truth.end) - Math.min(found.start, truth.start);
  const areNear = Math.abs(found.start - truth.start) <= 2 && Math.abs(found.end - truth.end) <= 2;
  return common(found, truth) > 0 && (areNear || common(found, truth) / together >= 0.8);
}

function common(found: TextRange, truth: TextRange): number {
  return Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
}
