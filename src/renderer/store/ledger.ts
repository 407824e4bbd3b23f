import type { Annotation } from '#core/annotation/annotation';
import { keptTaskOf } from '#core/annotation/kept-task';
import { newTask, type Task, type TaskChange } from '#core/annotation/task';
import { type LedgerColumn, type LedgerFilter, noLedgerFilter, type TaskColumn } from '#core/ledger/ledger-rows';
import { blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { AppState, AppStore, Slice } from './app-store.ts';
import type { HistoryStep } from './history.ts';
import { placedNotes } from './placed-annotations.ts';
import { statusName } from './task-words.ts';

export interface CellWriting {
  text: string;
  /** The task as it was when the reader began. */
  seen: Task;
  /** What the field holds, where others have changed it since an earlier page was typing: without a decision both are kept. */
  instead?: string;
  /** It is on its way: until that has failed, nobody has to go on with it. */
  isOnItsWay?: boolean;
  /** Answers whether that succeeded. */
  save: () => Promise<boolean>;
}

/** Another object for each wish. */
export interface TaskRequest {
  id: string;
  column?: TaskColumn;
}

export interface TaskSubject {
  annotation?: string;
  range?: TextRange;
  section?: string;
  isAnother?: boolean;
}

export interface LedgerSlice {
  ledgerFilter: LedgerFilter;
  setLedgerFilter: (filter: LedgerFilter) => void;
  /** A wish to see a task in the ledger, until it is shown; with a column, to write there. */
  taskRequest: TaskRequest | null;
  /** The ledger has gone to the task: it does so once for each wish. */
  taskShown: (request: TaskRequest) => void;
  /** The ledger takes the whole width of the window while it is shown; until the text is asked for. */
  isLedgerWide: boolean;
  setLedgerWide: (isWide: boolean) => void;
  /** Which columns the ledger of the open document shows, in their order. */
  chooseColumns: (columns: readonly LedgerColumn[]) => void;
  /** Opens the ledger; at this task, if it is given, and writing in this column of it. */
  showLedger: (id?: string, column?: TaskColumn) => void;
  /**
   * Makes a task of an annotation, of a passage, or of a section: without any of the one that is being read. Shows it in the ledger. One
   * that was taken out of it has again what was filled in, unless another one is wanted.
   */
  makeTask: (subject: TaskSubject) => Promise<void>;
  /** `seen`: the task as it was when the reader began. Answers whether it was saved. */
  changeTask: (id: string, change: TaskChange, seen?: Task) => Promise<boolean>;
  /** What is being written in cells or could not be saved, by task and column: it is saved before the window closes. */
  cellWritings: ReadonlyMap<string, CellWriting>;
  holdCell: (cell: string, writing: CellWriting | null) => void;
  /** Empties a field by this change, and says so with the way back: the key is pressed easily. `column`: its name. */
  emptyCell: (id: string, change: TaskChange, column: string) => Promise<void>;
  /** The annotation is no task any more, but stays. */
  dropTask: (id: string) => Promise<void>;
}

const words = messages.ledger;
/** Documents whose columns are remembered. */
const mostRemembered = 60;

/** Whether the ledger hides the outline and the text. */
export function isLedgerAlone({ isLedgerWide, view }: AppState): boolean {
  return isLedgerWide && view.notesVisible && view.rightTab === 'ledger';
}

export const ledgerSlice: Slice<LedgerSlice> = () => (set, get, store) => ({
  ...wideness(store),
  ledgerFilter: noLedgerFilter,
  setLedgerFilter: (ledgerFilter) => set({ ledgerFilter }),
  taskRequest: null,
  taskShown: (request) => {
    if (get().taskRequest === request) set({ taskRequest: null });
  },
  chooseColumns: (columns) => {
    const { plan, view, changeView } = get();
    if (plan === null || columns.length === 0) return;
    const others = (view.documentColumns ?? []).filter(({ document }) => document !== plan.id);
    changeView({ documentColumns: [{ document: plan.id, columns: [...columns] }, ...others].slice(0, mostRemembered) });
  },
  showLedger: (id, column) => {
    get().changeView({ notesVisible: true, rightTab: 'ledger' });
    if (id === undefined) return;
    // What was asked for is to be seen, whatever narrows the list.
    set({ taskRequest: column === undefined ? { id } : { id, column }, ledgerFilter: noLedgerFilter });
    get().selectAnnotation(id);
  },
  ...taskMaking(get),
  changeTask: async (id, task, seen) => {
    const base = seen === undefined ? {} : { base: { task: seen } };
    return (await get().changeAnnotation(id, { task }, { name: words.steps.change, ...base })) !== null;
  },
  emptyCell: async (id, change, column) => {
    const task = get().annotations.find((other) => other.id === id)?.task;
    if (!(await get().changeTask(id, change))) return;
    get().offerLastUndo((task && completionRemark(task, change)) ?? words.emptied(column));
  },
  cellWritings: new Map(),
  holdCell: (cell, writing) => {
    const others = [...get().cellWritings].filter(([other]) => other !== cell);
    set({ cellWritings: new Map(writing === null ? others : [...others, [cell, writing]]) });
  },
});

/** What a change of the status does to the completion beyond itself, or leaves of it that hardly holds any more. */
export function completionRemark({ status: before, completion }: Task, change: TaskChange): string | undefined {
  const { status = before } = change;
  if (status !== 'done' && before === 'done' && completion === 100) return words.stillComplete(statusName(status));
  return status === 'done' && change.completion === 100 && completion !== 100 ? words.completed : undefined;
}

/** What makes a task and takes it out of the ledger. */
function taskMaking(get: () => AppState): Pick<LedgerSlice, 'makeTask' | 'dropTask'> {
  return {
    makeTask: async ({ annotation: id, range, section, isAnother = false }) => {
      const { plan, annotations, currentSection } = get();
      if (plan === null) return;
      const own = annotations.find((other) => other.id === id);
      if (own?.task !== undefined) return get().showLedger(own.id);
      const passage = range ?? sectionRange(plan, section ?? currentSection);
      const annotation = own ?? (isAnother ? undefined : keptAt(get(), passage));
      if (annotation === undefined && passage === null) return;
      const kept = annotation && keptTaskOf(annotation);
      const made =
        annotation !== undefined
          ? await get().changeAnnotation(annotation.id, { task: kept ?? newTask }, { name: words.steps.create })
          : passage && (await get().annotate(passage, 'highlighting', 'todo', newTask));
      if (!made) return;
      get().showLedger(made.id);
      if (kept === undefined) get().offerLastUndo(words.created);
      else offerBlank(get, made);
    },
    dropTask: async (id) => {
      const dropped = await get().changeAnnotation(id, { task: null }, { name: words.steps.drop });
      if (dropped === null) return;
      get().offerLastUndo(keptTaskOf(dropped) === undefined ? words.dropped : words.droppedKept);
    },
  };
}

/** The note of this very passage that keeps what its task held. */
function keptAt(state: AppState, passage: TextRange | null): Annotation | undefined {
  if (passage === null) return undefined;
  const { start, end } = passage;
  return placedNotes(state).find(
    ({ annotation, anchoring: { range } }) =>
      keptTaskOf(annotation) !== undefined && range?.start === start && range.end === end,
  )?.annotation;
}

/** Says that the task has again what was filled in, and offers to begin it anew as long as nothing else was done. */
function offerBlank(get: () => AppState, { id, document }: Annotation): void {
  const text = words.restored;
  const step = get().undoSteps.at(-1);
  if (step === undefined || document !== get().plan?.id) get().notify({ kind: 'done', text });
  else
    get().notify({
      kind: 'done',
      text,
      step,
      action: { label: words.steps.blank, run: () => void makeBlank(get, id, step) },
    });
}

async function makeBlank(get: () => AppState, id: string, step: HistoryStep): Promise<void> {
  await get().saveWritings();
  // What was written since is not to go with it.
  if (get().undoSteps.at(-1) !== step) return;
  const blank = await get().changeAnnotation(id, { task: newTask }, { name: words.steps.blank });
  if (blank !== null) get().offerLastUndo(words.blank);
}

/** Whatever shows something in the text or in the outline brings both back. */
function wideness(store: AppStore): Pick<LedgerSlice, 'isLedgerWide' | 'setLedgerWide'> {
  store.subscribe((state, before) => {
    const isAsked =
      state.request !== before.request ||
      state.leftTab !== before.leftTab ||
      state.searchFocus !== before.searchFocus ||
      (state.search.open && !before.search.open) ||
      state.searchPaint.current !== before.searchPaint.current;
    if (isAsked && state.isLedgerWide) store.setState({ isLedgerWide: false });
  });
  return {
    isLedgerWide: false,
    setLedgerWide: (isLedgerWide) => {
      if (isLedgerWide) store.getState().showLedger();
      store.setState({ isLedgerWide });
    },
  };
}

/** The heading of a section, or its first words where the source lacks it. */
function sectionRange(plan: PlanDocument, id: string | null): TextRange | null {
  const section = plan.sections.find((each) => each.id === id);
  const block = section?.headingBlock ?? section?.bodyBlocks[0];
  return (block === undefined ? undefined : blockRanges(plan)[block]) ?? null;
}
