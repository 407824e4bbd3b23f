import { blockIndexAt, blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';
import type { AppState } from '../../store/app-store.ts';
import type { CountSelector } from './count-notes.ts';

const none: ReadonlyMap<string, number> = new Map();

/**
 * Selects how many places of the search each section of the open document has, those of its children included; counted once
 * for each answer. What is only related is not counted.
 */
export function createHitCountSelector(): CountSelector {
  let plan: PlanDocument | null = null;
  let source: object | undefined;
  let counts = none;
  return (state) => {
    if (!state.search.open || state.plan === null) return none;
    const { scope, tallies } = state.search;
    const latest = scope === 'all' ? tallies : state.searchPaint.ranges;
    if (latest !== source || state.plan !== plan) {
      source = latest;
      plan = state.plan;
      counts = withParents(plan, scope === 'all' ? countsOfTallies(state, plan) : countsOfPlaces(state, plan));
    }
    return counts;
  };
}

function countsOfTallies({ search: { tallies } }: AppState, { id, sections }: PlanDocument): Map<string, number> {
  const own = tallies.find(({ document }) => document === id);
  return new Map(
    sections.flatMap((section, index) => {
      const count = own?.counts[index + 1] ?? 0;
      return count === 0 ? [] : [[section.id, count] as const];
    }),
  );
}

function countsOfPlaces({ searchPaint: { ranges } }: AppState, plan: PlanDocument): Map<string, number> {
  const blocks = blockRanges(plan);
  const counts = new Map<string, number>();
  for (const { start } of ranges) {
    const section = plan.blocks[blockIndexAt(blocks, start)]?.section;
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}

function withParents(plan: PlanDocument, own: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [section, count] of own) {
    for (const { id } of sectionPath(plan, section)) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
}
