import { type Task, type TaskChange, taskLimits, taskSchema } from '../annotation/task.ts';
import { isTaskStatus, statusFromFile } from '../annotation/task-status.ts';
import { failure, type Result, success } from '../text/result.ts';
import type { TaskColumn } from './ledger-rows.ts';
import { progressEntry } from './progress-entry.ts';

/** Why what was typed cannot be the value of a field. */
export type FieldProblem =
  | 'not-a-date'
  | 'not-a-percentage'
  | 'unknown-status'
  | 'too-long'
  | 'too-many'
  | 'due-before-start';

/** What separates names that are typed into one field. */
const separators = /[、,，;；\n]+/u;

/** The value of a field as it is typed; of progress, which is only added to, nothing. */
export function fieldText(task: Task, column: TaskColumn): string {
  switch (column) {
    case 'completion':
      return String(task.completion);
    case 'partners':
      return task.partners.join('、');
    case 'evidence':
      return task.evidence.join('\n');
    case 'progress':
      return '';
    default:
      return task[column];
  }
}

/**
 * The change that typing `text` into a field makes; `null` when it makes none. Progress gets an entry of `today` (`2026-11-26`), or of the day it begins with.
 * Dates may be typed as 2026.11.26, 2026/11/26 or 2026年11月26日, a status by its word or its id.
 */
export function typedChange(
  task: Task,
  column: TaskColumn,
  text: string,
  today: string,
): Result<TaskChange | null, FieldProblem> {
  const typed = text.trim();
  if (column === 'progress') {
    if (typed === '') return success(null);
    return checked(task, { progress: [...task.progress, progressEntry(typed, today)] });
  }
  if (column === 'completion') {
    const number = typed === '' ? 0 : Number(typed.normalize('NFKC').replace(/%$/u, ''));
    if (!(number >= 0 && number <= 100)) return failure('not-a-percentage');
    return checked(task, { completion: Math.round(number * 10) / 10 });
  }
  if (column === 'start' || column === 'due') {
    const date = dateOf(typed);
    return date === undefined ? failure('not-a-date') : checked(task, { [column]: date });
  }
  if (column === 'partners') return checked(task, { partners: items(typed, separators) });
  if (column === 'evidence') return checked(task, { evidence: items(typed, /\n+/u) });
  if (column === 'status') {
    const status = typed === '' ? 'pending' : statusFromFile(typed);
    if (!isTaskStatus(status) && status !== task.status) return failure('unknown-status');
    // What is done is done as a whole; how far it was before is of no more use.
    return checked(task, { status, ...(status === 'done' && { completion: 100 }) });
  }
  return checked(task, { [column]: typed });
}

function items(typed: string, separator: RegExp): string[] {
  const parts = typed.split(separator).map((item) => item.trim());
  return [...new Set(parts.filter((item) => item !== ''))];
}

function dateOf(typed: string): string | undefined {
  if (typed === '') return '';
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\s*(?:[-./]|\p{Script=Han})\s*(\d{1,2})\s*(?:[-./]|\p{Script=Han})\s*(\d{1,2})\s*\p{Script=Han}?$/u.exec(
      typed.normalize('NFKC'),
    ) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return taskSchema.shape.start.safeParse(date).success && date.length === 10 ? date : undefined;
}

/** Of what is typed; what merging has made longer stays. */
function limitProblem({
  partners = [],
  evidence = [],
  progress = [],
  ...single
}: TaskChange): FieldProblem | undefined {
  if (partners.length > taskLimits.partners || evidence.length > taskLimits.evidence) return 'too-many';
  const { measure = '', criterion = '', remark = '', leader = '', department = '', owner = '', status = '' } = single;
  const names = [leader, department, owner, status, ...partners];
  const entries = [progress.at(-1)?.text ?? '', ...evidence];
  const isTooLong =
    names.some(({ length }) => length > taskLimits.name) ||
    [measure, criterion, remark].some(({ length }) => length > taskLimits.text) ||
    entries.some(({ length }) => length > taskLimits.entry);
  return isTooLong ? 'too-long' : undefined;
}

function checked(task: Task, change: TaskChange): Result<TaskChange | null, FieldProblem> {
  const next = { ...task, ...change };
  if (next.start !== '' && next.due !== '' && next.due < next.start && ('due' in change || 'start' in change)) {
    return failure('due-before-start');
  }
  const problem = limitProblem(change);
  if (problem !== undefined) return failure(problem);
  return success(JSON.stringify(next) === JSON.stringify(task) ? null : change);
}
