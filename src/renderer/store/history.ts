import type { AnnotationChange } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import type { AppState, Slice } from './app-store.ts';

/** How one write ended. `gone`: what it changes is not there any more, so that trying again is of no use. */
export type Outcome = 'done' | 'failed' | 'gone';

/** One write of data, and the write that takes it back. */
export interface StepPart {
  undo: () => Promise<Outcome>;
  redo: () => Promise<Outcome>;
}

/** One change of data that can be taken back. */
export interface HistoryStep {
  /** What was done, for “撤销：…”. */
  name: string;
  /** In the order in which they were made; a change of many notes has one part for each. */
  parts: readonly StepPart[];
  /** Steps with the same key that follow one another are one step for the reader, such as typing in one note. */
  mergeKey?: string;
  /** What the note was before; of steps that are one for the reader, before the first. */
  back?: AnnotationChange;
  /** The document that the change was made in; absent: the one that is open. */
  document?: string | undefined;
  /** Where this is what is left of a step that could be made in part only: that step. */
  whole?: HistoryStep;
}

/** The steps of one document that can be undone and redone, the latest last. */
export interface DocumentHistory {
  undoSteps: HistoryStep[];
  redoSteps: HistoryStep[];
}

export interface HistorySlice extends DocumentHistory {
  /** The steps of the documents that were left, by their ids. */
  leftHistories: ReadonlyMap<string, DocumentHistory>;
  /** A step of many parts is undone and redone as far as that is possible; the rest of it can be tried again. */
  recordStep: (step: HistoryStep) => void;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
  /** Takes back this very step, whatever came after it. */
  undoStep: (step: HistoryStep) => Promise<void>;
  /** Says what was done, and offers to take it back as long as it is the latest step. */
  offerUndo: (text: string, step: HistoryStep) => void;
  /** The same for the step that was recorded last. */
  offerLastUndo: (text: string) => void;
}

type Direction = 'undo' | 'redo';

const longest = 200;

export const historySlice: Slice<HistorySlice> = () => (set, get) => {
  // One step after the other, in the order of the keys.
  let last: Promise<void> = Promise.resolve();
  const travel = async (direction: Direction, wanted?: HistoryStep) => {
    const { from, to } = stacks(direction);
    // What is still being typed is the latest change.
    await get().saveWritings();
    const step = wanted ?? get()[from].at(-1);
    if (step === undefined || !get()[from].includes(step)) return;
    const document = get().plan?.id;
    const { done, left } = await make(step, direction, get().workThrough);
    // A step whose notes are gone can never be made; those before it can.
    changeHistory(document, (history) => ({
      ...history,
      [from]: history[from].flatMap((other) => (other === step ? partOf(step, left) : [other])),
      ...(done.length === 0 ? {} : { [to]: joined(history[to], step, done) }),
    }));
    dropPastOffers();
    if (done.length === 0) return;
    get().notify(left.length === 0 ? madeWhole(direction, step) : madePartly(direction, done.length, left.length));
  };
  /** Of the document that is open, or of one that was left meanwhile. */
  const changeHistory = (document: string | undefined, change: (history: DocumentHistory) => DocumentHistory) => {
    const { plan, leftHistories, undoSteps, redoSteps } = get();
    if (document === undefined || document === plan?.id) return set(change({ undoSteps, redoSteps }));
    const history = leftHistories.get(document);
    if (history !== undefined) set({ leftHistories: new Map([...leftHistories, [document, change(history)]]) });
  };
  const dropPastOffers = () => {
    const latest = get().undoSteps.at(-1);
    const { notices } = get();
    const current = notices.filter(({ step }) => step === undefined || step === latest);
    if (current.length < notices.length) set({ notices: current });
  };
  const queue = (direction: Direction, step?: HistoryStep) => {
    last = last.then(() => travel(direction, step));
    return last;
  };
  return {
    undoSteps: [],
    redoSteps: [],
    leftHistories: new Map(),
    recordStep: (step) => {
      const { document } = step;
      if (document !== undefined && document !== get().plan?.id) {
        // The reader has gone on to another document while this was written.
        const left = get().leftHistories.get(document)?.undoSteps ?? [];
        set({ leftHistories: new Map([...get().leftHistories, [document, withStep(left, step)]]) });
        return;
      }
      set(withStep(get().undoSteps, step));
      dropPastOffers();
    },
    undo: () => queue('undo'),
    redo: () => queue('redo'),
    undoStep: (step) => queue('undo', step),
    offerUndo: (text, step) => {
      if (step.document !== undefined && step.document !== get().plan?.id) return get().notify({ kind: 'done', text });
      const action = { label: messages.commands.undo, run: () => void get().undoStep(step) };
      get().notify({ kind: 'done', text, step, action });
    },
    offerLastUndo: (text) => {
      const step = get().undoSteps.at(-1);
      if (step === undefined) get().notify({ kind: 'done', text });
      else get().offerUndo(text, step);
    },
  };
};

function withStep(steps: readonly HistoryStep[], step: HistoryStep): DocumentHistory {
  const last = steps.at(-1);
  const isMore = last?.mergeKey !== undefined && last.mergeKey === step.mergeKey;
  return { undoSteps: [...(isMore ? steps.slice(0, -1) : steps), step].slice(-longest), redoSteps: [] };
}

function stacks(direction: Direction): { from: 'undoSteps' | 'redoSteps'; to: 'undoSteps' | 'redoSteps' } {
  return direction === 'undo' ? { from: 'undoSteps', to: 'redoSteps' } : { from: 'redoSteps', to: 'undoSteps' };
}

/** Makes the parts of a step, the latest first when it is undone. Parts that are gone are in neither list. */
async function make(
  { parts }: HistoryStep,
  direction: Direction,
  workThrough: AppState['workThrough'],
): Promise<{ done: StepPart[]; left: StepPart[] }> {
  const outcomes = new Map<StepPart, Outcome>();
  await workThrough(direction === 'undo' ? [...parts].reverse() : parts, async (part) => {
    outcomes.set(part, await part[direction]());
  });
  // What was not begun because the reader stopped can be tried again like what failed.
  const those = (outcome: Outcome) => parts.filter((part) => (outcomes.get(part) ?? 'failed') === outcome);
  return { done: those('done'), left: those('failed') };
}

/** The step with these parts only; none without any. */
function partOf(step: HistoryStep, parts: readonly StepPart[]): HistoryStep[] {
  if (parts.length === 0) return [];
  return [parts.length === step.parts.length ? step : { ...step, parts, whole: step.whole ?? step }];
}

/** `steps` and these parts of `step`, which join others of the same step that were made before it was interrupted. */
function joined(steps: readonly HistoryStep[], step: HistoryStep, parts: readonly StepPart[]): HistoryStep[] {
  const last = steps.at(-1);
  if (last?.whole === undefined || last.whole !== step.whole) return [...steps, ...partOf(step, parts)];
  const together = last.whole.parts.filter((part) => last.parts.includes(part) || parts.includes(part));
  return [...steps.slice(0, -1), ...partOf(last.whole, together)];
}

function madeWhole(direction: Direction, { name }: HistoryStep) {
  const { undone, redone } = messages.history;
  return { kind: 'done' as const, text: direction === 'undo' ? undone(name) : redone(name) };
}

function madePartly(direction: Direction, done: number, left: number) {
  const { partlyUndone, partlyRedone } = messages.history;
  return { kind: 'error' as const, text: (direction === 'undo' ? partlyUndone : partlyRedone)(done, left) };
}
