import type { HeaderValue } from './note-header-value.ts';
import { newTask, type ProgressEntry, type Task, taskSchema } from './task.ts';
import { statusFromFile, statusToFile } from './task-status.ts';

/** The fields of a task in the order in which a note file writes them. */
export const taskFields = [
  'status',
  'measure',
  'leader',
  'department',
  'owner',
  'partners',
  'start',
  'due',
  'completion',
  'criterion',
  'progress',
  'evidence',
  'remark',
] as const satisfies readonly (keyof Task)[];

export type TaskKey = `task-${keyof Task}`;

const fieldOfKey = new Map(taskFields.map((field) => [`task-${field}`, field]));

export function isTaskKey(key: string): key is TaskKey {
  return fieldOfKey.has(key);
}

/**
 * The task that the header of a note tells of, with the keys that it was made of; `undefined` where it has none of them. A value
 * that cannot be what its key says is left to whoever wrote it.
 */
export function readTask(values: ReadonlyMap<string, HeaderValue>): { task: Task; keys: Set<string> } | undefined {
  const keys = new Set<string>();
  let task = newTask;
  for (const [key, value] of values) {
    const field = fieldOfKey.get(key);
    if (field === undefined) continue;
    const checked = taskSchema.shape[field].safeParse(readField(field, value));
    if (!checked.success) continue;
    task = { ...task, [field]: checked.data };
    keys.add(key);
  }
  return keys.size === 0 ? undefined : { task, keys };
}

/** The keys and values that are written of a task: its status, and what is filled in. */
export function taskValues(task: Task): [TaskKey, string | number | string[]][] {
  return taskFields.flatMap((field): [TaskKey, string | number | string[]][] => {
    const value = writeField(task, field);
    const isEmpty = value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [[`task-${field}`, value]];
  });
}

function writeField(task: Task, field: keyof Task): string | number | string[] {
  if (field === 'status') return statusToFile(task.status);
  if (field === 'progress') return task.progress.map(({ date, text }) => (date === '' ? text : `${date} ${text}`));
  return task[field];
}

function readField(field: keyof Task, value: HeaderValue): unknown {
  if (field === 'status') return typeof value === 'string' ? statusFromFile(value) : value;
  if (field === 'completion')
    return typeof value === 'string' && /^\d{1,3}(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (field !== 'progress' && field !== 'partners' && field !== 'evidence') return value;
  const items = typeof value === 'string' ? [value].filter((item) => item !== '') : value;
  const filled = items.filter((item) => item !== '');
  return field === 'progress' ? filled.map(readEntry) : filled;
}

/** A line without a day, or with one in another form, is kept as a line without a day. */
function readEntry(item: string): ProgressEntry {
  const [, date = '', text = ''] = /^(\d{4}-\d\d-\d\d) (.+)$/su.exec(item) ?? [];
  return taskSchema.shape.due.safeParse(date).success && text !== '' ? { date, text } : { date: '', text: item };
}
