import type { PlanDocument } from '../plan/plan.ts';
import { sliceByCodePoints, type TextRange } from '../text/code-points.ts';
import type { QuoteLine } from './report.ts';

/**
 * The quoted passage, one line for each block it comes from, with what the source lacks between and after them. A passage
 * without a place, or whose words differ from those at its place, is quoted as it was annotated.
 */
export function quoteLines(
  plan: PlanDocument,
  ranges: readonly TextRange[],
  exact: string,
  range: TextRange | undefined,
  firstBlock: number | undefined,
): QuoteLine[] {
  const lines = range === undefined || firstBlock === undefined ? [] : linesAt(plan, ranges, range, firstBlock);
  const isSame = lines.map(({ text }) => text).join('\n') === exact;
  return (isSame ? lines : exact.split('\n').map((text): QuoteLine => ({ text }))).filter(({ text }) => text !== '');
}

function linesAt(plan: PlanDocument, ranges: readonly TextRange[], range: TextRange, firstBlock: number): QuoteLine[] {
  const lines: QuoteLine[] = [];
  for (let index = firstBlock; index < ranges.length; index += 1) {
    const block = plan.blocks[index];
    const span = ranges[index];
    if (block === undefined || span === undefined || span.start >= range.end) break;
    const inside = { start: Math.max(range.start - span.start, 0), end: Math.min(range.end, span.end) - span.start };
    lines.push({
      text: sliceByCodePoints(block.text, inside),
      ...(block.gapBefore && index > firstBlock ? { gapBefore: true } : {}),
      ...(block.cutOff && range.end >= span.end ? { cutOff: true } : {}),
    });
  }
  return lines;
}
