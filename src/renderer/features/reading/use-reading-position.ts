import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { blockIndexAt, blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from '../../store/app-store.ts';
import type { Place } from '../../store/navigation.ts';
import { useAppStore } from '../../store/use-app.ts';
import { blockElements, domRangeOf } from './document-offsets.ts';
import { headingOf, layOut, partAt, readingLine, sectionAt } from './page-places.ts';
import { isLong, type SectionRange } from './page-sections.ts';
import { requestedPlace, sectionOf } from './requested-place.ts';
import { beforeSections } from './section-marks.ts';

/** So long a goal is brought back to its place, ms: what is near it in a long text takes some frames to be laid out. */
const settlingTime = 800;
const briefTime = 50;

/** Where the reader was taken, until the next scroll. */
interface Arrival {
  section: string | undefined;
  scrollTop: number;
}

/** Follows the reader (current section, position to come back to) and takes the reader where the store asks. */
export function useReadingPosition(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  sections: SectionRange,
): void {
  const store = useAppStore();
  const arrival = useRef<Arrival | null>(null);

  useLayoutEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null) return undefined;
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
      const moved = anchor.block.getBoundingClientRect().top - top(scroller) - anchor.y;
      if (Math.abs(moved) < 1) return;
      scroller.scrollTop += moved;
      anchor.scrollTop = scroller.scrollTop;
    };
    const setAnchor = () => {
      const block = partAt(scroller, readingLine);
      if (block === undefined) return;
      anchor = { block, y: block.getBoundingClientRect().top - top(scroller), scrollTop: scroller.scrollTop };
    };
    // Another width, type size or font sets the text anew; what was being read stays where it was.
    const observer = new ResizeObserver(keepPlace);
    for (const child of scroller.children) observer.observe(child);

    let frame = 0;
    const track = () => {
      frame = 0;
      keepPlace();
      const section = sectionAt(scroller, plan);
      const heading = section === undefined ? null : headingOf(scroller, section);
      const state = store.getState();
      const isWhereAsked = arrival.current?.scrollTop === scroller.scrollTop;
      state.setCurrentSection((isWhereAsked ? arrival.current?.section : section) ?? null);
      const offset = heading === null ? scroller.scrollTop : top(scroller) - heading.getBoundingClientRect().top;
      state.changeView({ position: { document: plan.id, section: section ?? beforeSections, offset } });
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
  }, [pane, plan, store]);

  useArrivals(pane, plan, sections, arrival);
}

/** Takes the reader where the store asks; to what is not in the page yet, once it is. */
function useArrivals(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  sections: SectionRange,
  arrival: RefObject<Arrival | null>,
): void {
  const store = useAppStore();
  const awaited = useRef<{ plan: PlanDocument; arrive: () => void } | null>(null);
  const lastInput = useLastInput(pane);

  useEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null) return undefined;
    let latest: Place | undefined;
    const unsubscribe = store.subscribe((state, before) => {
      const place = requestedPlace(state, before);
      if (place === undefined) return;
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
        state.setCurrentSection(section ?? null);
      };
      // What comes near in a long text is only then laid out, which can push the goal away again.
      const settle = (until: number) => {
        if (performance.now() > until || isOver()) return leave?.();
        requestAnimationFrame(() => {
          if (!isOver()) move();
          settle(until);
        });
      };
      const arrive = () => {
        if (isOver()) return;
        move();
        settle(performance.now() + (isLong(plan) ? settlingTime : briefTime));
      };
      arrive();
    });
    return () => {
      latest = undefined;
      unsubscribe();
    };
  }, [pane, plan, store, arrival, lastInput]);

  useEffect(() => {
    const { from, to } = sections;
    if (to > from && awaited.current?.plan === plan) awaited.current?.arrive();
  }, [plan, sections]);
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
  const place = { section: position.section, offset: position.offset };
  const goal = goalOf(scroller, plan, place);
  const leave = goal === null ? () => undefined : layOut(goal);
  moveTo(scroller, plan, place);
  return leave;
}

/** The element in which a place is. */
function goalOf(scroller: HTMLElement, plan: PlanDocument, place: Place): HTMLElement | null {
  if ('section' in place) return headingOf(scroller, place.section);
  return scroller.querySelector(`[data-b="${blockIndexAt(blockRanges(plan), place.range.start)}"]`);
}

/** Answers whether the place is in the page. */
function moveTo(scroller: HTMLElement, plan: PlanDocument, place: Place): boolean {
  if ('section' in place && place.section === beforeSections) {
    scroller.scrollTop = place.offset ?? 0;
    return true;
  }
  if ('section' in place) {
    const heading = headingOf(scroller, place.section);
    if (heading === null) return false;
    // A heading keeps some air above it; an exact offset is the reader's own place and is kept to the pixel.
    const offset = place.offset ?? -48;
    scroller.scrollTop += heading.getBoundingClientRect().top - top(scroller) + offset;
    return true;
  }
  const box = domRangeOf(plan, blockElements(scroller), place.range)?.getBoundingClientRect();
  if (box === undefined) return false;
  const from = top(scroller);
  const isComfortable = box.top >= from + 40 && box.bottom <= from + scroller.clientHeight - 80;
  if (!isComfortable) scroller.scrollTop += box.top - from - scroller.clientHeight / 3;
  return true;
}

function top(scroller: HTMLElement): number {
  return scroller.getBoundingClientRect().top;
}
