import { z } from 'zod';
import type { Annotation } from './annotation.ts';
import { newTask, type Task, taskSchema } from './task.ts';
import { taskFields } from './task-keys.ts';
import { formatTimestamp } from './timestamp.ts';

/** What a task held when it was taken out of the ledger. The note keeps it, so that a task that is made of it again has it again. */
export interface KeptTask {
  /** When that was: ISO 8601 with the local offset. */
  time: string;
  task: Task;
}

/** Beyond it years have five digits. */
const latestTime = Date.UTC(9999, 11, 31, 23, 59, 59);

/** A task in which nothing is filled in is not kept. */
export const keptTaskSchema = z
  .strictObject({ time: z.iso.datetime({ offset: true }), task: taskSchema })
  .refine(({ task }) => isFilledIn(task)) satisfies z.ZodType<KeptTask>;

/**
 * What is kept once this task is removed. It is the later one, even where the clock was set back or two removals fall into one second:
 * what the reader removes last is what they look for.
 */
export function keptAfter(kept: KeptTask | undefined, task: Task, time: string): KeptTask | undefined {
  if (!isFilledIn(task)) return kept;
  const earliest = kept === undefined ? 0 : Math.min(Date.parse(kept.time) + 1000, latestTime);
  const isLater = Date.parse(time) >= earliest;
  return { time: isLater ? time : formatTimestamp(new Date(earliest), 0), task: inFieldOrder(task) };
}

/** The latest of all, the same whoever asks in which order. */
export function latestKept(all: readonly (KeptTask | undefined)[]): KeptTask | undefined {
  const known = all.filter((kept) => kept !== undefined);
  return known.reduce<KeptTask | undefined>(
    (latest, kept) => (latest === undefined || isLater(kept, latest) ? kept : latest),
    undefined,
  );
}

/** What a note that is no task keeps of one; where there is a task, nothing is offered. */
export function keptTaskOf({ task, taskRecord }: Pick<Annotation, 'task' | 'taskRecord'>): Task | undefined {
  return task === undefined ? taskRecord?.kept?.task : undefined;
}

/** The value of its header key: the time, and what is filled in as JSON. */
export function writeKept({ time, task }: KeptTask): string {
  return `${time} ${contentOf(task)}`;
}

/** `undefined` for what this program would not have written. */
export function readKept(value: string): KeptTask | undefined {
  const space = value.indexOf(' ');
  try {
    const told: unknown = JSON.parse(value.slice(space + 1));
    if (typeof told !== 'object' || told === null || Array.isArray(told)) return undefined;
    const checked = keptTaskSchema.safeParse({
      time: value.slice(0, Math.max(space, 0)),
      task: { ...newTask, ...told },
    });
    return checked.success ? { ...checked.data, task: inFieldOrder(checked.data.task) } : undefined;
  } catch {
    return undefined;
  }
}

function isLater(left: KeptTask, right: KeptTask): boolean {
  const difference = Date.parse(left.time) - Date.parse(right.time);
  return difference === 0 ? writeKept(left) > writeKept(right) : difference > 0;
}

function isFilledIn(task: Task): boolean {
  return contentOf(task) !== contentOf(newTask);
}

/** The fields that are filled in, as JSON in one form. */
function contentOf(task: Task): string {
  const ordered = inFieldOrder(task);
  const filled = taskFields.filter((field) => JSON.stringify(ordered[field]) !== JSON.stringify(newTask[field]));
  return JSON.stringify(Object.fromEntries(filled.map((field) => [field, ordered[field]])));
}

function inFieldOrder(task: Task): Task {
  const progress = task.progress.map(({ date, text }) => ({ date, text }));
  const fields = taskFields.map((field) => [field, field === 'progress' ? progress : task[field]]);
  return Object.fromEntries(fields) as unknown as Task;
}
