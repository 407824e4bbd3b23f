import type { Annotation, AnnotationChange } from './annotation.ts';
import { motivationFor, storableBody } from './note-file.ts';
import { selectorKeys } from './placed-keys.ts';
import { changedTask, type Task } from './task.ts';
import { asField, isSameTask, recordAfter } from './task-record.ts';

/** Who changes an annotation, and when. */
export interface ChangeStamp {
  /** ISO 8601 with the local offset. */
  modified: string;
  device: string;
}

const changeableFields = ['label', 'tags', 'body', 'placement'] as const satisfies readonly (keyof AnnotationChange)[];
type Field = (typeof changeableFields)[number];

/** The annotation after a change; the very same object when nothing is different. */
export function applyChange(annotation: Annotation, change: AnnotationChange, stamp: ChangeStamp): Annotation {
  const { task: taskChange, ...wanted } = storableChange(change);
  const task = taskAfter(annotation.task, taskChange);
  if (
    isSameTask(task, annotation.task) &&
    !changedFields(wanted).some((field) => !same(wanted[field], annotation[field]))
  )
    return annotation;
  const motivation =
    wanted.body === undefined ? annotation.motivation : motivationFor(wanted.body, annotation.motivation);
  const { placement: present, task: _task, taskRecord: _record, ...fields } = annotation;
  const { placement: decided = present, ...others } = wanted;
  const placement = decided === null || decided === undefined ? {} : { placement: decided };
  const asTask = { ...(task === undefined ? {} : { task }), ...asField(recordAfter(annotation, task, stamp.modified)) };
  return { ...fields, ...placement, ...asTask, ...others, ...stamp, motivation, rev: annotation.rev + 1 };
}

/** Everything that a change can make of an annotation, as it is now: a change to this puts it back. */
export function changeableContent({ label, tags, body, placement, task }: Annotation): Required<AnnotationChange> {
  return { label, tags, body, placement: placement ?? null, task: task ?? null };
}

/** The next revision of an annotation whose content stays as it is: for moves to and from the recycle bin. */
export function nextRevision(annotation: Annotation, stamp: ChangeStamp): Annotation {
  return { ...annotation, ...stamp, rev: annotation.rev + 1 };
}

function taskAfter(present: Task | undefined, change: AnnotationChange['task']): Task | undefined {
  if (change === undefined) return present;
  return change === null ? undefined : changedTask(present, change);
}

function changedFields(change: AnnotationChange): Field[] {
  return changeableFields.filter((field) => change[field] !== undefined);
}

/** Compared and kept is what the file can hold. */
function storableChange(change: AnnotationChange): AnnotationChange {
  return change.body === undefined ? change : { ...change, body: storableBody(change.body) };
}

function same(left: AnnotationChange[Field], right: AnnotationChange[Field]): boolean {
  // Selectors are the same whatever the order in which their keys were set; what is absent equals what is taken back.
  const inOneOrder = (value: typeof left) => JSON.stringify(value ?? null, [...selectorKeys]);
  return inOneOrder(left) === inOneOrder(right);
}
