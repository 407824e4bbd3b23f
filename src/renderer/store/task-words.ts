import type { Task } from '#core/annotation/task';
import { isTaskStatus } from '#core/annotation/task-status';
import type { Deadline } from '#core/ledger/deadline';
import { taskText } from '#core/ledger/task-text';
import { messages } from '#messages/zh-CN';

/** What a status is called; one that another program wrote is called as it wrote it. */
export function statusName(status: string): string {
  return isTaskStatus(status) ? messages.ledger.statuses[status] : status;
}

/** The remark on the last day of a task; empty where there is no need for one. */
export function deadlineWords({ level, daysLeft }: Deadline): string {
  const { deadline } = messages.ledger;
  if (daysLeft === undefined || level === 'none' || level === 'ample') return '';
  if (level === 'overdue') return deadline.overdue(-daysLeft);
  return daysLeft === 0 ? deadline.today : deadline.left(daysLeft);
}

/** All that a task says, the status first. */
export function taskFacts(task: Task): string[] {
  return [statusName(task.status), task.due, ...taskText(task).split('\n')].filter((fact) => fact !== '');
}
