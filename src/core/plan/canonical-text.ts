import { codePointLength, codePointOffset, type TextRange, utf16Offset } from '../text/code-points.ts';
import type { PlanDocument } from './plan.ts';

const texts = new WeakMap<PlanDocument, string>();
const rangesOfBlocks = new WeakMap<PlanDocument, readonly TextRange[]>();
const unitsOfBlocks = new WeakMap<PlanDocument, readonly number[]>();

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
  return lastNotAfter(ranges.length, (index) => ranges[index]?.start ?? 0, offset);
}

/** The UTF-16 index in the canonical text at which code point `offset` begins; its length when the text is shorter. */
export function canonicalUnits(plan: PlanDocument, offset: number): number {
  // A long text is not walked from its beginning: the block that holds the place is short.
  const ranges = blockRanges(plan);
  const block = blockIndexAt(ranges, offset);
  const within = offset - (ranges[block]?.start ?? 0);
  return (blockUnits(plan)[block] ?? 0) + utf16Offset(plan.blocks[block]?.text ?? '', within);
}

/** The number of code points of the canonical text before its UTF-16 index `units`; half a pair counts as the pair. */
export function canonicalOffset(plan: PlanDocument, units: number): number {
  const starts = blockUnits(plan);
  const block = lastNotAfter(starts.length, (index) => starts[index] ?? 0, units);
  const within = units - (starts[block] ?? 0);
  return (blockRanges(plan)[block]?.start ?? 0) + codePointOffset(plan.blocks[block]?.text ?? '', within);
}

/** The code points `[start, end)` of the canonical text. */
export function canonicalSlice(plan: PlanDocument, { start, end }: TextRange): string {
  return canonicalText(plan).slice(canonicalUnits(plan, start), canonicalUnits(plan, Math.max(start, end)));
}

/** For each block the UTF-16 index in the canonical text at which it begins. */
function blockUnits(plan: PlanDocument): readonly number[] {
  let starts = unitsOfBlocks.get(plan);
  if (starts === undefined) {
    let next = 0;
    starts = plan.blocks.map(({ text }) => {
      const start = next;
      next += text.length + 1;
      return start;
    });
    unitsOfBlocks.set(plan, starts);
  }
  return starts;
}

/** Index of the last of `length` ascending values that is not above `wanted`; 0 when all are. */
function lastNotAfter(length: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueAt(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
