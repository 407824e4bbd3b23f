import type { Task } from '../annotation/task.ts';

/** Everything that was written into a task, in lines, for searching. */
export function taskText({
  measure,
  leader,
  department,
  owner,
  partners,
  criterion,
  progress,
  evidence,
  remark,
}: Task): string {
  const reports = progress.map(({ text }) => text);
  return [measure, leader, department, owner, ...partners, criterion, ...reports, ...evidence, remark]
    .filter((line) => line !== '')
    .join('\n');
}
