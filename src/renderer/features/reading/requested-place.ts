import { blockIndexAt, blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from '../../store/app-store.ts';
import type { Place } from '../../store/navigation.ts';
import { placedAnnotations } from '../../store/placed-annotations.ts';
import { beforeSections } from './section-marks.ts';

/** Where the latest change of state asks to go: an explicit request, or the annotation or hit that became current. */
export function requestedPlace(state: AppState, before: AppState): Place | undefined {
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

/** The block in which a place is, where that is known and still in its section. */
export function blockOf(plan: PlanDocument, place: Place): number | undefined {
  if ('range' in place) return blockIndexAt(blockRanges(plan), place.range.start);
  const { block } = place;
  if (block === undefined || plan.blocks[block] === undefined) return undefined;
  return (plan.blocks[block]?.section ?? beforeSections) === place.section ? block : undefined;
}

/** The section that holds a place; it is the current one until the reader scrolls, wherever on the screen it stands. */
export function sectionOf(plan: PlanDocument, place: Place): string | undefined {
  if ('section' in place) return place.section === beforeSections ? undefined : place.section;
  return plan.blocks[blockIndexAt(blockRanges(plan), place.range.start)]?.section;
}
