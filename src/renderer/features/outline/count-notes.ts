import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { Selectors } from '#core/annotation/annotation';
import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';
import { plainForm } from '#core/text/plain-form';
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
