import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';
import type { AppState } from '../../store/app-store.ts';
import { placedNotes } from '../../store/placed-annotations.ts';

/** The section that an annotation is counted in; undefined: in none. */
type SectionOf = (plan: PlanDocument, mark: PlacedAnnotation) => string | undefined;

/** How many annotations each section has, those of its children included. */
function countNotes(
  plan: PlanDocument,
  placed: readonly PlacedAnnotation[],
  sectionOf: SectionOf,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mark of placed) {
    const section = sectionOf(plan, mark);
    if (section === undefined) continue;
    for (const { id } of sectionPath(plan, section)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export type CountSelector = (state: AppState) => ReadonlyMap<string, number>;

/** Selects how many annotations each section has; counted once for each change of the annotations or their places. */
export function createCountSelector(sectionOf: SectionOf = (_plan, { section }) => section): CountSelector {
  let placed: readonly PlacedAnnotation[] = [];
  let counts: ReadonlyMap<string, number> = new Map();
  return (state) => {
    const latest = placedNotes(state);
    if (state.plan === null || latest === placed) return counts;
    placed = latest;
    counts = countNotes(state.plan, latest, sectionOf);
    return counts;
  };
}
