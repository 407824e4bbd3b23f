import { type PlacedAnnotation, placeKnownAnnotations } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from './app-store.ts';
import { useApp } from './use-app.ts';

const nothing: PlacedAnnotation[] = [];
const computed = new WeakMap<Annotation[], { plan: PlanDocument; places: object; placed: PlacedAnnotation[] }>();

/**
 * The annotations with their places in the open plan, in document order; computed once for each change of either. Those
 * that were made in another text follow as `store/anchoring.ts` finds them.
 */
export function placedAnnotations({ plan, annotations, places }: AppState): PlacedAnnotation[] {
  if (plan === null) return nothing;
  const known = computed.get(annotations);
  if (known !== undefined && known.plan === plan && known.places === places) return known.placed;
  const placed = placeKnownAnnotations(plan, annotations);
  computed.set(annotations, { plan, places, placed });
  return placed;
}

export function usePlacedAnnotations(): PlacedAnnotation[] {
  return useApp(placedAnnotations);
}
