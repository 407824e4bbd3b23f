import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';

/** How many annotations each section has, those of its children included. */
export function countNotes(plan: PlanDocument, placed: readonly PlacedAnnotation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { section } of placed) {
    if (section === undefined) continue;
    for (const { id } of sectionPath(plan, section)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** `next`, or `before` when it says the same: what shows the counts then need not be made anew. */
export function sameCounts(before: ReadonlyMap<string, number>, next: ReadonlyMap<string, number>) {
  const isSame = before.size === next.size && [...next].every(([id, count]) => before.get(id) === count);
  return isSame ? before : next;
}
