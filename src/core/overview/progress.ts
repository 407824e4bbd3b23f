import { groupTasks } from '../ledger/group-tasks.ts';
import type { LedgerRow } from '../ledger/ledger-rows.ts';

/** How far the tasks of one department, or of one status, are. */
export interface Progress {
  /** The department or status; empty where there is none. */
  key: string;
  count: number;
  done: number;
  overdue: number;
  /** Average completion in per cent, whole. */
  completion: number;
  /** How many there are of each status, in the order in which they first occur. */
  statuses: ReadonlyMap<string, number>;
}

/** In the order in which the ledger groups: statuses as usual, departments by name, those without one last. */
export function progressBy(rows: readonly LedgerRow[], by: 'department' | 'status'): Progress[] {
  return groupTasks(rows, by, ({ annotation }) => annotation.task[by]).map(({ key, members }) => {
    const tasks = members.map(({ annotation }) => annotation.task);
    const statuses = new Map<string, number>();
    for (const { status } of tasks) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    return {
      key,
      count: tasks.length,
      done: statuses.get('done') ?? 0,
      overdue: members.filter(({ deadline }) => deadline.level === 'overdue').length,
      completion: Math.round(tasks.reduce((sum, { completion }) => sum + completion, 0) / tasks.length),
      statuses,
    };
  });
}
