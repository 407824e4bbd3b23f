import { type RefObject, useEffect, useRef } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import type { Place } from '../../store/navigation.ts';
import { useAppStore } from '../../store/use-app.ts';
import { goalOf, moveTo } from './move-to.ts';
import { layOut } from './page-places.ts';
import { isLong, type PortionRange } from './page-portions.ts';
import { requestedPlace, sectionOf } from './requested-place.ts';

/** So long a goal is brought back to its place, ms: what is near it in a long text takes some frames to be laid out. */
export const settlingTime = 800;
const briefTime = 50;
/** But for so many frames at least, however long the machine takes for each. */
const fewestFrames = 6;

/** Where the reader was taken, until the next scroll. */
export interface Arrival {
  section: string | undefined;
  scrollTop: number;
}

/** Takes the reader where the store asks; to what is not in the page yet, once it is. */
export function useArrivals(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  portions: PortionRange,
  arrival: RefObject<Arrival | null>,
): void {
  const store = useAppStore();
  const awaited = useRef<{ plan: PlanDocument; arrive: () => void } | null>(null);
  const entered = useRef<object | null>(null);
  const lastInput = useLastInput(pane);

  useEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null) return undefined;
    let latest: Place | undefined;
    const go = (place: Place) => {
      latest = place;
      const section = place.current ?? sectionOf(plan, place);
      const began = performance.now();
      const isOver = () => latest !== place || lastInput.current > began;
      let leave: (() => void) | undefined;
      const move = () => {
        const goal = goalOf(scroller, plan, place);
        if (goal !== null) leave ??= layOut(goal);
        const isThere = moveTo(scroller, plan, place);
        awaited.current = isThere ? null : { plan, arrive };
        arrival.current = { section, scrollTop: scroller.scrollTop };
        store.getState().setCurrentSection(section ?? null);
      };
      // What comes near in a long text is only then laid out, which can push the goal away again.
      const settle = (until: number, frames = 0) => {
        if ((performance.now() > until && frames >= fewestFrames) || isOver()) return leave?.();
        requestAnimationFrame(() => {
          if (!isOver()) move();
          settle(until, frames + 1);
        });
      };
      const arrive = () => {
        if (isOver()) return;
        move();
        settle(performance.now() + (isLong(plan) ? settlingTime : briefTime));
      };
      arrive();
    };
    const unsubscribe = store.subscribe((state, before) => {
      const place = requestedPlace(state, before);
      if (place === undefined || (place.document ?? plan.id) !== plan.id) return;
      entered.current = state.request;
      go(place);
    });
    // What was asked for with the document itself, before it was in the page.
    const { request } = store.getState();
    if (request !== null && request !== entered.current && request.place.document === plan.id) go(request.place);
    entered.current = request;
    return () => {
      latest = undefined;
      unsubscribe();
    };
  }, [pane, plan, store, arrival, lastInput]);

  useEffect(() => {
    const { from, to } = portions;
    if (to > from && awaited.current?.plan === plan) awaited.current?.arrive();
  }, [plan, portions]);
}

/** When the reader last did something in the pane that may scroll it, ms since the page began. */
function useLastInput(pane: RefObject<HTMLElement | null>): RefObject<number> {
  const last = useRef(0);
  useEffect(() => {
    const { current } = pane;
    const note = () => {
      last.current = performance.now();
    };
    for (const type of inputs) current?.addEventListener(type, note, { passive: true });
    return () => {
      for (const type of inputs) current?.removeEventListener(type, note);
    };
  }, [pane]);
  return last;
}

const inputs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
