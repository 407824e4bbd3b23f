import type { Selectors } from '../annotation/annotation.ts';
import { canonicalSlice } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { textHash } from '../plan/text-hash.ts';
import { codePointLength, type TextRange } from '../text/code-points.ts';
import { type Candidate, exactPlaces, findCandidates } from './candidates.ts';
import { judge, type Refusal } from './judge.ts';
import { passageOf } from './passage.ts';
import { wordsOf } from './plan-words.ts';
import { restoreRange } from './restore-range.ts';
import { verbatimPlaces } from './verbatim-places.ts';

/** Where an annotation stands in a text. `review`: probably here, the reader should look; `orphaned`: nowhere for sure. */
export interface Anchoring {
  state: 'anchored' | 'review' | 'orphaned';
  /** Code points of the canonical text; present unless orphaned. */
  range?: TextRange;
  /** 0 to 1: how much of the evidence agrees. */
  score: number;
  reason?: Refusal;
  /** Other places that the reader may choose, best first, at most five. */
  suggestions: TextRange[];
}

const mostSuggestions = 5;
/** A place with less of the passage than this part of it, and fewer characters, is another passage: to offer it would mislead. */
const leastPart = 1 / 3;
const leastKept = 8;

/**
 * Finds the passage that `selectors` describe. On the very text they were made from, the stored offsets decide; on any
 * other text the quote, its surroundings and its section do. Whatever is unsure stays an orphan, because a wrong place is
 * worse than none.
 */
export function anchorSelectors(plan: PlanDocument, selectors: Selectors): Anchoring {
  const { exact, start, end } = selectors;
  if (selectors.textHash === textHash(plan) && canonicalSlice(plan, { start, end }) === exact) {
    return { state: 'anchored', range: { start, end }, score: 1, suggestions: [] };
  }
  const words = wordsOf(plan);
  const passage = passageOf(selectors);
  const verbatim = passage.quote === '' ? verbatimPlaces(plan, exact) : [];
  const places = passage.quote === '' ? verbatim : exactPlaces(words.text, passage.quote);
  const candidates = findCandidates(words, passage, places);
  const { occurrences, decoy } = selectors;
  const verdict = judge({ plan: words, passage, candidates, count: places.length, occurrences, decoy });
  const toRange = (candidate: Candidate): TextRange => {
    if (passage.quote !== '') return restoreRange(plan, words, candidate, exact);
    const start = verbatim.find(({ from }) => from === candidate.from)?.start ?? 0;
    return { start, end: start + codePointLength(exact) };
  };
  const suggest = (offered: readonly Candidate[]) =>
    offered
      .filter(({ kept }) => kept >= leastKept || kept >= leastPart * passage.quote.length)
      .slice(0, mostSuggestions)
      .map(toRange);
  const [best, ...others] = candidates;
  if (!verdict.accepted || best === undefined) {
    const suggestions = suggest(candidates);
    return { state: 'orphaned', score: 0, reason: verdict.accepted ? 'not-found' : verdict.reason, suggestions };
  }
  return {
    state: verdict.isSure ? 'anchored' : 'review',
    range: toRange(best),
    score: best.likeness,
    suggestions: suggest(others),
  };
}
