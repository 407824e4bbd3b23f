import { z } from 'zod';
import type { Annotation } from './annotation.ts';
import type { TaskStatusId } from './task-status.ts';

/** What was reported about a task on a day. Entries are added, never changed. */
export interface ProgressEntry {
  /** `2026-11-26`, local time; empty where another program gave none. */
  date: string;
  text: string;
}

/**
 * A measure of the plan as work of the school: what its annotation points at is to be done, by whom and until when. Texts and
 * lists are empty where nothing was filled in.
 */
export interface Task {
  /** A built-in status, or the word that another program wrote. */
  status: TaskStatusId | (string & {});
  /** What the school does about the measure. */
  measure: string;
  leader: string;
  department: string;
  owner: string;
  partners: string[];
  /** `2026-11-26`, local time; empty where there is none. */
  start: string;
  /** As `start`: the last day. */
  due: string;
  /** Per cent, 0 to 100. */
  completion: number;
  criterion: string;
  progress: ProgressEntry[];
  evidence: string[];
  remark: string;
}

/** What is changed about a task; a field that is left out stays as it is. */
export type TaskChange = { [Field in keyof Task]?: Task[Field] };

/** What may be typed into one field, in UTF-16 units and entries. */
export const taskLimits = { name: 60, text: 2000, partners: 20, evidence: 20, entry: 500 } as const;
/** What is read: merging may make more of it, and the header of a note file bounds it all. */
const mostRead = 65_536;

const day = z.iso.date();
const text = z.string().max(mostRead);
const item = text.min(1);

const progressEntrySchema = z.strictObject({ date: day.or(z.literal('')), text: item });

export const taskSchema = z.strictObject({
  status: item,
  measure: text,
  leader: text,
  department: text,
  owner: text,
  partners: z.array(item).max(mostRead),
  start: day.or(z.literal('')),
  due: day.or(z.literal('')),
  completion: z.number().min(0).max(100),
  criterion: text,
  progress: z.array(progressEntrySchema).max(mostRead),
  evidence: z.array(item).max(mostRead),
  remark: text,
}) satisfies z.ZodType<Task>;

const { shape } = taskSchema;

export const taskChangeSchema = z.strictObject({
  status: shape.status.exactOptional(),
  measure: shape.measure.exactOptional(),
  leader: shape.leader.exactOptional(),
  department: shape.department.exactOptional(),
  owner: shape.owner.exactOptional(),
  partners: shape.partners.exactOptional(),
  start: shape.start.exactOptional(),
  due: shape.due.exactOptional(),
  completion: shape.completion.exactOptional(),
  criterion: shape.criterion.exactOptional(),
  progress: shape.progress.exactOptional(),
  evidence: shape.evidence.exactOptional(),
  remark: shape.remark.exactOptional(),
}) satisfies z.ZodType<TaskChange>;

/** A task of which nothing is known yet. */
export const newTask: Task = Object.freeze({
  status: 'pending',
  measure: '',
  leader: '',
  department: '',
  owner: '',
  partners: [],
  start: '',
  due: '',
  completion: 0,
  criterion: '',
  progress: [],
  evidence: [],
  remark: '',
});

/** An annotation that is a task. */
export type TaskAnnotation = Annotation & { task: Task };

export function isTask(annotation: Annotation): annotation is TaskAnnotation {
  return annotation.task !== undefined;
}

/** The task after a change; a change of what is no task makes it one. */
export function changedTask(task: Task | undefined, change: TaskChange): Task {
  return { ...(task ?? newTask), ...change };
}

/**
 * What has to be written so that nothing is lost that others did to the task meanwhile. `base`: what the reader saw, `null` for
 * no task; `current`: what the file holds. Lists are merged item by item; single values are the reader's last choice, but those
 * of a new task give way to what is there. `undefined`: the change is not made, since others have changed what it takes away.
 */
export function mergeTaskChange(
  change: TaskChange | null,
  base: TaskChange | null | undefined,
  current: Task | undefined,
): TaskChange | null | undefined {
  if (change === null) {
    const isAsSeen = current === undefined || base === undefined || base === null || holds(current, base);
    return isAsSeen ? null : undefined;
  }
  // Somebody has taken back the task that the reader is at work on: it comes back whole.
  const seen = current === undefined && base ? { ...base, ...change } : change;
  if (current === undefined) return seen;
  const wanted = base === null ? withoutBlanks(seen) : seen;
  const { partners, evidence, progress } = wanted;
  return {
    ...wanted,
    ...(partners && { partners: mergeList(partners, base?.partners, current?.partners) }),
    ...(evidence && { evidence: mergeList(evidence, base?.evidence, current?.evidence) }),
    ...(progress && { progress: mergeList(progress, base?.progress, current?.progress) }),
  };
}

function holds(task: Task, fields: TaskChange): boolean {
  return Object.entries(fields).every(([field, value]) => keyOf(task[field as keyof Task]) === keyOf(value));
}

function withoutBlanks(change: TaskChange): TaskChange {
  const isBlank = (field: string, value: unknown) => keyOf(newTask[field as keyof Task]) === keyOf(value);
  return Object.fromEntries(Object.entries(change).filter(([field, value]) => !isBlank(field, value)));
}

function mergeList<Item>(wanted: readonly Item[], base: readonly Item[] = [], current: readonly Item[] = []): Item[] {
  if (keys(base).join() === keys(current).join()) return [...wanted];
  const [wantedKeys, baseKeys, currentKeys] = [keys(wanted), keys(base), keys(current)].map((each) => new Set(each));
  const removed = keys(base).filter((key) => !wantedKeys?.has(key));
  const added = wanted.filter((item) => !baseKeys?.has(keyOf(item)) && !currentKeys?.has(keyOf(item)));
  return [...current.filter((item) => !removed.includes(keyOf(item))), ...added];
}

function keys(items: readonly unknown[]): string[] {
  return items.map(keyOf);
}

function keyOf(item: unknown): string {
  return JSON.stringify(item);
}
