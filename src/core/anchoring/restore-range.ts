import { canonicalSlice } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { codePointLength, type TextRange } from '../text/code-points.ts';
import { isPassedOver, type NormalText } from './normal-text.ts';
import type { Span } from './plan-words.ts';

/**
 * The code points that a span of the normalised text stands for, with the punctuation around it that the quote began and
 * ended with.
 */
export function restoreRange(plan: PlanDocument, normal: NormalText, span: Span, exact: string): TextRange {
  const core = { start: normal.sources[span.from] ?? 0, end: (normal.sources[span.to - 1] ?? 0) + 1 };
  const characters = [...exact];
  const leading = characters.findIndex((character) => !isPassedOver(character));
  const trailing = [...characters].reverse().findIndex((character) => !isPassedOver(character));
  const verbatim = { start: core.start - leading, end: core.end + trailing };
  if (verbatim.start >= 0 && canonicalSlice(plan, verbatim) === exact) return verbatim;
  const before = [...canonicalSlice(plan, { start: Math.max(0, core.start - 2 * leading), end: core.start })].reverse();
  const after = [...canonicalSlice(plan, { start: core.end, end: core.end + 2 * trailing })];
  return {
    start: core.start - reattached(before, characters.slice(0, leading), closing),
    end: core.end + reattached(after, characters.slice(characters.length - trailing), opening),
  };
}

/** Marks that belong to what stands before them, and to what follows them. */
const closing = /[)\]}）］｝】》〉」』”’、，。；：！？,.;:!?]/u;
const opening = /[([{（［｛【《〈「『“‘]/u;

/**
 * How many of `outward`, the characters beside the passage, take the place of the marks that it had there; those of
 * `elsewhere` belong to what stands beyond.
 */
function reattached(outward: readonly string[], marks: readonly string[], elsewhere: RegExp): number {
  let left = marks.filter((mark) => !isBlank(mark)).length;
  const crosses = marks.includes('\n');
  let taken = 0;
  for (const [index, character] of outward.entries()) {
    if (left === 0 || !isPassedOver(character) || (character === '\n' && !crosses)) break;
    if (elsewhere.test(character) && !marks.includes(character)) break;
    if (isBlank(character)) continue;
    left -= 1;
    taken = index + 1;
  }
  return taken;
}

function isBlank(character: string): boolean {
  return codePointLength(character) === 1 && /\s/u.test(character);
}
