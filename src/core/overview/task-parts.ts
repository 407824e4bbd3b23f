import { isTaskStatus } from '../annotation/task-status.ts';
import type { LedgerRow } from '../ledger/ledger-rows.ts';

/** What the tasks of a clause are told apart by: overdue, or else the status; `other`: a status of another program. */
export const taskParts = ['overdue', 'delayed', 'active', 'pending', 'paused', 'other', 'done'] as const;
export type TaskPart = (typeof taskParts)[number];

/** How many tasks are in each part; what has none is absent. */
export type TaskParts = Partial<Record<TaskPart, number>>;

export function taskPartOf({ annotation, deadline }: LedgerRow): TaskPart {
  if (deadline.level === 'overdue') return 'overdue';
  return partOfStatus(annotation.task.status);
}

/** The part of the tasks with a status, whatever their last day. */
export function partOfStatus(status: string): TaskPart {
  return isTaskStatus(status) ? status : 'other';
}

/** All of them together. */
export function sumOfParts(all: readonly TaskParts[]): TaskParts {
  const sum: TaskParts = {};
  for (const parts of all) {
    for (const part of taskParts) {
      const count = (sum[part] ?? 0) + (parts[part] ?? 0);
      if (count > 0) sum[part] = count;
    }
  }
  return sum;
}
