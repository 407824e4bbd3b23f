import type { Annotation } from '#core/annotation/annotation';

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
  put(id: string, note: IndexedNote): void;
  /** Notes that this content, should it be found in the note's file, comes from this program. */
  attempt(id: string, hash: string): void;
  isKnown(id: string, hash: string): boolean;
  /** The number of writes so far. */
  now(): number;
  /** Takes over what was read of a document since `begun`; what was written meanwhile is newer and stays. */
  takeOver(document: string, read: ReadonlyMap<string, IndexedNote>, begun: number): void;
  notesOf(document: string): Annotation[];
  /** Forgets all notes when they are those of another data folder. */
  enterRoot(root: string): void;
}

export function createNoteIndex(): NoteIndex {
  const entries = new Map<string, Entry>();
  let writes = 0;
  let lastRoot: string | undefined;
  const newerThan = (id: string, begun: number) => (entries.get(id)?.written ?? 0) > begun;
  return {
    find: (id, place) => {
      const entry = entries.get(id);
      return entry?.place === place ? entry : undefined;
    },
    put: (id, note) => {
      writes += 1;
      entries.set(id, { ...note, attempts: new Set(), written: writes });
    },
    attempt: (id, hash) => void entries.get(id)?.attempts.add(hash),
    isKnown: (id, hash) => {
      const entry = entries.get(id);
      return entry !== undefined && (entry.hash === hash || entry.attempts.has(hash));
    },
    now: () => writes,
    takeOver: (document, read, begun) => {
      for (const [id, entry] of entries) {
        if (entry.document === document && !newerThan(id, begun)) entries.delete(id);
      }
      for (const [id, note] of read) {
        if (!newerThan(id, begun)) entries.set(id, { ...note, attempts: new Set(), written: 0 });
      }
    },
    notesOf: (document) =>
      [...entries.values()]
        .filter((entry) => entry.document === document && entry.place === 'notes')
        .map((entry) => entry.annotation),
    enterRoot: (root) => {
      if (root !== lastRoot) entries.clear();
      lastRoot = root;
    },
  };
}
