import type { Selectors } from '../annotation/annotation.ts';
import { canonicalOffset, canonicalSlice, canonicalText } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { textHash } from '../plan/text-hash.ts';
import { codePointLength, type TextRange } from '../text/code-points.ts';

/** Where an annotation stands in a text. `review`: probably here, the reader should look; `orphaned`: nowhere for sure. */
export interface Anchoring {
  state: 'anchored' | 'review' | 'orphaned';
  /** Code points of the canonical text; present unless orphaned. */
  range?: TextRange;
  /** 0 to 1: how much of the evidence agrees. */
  score: number;
  reason?: 'not-found' | 'ambiguous';
  /** Other places that the reader may choose, best first. */
  suggestions: TextRange[];
}

/**
 * Finds the passage that `selectors` describe. On the very text they were made from, the stored offsets decide; on any
 * other text only the quote does: with its whole context it is anchored, alone and unique it is for review, and whatever
 * is unsure stays an orphan, because a wrong place is worse than none.
 */
export function anchorSelectors(plan: PlanDocument, selectors: Selectors): Anchoring {
  const text = canonicalText(plan);
  const { exact, start, end } = selectors;
  if (selectors.textHash === textHash(plan) && canonicalSlice(plan, { start, end }) === exact) {
    return { state: 'anchored', range: { start, end }, score: 1, suggestions: [] };
  }
  const places = occurrencesOf(text, exact);
  const inContext = places.filter((at) => isInContext(text, selectors, at));
  const toRange = (at: number): TextRange => {
    const from = canonicalOffset(plan, at);
    return { start: from, end: from + codePointLength(exact) };
  };
  if (inContext.length === 1 && inContext[0] !== undefined) {
    return { state: 'anchored', range: toRange(inContext[0]), score: 1, suggestions: [] };
  }
  if (places.length === 1 && places[0] !== undefined && selectors.occurrences === 1) {
    return { state: 'review', range: toRange(places[0]), score: 0.5, suggestions: [] };
  }
  return {
    state: 'orphaned',
    score: 0,
    reason: places.length === 0 ? 'not-found' : 'ambiguous',
    suggestions: places.slice(0, 5).map(toRange),
  };
}

/** An empty context was the edge of a text; anywhere else it is no evidence. */
function isInContext(text: string, { exact, prefix, suffix }: Selectors, at: number): boolean {
  const end = at + exact.length;
  const isAfter = prefix === '' ? at === 0 : text.endsWith(prefix, at);
  const isBefore = suffix === '' ? end === text.length : text.startsWith(suffix, end);
  return isAfter && isBefore;
}

function occurrencesOf(text: string, exact: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push(at);
  return places;
}
