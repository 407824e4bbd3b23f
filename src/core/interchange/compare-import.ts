import type { Annotation } from '../annotation/annotation.ts';
import { writeKept } from '../annotation/kept-task.ts';
import { mergeCopies } from '../annotation/merge-copies.ts';
import { asField, recordAfter, taskState, uniteRecords } from '../annotation/task-record.ts';
import type { ImportedAnnotation } from './from-jsonld.ts';

/**
 * How an annotation of the file stands to ours. `changed`: theirs is the later state of ours. `conflict`: both were changed.
 * `older`: ours is the later one, but theirs says something that ours does not. `deleted`: ours is in the recycle bin.
 */
export type ImportKind = 'new' | 'changed' | 'conflict' | 'older' | 'deleted';

/** One annotation that an import would write. */
export interface ImportItem {
  kind: ImportKind;
  incoming: Annotation;
  /** Ours before the import; in the recycle bin where the kind is `deleted`. */
  existing: Annotation | null;
  /** Ours after it. */
  result: Annotation;
}

export interface ImportComparison {
  /** In the order of the file. */
  items: ImportItem[];
  /** How many annotations of the file are here already. */
  unchanged: number;
}

/** The annotations of a document that are here. */
export interface PresentAnnotations {
  annotations: readonly Annotation[];
  /** Those in the recycle bin. */
  removed: readonly Annotation[];
}

/**
 * Compares the annotations of a file with those that are here. Nothing of ours gets lost: where the later state of a note
 * cannot be told for sure, the texts of both sides are kept, by the rule for two copies of a note. After an import the same
 * file has nothing new.
 */
export function compareImport(
  { annotations, removed }: PresentAnnotations,
  imported: readonly ImportedAnnotation[],
): ImportComparison {
  const present = byId(annotations);
  const deleted = byId(removed);
  const items: ImportItem[] = [];
  for (const one of imported) {
    const { id } = one.annotation;
    const existing = present.get(id) ?? deleted.get(id);
    if (existing === undefined) {
      items.push({ kind: 'new', incoming: one.annotation, existing: null, result: one.annotation });
      continue;
    }
    const incoming = one.isOwn ? one.annotation : withOurOwnWords(existing, one.annotation);
    if (present.has(id)) items.push(...compareWithOurs(existing, incoming, one.isOwn));
    else items.push({ kind: 'deleted', incoming, existing, result: broughtBack(existing, incoming) });
  }
  return { items, unchanged: imported.length - items.length };
}

function compareWithOurs(existing: Annotation, incoming: Annotation, isOwn: boolean): ImportItem[] {
  const later = isOwn ? isLaterRevision(existing, incoming) : isLaterForeign(existing, incoming);
  if (later === 'yes') {
    const result = withContentOf(existing, incoming);
    return hasSameContent(existing, result) ? [] : [{ kind: 'changed', incoming, existing, result }];
  }
  const result = merged(existing, incoming);
  if (hasSameContent(existing, incoming) || hasSameContent(existing, result)) return [];
  return [{ kind: later === 'no' ? 'older' : 'conflict', incoming, existing, result }];
}

type Answer = 'yes' | 'no' | 'unclear';

/** Where revision and time disagree, or the revisions are the same, both sides have changed the note. */
function isLaterRevision(existing: Annotation, incoming: Annotation): Answer {
  const isLater = timeOf(incoming) >= timeOf(existing);
  if (incoming.rev > existing.rev && isLater) return 'yes';
  if (incoming.rev < existing.rev && timeOf(incoming) <= timeOf(existing)) return 'no';
  return 'unclear';
}

/** Another program counts no revisions; but we know whether the note was changed here since it came. */
function isLaterForeign(existing: Annotation, incoming: Annotation): Answer {
  if (timeOf(incoming) <= timeOf(existing)) return 'no';
  return existing.rev === 1 ? 'yes' : 'unclear';
}

/**
 * Another program has no word for our labels, revisions, decided places and tasks: silence about them is no change. Its revision
 * is below ours, so that of two texts ours stays above.
 */
function withOurOwnWords(existing: Annotation, foreign: Annotation): Annotation {
  const { rev, label, placement, task, taskRecord, device } = existing;
  const decided = { ...(placement === undefined ? {} : { placement }), ...(task === undefined ? {} : { task }) };
  const own = { ...decided, ...asField(taskRecord) };
  return { ...foreign, rev: rev - 1, device, label: foreign.label === 'other' ? label : foreign.label, ...own };
}

/** Ours with what theirs says. What a note was made on, when and by whom does not change. */
function withContentOf(existing: Annotation, incoming: Annotation): Annotation {
  const { placement: _place, task: _task, taskRecord: _record, ...others } = existing;
  const { motivation, label, tags, placement, body, rev, modified, device } = incoming;
  return {
    ...others,
    motivation,
    label,
    tags,
    ...(placement === undefined ? {} : { placement }),
    ...taskOf(existing, incoming),
    body,
    rev: Math.max(existing.rev, rev),
    modified,
    device,
  };
}

/** Theirs, unless we know it for one that was taken out of the ledger here. */
function taskOf(existing: Annotation, incoming: Annotation): Pick<Annotation, 'task' | 'taskRecord'> {
  const { task } = isRemovedBy(existing, incoming) ? existing : incoming;
  // Whoever removed ours has kept the latest of it.
  const isKeptThere = isRemovedBy(incoming, existing) && incoming.taskRecord?.kept !== undefined;
  const ours = recordAfter(existing, task, isKeptThere ? undefined : incoming.modified);
  const record = uniteRecords([ours, incoming.taskRecord]);
  return { ...(task === undefined ? {} : { task }), ...asField(record) };
}

/** Whether one knows the task of the other for one that was taken out of the ledger. */
function isRemovedBy({ taskRecord }: Annotation, other: Annotation): boolean {
  const state = other.task && taskState(other.task, other.taskRecord?.removed);
  return state !== undefined && taskRecord?.removed.includes(state) === true;
}

function merged(existing: Annotation, incoming: Annotation): Annotation {
  const both = mergeCopies([
    { annotation: existing, extra: [] },
    { annotation: incoming, extra: [] },
  ]);
  return withContentOf(existing, both.annotation);
}

/** Later than the deletion, or it would count as deleted. */
function broughtBack(removed: Annotation, incoming: Annotation): Annotation {
  const both = hasSameContent(removed, incoming) ? removed : merged(removed, incoming);
  return { ...both, rev: Math.max(removed.rev, incoming.rev) + 1 };
}

function hasSameContent(left: Annotation, right: Annotation): boolean {
  const inOrder = (value: object | undefined) => value && Object.entries(value).sort();
  const content = ({ motivation, label, tags, placement, task, taskRecord, body }: Annotation) => {
    const kept = taskRecord?.kept && writeKept(taskRecord.kept);
    return JSON.stringify([motivation, label, [...tags].sort(), inOrder(placement), inOrder(task), kept, body]);
  };
  return content(left) === content(right);
}

function timeOf({ modified }: Annotation): number {
  return Date.parse(modified);
}

function byId(annotations: readonly Annotation[]): ReadonlyMap<string, Annotation> {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}
