import { createContext, type ReactNode, use, useMemo } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { type MarkedRange, segmentsOf } from '#core/anchoring/segments';
import { paintedAs } from '#core/annotation/label';
import { blockIndexAt, blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength, sliceByCodePoints, type TextRange } from '#core/text/code-points';
import { placedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';

interface MarkedPlan {
  /** Highlights by the blocks that they touch. */
  marks: ReadonlyMap<number, readonly MarkedRange[]>;
  /** For each block its span in the plan's text. */
  starts: readonly TextRange[];
}

/** Null while highlights are painted instead of marked. */
const MarksContext = createContext<MarkedPlan | null>(null);

/** Gives the texts inside it their marks, where the reader wants marks. */
export function PlanMarks({ plan, children }: { plan: PlanDocument; children: ReactNode }) {
  const placed = useApp((state) => (state.settings.markMode === true ? placedNotes(state) : null));
  const marked = useMemo(() => (placed === null ? null : markedPlan(plan, placed)), [plan, placed]);
  return <MarksContext value={marked}>{children}</MarksContext>;
}

/** For each block what is marked in it, passages that begin in an earlier block included. */
function markedPlan(plan: PlanDocument, placed: readonly PlacedAnnotation[]): MarkedPlan {
  const ranges = blockRanges(plan);
  const marks = new Map<number, MarkedRange[]>();
  for (const { annotation, anchoring } of placed) {
    const { range } = anchoring;
    if (range === undefined) continue;
    const mark = { id: annotation.id, label: annotation.label, range };
    for (let block = blockIndexAt(ranges, range.start); (ranges[block]?.start ?? range.end) < range.end; block += 1) {
      const others = marks.get(block);
      if (others === undefined) marks.set(block, [mark]);
      else others.push(mark);
    }
  }
  return { marks, starts: ranges };
}

/** Whether anything of a block's text is to be marked: of a long text most is not, and thousands of components are spared. */
export function useHasMarks(block: number): boolean {
  return use(MarksContext)?.marks.has(block) ?? false;
}

interface MarkedTextProps {
  block: number;
  text: string;
  /** Code points of the block before `text`. */
  from: number;
}

/** A part of a block's text, with real `<mark>` elements where the reader wants them instead of painted highlights. */
export function MarkedText({ block, text, from }: MarkedTextProps) {
  const { marks, starts } = use(MarksContext) ?? {};
  const here = marks?.get(block);
  if (here === undefined) return text;
  const start = (starts?.[block]?.start ?? 0) + from;
  const span = { start, end: start + codePointLength(text) };
  return segmentsOf(span, here).map((segment) => {
    const words = sliceByCodePoints(text, { start: segment.start - start, end: segment.end - start });
    const [top] = segment.marks;
    if (top === undefined) return words;
    return (
      <mark key={segment.start} data-label={paintedAs(top.label)} data-several={segment.marks.length > 1 || undefined}>
        {words}
      </mark>
    );
  });
}
