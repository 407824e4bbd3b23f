import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { Selectors } from '#core/annotation/annotation';
import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';
import { plainForm } from '#core/text/plain-form';

/**
 * The section of an annotation whose place the reader should look at; a lost one counts where its section stands now, known by
 * the heading, since another text may number its sections in another way.
 */
export function doubtfulSection(
  plan: PlanDocument,
  { annotation, state, section }: PlacedAnnotation,
): string | undefined {
  if (state === 'review') return section;
  return state === 'orphaned' ? sectionByHeading(plan, annotation.target) : undefined;
}

const headings = new WeakMap<PlanDocument, Map<string, PlanSection[]>>();

function sectionByHeading(plan: PlanDocument, { sectionHeading, sectionPath: path }: Selectors): string | undefined {
  let known = headings.get(plan);
  if (known === undefined) {
    known = new Map();
    for (const section of plan.sections) {
      const heading = plain(section.heading ?? '');
      known.set(heading, [...(known.get(heading) ?? []), section]);
    }
    headings.set(plan, known);
  }
  const candidates = sectionHeading === '' ? [] : (known.get(plain(sectionHeading)) ?? []);
  return (candidates.find(({ id }) => pathOf(plan, id) === path) ?? candidates[0])?.id;
}

function plain(heading: string): string {
  return Array.from(heading, plainForm).join('');
}

function pathOf(plan: PlanDocument, id: string): string {
  return sectionPath(plan, id)
    .map(({ ordinal }) => ordinal.replace(/[、.．]$/u, ''))
    .join('/');
}
