import type { NoteFile } from './note-file.ts';
import type { Task } from './task.ts';
import { compareAge, joinTasks, partsEntry, readParts, type TaskPart } from './task-parts.ts';
import { type TaskRecord, taskState, uniteRecords } from './task-record.ts';

interface NamedPart extends TaskPart {
  state: string;
}

/** What a merged note holds of a task. */
interface MergedTask {
  task?: Task;
  taskRecord?: TaskRecord;
  extra: NoteFile['extra'];
}

/**
 * The task that a merged note has: of those in the copies all that nobody has taken out of the ledger, as one (`joinTasks`). One that
 * was changed since, or beside that, is another state and stays. What is known to be over is united, and the tasks of which a merged
 * one is made are told in it, so that nothing depends on which copies are merged first.
 */
export function mergeTasks(winner: NoteFile, copies: readonly NoteFile[]): MergedTask {
  const records = copies.map(({ annotation }) => annotation.taskRecord);
  const parts = distinct(partsIn(copies, new Set(records.flatMap((record) => record?.removed ?? []))));
  const taskRecord = recordOf(records, parts);
  const asRecord = taskRecord === undefined ? {} : { taskRecord };
  const [only] = parts;
  if (only === undefined) return { ...asRecord, extra: [] };
  const task = parts.length === 1 ? only.task : joinTasks(parts);
  const isOwn = parts.length === 1 && compareAge(only, winner.annotation) === 0;
  return { task, ...asRecord, extra: isOwn ? [] : [partsEntry(parts, task)] };
}

/** What is removed with a merged task are the tasks that it is made of; a single one needs no record of itself. */
function recordOf(records: readonly (TaskRecord | undefined)[], parts: readonly NamedPart[]): TaskRecord | undefined {
  if (parts.length < 2 && records.every((record) => record === undefined)) return undefined;
  const states = parts.map(({ state }) => state);
  const united = uniteRecords([...records, { past: states, removed: [] }]);
  if (united === undefined || states.length > 1) return united;
  const past = united.past.filter((state) => !states.includes(state));
  return uniteRecords([{ ...united, past }]);
}

/** The tasks of which nobody says that they were removed. */
function partsIn(copies: readonly NoteFile[], removed: ReadonlySet<string>): NamedPart[] {
  return copies.flatMap(({ annotation, extra }) => {
    const { task, taskRecord, rev, modified } = annotation;
    if (task === undefined) return [];
    const parts = readParts(task, extra) ?? [{ task, rev, modified }];
    const named = parts.map((part) => ({ ...part, state: taskState(part.task, taskRecord?.removed) }));
    return named.filter(({ state }) => !removed.has(state));
  });
}

/** Each state once, as of the latest time that somebody had it. */
function distinct(parts: readonly NamedPart[]): NamedPart[] {
  const latest = new Map<string, NamedPart>();
  for (const part of parts) {
    const known = latest.get(part.state);
    if (known === undefined || compare(part, known) > 0) latest.set(part.state, part);
  }
  return [...latest.values()];
}

/** Positive when `left` counts: of two ways to write one moment the same one on every machine. */
function compare(left: NamedPart, right: NamedPart): number {
  return compareAge(left, right) || (left.modified > right.modified ? 1 : -1);
}
