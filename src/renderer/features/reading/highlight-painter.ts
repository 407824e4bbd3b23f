import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { labelIds } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import { pointOf } from './document-offsets.ts';

/** Names in the CSS highlight registry that belong to the reading view; others are never touched. */
type PaintName = `annotation-${string}` | 'search' | 'search-current';

/** Milliseconds that painting may take before the page is let go on, and how many places it paints at any rate. */
const stepTime = 4;
const leastOfStep = 200;

const none: readonly PlacedAnnotation[] = [];

interface PaintedAnnotations {
  placed: readonly PlacedAnnotation[];
  selected: string | null;
  /** The text itself has marks; only the current annotation is painted. */
  isMarked: boolean;
  /** What is far from it is not painted; `null`: all is. */
  near: TextRange | null;
}

/**
 * Paints with the CSS Custom Highlight API: one `Highlight` for each label, holding static ranges, so that 10,000
 * highlights cost no DOM nodes and 50 ms. The browser goes through all ranges again in each frame in which anything in the page has
 * changed, 2 ms for a thousand: so of many annotations only those near what is seen are painted, and what overlaps is one range.
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
  /** Starts a highlight and says what it is to hold; nothing where that is painted already, or is to be painted no more. */
  const begin = (name: PaintName, ranges: readonly TextRange[], priority: number): Highlight | undefined => {
    // Saving a note moves nothing: thousands of highlights are not to be made anew at each pause in typing.
    if (areEqual(painted.get(name) ?? [], ranges)) return undefined;
    painted.set(name, ranges);
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      return undefined;
    }
    const highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    return highlight;
  };
  // one by one: so many arguments as a text has places are more than a call may have
  const add = (highlight: Highlight, range: TextRange | undefined) => {
    const place = range === undefined ? undefined : staticRange(range);
    if (place !== undefined) highlight.add(place);
  };
  const paint = (name: PaintName, ranges: readonly TextRange[], priority: number) => {
    const highlight = begin(name, ranges, priority);
    if (highlight !== undefined) for (const range of ranges) add(highlight, range);
  };
  /** A hundred thousand places would hold the page up for seconds: those from the current one on come at once, the others little by little. */
  const paintInSteps = (ranges: readonly TextRange[], current: number) => {
    const highlight = begin('search', ranges, 2);
    if (highlight === undefined) return;
    const first = Math.max(current, 0);
    let done = 0;
    const step = () => {
      if (painted.get('search') !== ranges) return;
      const until = performance.now() + stepTime;
      const least = Math.min(done + leastOfStep, ranges.length);
      while (done < least || (done < ranges.length && performance.now() < until)) {
        add(highlight, ranges[(first + done) % ranges.length]);
        done += 1;
      }
      if (done < ranges.length) setTimeout(step);
    };
    step();
  };
  return {
    paintAnnotations({ placed, selected, isMarked, near }: PaintedAnnotations) {
      const ranges = rangesByLabel(isMarked ? none : placed);
      for (const label of labelIds) paint(`annotation-${label}`, partOf(ranges.get(label) ?? [], near), 0);
      const current = placed.find(({ annotation }) => annotation.id === selected)?.anchoring.range;
      paint('annotation-selected', current === undefined ? [] : [current], 1);
    },
    paintSearch(ranges: readonly TextRange[], current: number) {
      const found = ranges[current];
      paintInSteps(ranges, current);
      paint('search-current', found === undefined ? [] : [found], 3);
    },
    clear() {
      painted.clear();
      for (const label of labelIds) CSS.highlights.delete(`annotation-${label}`);
      for (const name of ['annotation-selected', 'search', 'search-current']) CSS.highlights.delete(name);
    },
  };
}

const known = new WeakMap<readonly PlacedAnnotation[], Map<string, TextRange[]>>();

/** Made once for the same notes: each that is selected asks for them. */
function rangesByLabel(placed: readonly PlacedAnnotation[]): Map<string, TextRange[]> {
  const before = known.get(placed);
  if (before !== undefined) return before;
  const ranges = new Map<string, TextRange[]>();
  for (const { annotation, anchoring } of placed) {
    const label = paintedAs(annotation.label);
    const of = ranges.get(label) ?? [];
    ranges.set(label, of);
    if (anchoring.range !== undefined) of.push(anchoring.range);
  }
  for (const [label, of] of ranges) ranges.set(label, joined(of));
  known.set(placed, ranges);
  return ranges;
}

function partOf(ranges: readonly TextRange[], near: TextRange | null): readonly TextRange[] {
  return near === null ? ranges : ranges.filter(({ start, end }) => start < near.end && end > near.start);
}

/** The same text, each part of it once. */
function joined(ranges: readonly TextRange[]): TextRange[] {
  const sorted = [...ranges].sort((left, right) => left.start - right.start);
  const found: TextRange[] = [];
  for (const { start, end } of sorted) {
    const last = found.at(-1);
    if (last === undefined || start > last.end) found.push({ start, end });
    else if (end > last.end) found[found.length - 1] = { start: last.start, end };
  }
  return found;
}

function areEqual(before: readonly TextRange[], next: readonly TextRange[]): boolean {
  return (
    before.length === next.length &&
    before.every(({ start, end }, index) => start === next[index]?.start && end === next[index]?.end)
  );
}

export type Painter = ReturnType<typeof createPainter>;
