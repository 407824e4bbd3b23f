import type { Task } from '../annotation/task.ts';
import { isTaskStatus } from '../annotation/task-status.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { sectionPath } from '../plan/section-tree.ts';
import type { Deadline } from './deadline.ts';
import type { LedgerRow } from './ledger-rows.ts';

/** How tasks stand, by status and deadline together, the most pressing first; `other`: a status of another program. */
export const taskStandings = [
  'overdue',
  'delayed',
  'urgent',
  'soon',
  'active',
  'pending',
  'other',
  'paused',
  'done',
] as const;
export type TaskStanding = (typeof taskStandings)[number];

export function standingOf({ status }: Pick<Task, 'status'>, { level }: Deadline): TaskStanding {
  if (level === 'overdue') return level;
  if (status === 'delayed') return 'delayed';
  if (level === 'urgent' || level === 'soon') return level;
  return isTaskStatus(status) ? status : 'other';
}

/** How many tasks there are, and how the most pressing of them stands. */
export interface TaskTally {
  count: number;
  worst: TaskStanding;
}

/** The tasks of a section: those of its own, and with those of everything below it. */
export interface SectionTallies {
  own?: TaskTally;
  all: TaskTally;
}

/** The tasks of each section that has some, itself or below it. Those whose clause is lost belong to none. */
export function sectionTallies(plan: PlanDocument, rows: readonly LedgerRow[]): ReadonlyMap<string, SectionTallies> {
  const owns = new Map<string, TaskTally>();
  for (const { annotation, place, deadline } of rows) {
    if (place.section === undefined) continue;
    const one = { count: 1, worst: standingOf(annotation.task, deadline) };
    owns.set(place.section, together(owns.get(place.section), one));
  }
  const tallies = new Map<string, SectionTallies>();
  for (const [section, tally] of owns) {
    for (const { id } of sectionPath(plan, section)) {
      const own = owns.get(id);
      tallies.set(id, { all: together(tallies.get(id)?.all, tally), ...(own && { own }) });
    }
  }
  return tallies;
}

function together(tally: TaskTally | undefined, other: TaskTally): TaskTally {
  if (tally === undefined) return other;
  const isWorse = taskStandings.indexOf(other.worst) < taskStandings.indexOf(tally.worst);
  return { count: tally.count + other.count, worst: isWorse ? other.worst : tally.worst };
}
