import type { Annotation } from './annotation.ts';

/** One of several files that hold the same annotation. */
export interface NoteCopy {
  annotation: Pick<Annotation, 'rev' | 'modified'>;
  /** Hash of the file's bytes, in hexadecimal. */
  hash: string;
}

/**
 * Orders two copies of one annotation, the same way on every machine: positive when `left` counts. Higher revision, then
 * later change, then larger hash.
 */
export function compareCopies(left: NoteCopy, right: NoteCopy): number {
  const byRevision = left.annotation.rev - right.annotation.rev;
  if (byRevision !== 0) return byRevision;
  const byTime = Date.parse(left.annotation.modified) - Date.parse(right.annotation.modified);
  if (byTime !== 0) return byTime;
  return left.hash === right.hash ? 0 : left.hash > right.hash ? 1 : -1;
}

/**
 * True when whoever deleted the note knew the copy that is still there: deleting gives a higher revision than the deleted one. With
 * the same revision somebody changed the note elsewhere meanwhile, and no clock may decide that nobody reads it.
 */
export function isDeletedBy(removed: NoteCopy, note: NoteCopy): boolean {
  return removed.annotation.rev > note.annotation.rev;
}
