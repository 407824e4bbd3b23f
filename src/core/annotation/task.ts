import { z } from 'zod';
import type { Annotation } from './annotation.ts';
import type { TaskStatusId } from './task-status.ts';

/** What was reported about a task on a day. Entries are added, never changed. */
export interface ProgressEntry {
  /** `2026-11-26`, local time. */
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

/** The limits of one task, in UTF-16 units and entries: a header with all of them at their longest is still read. */
export const taskLimits = { name: 60, text: 2000, partners: 20, evidence: 20, progress: 200, entry: 500 } as const;

const day = z.iso.date();
const name = z.string().max(taskLimits.name);
const text = z.string().max(taskLimits.text);

const progressEntrySchema = z.strictObject({ date: day, text: z.string().min(1).max(taskLimits.entry) });

export const taskSchema = z.strictObject({
  status: z.string().min(1).max(taskLimits.name),
  measure: text,
  leader: name,
  department: name,
  owner: name,
  partners: z.array(name.min(1)).max(taskLimits.partners),
  start: day.or(z.literal('')),
  due: day.or(z.literal('')),
  completion: z.number().min(0).max(100),
  criterion: text,
  progress: z.array(progressEntrySchema).max(taskLimits.progress),
  evidence: z.array(z.string().min(1).max(taskLimits.entry)).max(taskLimits.evidence),
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
 * What has to be written so that nothing is lost that was added to the lists of the task meanwhile. `base`: what the reader saw;
 * `current`: what the file holds. Single values are the reader's last choice.
 */
export function mergeTaskChange(change: TaskChange, base: TaskChange, current: Task | undefined): TaskChange {
  const { partners, evidence, progress } = change;
  return {
    ...change,
    ...(partners && { partners: mergeList(partners, base.partners, current?.partners) }),
    ...(evidence && { evidence: mergeList(evidence, base.evidence, current?.evidence) }),
    ...(progress && { progress: mergeList(progress, base.progress, current?.progress) }),
  };
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
