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
