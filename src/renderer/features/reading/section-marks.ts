import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from '../../store/app-store.ts';
import { placedAnnotations } from '../../store/placed-annotations.ts';

/** Annotations by the block where they begin. */
export type Marks = ReadonlyMap<number, readonly PlacedAnnotation[]>;

const noMarks: Marks = new Map();

/** Stands for what precedes the first heading. */
export const beforeSections = '';

export type MarksSelector = (state: AppState, section: string) => Marks;

/**
 * Selects the annotations that begin in a section's own blocks. It answers the same object as long as nothing in it has
 * changed, so that a change makes only those sections anew that it concerns.
 */
export function createMarksSelector(): MarksSelector {
  let placed: readonly PlacedAnnotation[] = [];
  let bySection: ReadonlyMap<string, Marks> = new Map();
  return (state, section) => {
    const latest = placedAnnotations(state);
    if (state.plan !== null && latest !== placed) {
      placed = latest;
      bySection = group(state.plan, latest, bySection);
    }
    return bySection.get(section) ?? noMarks;
  };
}

function group(
  plan: PlanDocument,
  placed: readonly PlacedAnnotation[],
  before: ReadonlyMap<string, Marks>,
): Map<string, Marks> {
  const sections = new Map<string, Map<number, PlacedAnnotation[]>>();
  for (const mark of placed) {
    if (mark.block === undefined) continue;
    const section = plan.blocks[mark.block]?.section ?? beforeSections;
    const blocks = sections.get(section) ?? new Map<number, PlacedAnnotation[]>();
    sections.set(section, blocks);
    const marks = blocks.get(mark.block) ?? [];
    blocks.set(mark.block, marks);
    marks.push(mark);
  }
  return new Map(
    Array.from(sections, ([section, marks]) => {
      const known = before.get(section);
      return [section, known !== undefined && areSame(known, marks) ? known : marks];
    }),
  );
}

function areSame(before: Marks, now: Marks): boolean {
  return (
    before.size === now.size &&
    Array.from(now).every(([block, marks]) => {
      const known = before.get(block);
      return known?.length === marks.length && known.every((mark, at) => mark === marks[at]);
    })
  );
}
