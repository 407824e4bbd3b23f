import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';
import type { AppState } from '../../store/app-store.ts';
import { placedNotes } from '../../store/placed-annotations.ts';

/** How many annotations each section has, those of its children included. */
function countNotes(plan: PlanDocument, placed: readonly PlacedAnnotation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { section } of placed) {
    if (section === undefined) continue;
    for (const { id } of sectionPath(plan, section)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/**
 * Selects how many annotations each section has: the same object until a number changes, so that saving a note, which
 * changes none, does not make the outline anew.
 */
export function createCountSelector(): (state: AppState) => ReadonlyMap<string, number> {
  let placed: readonly PlacedAnnotation[] = [];
  let counts: ReadonlyMap<string, number> = new Map();
  return (state) => {
    const latest = placedNotes(state);
    if (state.plan === null || latest === placed) return counts;
    placed = latest;
    const counted = countNotes(state.plan, latest);
    if (!areSame(counts, counted)) counts = counted;
    return counts;
  };
}

function areSame(before: ReadonlyMap<string, number>, next: ReadonlyMap<string, number>): boolean {
  return before.size === next.size && [...next].every(([id, count]) => before.get(id) === count);
}
