import type { PlanDocument } from '../plan/plan.ts';
import { isHeadingOnly } from '../plan/section-tree.ts';
import { type Coverage, type CoverageCell, coverageCells } from './coverage.ts';

/** A clause that lacks something. */
export interface ClauseGap {
  cell: CoverageCell;
  /** The excerpt has no more of it than its heading: there is little to be done on it. */
  isHeadingOnly: boolean;
}

/** The clauses that lack something: each list in the order of the text, but those of which there is the heading only come last. */
export interface ClauseGaps {
  notes: ClauseGap[];
  tasks: ClauseGap[];
  reading: ClauseGap[];
}

/** What is still to be done: the clauses without any annotation, without any task, and those that nobody has read. */
export function clauseGaps(plan: PlanDocument, coverage: Coverage): ClauseGaps {
  const clauses = coverageCells(coverage)
    .filter((cell) => cell.isClause)
    .map((cell) => ({ cell, isHeadingOnly: isHeadingOnly(plan, cell.section) }))
    .sort((left, right) => Number(left.isHeadingOnly) - Number(right.isHeadingOnly));
  return {
    notes: clauses.filter(({ cell }) => cell.notes === 0),
    tasks: clauses.filter(({ cell }) => cell.tasks === 0),
    reading: clauses.filter(({ cell }) => !cell.isRead),
  };
}
