import type { PlanDocument } from '../plan/plan.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { parseQuery } from './query.ts';
import { scanCorpus } from './scan-corpus.ts';

/**
 * Every place of `query` in the plan, in reading order, in code points of its canonical text, starts and ends alternating; where
 * there is none, those that differ in quotes, brackets and the like.
 */
export function findInText(plan: PlanDocument, query: string): Int32Array {
  const { exact, loose, bare } = parseQuery(query);
  const corpus = corpusOf(plan);
  const literal = placesIn(corpus, exact, false);
  if (literal.length > 0 || loose.length === 0) return literal;
  const near = placesIn(corpus, loose, true);
  return near.length > 0 ? near : placesIn(corpus, bare, true);
}

function placesIn(corpus: Corpus, parts: readonly string[], isLoose: boolean): Int32Array {
  const places = scanCorpus(corpus, parts, isLoose).taken();
  for (let at = 0; at < places.length; at += 2) {
    places[at] = corpus.startOf(places[at] ?? 0);
    places[at + 1] = corpus.endOf(places[at + 1] ?? 0);
  }
  return places;
}
