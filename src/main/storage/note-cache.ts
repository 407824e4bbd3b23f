import type { FileStamp, ReadNote } from './note-files.ts';

interface CachedNote {
  stamp: FileStamp;
  note: ReadNote;
}

/** The files of one folder tree as they were last read, by path. A new reading begins with `next`. */
export interface NoteCache {
  has(path: string): boolean;
  /** What the file holds, provided that it is certainly the one that was read. */
  find(path: string, stamp: FileStamp): ReadNote | undefined;
  put(path: string, stamp: FileStamp, note: ReadNote): void;
  /** What was asked for or put since the last `next` is kept, the rest forgotten. */
  next(): void;
}

/**
 * Two changes within so many milliseconds may leave the same time on a file: FAT counts in steps of two seconds. A file that
 * was that young when it was read is read again.
 */
const shortestAge = 2500;

export function createNoteCache(clock: () => number = Date.now): NoteCache {
  let before = new Map<string, CachedNote>();
  let present = new Map<string, CachedNote>();
  const known = (path: string) => present.get(path) ?? before.get(path);
  return {
    has: (path) => known(path) !== undefined,
    find: (path, stamp) => {
      const cached = known(path);
      if (cached === undefined || !isSame(cached.stamp, stamp)) return undefined;
      present.set(path, cached);
      return cached.note;
    },
    put: (path, { size, mtimeMs, ctimeMs, ino }, note) => {
      const age = clock() - Math.max(mtimeMs, ctimeMs);
      if (Math.abs(age) > shortestAge) present.set(path, { stamp: { size, mtimeMs, ctimeMs, ino }, note });
    },
    next: () => {
      before = present;
      present = new Map();
    },
  };
}

function isSame(left: FileStamp, right: FileStamp): boolean {
  return (
    left.size === right.size &&
    left.mtimeMs === right.mtimeMs &&
    left.ctimeMs === right.ctimeMs &&
    left.ino === right.ino
  );
}
