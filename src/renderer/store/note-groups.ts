import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';

/** Keys of the two groups that are no chapters; ids of sections are made of numbers. */
export const frontGroup = 'front';
export const lostGroup = 'lost';

/** The group of all annotations of a document. */
export function documentGroup(document: string): string {
  return `document ${document}`;
}

/** The group that an annotation stands in: its chapter, what comes before the first one, or those without a place. */
export function groupOf(plan: PlanDocument, { anchoring, section }: PlacedAnnotation): string {
  if (anchoring.range === undefined) return lostGroup;
  return section === undefined ? frontGroup : chapterOf(plan, section);
}

const chapters = new WeakMap<PlanDocument, Map<string, string>>();

function chapterOf(plan: PlanDocument, section: string): string {
  let known = chapters.get(plan);
  if (known === undefined) {
    known = new Map(plan.sections.map(({ id }) => [id, sectionPath(plan, id)[0]?.id ?? frontGroup]));
    chapters.set(plan, known);
  }
  return known.get(section) ?? frontGroup;
}

/** All groups of a plan in the order of the text. */
export function groupKeys(plan: PlanDocument): string[] {
  return [frontGroup, ...plan.sections.filter(({ level }) => level === 1).map(({ id }) => id), lostGroup];
}
