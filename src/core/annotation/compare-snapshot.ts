import type { Annotation } from './annotation.ts';

/** What restoring a note from a snapshot would do. */
export interface SnapshotChange {
  /** The note as it was. */
  past: Annotation;
  /** The note as it is; `null` when it is not there any more. */
  present: Annotation | null;
}

/** How the notes of a snapshot differ from those of today. */
export interface SnapshotComparison {
  /** Notes that are gone since, then those that are different, each in the order of their ids. */
  changes: SnapshotChange[];
  /** How many were made since; they stay. */
  newer: number;
  same: number;
}

/** Compares what readers and programs write; which copy is the later one does not matter. */
export function compareWithSnapshot(past: readonly Annotation[], present: readonly Annotation[]): SnapshotComparison {
  const byId = new Map(present.map((annotation) => [annotation.id, annotation]));
  const pairs = past.map((annotation) => ({ past: annotation, present: byId.get(annotation.id) ?? null }));
  const gone = pairs.filter((pair) => pair.present === null);
  const changed = pairs.filter((pair) => pair.present !== null && content(pair.past) !== content(pair.present));
  return {
    changes: [...gone.sort(inOrder), ...changed.sort(inOrder)],
    newer: byId.size - (past.length - gone.length),
    same: past.length - gone.length - changed.length,
  };
}

function content({ rev: _rev, modified: _modified, device: _device, ...rest }: Annotation): string {
  return JSON.stringify(Object.entries(rest).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function inOrder(left: SnapshotChange, right: SnapshotChange): number {
  return left.past.id < right.past.id ? -1 : 1;
}
