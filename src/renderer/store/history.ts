import type { AnnotationChange } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';

/** One change of data that can be taken back. Both directions answer whether they succeeded. */
export interface HistoryStep {
  /** What was done, for “撤销：…”. */
  name: string;
  /** Steps with the same key that follow one another are one step for the reader, such as typing in one note. */
  mergeKey?: string;
  /** What the note was before; of steps that are one for the reader, before the first. */
  back?: AnnotationChange;
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
}

export interface HistorySlice {
  undoSteps: HistoryStep[];
  redoSteps: HistoryStep[];
  recordStep: (step: HistoryStep) => void;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
}

const longest = 200;

export const historySlice: Slice<HistorySlice> = () => (set, get) => {
  // One step after the other, in the order of the keys.
  let last: Promise<void> = Promise.resolve();
  const travel = async (direction: 'undo' | 'redo') => {
    const from = direction === 'undo' ? 'undoSteps' : 'redoSteps';
    const to = direction === 'undo' ? 'redoSteps' : 'undoSteps';
    const step = get()[from].at(-1);
    if (step === undefined) return;
    const isMade = await step[direction]();
    // A step whose note is gone can never be made; those before it can.
    if (!isMade && !get().isGone()) return;
    set({ [from]: get()[from].filter((other) => other !== step) });
    if (!isMade) return;
    set({ [to]: [...get()[to], step] });
    const say = direction === 'undo' ? messages.annotations.undone : messages.annotations.redone;
    get().notify({ kind: 'done', text: say(step.name) });
  };
  const queue = (direction: 'undo' | 'redo') => {
    last = last.then(() => travel(direction));
    return last;
  };
  return {
    undoSteps: [],
    redoSteps: [],
    recordStep: (step) => {
      const steps = get().undoSteps;
      const last = steps.at(-1);
      const isMore = last?.mergeKey !== undefined && last.mergeKey === step.mergeKey;
      set({ undoSteps: [...(isMore ? steps.slice(0, -1) : steps), step].slice(-longest), redoSteps: [] });
    },
    undo: () => queue('undo'),
    redo: () => queue('redo'),
  };
};
