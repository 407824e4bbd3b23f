import { type RefObject, useLayoutEffect, useState } from 'react';
import { blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import { partAt } from './page-places.ts';

/** What of the text is in sight, and a screen above and below it; `null` while nobody asks: then all of it counts as near. */
export function useNearText(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  isAsked: boolean,
): TextRange | null {
  const [near, setNear] = useState<TextRange | null>(null);
  useLayoutEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null || !isAsked) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      setNear((before) => nearText(scroller, plan, before));
    };
    const lookSoon = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    // Another width, type size or font brings other text into sight, too.
    const observer = new ResizeObserver(lookSoon);
    for (const element of [scroller, ...scroller.children]) observer.observe(element);
    scroller.addEventListener('scroll', lookSoon, { passive: true });
    look();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener('scroll', lookSoon);
      setNear(null);
    };
  }, [pane, plan, isAsked]);
  return near;
}

/** The same object as before, as long as what is in sight lies in it. */
function nearText(scroller: HTMLElement, plan: PlanDocument, before: TextRange | null): TextRange {
  const { clientHeight: screen } = scroller;
  const seen = textBetween(scroller, plan, 0, screen);
  if (before !== null && before.start <= seen.start && seen.end <= before.end) return before;
  return textBetween(scroller, plan, -screen, 2 * screen);
}

/** The text of all blocks between two lines, CSS pixels below the top of the pane. */
function textBetween(scroller: HTMLElement, plan: PlanDocument, upper: number, lower: number): TextRange {
  const ranges = blockRanges(plan);
  const first = ranges[blockAt(scroller, plan, upper) ?? 0];
  const last = ranges[blockAt(scroller, plan, lower) ?? ranges.length - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

function blockAt(scroller: HTMLElement, plan: PlanDocument, line: number): number | undefined {
  const { row, section: id } = partAt(scroller, line)?.dataset ?? {};
  if (row !== undefined) return Number(row);
  const section = plan.sections.find((each) => each.id === id);
  return section?.headingBlock ?? section?.bodyBlocks[0];
}
