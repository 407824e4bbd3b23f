import { canonicalOffset, canonicalText } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { normalOffset } from './normal-text.ts';
import { type Span, wordsOf } from './plan-words.ts';

/** A place of a passage that has no letter and no digit: empty in the normalised text, so that the original one is kept. */
export interface VerbatimPlace extends Span {
  /** Code point of the canonical text at which it begins. */
  start: number;
}

export function verbatimPlaces(plan: PlanDocument, exact: string): VerbatimPlace[] {
  const text = canonicalText(plan);
  const words = wordsOf(plan);
  const places: VerbatimPlace[] = [];
  for (let at = exact === '' ? -1 : text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const start = canonicalOffset(plan, at);
    const from = normalOffset(words, start);
    places.push({ from, to: from, start });
  }
  return places;
}
