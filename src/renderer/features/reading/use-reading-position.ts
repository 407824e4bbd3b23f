import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { textHash } from '#core/plan/text-hash';
import type { AppState } from '../../store/app-store.ts';
import { useAppStore } from '../../store/use-app.ts';
import { goalOf, moveTo } from './move-to.ts';
import { layOut, partAt, placeAt, readingLine, topOf } from './page-places.ts';
import type { PortionRange } from './page-portions.ts';
import { type Arrival, settlingTime, useArrivals } from './use-arrivals.ts';

/** Follows the reader (current section, position to come back to) and takes the reader where the store asks. */
export function useReadingPosition(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  portions: PortionRange,
): void {
  const store = useAppStore();
  const arrival = useRef<Arrival | null>(null);
  const isThere = portions.from < portions.to;

  useLayoutEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null || !isThere) return undefined;
    const leave = restorePosition(scroller, plan, store.getState());
    const timer = setTimeout(() => leave?.(), settlingTime);
    let anchor: { block: HTMLElement; y: number; scrollTop: number } | undefined;
    // A text that has become shorter pushes the view up to its end; that is not the reader's doing either.
    const isPushedUp = () =>
      scroller.scrollTop < (anchor?.scrollTop ?? 0) &&
      scroller.scrollTop >= scroller.scrollHeight - scroller.clientHeight - 1;
    const hasNotScrolled = () => scroller.scrollTop === anchor?.scrollTop || isPushedUp();
    const keepPlace = () => {
      // Whatever comes below the top of a text leaves it where it is.
      if (scroller.scrollTop === 0) {
        anchor = undefined;
        return;
      }
      // The reader has moved on since: the new place counts.
      if (anchor?.block.isConnected !== true || !hasNotScrolled()) return setAnchor();
      const moved = anchor.block.getBoundingClientRect().top - topOf(scroller) - anchor.y;
      if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
      const wasAsked = arrival.current?.scrollTop === anchor.scrollTop;
      anchor.scrollTop = scroller.scrollTop;
      if (wasAsked && arrival.current !== null) arrival.current = { ...arrival.current, scrollTop: anchor.scrollTop };
    };
    const setAnchor = () => {
      const block = partAt(scroller, readingLine);
      if (block === undefined) return;
      anchor = { block, y: block.getBoundingClientRect().top - topOf(scroller), scrollTop: scroller.scrollTop };
    };
    // Another width, type size or font sets the text anew; what was being read stays where it was.
    const observer = new ResizeObserver(keepPlace);
    for (const child of scroller.children) observer.observe(child);

    let frame = 0;
    const track = () => {
      frame = 0;
      // Text that is set anew, or shorter, leaves the reader in his section, whatever stands at the line now.
      const isByReader = anchor === undefined || !hasNotScrolled();
      keepPlace();
      const place = placeAt(scroller, plan);
      const state = store.getState();
      const isWhereAsked = arrival.current?.scrollTop === scroller.scrollTop;
      if (isByReader) state.setCurrentSection((isWhereAsked ? arrival.current?.section : place.section) || null);
      state.changeView({ position: { document: plan.id, text: textHash(plan), ...place } });
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(track);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    if (leave !== undefined) track();
    return () => {
      clearTimeout(timer);
      leave?.();
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [pane, plan, store, isThere]);

  useArrivals(pane, plan, portions, arrival);
}

/**
 * Goes to where the reader was last, laying out what is there; answers how to leave that to the browser again. Undefined
 * where there is no such place in this plan.
 */
export function restorePosition(
  scroller: HTMLElement,
  plan: PlanDocument,
  { view: { position } }: AppState,
): (() => void) | undefined {
  if (position?.document !== plan.id) return undefined;
  const { document: _, text: __, ...place } = position;
  const goal = goalOf(scroller, plan, place);
  const leave = goal === null ? () => undefined : layOut(goal);
  moveTo(scroller, plan, place);
  return leave;
}
