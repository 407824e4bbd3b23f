import type { PlanDocument } from '../plan/plan.ts';
import type { TextRange } from '../text/code-points.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { parseQuery } from './query.ts';
import { scanCorpus } from './scan-corpus.ts';

/**
 * Every place of `query` in the plan, in reading order, in code points of its canonical text; where there is none, those that
 * differ in quotes, brackets and the like.
 */
export function findInText(plan: PlanDocument, query: string): TextRange[] {
  const { exact, loose, bare } = parseQuery(query);
  const corpus = corpusOf(plan);
  const literal = placesIn(corpus, exact, false);
  if (literal.length > 0 || loose.length === 0) return literal;
  const near = placesIn(corpus, loose, true);
  return near.length > 0 ? near : placesIn(corpus, bare, true);
}

function placesIn(corpus: Corpus, parts: readonly string[], isLoose: boolean): TextRange[] {
  const ranges: TextRange[] = [];
  scanCorpus(corpus, parts, isLoose, (start, end) => ranges.push(corpus.locate(start, end)));
  return ranges;
}
