import type { Annotation } from './annotation.ts';
import type { ForeignEntry } from './note-file.ts';
import { quoteHeaderText, readHeaderValue } from './note-header-value.ts';
import { newTask, type Task, taskSchema } from './task.ts';
import { taskFields } from './task-keys.ts';
import { isSameTask } from './task-record.ts';

/**
 * The header entry by which a merged note says of which tasks its own is made. Without it nobody could tell what is left of it when
 * one of them turns out to have been taken out of the ledger, nor how old a field is. Each item is `rev modified fields`, where the
 * fields are those that are others than in the note, as JSON: of texts and lists the places of what the part has in the note's.
 */
export const taskFromKey = 'taskFrom';

/** One of the tasks that a merged one is made of, with the age of the note that it was in. */
export interface TaskPart extends Pick<Annotation, 'rev' | 'modified'> {
  task: Task;
}

/** What stands between texts of several hands that are kept in one field. */
const seam = '\n———\n';

const singleFields = ['status', 'leader', 'department', 'owner', 'start', 'due', 'completion'] as const;
const textFields = ['measure', 'criterion', 'remark'] as const;
const listFields = ['partners', 'evidence', 'progress'] as const;
type SingleField = (typeof singleFields)[number];

/**
 * One task of several: departments fill in different fields at the same time, so each field is taken by itself. Of those that
 * are filled in the one of the highest revision counts, then the latest; of longer texts that differ every one is kept, and what
 * was added to a list in any of them is united. The order of the parts does not matter.
 */
export function joinTasks(parts: readonly TaskPart[]): Task {
  const joined: Record<string, unknown> = { ...newTask };
  for (const field of singleFields) {
    const [latest] = parts
      .filter(({ task }) => task[field] !== newTask[field])
      .sort((left, right) => compareValues(right, left, field));
    if (latest !== undefined) joined[field] = latest.task[field];
  }
  for (const field of textFields) joined[field] = united(parts, field).join(seam);
  for (const field of listFields) joined[field] = united(parts, field);
  return joined as unknown as Task;
}

/** The tasks that are told of in a note with this one; `undefined` where nothing is, or that is about another task. */
export function readParts(task: Task, extra: readonly ForeignEntry[]): TaskPart[] | undefined {
  const entry = extra.find(({ key }) => key === taskFromKey);
  const items = entry && readHeaderValue(entry.source.slice(entry.source.indexOf(':') + 1));
  if (!Array.isArray(items)) return undefined;
  const parts = items.flatMap((item) => readPart(item, task));
  return parts.length === items.length && isSameTask(joinTasks(parts), task) ? parts : undefined;
}

export function partsEntry(parts: readonly TaskPart[], whole: Task): ForeignEntry {
  const items = parts.map(
    ({ task, rev, modified }) => `${rev} ${modified} ${JSON.stringify(differences(task, whole))}`,
  );
  const lines = items.sort().map((item) => `  - ${quoteHeaderText(item)}`);
  return { key: taskFromKey, source: [`${taskFromKey}:`, ...lines].join('\n') };
}

function readPart(item: string, whole: Task): TaskPart[] {
  const [, rev, modified = '', fields = ''] = /^([1-9]\d{0,14}) (\S+) (\{.*\})$/s.exec(item) ?? [];
  if (rev === undefined || Number.isNaN(Date.parse(modified))) return [];
  try {
    const told: Record<string, unknown> = JSON.parse(fields);
    const changed = taskFields.filter((field) => Object.hasOwn(told, field));
    const values = changed.map((field) => [field, fieldValue(field, told[field], whole)]);
    const checked = taskSchema.safeParse({ ...whole, ...Object.fromEntries(values) });
    return checked.success ? [{ task: checked.data, rev: Number(rev), modified }] : [];
  } catch {
    return [];
  }
}

/** The fields that are others than those of the whole. */
function differences(task: Task, whole: Task): Record<string, unknown> {
  const others = taskFields.filter((field) => keyOf(task[field]) !== keyOf(whole[field]));
  return Object.fromEntries(others.map((field) => [field, placesOf(field, task, whole) ?? task[field]]));
}

/** Where in the whole stands what the part says in this field; `undefined` where that would not give it back. */
function placesOf(field: keyof Task, task: Task, whole: Task): number[] | undefined {
  if (isSingle(field)) return undefined;
  const all = itemsOf(whole, field).map(keyOf);
  const places = itemsOf(task, field).map((item) => all.indexOf(keyOf(item)));
  return keyOf(fieldValue(field, places, whole)) === keyOf(task[field]) ? places : undefined;
}

function fieldValue(field: keyof Task, told: unknown, whole: Task): unknown {
  if (isSingle(field) || !Array.isArray(told) || !told.every((place) => typeof place === 'number')) return told;
  const all = itemsOf(whole, field);
  const items = told.map((place) => all[place]);
  return typeof whole[field] === 'string' ? items.join(seam) : items;
}

/** Every item of any part once; where the parts differ, in an order that is the same whoever merges them. */
function united(parts: readonly TaskPart[], field: Exclude<keyof Task, SingleField>): unknown[] {
  const [first = [], ...others] = parts.map(({ task }) => itemsOf(task, field));
  if (others.every((other) => keyOf(other) === keyOf(first))) return first;
  return [...new Map([first, ...others].flat().map((item) => [keyOf(item), item]))]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, item]) => item);
}

function itemsOf(task: Task, field: Exclude<keyof Task, SingleField>): unknown[] {
  const value = task[field];
  if (typeof value !== 'string') return [...value];
  return value === '' ? [] : value.split(seam);
}

function isSingle(field: keyof Task): field is SingleField {
  return (singleFields as readonly string[]).includes(field);
}

/** Positive when `left` counts, the same on every machine. */
function compareValues(left: TaskPart, right: TaskPart, field: SingleField): number {
  return compareAge(left, right) || compareText(String(left.task[field]), String(right.task[field]));
}

/** Positive when `left` is the later one. */
export function compareAge(left: Omit<TaskPart, 'task'>, right: Omit<TaskPart, 'task'>): number {
  return left.rev - right.rev || Date.parse(left.modified) - Date.parse(right.modified);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function keyOf(value: unknown): string {
  return JSON.stringify(value);
}
