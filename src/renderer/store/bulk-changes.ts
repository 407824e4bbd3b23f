import type { AnnotationChange } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import { previousValues, stepName } from './annotation-changes.ts';
import { createSaving, createStepParts } from './annotation-saving.ts';
import type { Slice } from './app-store.ts';
import type { HistoryStep, StepPart } from './history.ts';

/**
 * Changes of many notes that are one step for the reader. What cannot be saved is left as it was and said; the step holds the
 * rest. Each answers how many notes were saved.
 */
export interface BulkChangesSlice {
  /** `name`: what the step is called, where the fields of the changes do not tell. */
  changeAnnotations: (changes: ReadonlyMap<string, AnnotationChange>, name?: string) => Promise<number>;
  removeAnnotations: (ids: readonly string[]) => Promise<number>;
  /** Brings notes back from the recycle bin. */
  restoreAnnotations: (ids: readonly string[]) => Promise<number>;
}

export const bulkChangesSlice: Slice<BulkChangesSlice> = (api) => (set, get) => {
  const save = createSaving(api, set, get);
  const parts = createStepParts(save);
  const { steps } = messages.history;
  /** Writes them all and records one step of those that were saved, in the order that was asked for. */
  const writeAll = async (
    ids: readonly string[],
    step: string,
    write: (id: string) => Promise<StepPart | undefined>,
  ): Promise<HistoryStep | undefined> => {
    const saved = new Map<string, StepPart | undefined>();
    const isComplete = await get().workThrough(ids, async (id) => void saved.set(id, await write(id)));
    const made = ids.map((id) => saved.get(id)).filter((part) => part !== undefined);
    const left = ids.length - made.length;
    if (!isComplete) get().notify({ kind: 'done', text: messages.history.stopped(made.length, left) });
    else if (left > 0 && ids.length > 1) {
      get().notify({ kind: 'error', text: messages.history.partlySaved(made.length, left) });
    }
    if (made.length === 0) return undefined;
    const recorded = { name: made.length === 1 ? step : steps.many(step, made.length), parts: made };
    get().recordStep(recorded);
    return recorded;
  };
  return {
    changeAnnotations: async (changes, called) => {
      // Words that are still being written come first: they are a change of their own.
      await get().saveWritings();
      const [fields = ''] = new Set([...changes.values()].map(stepName));
      const name = called ?? fields;
      const step = await writeAll([...changes.keys()], name, async (id) => {
        const before = get().annotations.find((annotation) => annotation.id === id);
        const wanted = changes.get(id) ?? {};
        const back = before === undefined ? {} : previousValues(before, wanted);
        return (await save.change(id, wanted, back)).ok ? parts.changed(id, wanted, back) : undefined;
      });
      return step?.parts.length ?? 0;
    },
    removeAnnotations: async (ids) => {
      await get().saveWritings();
      const step = await writeAll(ids, steps.remove, async (id) =>
        (await save.remove(id)).ok ? parts.removed(id) : undefined,
      );
      if (step === undefined) return 0;
      const count = step.parts.length;
      get().offerUndo(count === 1 ? messages.annotations.removed : messages.annotations.manyRemoved(count), step);
      return count;
    },
    restoreAnnotations: async (ids) => {
      const step = await writeAll(ids, steps.restore, async (id) =>
        (await save.restore(id)).ok ? parts.created(id) : undefined,
      );
      return step?.parts.length ?? 0;
    },
  };
};
