import type { Task } from '#core/annotation/task';
import { isTaskStatus } from '#core/annotation/task-status';
import { taskText } from '#core/ledger/task-text';
import { messages } from '#messages/zh-CN';

/** What a status is called; one that another program wrote is called as it wrote it. */
export function statusName(status: string): string {
  return isTaskStatus(status) ? messages.ledger.statuses[status] : status;
}

/** All that a task says, the status first. */
export function taskFacts(task: Task): string[] {
  return [statusName(task.status), task.due, ...taskText(task).split('\n')].filter((fact) => fact !== '');
}
