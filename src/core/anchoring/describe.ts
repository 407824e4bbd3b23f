import type { Selectors } from '../annotation/annotation.ts';
import { blockIndexAt, blockRanges, canonicalSlice, canonicalText, canonicalUnits } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { ordinalsTo, sectionPath } from '../plan/section-tree.ts';
import { textHash } from '../plan/text-hash.ts';
import type { TextRange } from '../text/code-points.ts';
import { countOccurrences } from './occurrences.ts';

/** UTF-16 units of context kept on each side of a passage: measured; 16 loses accuracy, 64 adds none. */
const contextLength = 32;

/** Everything that helps to find the passage `range` (code points of the canonical text) again in another edition. */
export function describeRange(plan: PlanDocument, range: TextRange): Selectors {
  const text = canonicalText(plan);
  const exact = canonicalSlice(plan, range);
  const from = canonicalUnits(plan, range.start);
  const to = from + exact.length;
  const block = plan.blocks[blockIndexAt(blockRanges(plan), range.start)];
  const section = block?.section;
  const quote = {
    exact,
    prefix: wholeCodePoints(text.slice(Math.max(0, from - contextLength), from)),
    suffix: wholeCodePoints(text.slice(to, to + contextLength)),
  };
  return {
    ...quote,
    start: range.start,
    end: range.end,
    sectionPath: section === undefined ? '' : ordinalsTo(plan, section).join('/'),
    sectionHeading: section === undefined ? '' : (sectionPath(plan, section).at(-1)?.heading ?? ''),
    textHash: textHash(plan),
    ...countOccurrences(plan, quote, range.start),
  };
}

/** `text` without half a surrogate pair at either end. */
function wholeCodePoints(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
