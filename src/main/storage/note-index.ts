import { sep } from 'node:path';
import type { Annotation } from '#core/annotation/annotation';
import type { DataFolderPaths } from './data-folder.ts';

/** What is known about one note that was given to the page. */
export interface IndexedNote {
  /** Id of the document in whose folder the note lies. */
  document: string;
  place: 'notes' | 'recycleBin';
  path: string;
  hash: string;
  /** The note as the page knows it. */
  annotation: Annotation;
}

interface Entry extends IndexedNote {
  /** Hashes of what this program tried to write since: a save can fail after the file was replaced. */
  attempts: Set<string>;
  /** When this program last wrote the note, counted in writes. */
  written: number;
}

/**
 * Where each note lies and what the page has seen of it. The page names notes by id, and only an id that is in here leads to a
 * file.
 */
export interface NoteIndex {
  find(id: string, place: IndexedNote['place']): IndexedNote | undefined;
  /** Does nothing when another data folder has been entered since the note was written. */
  put(id: string, note: IndexedNote): void;
  /** The note lies elsewhere now; what the page has seen of it stays what it was. */
  moved(id: string, path: string): void;
  /** Notes that this content, should it be found in the note's file, comes from this program. */
  attempt(id: string, hash: string): void;
  isKnown(id: string, hash: string): boolean;
  /** The number of writes so far. */
  now(): number;
  /** Takes over what was read of a document since `begun`; what was written meanwhile is newer and stays. */
  takeOver(document: string, read: ReadonlyMap<string, IndexedNote>, begun: number): void;
  /** The same for the recycle bin alone. A note that the page knows as one that is there stays that. */
  takeOverRemoved(document: string, read: ReadonlyMap<string, IndexedNote>, begun: number): void;
  /** The notes of a document as the page knows them, those in the recycle bin too, but for what was written since `begun`. */
  knownOf(document: string, begun: number): Map<string, IndexedNote>;
  notesOf(document: string): Annotation[];
  /** What lies in the recycle bin. */
  removedOf(document: string): Annotation[];
  /** The note is deleted for good. */
  forget(id: string): void;
  /** Begins to look for the data folder. Visits are numbered in the order in which they begin. */
  beginVisit(): number;
  /**
   * Says what a visit has found; all notes are forgotten when they are those of another folder. `false`: a visit that
   * began later has found another folder already.
   */
  enter(folder: DataFolderPaths, visit: number): boolean;
}

export function createNoteIndex(): NoteIndex {
  const entries = new Map<string, Entry>();
  /** Hashes of notes that are being made. */
  const announced = new Map<string, string>();
  let writes = 0;
  const { isPresent, ...visits } = createVisits(() => entries.clear());
  const annotationsOf = (document: string, place: IndexedNote['place']) =>
    [...entries.values()]
      .filter((entry) => entry.document === document && entry.place === place)
      .map((entry) => entry.annotation);
  const newerThan = (id: string, begun: number) => (entries.get(id)?.written ?? 0) > begun;
  const replace = (
    document: string,
    read: ReadonlyMap<string, IndexedNote>,
    begun: number,
    isWanted: (note: IndexedNote) => boolean,
  ) => {
    for (const [id, entry] of entries) {
      if (entry.document === document && isWanted(entry) && !newerThan(id, begun)) entries.delete(id);
    }
    for (const [id, note] of read) {
      if (!isWanted(note) || newerThan(id, begun)) continue;
      const present = entries.get(id);
      if (present === undefined || isWanted(present)) entries.set(id, { ...note, attempts: new Set(), written: 0 });
    }
  };
  return {
    find: (id, place) => {
      const entry = entries.get(id);
      return entry?.place === place ? entry : undefined;
    },
    put: (id, note) => {
      if (!isPresent(note.path)) return;
      writes += 1;
      announced.delete(id);
      entries.set(id, { ...note, attempts: new Set(), written: writes });
    },
    moved: (id, path) => {
      const entry = entries.get(id);
      if (entry !== undefined && isPresent(path)) entries.set(id, { ...entry, path });
    },
    attempt: (id, hash) => {
      const entry = entries.get(id);
      if (entry === undefined) announced.set(id, hash);
      else entry.attempts.add(hash);
    },
    isKnown: (id, hash) => {
      const entry = entries.get(id);
      if (entry === undefined) return announced.get(id) === hash;
      return entry.hash === hash || entry.attempts.has(hash);
    },
    now: () => writes,
    takeOver: (document, read, begun) => replace(document, read, begun, () => true),
    takeOverRemoved: (document, read, begun) => replace(document, read, begun, ({ place }) => place === 'recycleBin'),
    knownOf: (document, begun) =>
      new Map([...entries].filter(([id, entry]) => entry.document === document && !newerThan(id, begun))),
    notesOf: (document) => annotationsOf(document, 'notes'),
    removedOf: (document) => annotationsOf(document, 'recycleBin'),
    forget: (id) => void entries.delete(id),
    ...visits,
  };
}

/** The folder that was found last; `onOther` is called when it is another one. */
function createVisits(onOther: () => void) {
  let visits = 0;
  let present: { folder: DataFolderPaths; visit: number } | undefined;
  return {
    isPresent: (path: string): boolean =>
      present !== undefined &&
      [present.folder.notes, present.folder.recycleBin].some((folder) => path.startsWith(folder + sep)),
    beginVisit: (): number => {
      visits += 1;
      return visits;
    },
    enter: (folder: DataFolderPaths, visit: number): boolean => {
      const isOther = present?.folder.root !== folder.root;
      if (isOther && present !== undefined && present.visit > visit) return false;
      if (isOther) onOther();
      present = { folder, visit: Math.max(visit, present?.visit ?? 0) };
      return true;
    },
  };
}
