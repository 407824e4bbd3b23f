import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Annotation } from './annotation.ts';
import { type KeptTask, keptAfter, keptTaskSchema, latestKept, readKept, writeKept } from './kept-task.ts';
import type { HeaderValue } from './note-header-value.ts';
import type { Task } from './task.ts';
import { taskFields } from './task-keys.ts';

/**
 * States of an annotation's task that are over, by digest. A copy of the note that still holds one which was taken out of the ledger
 * is known by it for an old one, whatever else it says; one that holds any other state was changed by somebody who did not see that.
 */
export interface TaskRecord {
  /** States that the task has had, the latest last: they are removed with it. */
  past: string[];
  /** States that were taken out of the ledger. */
  removed: string[];
  /** What the last one held that was taken out of the ledger with anything filled in. It stays when there is a task again. */
  kept?: KeptTask;
}

/** The header keys of a record. */
type RecordKey = 'taskPast' | 'taskRemoved' | 'taskKept';

const digest = /^[0-9a-f]{12}$/;
/** Most states of each kind that are kept; a copy of a still older one counts as changed. */
const mostStates = 128;
/** Other programs may have kept more. */
const mostRead = 4096;
const noRecord: TaskRecord = { past: [], removed: [] };

const states = z.array(z.string().regex(digest)).max(mostRead);
export const taskRecordSchema = z.strictObject({
  past: states,
  removed: states,
  kept: keptTaskSchema.exactOptional(),
}) satisfies z.ZodType<TaskRecord>;

/**
 * Names the state of a task. Of a task that is there again after it was removed, by undo or because it was made anew, the name is
 * another one: whoever shows a task knows what of it was removed.
 */
export function taskState(task: Task, removed: readonly string[] = []): string {
  const content = contentOf(task);
  for (let times = 0; ; times += 1) {
    const state = bytesToHex(sha256(utf8ToBytes(`${times} ${content}`))).slice(0, 12);
    if (!removed.includes(state)) return state;
  }
}

export function isSameTask(left: Task | undefined, right: Task | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return contentOf(left) === contentOf(right);
}

/**
 * The record of an annotation once its task is this one; `undefined`: it is none any more. `time`: when that is; without it what the
 * removed task holds is not kept, because whoever removed it has done so.
 */
export function recordAfter(
  { task: present, taskRecord }: Pick<Annotation, 'task' | 'taskRecord'>,
  task: Task | undefined,
  time: string | undefined,
): TaskRecord | undefined {
  if (present === undefined || isSameTask(present, task)) return taskRecord;
  const { past, removed, kept } = taskRecord ?? noRecord;
  const state = taskState(present, removed);
  const had = [...past.filter((other) => other !== state), state];
  if (task !== undefined) return { past: had.slice(-mostStates), removed, ...asKept(kept) };
  const keeps = time === undefined ? kept : keptAfter(kept, present, time);
  return { past: [], removed: [...removed, ...had].slice(-2 * mostStates), ...asKept(keeps) };
}

/** Everything that is known in any of them, in one order; `undefined`: nothing. */
export function uniteRecords(records: readonly (TaskRecord | undefined)[]): TaskRecord | undefined {
  const known = records.filter((record) => record !== undefined);
  const removed = new Set(known.flatMap((record) => record.removed));
  const past = new Set(known.flatMap((record) => record.past).filter((state) => !removed.has(state)));
  const kept = latestKept(known.map((record) => record.kept));
  if (removed.size + past.size === 0 && kept === undefined) return undefined;
  return { past: inOrder(past, mostStates), removed: inOrder(removed, 2 * mostStates), ...asKept(kept) };
}

/** To be spread into an annotation. */
export function asField(taskRecord: TaskRecord | undefined): Pick<Annotation, 'taskRecord'> {
  return taskRecord === undefined ? {} : { taskRecord };
}

export function isRecordKey(key: string): key is RecordKey {
  return key === 'taskPast' || key === 'taskRemoved' || key === 'taskKept';
}

/** What the header of a note says, with the keys that say it; one that holds anything else is left to whoever wrote it. */
export function readTaskRecord(values: ReadonlyMap<string, HeaderValue>): { record?: TaskRecord; keys: Set<string> } {
  const keys = new Set<string>();
  const read = (key: 'taskPast' | 'taskRemoved') => {
    const value = values.get(key);
    const checked = states.safeParse(typeof value === 'string' ? value.split(' ') : undefined);
    if (!checked.success) return [];
    keys.add(key);
    return checked.data;
  };
  const value = values.get('taskKept');
  const kept = typeof value === 'string' ? readKept(value) : undefined;
  if (kept !== undefined) keys.add('taskKept');
  const record = { past: read('taskPast'), removed: read('taskRemoved'), ...asKept(kept) };
  return keys.size === 0 ? { keys } : { record, keys };
}

/** The keys and values that are written. */
export function recordValues({ past, removed, kept }: TaskRecord): [RecordKey, string][] {
  const all: [RecordKey, string][] = [
    ['taskPast', past.join(' ')],
    ['taskRemoved', removed.join(' ')],
    ['taskKept', kept === undefined ? '' : writeKept(kept)],
  ];
  return all.filter(([, value]) => value !== '');
}

/** The records to write in place of one that makes a header too long, in this order: words of the reader outlast digests. */
export function shorterRecords(
  { past, removed, kept }: TaskRecord,
  task: Task | undefined,
): (TaskRecord | undefined)[] {
  if (kept === undefined) return [undefined];
  const words = { ...noRecord, kept };
  // Where there is no task, nothing else holds what was filled in.
  return task === undefined ? [words] : [words, { past, removed }, undefined];
}

function asKept(kept: KeptTask | undefined): Pick<TaskRecord, 'kept'> {
  return kept === undefined ? {} : { kept };
}

function inOrder(all: ReadonlySet<string>, most: number): string[] {
  return [...all].sort().slice(-most);
}

function contentOf(task: Task): string {
  const progress = task.progress.map(({ date, text }) => [date, text]);
  return JSON.stringify(taskFields.map((field) => (field === 'progress' ? progress : task[field])));
}
