import { type PlacedAnnotation, placeAnnotations } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from './app-store.ts';
import { useApp } from './use-app.ts';

const nothing: PlacedAnnotation[] = [];
const computed = new WeakMap<Annotation[], { plan: PlanDocument; placed: PlacedAnnotation[] }>();

/** The annotations with their places in the open plan, in document order; computed once for each change of either. */
export function placedAnnotations({ plan, annotations }: AppState): PlacedAnnotation[] {
  if (plan === null) return nothing;
  const known = computed.get(annotations);
  if (known !== undefined && known.plan === plan) return known.placed;
  const placed = placeAnnotations(plan, annotations);
  computed.set(annotations, { plan, placed });
  return placed;
}

export function usePlacedAnnotations(): PlacedAnnotation[] {
  return useApp(placedAnnotations);
}
