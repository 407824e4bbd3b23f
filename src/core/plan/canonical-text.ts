import { codePointLength, type TextRange } from '../text/code-points.ts';
import type { PlanDocument } from './plan.ts';

const texts = new WeakMap<PlanDocument, string>();
const rangesOfBlocks = new WeakMap<PlanDocument, readonly TextRange[]>();

/** The text that offsets and hashes refer to: the plan's blocks joined by `\n`. */
export function canonicalText(plan: PlanDocument): string {
  let text = texts.get(plan);
  if (text === undefined) {
    text = plan.blocks.map((block) => block.text).join('\n');
    texts.set(plan, text);
  }
  return text;
}

/** For each block its span in the canonical text, in code points, without the `\n` that follows it. */
export function blockRanges(plan: PlanDocument): readonly TextRange[] {
  let ranges = rangesOfBlocks.get(plan);
  if (ranges === undefined) {
    let start = 0;
    ranges = plan.blocks.map((block) => {
      const end = start + codePointLength(block.text);
      const range = { start, end };
      start = end + 1;
      return range;
    });
    rangesOfBlocks.set(plan, ranges);
  }
  return ranges;
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
