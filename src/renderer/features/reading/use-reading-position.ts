import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { blockIndexAt, blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from '../../store/app-store.ts';
import type { Place } from '../../store/navigation.ts';
import { placedAnnotations } from '../../store/placed-annotations.ts';
import { useAppStore } from '../../store/use-app.ts';
import { blockElements, domRangeOf } from './document-offsets.ts';
import { beforeSections } from './section-marks.ts';

/** The line, in CSS pixels below the top of the pane, that decides which section is being read. */
const readingLine = 120;

/** A goal is where it should be when it did not move for so many frames; in a long text it moves for some. */
const calmFrames = 6;
const mostFrames = 20;

/** Where the reader was taken, until the next scroll. */
interface Arrival {
  section: string | undefined;
  scrollTop: number;
}

/** Follows the reader (current section, position to come back to) and takes the reader where the store asks. */
export function useReadingPosition(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  isComplete: boolean,
): void {
  const store = useAppStore();
  const arrival = useRef<Arrival | null>(null);

  useLayoutEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null) return undefined;
    const isRestored = restorePosition(scroller, plan, store.getState());
    let parts = partsOf(scroller);
    const inPage = () => {
      if (parts.headings.length < plan.sections.length) parts = partsOf(scroller);
      return parts;
    };
    let anchor: { block: HTMLElement; y: number; scrollTop: number } | undefined;
    // A text that has become shorter pushes the view up to its end; that is not the reader's doing either.
    const isPushedUp = () =>
      scroller.scrollTop < (anchor?.scrollTop ?? 0) &&
      scroller.scrollTop >= scroller.scrollHeight - scroller.clientHeight - 1;
    const hasNotScrolled = () => scroller.scrollTop === anchor?.scrollTop || isPushedUp();
    const keepPlace = () => {
      // Whatever comes below the top of a text leaves it where it is.
      if (scroller.scrollTop === 0) return;
      // The reader has moved on since: the new place counts.
      if (anchor === undefined || !hasNotScrolled()) return setAnchor();
      const moved = anchor.block.getBoundingClientRect().top - top(scroller) - anchor.y;
      if (Math.abs(moved) < 1) return;
      scroller.scrollTop += moved;
      anchor.scrollTop = scroller.scrollTop;
    };
    const setAnchor = () => {
      const block = lastAbove(scroller, inPage().blocks);
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
      const heading = lastAbove(scroller, inPage().headings);
      const section = heading?.dataset.section;
      const state = store.getState();
      const isWhereAsked = arrival.current?.scrollTop === scroller.scrollTop;
      state.setCurrentSection((isWhereAsked ? arrival.current?.section : section) ?? null);
      const offset = heading === undefined ? scroller.scrollTop : top(scroller) - heading.getBoundingClientRect().top;
      state.changeView({ position: { document: plan.id, section: section ?? beforeSections, offset } });
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(track);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    if (isRestored) track();
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [pane, plan, store]);

  useArrivals(pane, plan, isComplete, arrival);
}

/** Takes the reader where the store asks; to what is not in the page yet, once it is. */
function useArrivals(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  isComplete: boolean,
  arrival: RefObject<Arrival | null>,
): void {
  const store = useAppStore();
  const awaited = useRef<{ plan: PlanDocument; arrive: () => void } | null>(null);

  useEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null) return undefined;
    return store.subscribe((state, before) => {
      const place = requestedPlace(state, before);
      if (place === undefined) return;
      const section = sectionOf(plan, place);
      const move = () => {
        const from = scroller.scrollTop;
        const isThere = moveTo(scroller, plan, place);
        awaited.current = isThere ? null : { plan, arrive };
        arrival.current = { section, scrollTop: scroller.scrollTop };
        state.setCurrentSection(section ?? null);
        return scroller.scrollTop !== from;
      };
      // What comes near is only then laid out, which can push the goal away again.
      const settle = (frames: number, calm: number) => {
        if (frames === 0 || calm === 0 || store.getState().request !== state.request) return;
        requestAnimationFrame(() => settle(frames - 1, move() ? calmFrames : calm - 1));
      };
      const arrive = () => {
        move();
        settle(mostFrames, calmFrames);
      };
      arrive();
    });
  }, [pane, plan, store, arrival]);

  useEffect(() => {
    if (isComplete && awaited.current?.plan === plan) awaited.current?.arrive();
  }, [plan, isComplete]);
}

/** Goes to where the reader was last; answers whether there was such a place in this plan. */
export function restorePosition(scroller: HTMLElement, plan: PlanDocument, { view: { position } }: AppState): boolean {
  if (position?.document !== plan.id) return false;
  moveTo(scroller, plan, { section: position.section, offset: position.offset });
  return true;
}

/** Where the latest change of state asks to go: an explicit request, or the annotation or hit that became current. */
function requestedPlace(state: AppState, before: AppState): Place | undefined {
  if (state.request !== before.request) return state.request?.place;
  if (state.selectedAnnotation !== before.selectedAnnotation) {
    const chosen = placedAnnotations(state).find(({ annotation }) => annotation.id === state.selectedAnnotation);
    return chosen?.anchoring.range === undefined ? undefined : { range: chosen.anchoring.range };
  }
  if (state.searchPaint !== before.searchPaint) {
    const range = state.searchPaint.ranges[state.searchPaint.current];
    return range === undefined ? undefined : { range };
  }
  return undefined;
}

/** The section that holds a place; it is the current one until the reader scrolls, wherever on the screen it stands. */
function sectionOf(plan: PlanDocument, place: Place): string | undefined {
  if ('section' in place) return place.section === beforeSections ? undefined : place.section;
  return plan.blocks[blockIndexAt(blockRanges(plan), place.range.start)]?.section;
}

/** Answers whether the place is in the page. */
function moveTo(scroller: HTMLElement, plan: PlanDocument, place: Place): boolean {
  if ('section' in place && place.section === beforeSections) {
    scroller.scrollTop = place.offset ?? 0;
    return true;
  }
  if ('section' in place) {
    const heading = scroller.querySelector<HTMLElement>(`[data-section="${CSS.escape(place.section)}"]`);
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

function partsOf(scroller: HTMLElement) {
  const all = (selector: string) => Array.from(scroller.querySelectorAll<HTMLElement>(selector));
  // Rows, not the text in them: the box of inline text changes with its font.
  return { headings: all('[data-section]'), blocks: all('[data-row]') };
}

function top(scroller: HTMLElement): number {
  return scroller.getBoundingClientRect().top;
}

/** The last of some elements in document order that begins above the reading line. */
function lastAbove(scroller: HTMLElement, elements: readonly HTMLElement[]): HTMLElement | undefined {
  const line = top(scroller) + readingLine;
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().top ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return elements[low - 1];
}
