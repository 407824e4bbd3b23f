import { type Coverage, type CoverageCell, coverageCells } from './coverage.ts';

/** The clauses that lack something, each list in the order of the text. */
export interface ClauseGaps {
  notes: CoverageCell[];
  tasks: CoverageCell[];
  reading: CoverageCell[];
}

/** What is still to be done: the clauses without any annotation, without any task, and those that nobody has read. */
export function clauseGaps(coverage: Coverage): ClauseGaps {
  const clauses = coverageCells(coverage).filter(({ isClause }) => isClause);
  return {
    notes: clauses.filter(({ notes }) => notes === 0),
    tasks: clauses.filter(({ tasks }) => tasks === 0),
    reading: clauses.filter(({ isRead }) => !isRead),
  };
}
