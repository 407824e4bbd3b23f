import type { Annotation } from './annotation.ts';

/** What restoring a note from a snapshot would do. */
export interface SnapshotChange {
  /** The note as it was. */
  past: Annotation;
  /** The note as it is; `null` when it is not there any more. */
  present: Annotation | null;
  /** It lay in the recycle bin, and is now not even there. */
  wasRemoved: boolean;
}

/** How the notes of a snapshot differ from those of today. */
export interface SnapshotComparison {
  /**
   * Notes that are gone since, then those that are different, then those that have been deleted for good, each in the order of
   * their ids.
   */
  changes: SnapshotChange[];
  /** How many were made since; they stay. */
  newer: number;
  same: number;
}

/** The notes in use, and those in the recycle bin. */
interface NotesInPlace {
  live: readonly Annotation[];
  removed: readonly Annotation[];
}

/** Compares what readers and programs write; which copy is the later one does not matter. */
export function compareWithSnapshot({ live, removed }: NotesInPlace, present: NotesInPlace): SnapshotComparison {
  const byId = new Map(present.live.map((annotation) => [annotation.id, annotation]));
  const pairs = live.map((past) => ({ past, present: byId.get(past.id) ?? null, wasRemoved: false }));
  const known = new Set([...live, ...present.live, ...present.removed].map(({ id }) => id));
  const purged = removed.filter(({ id }) => !known.has(id)).map((past) => ({ past, present: null, wasRemoved: true }));
  const gone = pairs.filter((pair) => pair.present === null);
  const changed = pairs.filter((pair) => pair.present !== null && content(pair.past) !== content(pair.present));
  return {
    changes: [...gone.sort(inOrder), ...changed.sort(inOrder), ...purged.sort(inOrder)],
    newer: byId.size - (live.length - gone.length),
    same: live.length - gone.length - changed.length,
  };
}

function content(annotation: Annotation): string {
  const { rev: _rev, modified: _modified, device: _device, taskRecord: _record, ...rest } = annotation;
  return JSON.stringify(Object.entries(rest).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function inOrder(left: SnapshotChange, right: SnapshotChange): number {
  return left.past.id < right.past.id ? -1 : 1;
}
