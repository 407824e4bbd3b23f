import type { PlanDocument } from '../plan/plan.ts';
import type { TextRange } from '../text/code-points.ts';
import { corpusOf, type FoldedCopy } from './corpus.ts';
import { parseQuery } from './query.ts';
import { scan } from './scan.ts';

/**
 * Every place of `query` in the plan, in reading order, in code points of its canonical text; where there is none, those that
 * differ in quotes, brackets and the like.
 */
export function findInText(plan: PlanDocument, query: string): TextRange[] {
  const { exact, loose, bare } = parseQuery(query);
  const corpus = corpusOf(plan);
  const literal = placesIn(corpus.exact, exact);
  if (literal.length > 0 || loose.length === 0) return literal;
  const near = placesIn(corpus.loose(), loose);
  return near.length > 0 ? near : placesIn(corpus.loose(), bare);
}

function placesIn(copy: FoldedCopy, parts: readonly string[]): TextRange[] {
  const ranges: TextRange[] = [];
  scan(copy.text, parts, (start, end) => ranges.push(copy.locate(start, end)));
  return ranges;
}
