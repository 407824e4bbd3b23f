import type { Annotation } from '#core/annotation/annotation';
import type { NoteDraft } from '#ipc/contract/drafts-contract';
import type { AppStore } from './app-store.ts';

/** Typing is saved when it pauses for this long, ms. */
const pause = 400;
/** A failed save is tried again after this long, ms. */
const retryAfter = 3000;
/** Most UTF-16 units of a tag that are kept while it is typed. */
const longestTag = 400;

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

/** What an earlier page was typing, in this one. */
export interface TakenUp {
  save: () => Promise<unknown>;
  /** Opens it for writing, where it can be: the reader goes on with what was typed last. */
  show?: () => void;
  /** It is not saved while the reader goes on with it: until then it can be dropped. */
  waits?: true;
}

let sessions = 0;

/** The writing of a note that is still unsaved, or a new one that begins with what is saved. */
export function writingOf(store: AppStore, annotation: Annotation): NoteWriting {
  return store.getState().writings.get(annotation.id) ?? createWriting(store, annotation);
}

/**
 * Goes on with the words of an earlier page, and answers how they are saved: into their note, or into a new one where that is
 * gone. `undefined`: they are saved already.
 */
export function takeUpDraft(store: AppStore, draft: NoteDraft): TakenUp | undefined {
  const { annotations, writings, discardDraft, editAnnotation } = store.getState();
  const { id, body, tag, bases } = draft;
  if (writings.has(id)) return undefined;
  const present = annotations.find((annotation) => annotation.id === id);
  // That the file holds what this program itself was saving is no change by others.
  const isKnown = present !== undefined && [...bases, body].includes(present.body);
  const saved = isKnown ? present.body : (bases[0] ?? '');
  if (body === saved && (tag === '' || present?.tags.includes(tag))) {
    discardDraft(id);
    return undefined;
  }
  const writing = createWriting(store, present ?? { ...draft.note, id, body }, { text: body, saved, tag });
  writings.set(id, writing);
  const save = present === undefined ? writing.rescue : writing.save;
  return { save, show: () => editAnnotation(id) };
}

/** What a note must say of itself to be written. */
type WrittenNote = Pick<Annotation, 'id' | 'body'> & NoteDraft['note'];

/** What is written and what of it is saved. */
interface WrittenWords {
  text: string;
  saved: string;
  tag: string;
  /** What is being saved right now. */
  saving?: string;
}

function createWriting(
  store: AppStore,
  annotation: WrittenNote,
  words: WrittenWords = { text: annotation.body, saved: annotation.body, tag: '' },
): NoteWriting {
  const { id } = annotation;
  const { writings } = store.getState();
  let show: ((text: string) => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<boolean> | undefined;
  let hasFailed = false;
  const isDone = () => words.text === words.saved && words.tag === '';
  const draft = createDrafting(store, annotation, words);
  const saveWords = createSaving(store, annotation.id, words, (text) => show?.(text));

  const saveAll = async (): Promise<boolean> => {
    clearTimeout(timer);
    const { saved } = words;
    hasFailed = !(await saveWords());
    if (hasFailed && store.getState().isGone()) await rescueFromGone();
    else if (hasFailed) timer = setTimeout(() => void writing.save(), retryAfter);
    if (isDone()) draft.discard();
    else if (words.saved !== saved) draft.keep();
    if (show === undefined && isDone()) writings.delete(id);
    return isDone();
  };
  const writing: NoteWriting = {
    text: () => words.text,
    change: (text) => {
      words.text = text;
      draft.keep();
      clearTimeout(timer);
      timer = setTimeout(() => void writing.save(), pause);
    },
    draftTag: (tag) => {
      words.tag = tag.trim();
      if (isDone()) draft.discard();
      else draft.keep();
    },
    follow: (saved) => {
      if (saved === words.saved || words.text !== words.saved) return false;
      words.text = saved;
      words.saved = saved;
      if (!isDone()) draft.keep();
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
      if (isDone() || !(await saveAsNewNote(store, annotation, words))) return;
      hasFailed = false;
      draft.discard();
    },
  };
  const rescueFromGone = async () => {
    await writing.rescue();
    if (!isDone()) return;
    store.setState(({ annotations }) => ({ annotations: annotations.filter((other) => other.id !== id) }));
  };
  return writing;
}

/** What a draft says of its note. */
export function draftedNote(note: NoteDraft['note']): NoteDraft['note'] {
  const { document, documentTitle, motivation, label, tags, target, placement } = note;
  const content = { document, documentTitle, motivation, label, tags, target };
  return placement === undefined ? content : { ...content, placement };
}

/** Hands the words to the keeping of the main process until they are saved. */
function createDrafting(store: AppStore, annotation: WrittenNote, words: WrittenWords) {
  const { id } = annotation;
  let isKept = words.text !== words.saved || words.tag !== '';
  return {
    keep: () => {
      isKept = true;
      const note = draftedNote(store.getState().annotations.find((other) => other.id === id) ?? annotation);
      const bases = words.saving === undefined ? [words.saved] : [words.saved, words.saving];
      store.getState().keepDraft({ id, note, body: words.text, tag: words.tag.slice(0, longestTag), bases });
    },
    discard: () => {
      if (isKept) store.getState().discardDraft(id);
      isKept = false;
    },
  };
}

/** Answers whether that succeeded; the writing goes on in the new note. */
async function saveAsNewNote(store: AppStore, annotation: WrittenNote, words: WrittenWords): Promise<boolean> {
  const { id } = annotation;
  const tags = words.tag === '' ? annotation.tags : [...annotation.tags, words.tag];
  const wanted = words.text;
  const kept = await store.getState().keepAsNewNote({ ...annotation, tags, body: wanted });
  if (kept === null) return false;
  const latest = words.text;
  Object.assign(words, { text: wanted, saved: wanted, tag: '' });
  store.getState().writings.delete(id);
  goOnIn(store, { from: id, to: kept, text: latest });
  return true;
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
    words.saving = wanted;
    const changed = await store.getState().changeAnnotation(id, { body: wanted }, { mergeKey, base });
    delete words.saving;
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
