import type { Annotation, Motivation } from '../annotation/annotation.ts';
import { annotationSchema } from '../annotation/annotation-schema.ts';
import { motivationFor, parseNoteFile, serialiseNoteFile, storableBody } from '../annotation/note-file.ts';
import { changedTask, newTask, type Task, taskSchema } from '../annotation/task.ts';
import { asField, type TaskRecord, taskRecordSchema } from '../annotation/task-record.ts';
import { statusFromFile } from '../annotation/task-status.ts';
import { formatTimestamp } from '../annotation/timestamp.ts';
import { failure, type Result, success } from '../text/result.ts';
import { addressOf, fieldOf, isObject, listOf, numberOf, textOf } from './json-value.ts';
import { givenSelectors } from './locate-passage.ts';
import { readBodies } from './read-bodies.ts';
import { readPassage } from './read-target.ts';
import { ownPrefix } from './vocabulary.ts';

/** Revisions beyond this were never counted by anybody, and adding to them would fail one day. */
const highestRevision = 1_000_000;

/** Why an entry cannot become an annotation. */
export type EntryProblem =
  /** It is no object, or has nothing that it is about. */
  | 'not-annotation'
  /** It quotes no words of the text: a page note, a reply, a shape on a picture. */
  | 'no-quote'
  /** Longer than a note file takes. */
  | 'too-long'
  /** A field holds what it must not; `detail` names it. */
  | 'bad-field'
  /** Another entry before it has the same address and says something else. */
  | 'duplicate';

export interface EntryFailure {
  problem: EntryProblem;
  detail?: string;
}

/** What stands in an entry beside the passage. */
export type EntryContent = Omit<Annotation, 'id' | 'document' | 'documentTitle' | 'target'>;

/** The number of the revision, where a file of this program gives one. */
export function revisionOf(entry: unknown): number | undefined {
  return numberOf(entry, `${ownPrefix}:rev`);
}

/** Reads everything but the passage. `now` stands in for times that the file does not tell. */
export function readContent(entry: unknown, now: string): EntryContent {
  const { body: written, tags, label } = readBodies(entry);
  const body = storableBody(written);
  const rev = revisionOf(entry);
  const placement = givenSelectors(readPassage(fieldOf(entry, `${ownPrefix}:placement`)));
  const task = taskOf(fieldOf(entry, `${ownPrefix}:task`));
  const record = recordOf(fieldOf(entry, `${ownPrefix}:taskRecord`));
  const created = timeOf(entry, 'created') ?? timeOf(entry, 'modified') ?? now;
  return {
    created,
    modified: timeOf(entry, 'modified') ?? timeOf(entry, 'updated') ?? created,
    author: authorOf(entry),
    device: textOf(entry, `${ownPrefix}:device`) ?? '',
    rev: rev ?? 1,
    motivation: motivationOf(entry, body, rev !== undefined),
    label: label ?? 'other',
    tags: [...new Set(tags)],
    ...(placement === undefined ? {} : { placement }),
    body,
    ...(task === undefined ? {} : { task }),
    ...asField(record),
  };
}

/** What cannot be what its field says is left out. */
function taskOf(told: unknown): Task | undefined {
  if (!isObject(told)) return undefined;
  const status = textOf(told, 'status');
  const fields = { ...told, ...(status === undefined ? {} : { status: statusFromFile(status) }) };
  const names = Object.keys(newTask) as (keyof Task)[];
  const read = names.flatMap((name) => {
    const checked = taskSchema.shape[name].safeParse(fieldOf(fields, name));
    return checked.success ? [[name, checked.data]] : [];
  });
  return changedTask(undefined, Object.fromEntries(read));
}

/** What a removed task held is written like a task; where that cannot be read, the rest of the record is still of use. */
function recordOf(told: unknown): TaskRecord | undefined {
  const states = { past: fieldOf(told, 'past'), removed: fieldOf(told, 'removed') };
  const kept = fieldOf(told, 'kept');
  const whole = { ...states, kept: { time: fieldOf(kept, 'time'), task: taskOf(fieldOf(kept, 'task')) } };
  return taskRecordSchema.safeParse(whole).data ?? taskRecordSchema.safeParse(states).data;
}

/** The annotation, if it is one that a note file can hold. */
export function checkAnnotation(annotation: Annotation): Result<Annotation, EntryFailure> {
  const checked = annotationSchema.safeParse(annotation);
  if (!checked.success) {
    const { issues } = checked.error;
    const isTooLong = issues.every(({ code, path }) => code === 'too_big' && path[0] !== 'rev');
    return failure({ problem: isTooLong ? 'too-long' : 'bad-field', detail: issues[0]?.path.join('.') ?? '' });
  }
  if (checked.data.rev > highestRevision) return failure({ problem: 'bad-field', detail: 'rev' });
  const file = serialiseNoteFile({ annotation: checked.data, extra: [] });
  if (!file.ok) return failure({ problem: 'too-long', detail: file.error });
  const again = parseNoteFile(file.value);
  return again.ok ? success(checked.data) : failure({ problem: 'bad-field', detail: again.error });
}

/**
 * The local time beside the W3C's, if both mean the same moment; else that one, or what can be understood as a day or time.
 */
function timeOf(entry: unknown, name: string): string | undefined {
  const told = textOf(entry, name);
  const local = textOf(entry, `${ownPrefix}:${name}`);
  if (local !== undefined && isTimestamp(local) && Date.parse(local) === Date.parse(told ?? local)) return local;
  if (told === undefined || isTimestamp(told)) return told;
  const moment = /^\d{4}-\d{2}-\d{2}/.test(told) ? Date.parse(told) : Number.NaN;
  return Number.isNaN(moment) ? undefined : formatTimestamp(new Date(moment), 0);
}

function isTimestamp(text: string): boolean {
  return annotationSchema.shape.created.safeParse(text).success;
}

/** This program's own files say it outright; elsewhere the words decide, as in a note file without that key. */
function motivationOf(entry: unknown, body: string, isOwn: boolean): Motivation {
  const told = listOf(entry, 'motivation').find((motivation) => isMotivation(motivation));
  if (isOwn && isMotivation(told)) return told;
  return motivationFor(body, told === 'bookmarking' ? told : undefined);
}

function isMotivation(value: unknown): value is Motivation {
  return value === 'highlighting' || value === 'commenting' || value === 'bookmarking';
}

function authorOf(entry: unknown): string {
  const [creator] = listOf(entry, 'creator');
  const name = textOf(creator, 'name') ?? textOf(creator, 'nickname') ?? addressOf(creator);
  return name ?? textOf(fieldOf(entry, 'user_info'), 'display_name') ?? textOf(entry, 'user') ?? '';
}
