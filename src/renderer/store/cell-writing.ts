import type { TaskAnnotation } from '#core/annotation/task';
import { draftStanding, keepBoth } from '#core/ledger/cell-draft';
import type { TaskColumn } from '#core/ledger/ledger-rows';
import { fieldText, typedChange } from '#core/ledger/task-field';
import { success } from '#core/text/result';
import type { NoteDraft } from '#ipc/contract/drafts-contract';
import { messages } from '#messages/zh-CN';
import type { AppStore } from './app-store.ts';
import { type CellWriting, completionRemark } from './ledger.ts';
import { shownColumns } from './listed-tasks.ts';
import { draftedNote, type TakenUp } from './note-writing.ts';
import { localDay } from './use-ledger.ts';

const words = messages.ledger;

/** What a task must say of itself to be written in. */
type WrittenTask = Pick<TaskAnnotation, 'id' | 'task'> & NoteDraft['note'];

/**
 * What is typed into one cell until it is saved: at each input it is given to the drafts, what could not be saved is there again
 * when the cell is opened once more, and the window waits for it. Where others have changed the same field since an earlier page was
 * typing, only a reader who has decided so takes the place of that; otherwise both are kept.
 */
export function cellWritingOf(store: AppStore, annotation: WrittenTask, column: TaskColumn) {
  const { id } = annotation;
  const state = store.getState;
  const cell = `${id} ${column}`;
  const held = state().cellWritings.get(cell);
  const seen = held?.seen ?? annotation.task;
  const { instead } = held ?? {};
  const unsaved = unsavedText(held);
  let isKept = held !== undefined;
  const hold = (text: string, isOnItsWay = false) => {
    const writing = { text, seen, isOnItsWay, save: () => save(text) };
    state().holdCell(cell, instead === undefined ? writing : { ...writing, instead });
  };
  const drop = () => {
    state().holdCell(cell, null);
    if (isKept) state().discardDraft(id, column);
    isKept = false;
  };
  const beside = (text: string) => {
    const latest = state().annotations.find((other) => other.id === id)?.task ?? seen;
    return { latest, change: keepBoth({ column, text }, latest, words.editor.keptBeside(words.columns[column], text)) };
  };
  const save = async (text: string, isDecided = false): Promise<boolean> => {
    const { latest, change: both } = beside(text);
    const isBeside = instead !== undefined && !isDecided;
    const change = isBeside ? success(both) : typedChange(seen, column, text, localDay());
    const base = isBeside ? latest : seen;
    hold(text, true);
    let isSaved = change.ok && (change.value === null || (await state().changeTask(id, change.value, base)));
    const remark = isSaved && change.ok && change.value !== null ? completionRemark(seen, change.value) : undefined;
    if (remark !== undefined) state().offerLastUndo(remark);
    if (!isSaved && change.ok && state().isGone()) isSaved = await saveAsNewTask(store, { annotation, column, text });
    // The cell may have been opened once more meanwhile.
    if ((state().cellWritings.get(cell)?.text ?? text) !== text) return isSaved;
    if (isSaved) drop();
    else hold(text);
    return isSaved;
  };
  return {
    seen,
    instead,
    unsaved,
    hold: (text: string) => hold(text),
    save,
    drop,
    type: (text: string) => {
      hold(text);
      isKept = true;
      const bases = [fieldText(seen, column)];
      const note = draftedNote(annotation);
      state().keepDraft({ id, note, body: text, tag: '', bases, cell: { column, seen } });
    },
  };
}

/** What could not be saved of what was typed into a cell. */
export function unsavedText(held: CellWriting | undefined): string | undefined {
  return held?.isOnItsWay ? undefined : held?.text;
}

/**
 * Goes on with what an earlier page was typing into a cell: in the cell itself, if it was the last; otherwise it is saved – beside
 * what others have written there meanwhile, and in a task of its own where its note is gone. `undefined`: it is saved already.
 */
export function takeUpCell(store: AppStore, draft: NoteDraft & Required<Pick<NoteDraft, 'cell'>>): TakenUp | undefined {
  const state = store.getState;
  const { id, body: text, cell } = draft;
  const { column, seen } = cell;
  const key = `${id} ${column}`;
  if (state().cellWritings.has(key)) return undefined;
  const drop = () => {
    state().holdCell(key, null);
    state().discardDraft(id, column);
  };
  const present = state().annotations.find((annotation) => annotation.id === id);
  if (present === undefined) {
    const annotation = { ...draft.note, id, task: seen };
    return { save: async () => (await saveAsNewTask(store, { annotation, column, text })) && drop() };
  }
  const standing = draftStanding({ column, seen, text }, present.task ?? seen, localDay());
  if (standing === 'saved') {
    drop();
    return undefined;
  }
  const { task = seen } = present;
  const isContested = standing === 'contested' && present.task !== undefined;
  const begin = (isBeside: boolean) => {
    // What others have done to other fields since is merged; over this one the reader decides as it is now.
    const base = isContested ? { ...seen, [column]: task[column] } : seen;
    const instead = isBeside ? { instead: fieldText(task, column) } : {};
    const save = () => cellWritingOf(store, { ...present, task }, column).save(text);
    state().holdCell(key, { text, seen: base, save, ...instead });
    return save;
  };
  begin(isContested);
  const isValid = typedChange(seen, column, text, localDay()).ok;
  const save = () => begin(isContested || !isValid)();
  if (present.task === undefined || !shownColumns(state()).includes(column)) return { save };
  return { save, show: () => state().showLedger(id, column), waits: true };
}

interface TypedCell {
  annotation: WrittenTask;
  column: TaskColumn;
  text: string;
}

/** Answers whether that succeeded. What cannot be the value of the field becomes the text of the note. */
async function saveAsNewTask(store: AppStore, { annotation, column, text }: TypedCell): Promise<boolean> {
  const { id, task } = annotation;
  const change = typedChange(task, column, text, localDay());
  const content = change.ok ? { body: '', task: { ...task, ...change.value } } : { body: text, task };
  const kept = await store.getState().keepAsNewNote({ ...draftedNote(annotation), ...content });
  if (kept === null) return false;
  store.setState(({ annotations }) => ({ annotations: annotations.filter((other) => other.id !== id) }));
  return true;
}
