import type { Html } from '#core/text/html';

/** Keeps the markup of notes by their text: each change of an option makes another report of the same notes. */
export interface NoteMarkup {
  of(note: string, make: (note: string) => Html): Html;
}

/** Most characters of notes whose markup is kept. */
const kept = 4_000_000;

export function createNoteMarkup(limit: number = kept): NoteMarkup {
  const known = new Map<string, Html>();
  let length = 0;
  return {
    of: (note, make) => {
      const present = known.get(note);
      if (present !== undefined) return present;
      const made = make(note);
      known.set(note, made);
      length += note.length;
      for (const oldest of known.keys()) {
        if (length <= limit) break;
        known.delete(oldest);
        length -= oldest.length;
      }
      return made;
    },
  };
}
