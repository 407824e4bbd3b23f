import { isTask, type Task, type TaskAnnotation, type TaskChange } from '#core/annotation/task';
import { withColumns } from '#core/ledger/ledger-rows';
import { areRivals, joinedChange } from '#core/sheet/join-readings';
import type { CellChange, SheetProblem, SheetReading } from '#core/sheet/sheet-reading';
import { type Result, success } from '#core/text/result';
import type { FileProblem } from '#ipc/contract/reading-contract';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import { createSaving, createStepParts } from './annotation-saving.ts';
import type { AppState, Slice } from './app-store.ts';
import type { StepPart } from './history.ts';
import { shownColumns } from './listed-tasks.ts';
import { type ReadSheetFile, type RefusedFile, readSheets, workbooksOf } from './read-sheets.ts';

const words = messages.sheet.importing;

/** Filled-in ledgers on their way back. */
export type SheetImportState =
  | { stage: 'writing'; name: string }
  /** `place`: which of how many files. */
  | { stage: 'reading'; name: string; place?: { at: number; of: number } }
  | { stage: 'problem'; name: string; problem: FileProblem | SheetProblem }
  | { stage: 'choosing'; name: string; reading: SheetReading; refused: readonly RefusedFile[] };

export interface SheetImportSlice {
  /** `null`: no ledger is being imported. */
  sheetImport: SheetImportState | null;
  /** Lets the reader choose workbooks, reads them and shows what was filled in. Nothing is written. */
  chooseSheet: () => Promise<void>;
  /** Writes these cells into their tasks, all of them or none, as one step that can be undone. */
  applySheet: (changes: readonly CellChange[]) => Promise<void>;
  closeSheetImport: () => void;
}

export const sheetImportSlice: Slice<SheetImportSlice> = (api) => (set, get) => {
  /** Another object for each file; an answer that belongs to an earlier one is dropped. */
  let current: object | null = null;
  return {
    sheetImport: null,
    chooseSheet: async () => {
      const { plan } = get();
      if (plan === null) return;
      const chosen = await api['sheet.choose'](null);
      if (!chosen.ok) return get().notifyError(chosen.error);
      if ('cancelled' in chosen.value) return;
      const { files } = chosen.value;
      const name = nameOf(files.map((file) => file.name));
      const mine = {};
      current = mine;
      const isWanted = () => current === mine;
      set({ sheetImport: { stage: 'reading', name } });
      get().openDialog('sheetImport');
      await get().saveWritings();
      const read = await readAll(api, files, {
        isWanted,
        onNext: (place) => set({ sheetImport: { stage: 'reading', name, place } }),
      });
      if (!isWanted()) return;
      const list = read.ok ? await api['annotations.list']({ document: plan.id }) : read;
      if (!isWanted()) return;
      if (!read.ok || !list.ok) {
        get().closeSheetImport();
        if (!list.ok) get().notifyError(list.error);
        return;
      }
      // What others did to the notes is now taken for known here, and is told by nobody.
      set(list.value);
      const outcome = readSheets(read.value, { document: plan.id, tasks: list.value.annotations.filter(isTask) });
      set({
        sheetImport:
          'problem' in outcome
            ? { stage: 'problem', name, problem: outcome.problem }
            : { stage: 'choosing', name, ...outcome },
      });
    },
    applySheet: async (changes) => {
      const { sheetImport } = get();
      if (sheetImport?.stage !== 'choosing' || changes.length === 0) return;
      const tasks = byTask(changes);
      const obstacle = areRivals(changes) ? words.rivals : obstacleTo(tasks, get);
      if (obstacle !== null) return get().notify({ kind: 'error', text: obstacle });
      set({ sheetImport: { stage: 'writing', name: sheetImport.name } });
      const prepared = await api['snapshots.prepare']({ reason: 'before-import' });
      const problem = prepared.ok ? await write(api, set, get, tasks, changes.length) : prepared.error;
      if (problem === null) showWritten(get, changes);
      if (problem === null || get().sheetImport === null) return get().closeSheetImport();
      if (!prepared.ok) get().notifyError(problem);
      // What was chosen can be tried again.
      set({ sheetImport });
    },
    closeSheetImport: () => {
      if (get().sheetImport?.stage === 'reading') void api['sheet.cancel'](null);
      current = null;
      set({ sheetImport: null });
      if (get().dialog === 'sheetImport') get().closeDialog();
    },
  };
};

