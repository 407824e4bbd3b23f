import type { Annotation } from '#core/annotation/annotation';
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
  /** A tag that is typed but not yet added; it is added with the next save. */
  draftTag: (tag: string) => void;
  /** Undo, or another program, changed the note. Answers whether the text follows; words not yet saved stay. */
  follow: (saved: string) => boolean;
  /** Saves now. Answers whether there is nothing left to save. */
  save: () => Promise<boolean>;
  hasFailed: () => boolean;
  /** The note is open for writing; `show` is told when its text is changed by anything but `change`. */
  open: (show: (text: string) => void) => void;
  close: () => void;
  /** Saves the words as a note of their own, because the note itself is out of reach. */
  rescue: () => Promise<void>;
}

let sessions = 0;

/** The writing of a note that is still unsaved, or a new one that begins with what is saved. */
export function writingOf(store: AppStore, annotation: Annotation): NoteWriting {
  return store.getState().writings.get(annotation.id) ?? createWriting(store, annotation);
}

/** What is written and what of it is saved. */
interface WrittenWords {
  text: string;
  saved: string;
  tag: string;
}

function createWriting(store: AppStore, annotation: Annotation): NoteWriting {
  const { id } = annotation;
  const { writings } = store.getState();
  const words: WrittenWords = { text: annotation.body, saved: annotation.body, tag: '' };
  let show: ((text: string) => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<boolean> | undefined;
  let hasFailed = false;
  const isDone = () => words.text === words.saved && words.tag === '';
  const saveWords = createSaving(store, annotation.id, words, (text) => show?.(text));

  const saveAll = async (): Promise<boolean> => {
    clearTimeout(timer);
    hasFailed = !(await saveWords());
    if (hasFailed && store.getState().isGone()) await rescueFromGone();
    else if (hasFailed) timer = setTimeout(() => void writing.save(), retryAfter);
    if (show === undefined && isDone()) writings.delete(id);
    return isDone();
  };
  const writing: NoteWriting = {
    text: () => words.text,
    change: (text) => {
      words.text = text;
      clearTimeout(timer);
      timer = setTimeout(() => void writing.save(), pause);
    },
    draftTag: (tag) => {
      words.tag = tag.trim();
    },
    follow: (saved) => {
      if (saved === words.saved || words.text !== words.saved) return false;
      words.text = saved;
      words.saved = saved;
      return true;
    },
    save: () => {
      // One save at a time: a later one would overtake an earlier one, or take it for done.
      underWay ??= saveAll().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    hasFailed: () => hasFailed,
    open: (onChange) => {
      show = onChange;
      writings.set(id, writing);
    },
    close: () => {
      show = undefined;
      void writing.save();
    },
    rescue: async () => {
      clearTimeout(timer);
      if (isDone()) return;
      const tags = words.tag === '' ? annotation.tags : [...annotation.tags, words.tag];
      const wanted = words.text;
      const kept = await store.getState().keepAsNewNote({ ...annotation, tags, body: wanted });
      if (kept === null) return;
      const latest = words.text;
      Object.assign(words, { text: wanted, saved: wanted, tag: '' });
      hasFailed = false;
      writings.delete(id);
      goOnIn(store, { from: id, to: kept, text: latest });
    },
  };
  const rescueFromGone = async () => {
    await writing.rescue();
    if (!isDone()) return;
    store.setState(({ annotations }) => ({ annotations: annotations.filter((other) => other.id !== id) }));
  };
  return writing;
}

/** Goes on writing in another note, with what was typed until now; otherwise each pause would make one more note. */
function goOnIn(store: AppStore, { from, to, text }: { from: string; to: Annotation; text: string }): void {
  const { writings, editedAnnotation, editAnnotation } = store.getState();
  if (text !== to.body) {
    const next = writingOf(store, to);
    writings.set(to.id, next);
    next.change(text);
  }
  if (editedAnnotation === from) editAnnotation(to.id);
}

/** Saves words until there are none left to save; answers whether that succeeded. */
function createSaving(store: AppStore, id: string, words: WrittenWords, show: (text: string) => void) {
  sessions += 1;
  const mergeKey = `body:${id}:${sessions}`;
  const saveBody = async (): Promise<boolean> => {
    const wanted = words.text;
    const base = { body: words.saved };
    const changed = await store.getState().changeAnnotation(id, { body: wanted }, { mergeKey, base });
    if (changed === null) return false;
    // What another program wrote meanwhile stands below these words now, and below what was typed since.
    const foreign = changed.body.startsWith(wanted) ? changed.body.slice(wanted.length) : '';
    words.saved = `${wanted}${foreign}`;
    if (foreign === '') return true;
    words.text += foreign;
    show(words.text);
    return true;
  };
  const saveTag = async (): Promise<boolean> => {
    const { tag } = words;
    const tags = store.getState().annotations.find((annotation) => annotation.id === id)?.tags ?? [];
    words.tag = '';
    if (tags.includes(tag)) return true;
    const changed = await store.getState().changeAnnotation(id, { tags: [...tags, tag] });
    if (changed === null && words.tag === '') words.tag = tag;
    return changed !== null;
  };
  return async (): Promise<boolean> => {
    let isSaved = true;
    while (isSaved && words.text !== words.saved) isSaved = await saveBody();
    if (isSaved && words.tag !== '') isSaved = await saveTag();
    return isSaved;
  };
}
