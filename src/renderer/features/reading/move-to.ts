import type { PlanDocument } from '#core/plan/plan';
import type { Place } from '../../store/navigation.ts';
import { blockElementsAt, domRangeOf } from './document-offsets.ts';
import { headingOf, topOf } from './page-places.ts';
import { blockOf } from './requested-place.ts';
import { beforeSections } from './section-marks.ts';

/** The element in which a place is. */
export function goalOf(scroller: HTMLElement, plan: PlanDocument, place: Place): HTMLElement | null {
  const block = blockOf(plan, place);
  if (block !== undefined) return scroller.querySelector(`[data-row="${block}"], [data-b="${block}"]`);
  return 'section' in place ? headingOf(scroller, place.section) : null;
}

/** Scrolls to a place; answers whether it is in the page. */
export function moveTo(scroller: HTMLElement, plan: PlanDocument, place: Place): boolean {
  const isBlock = 'section' in place && blockOf(plan, place) !== undefined;
  if ('section' in place && place.section === beforeSections && !isBlock) {
    scroller.scrollTop = place.offset ?? 0;
    return true;
  }
  if ('section' in place) {
    const heading = goalOf(scroller, plan, place);
    if (heading === null) return false;
    // A heading keeps some air above it; an exact offset is the reader's own place and is kept to the pixel.
    const offset = place.offset ?? -48;
    scroller.scrollTop += heading.getBoundingClientRect().top - topOf(scroller) + offset;
    return true;
  }
  const box = domRangeOf(plan, blockElementsAt(scroller, plan, place.range), place.range)?.getBoundingClientRect();
  if (box === undefined) return false;
  const from = topOf(scroller);
  const isComfortable = box.top >= from + 40 && box.bottom <= from + scroller.clientHeight - 80;
  if (!isComfortable) scroller.scrollTop += box.top - from - scroller.clientHeight / 3;
  return true;
}