/** What was written is to be seen: its columns come into sight. */
function showWritten(get: () => AppState, changes: readonly CellChange[]): void {
  const shown = shownColumns(get());
  const hidden = changes.map(({ column }) => column).filter((column) => !shown.includes(column));
  if (hidden.length > 0) get().chooseColumns(withColumns(shown, hidden));
}

/** One file, or how many. */
function nameOf(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : words.severalFiles(names);
}

interface Reading {
  isWanted: () => boolean;
  onNext: (place: { at: number; of: number }) => void;
}

/** Reads the files one after the other; what is wrong with one of them does not stop it. */
async function readAll(
  api: Api,
  files: readonly { file: string; name: string }[],
  { isWanted, onNext }: Reading,
): Promise<Result<ReadSheetFile[], OperationError>> {
  const read: ReadSheetFile[] = [];
  for (const [index, { file, name }] of files.entries()) {
    if (files.length > 1) onNext({ at: index + 1, of: files.length });
    const answer = await api['sheet.read']({ file });
    if (!answer.ok) return answer;
    if (!isWanted()) break;
    read.push(...workbooksOf(name, answer.value, files.length === 1));
  }
  return success(read);
}

interface FilledTask {
  annotation: TaskAnnotation;
  change: TaskChange;
}

function byTask(changes: readonly CellChange[]): FilledTask[] {
  const tasks = new Map<string, CellChange[]>();
  for (const change of changes) {
    const { id } = change.annotation;
    tasks.set(id, [...(tasks.get(id) ?? []), change]);
  }
  return [...tasks.values()].flatMap((ofTask) =>
    ofTask.slice(0, 1).map(({ annotation }) => ({ annotation, change: joinedChange(ofTask) })),
  );
}

/** Why nothing of it may be written, in words. */
function obstacleTo(tasks: readonly FilledTask[], get: () => AppState): string | null {
  const present = new Map(get().annotations.map((annotation) => [annotation.id, annotation]));
  for (const { annotation, change } of tasks) {
    const now = present.get(annotation.id)?.task;
    if (
      now === undefined ||
      JSON.stringify(previous(now, change)) !== JSON.stringify(previous(annotation.task, change))
    ) {
      return words.changedMeanwhile;
    }
    const { start, due } = { ...now, ...change };
    if (start !== '' && due !== '' && due < start && ('start' in change || 'due' in change)) return words.wrongDays;
  }
  return null;
}

/** What the fields are that a change touches. */
function previous(task: Task, change: TaskChange): TaskChange {
  const fields = Object.keys(change) as (keyof Task)[];
  return Object.fromEntries(fields.map((field) => [field, task[field]]));
}

/** Where one cannot be written, those before it are taken back. Answers what was wrong. */
async function write(
  api: Api,
  set: (part: Partial<AppState>) => void,
  get: () => AppState,
  tasks: readonly FilledTask[],
  cells: number,
): Promise<OperationError | null> {
  const save = createSaving(api, set, get);
  const parts = createStepParts(save);
  const document = get().plan?.id;
  return get().showTogether(async () => {
    const written: StepPart[] = [];
    for (const { annotation, change } of tasks) {
      const wanted = { task: change };
      const back = { task: previous(annotation.task, change) };
      const saved = await save.change(annotation.id, wanted, back);
      if (saved.ok) {
        written.push(parts.changed(annotation.id, wanted, back));
        continue;
      }
      const left = await takeBack(written);
      if (left.length > 0) get().recordStep({ name: words.step(cells), document, parts: left });
      const text = left.length === 0 ? words.nothingWritten : words.partlyWritten(left.length);
      get().notify({ kind: 'error', text });
      return saved.error;
    }
    const step = { name: words.step(cells), document, parts: written };
    get().recordStep(step);
    get().offerUndo(words.done(cells), step);
    return null;
  });
}

/** Answers what could not be taken back. */
async function takeBack(written: readonly StepPart[]): Promise<StepPart[]> {
  const left: StepPart[] = [];
  for (const part of [...written].reverse()) if ((await part.undo()) === 'failed') left.unshift(part);
  return left;
}
