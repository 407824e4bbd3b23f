import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { labelIds } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import { pointOf } from './document-offsets.ts';

/** Names in the CSS highlight registry that belong to the reading view; others are never touched. */
type PaintName = `annotation-${string}` | 'search' | 'search-current';

/**
 * Paints with the CSS Custom Highlight API: one `Highlight` for each label, holding static ranges, so that 10,000
 * highlights cost no DOM nodes and 50 ms.
 */
export function createPainter(plan: PlanDocument, elements: readonly HTMLElement[]) {
  const staticRange = (range: TextRange): StaticRange | undefined => {
    const from = pointOf(plan, elements, range.start);
    const to = pointOf(plan, elements, range.end);
    if (from === undefined || to === undefined) return undefined;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  };
  const painted = new Map<PaintName, readonly TextRange[]>();
  const paint = (name: PaintName, ranges: readonly TextRange[], priority: number) => {
    // Saving a note moves nothing: thousands of highlights are not to be made anew at each pause in typing.
    if (areEqual(painted.get(name) ?? [], ranges)) return;
    painted.set(name, ranges);
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight(...ranges.flatMap((range) => staticRange(range) ?? []));
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  };
  return {
    /** `isMarked`: the text itself has marks; only the current annotation is painted. */
    paintAnnotations(placed: readonly PlacedAnnotation[], selected: string | null, isMarked: boolean) {
      for (const label of labelIds) {
        const ranges = placed.flatMap(({ annotation, anchoring }) =>
          !isMarked && anchoring.range !== undefined && paintedAs(annotation.label) === label ? [anchoring.range] : [],
        );
        paint(`annotation-${label}`, ranges, 0);
      }
      const current = placed.find(({ annotation }) => annotation.id === selected)?.anchoring.range;
      paint('annotation-selected', current === undefined ? [] : [current], 1);
    },
    paintSearch(ranges: readonly TextRange[], current: number) {
      const found = ranges[current];
      paint('search', ranges, 2);
      paint('search-current', found === undefined ? [] : [found], 3);
    },
    clear() {
      painted.clear();
      for (const label of labelIds) CSS.highlights.delete(`annotation-${label}`);
      for (const name of ['annotation-selected', 'search', 'search-current']) CSS.highlights.delete(name);
    },
  };
}

function areEqual(before: readonly TextRange[], next: readonly TextRange[]): boolean {
  return (
    before.length === next.length &&
    before.every(({ start, end }, index) => start === next[index]?.start && end === next[index]?.end)
  );
}

export type Painter = ReturnType<typeof createPainter>;
