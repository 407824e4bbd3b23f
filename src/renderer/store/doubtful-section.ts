import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { Selectors } from '#core/annotation/annotation';
import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { ordinalsTo } from '#core/plan/section-tree';
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

interface Headings {
  sections: ReadonlyMap<string, readonly PlanSection[]>;
  /** What was found; the outline asks for all that is lost whenever one place more is known. */
  found: Map<string, string | undefined>;
}

const headings = new WeakMap<PlanDocument, Headings>();

/** The section of this heading, of several the one with the same number as well. */
export function sectionByHeading(
  plan: PlanDocument,
  { sectionHeading, sectionPath: path }: Pick<Selectors, 'sectionHeading' | 'sectionPath'>,
): string | undefined {
  if (sectionHeading === '') return undefined;
  const { sections, found } = headingsOf(plan);
  const key = `${path} ${sectionHeading}`;
  if (!found.has(key)) {
    const candidates = sections.get(plain(sectionHeading)) ?? [];
    const section = candidates.find(({ id }) => ordinalsTo(plan, id).join('/') === path) ?? candidates[0];
    found.set(key, section?.id);
  }
  return found.get(key);
}

function headingsOf(plan: PlanDocument): Headings {
  let known = headings.get(plan);
  if (known === undefined) {
    const sections = new Map<string, PlanSection[]>();
    for (const section of plan.sections) {
      const heading = plain(section.heading ?? '');
      sections.set(heading, [...(sections.get(heading) ?? []), section]);
    }
    known = { sections, found: new Map() };
    headings.set(plan, known);
  }
  return known;
}

function plain(heading: string): string {
  return Array.from(heading, plainForm).join('');
}
