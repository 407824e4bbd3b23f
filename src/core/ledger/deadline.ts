import type { Task } from '../annotation/task.ts';

/** When a task is near its last day: so many days before it, or when so much of its time is left, in per cent. */
export interface DeadlineRule {
  by: 'days' | 'share';
  /** From here on it is yellow. */
  soon: number;
  /** From here on it is red. */
  urgent: number;
}

/** The rules that education bureaus use most: 30 and 15 per cent of the time, or 7 and 3 days. */
export const deadlinePresets = {
  days: { by: 'days', soon: 7, urgent: 3 },
  share: { by: 'share', soon: 30, urgent: 15 },
} as const satisfies Record<string, DeadlineRule>;

/** `none`: it has no last day, is done or rests. */
export type DeadlineLevel = 'none' | 'ample' | 'soon' | 'urgent' | 'overdue';

export interface Deadline {
  level: DeadlineLevel;
  /** Days until the last day, 0 on it, negative after it; absent without one. */
  daysLeft?: number;
}

/** How near the end of a task is. `since`: the day it counts from where it has no first one; `today`: both as `2026-11-26`. */
export function deadlineOf(
  { status, start, due }: Pick<Task, 'status' | 'start' | 'due'>,
  { rule, since, today }: { rule: DeadlineRule; since: string; today: string },
): Deadline {
  if (due === '') return { level: 'none' };
  const daysLeft = daysBetween(today, due);
  if (status === 'done' || status === 'paused') return { level: 'none', daysLeft };
  if (daysLeft < 0) return { level: 'overdue', daysLeft };
  const left = rule.by === 'days' ? daysLeft : (100 * daysLeft) / Math.max(1, daysBetween(start || since, due));
  return { level: left <= rule.urgent ? 'urgent' : left <= rule.soon ? 'soon' : 'ample', daysLeft };
}

/** Whole days from one day to the other. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
