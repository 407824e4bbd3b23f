import type { TextRange } from '../text/code-points.ts';

/** A passage that is to be marked, in code points of the canonical text. */
export interface MarkedRange {
  /** Id of the annotation. */
  id: string;
  label: string;
  range: TextRange;
}

/** A stretch of text without a boundary of a mark inside, in code points. */
export interface Segment extends TextRange {
  /** What covers it, the shortest first, as a click would find it; empty for unmarked text. */
  marks: readonly MarkedRange[];
}

/** Cuts a span of text at every boundary of the marks that overlap it; the segments cover it without gaps, in order. */
export function segmentsOf(span: TextRange, marked: readonly MarkedRange[]): Segment[] {
  if (span.start >= span.end) return [];
  const here = marked.filter(
    ({ range }) => range.start < span.end && range.end > span.start && range.start < range.end,
  );
  const cuts = new Set([span.start, span.end]);
  for (const { range } of here) {
    if (range.start > span.start) cuts.add(range.start);
    if (range.end < span.end) cuts.add(range.end);
  }
  const borders = [...cuts].sort((left, right) => left - right);
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? span.end;
    const marks = here.filter(({ range }) => range.start <= start && range.end >= end).sort(byLength);
    return { start, end, marks };
  });
}

function byLength(left: MarkedRange, right: MarkedRange): number {
  return lengthOf(left) - lengthOf(right);
}

function lengthOf({ range: { start, end } }: MarkedRange): number {
  return end - start;
}
