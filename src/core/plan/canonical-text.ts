import { codePointLength, type TextRange } from '../text/code-points.ts';
import type { PlanDocument } from './plan.ts';

/** The text that offsets and hashes refer to: the plan's blocks joined by `\n`. */
export function canonicalText(plan: PlanDocument): string {
  return plan.blocks.map((block) => block.text).join('\n');
}

/** For each block its span in the canonical text, in code points, without the `\n` that follows it. */
export function blockRanges(plan: PlanDocument): TextRange[] {
  let start = 0;
  return plan.blocks.map((block) => {
    const end = start + codePointLength(block.text);
    const range = { start, end };
    start = end + 1;
    return range;
  });
}

/** Index of the block that holds code point `offset` (a `\n` belongs to the block before it), or the nearest block. */
export function blockIndexAt(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
