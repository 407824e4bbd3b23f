import type { AppStore } from './app-store.ts';

/** Typing is saved when it pauses for this long, ms. */
const pause = 400;
/** A failed save is tried again after this long, ms. */
const retryAfter = 3000;

/**
 * The words of one note while it is written, and after that until they are saved: what could not be saved is there again
 * when the note is opened once more, is tried again, and closing the window waits for it.
 */
export interface NoteWriting {
  text: () => string;
  change: (text: string) => void;
  /** Undo, or another program, changed the note. Answers whether the text follows; words not yet saved stay. */
  follow: (saved: string) => boolean;
  /** Saves now. Answers whether there is nothing left to save. */
  save: () => Promise<boolean>;
  /** The note is open for writing. */
  open: () => void;
  close: () => void;
}

let sessions = 0;

/** The writing of a note that is still unsaved, or a new one that begins with what is `saved`. */
export function writingOf(store: AppStore, id: string, saved: string): NoteWriting {
  return store.getState().writings.get(id) ?? createWriting(store, id, saved);
}

function createWriting(store: AppStore, id: string, begun: string): NoteWriting {
  sessions += 1;
  const mergeKey = `body:${id}:${sessions}`;
  const { writings } = store.getState();
  const latest = { text: begun, saved: begun };
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isDone = () => latest.text === latest.saved;

  const save = async (): Promise<boolean> => {
    clearTimeout(timer);
    const { annotations, changeAnnotation } = store.getState();
    const isGone = !annotations.some((annotation) => annotation.id === id);
    const wanted = latest.text;
    if (!isDone() && !isGone) {
      if (await changeAnnotation(id, { body: wanted }, { mergeKey })) latest.saved = wanted;
      else timer = setTimeout(() => void save(), retryAfter);
    }
    if (!isOpen && (isDone() || isGone)) writings.delete(id);
    return isDone() || isGone;
  };

  const writing: NoteWriting = {
    text: () => latest.text,
    change: (text) => {
      latest.text = text;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), pause);
    },
    follow: (saved) => {
      if (saved === latest.saved || !isDone()) return false;
      latest.text = saved;
      latest.saved = saved;
      return true;
    },
    save,
    open: () => {
      isOpen = true;
      writings.set(id, writing);
    },
    close: () => {
      isOpen = false;
      void save();
    },
  };
  return writing;
}
