import { describeRange } from '#core/anchoring/describe';
import type { Annotation, AnnotationChange, Motivation } from '#core/annotation/annotation';
import type { TextRange } from '#core/text/code-points';
import type { OperationResult } from '#ipc/contract';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState, Slice } from './app-store.ts';
import type { HistoryStep } from './history.ts';

interface ChangeOptions {
  /** Changes with the same key that follow one another are undone together. */
  mergeKey?: string;
  /** What the fields were when the reader began, where that is not what the list says now. */
  base?: AnnotationChange;
}

/** Every change of the reader's annotations. Saved first, shown after; each can be undone. `null`: it was not saved. */
export interface AnnotationChangesSlice {
  annotate: (range: TextRange, motivation: Motivation, label: string) => Promise<Annotation | null>;
  changeAnnotation: (id: string, change: AnnotationChange, options?: ChangeOptions) => Promise<Annotation | null>;
  removeAnnotation: (id: string) => Promise<boolean>;
  /** Saves the content of a note that is out of reach as a new one. */
  keepAsNewNote: (annotation: Annotation) => Promise<Annotation | null>;
  /** The latest save failed because its note is not there any more. */
  isGone: () => boolean;
}

export const annotationChangesSlice: Slice<AnnotationChangesSlice> = (api) => (set, get) => {
  const save = createSaving(api, set, get);
  const { steps } = messages.annotations;
  const removing = new Set<string>();
  const remove = async (id: string): Promise<boolean> => {
    // Words that are still being written belong to the note, wherever it goes.
    const isWritten = (await get().writings.get(id)?.save()) ?? true;
    if (!isWritten || !(await save.remove(id))) return false;
    const step: HistoryStep = { name: steps.remove, undo: () => save.restore(id), redo: () => save.remove(id) };
    get().recordStep(step);
    const undo = () => (get().undoSteps.at(-1) === step ? get().undo() : save.restore(id));
    get().notify({
      kind: 'done',
      text: messages.annotations.removed,
      action: { label: messages.commands.undo, run: () => void undo() },
    });
    return true;
  };
  return {
    annotate: async (range, motivation, label) => {
      const { plan } = get();
      if (plan === null) return null;
      const { id: document, title: documentTitle } = plan;
      const target = describeRange(plan, range);
      const created = await save.create({ document, documentTitle, motivation, label, tags: [], target, body: '' });
      if (created === null) return null;
      const { id } = created;
      get().recordStep({ name: steps.create, undo: () => save.remove(id), redo: () => save.restore(id) });
      return created;
    },
    changeAnnotation: async (id, wanted, { mergeKey, base } = {}) => {
      const before = get().annotations.find((annotation) => annotation.id === id);
      const seen = base ?? (before === undefined ? {} : previousValues(before, wanted));
      const changed = await save.change(id, wanted, seen);
      if (changed === null) return null;
      const last = get().undoSteps.at(-1);
      const back = mergeKey !== undefined && last?.mergeKey === mergeKey ? (last.back ?? seen) : seen;
      get().recordStep({
        name: stepName(wanted),
        back,
        ...(mergeKey === undefined ? {} : { mergeKey }),
        undo: async () => (await save.change(id, back, wanted)) !== null,
        redo: async () => (await save.change(id, wanted, back)) !== null,
      });
      return changed;
    },
    removeAnnotation: async (id) => {
      // A second click on the same button asks for nothing new.
      if (removing.has(id)) return false;
      removing.add(id);
      try {
        return await remove(id);
      } finally {
        removing.delete(id);
      }
    },
    keepAsNewNote: async ({ document, documentTitle, label, tags, target, placement, body }) => {
      const content = { document, documentTitle, label, tags, target, body };
      const decided = placement === undefined ? {} : { placement };
      const kept = await save.create({ ...content, ...decided, motivation: 'commenting' });
      if (kept !== null) get().notify({ kind: 'done', text: messages.annotations.rescued });
      return kept;
    },
    isGone: () => {
      const { saving } = get();
      return saving.state === 'failed' && saving.error.code === 'not-found';
    },
  };
};

type SetState = (part: Partial<AppState>) => void;

/** The four writes, each of which shows its outcome. */
function createSaving(api: Api, set: SetState, get: () => AppState) {
  const finish = (
    answer: OperationResult<'annotations.change'>,
    show: (annotation: Annotation) => void,
  ): Annotation | null => {
    if (answer.ok) {
      show(answer.value);
      // Another note may still wait to be saved.
      const { id } = answer.value;
      const isFailing = [...get().writings].some(([other, writing]) => other !== id && writing.hasFailed());
      if (!isFailing) set({ saving: { state: 'saved' } });
      return answer.value;
    }
    set({ saving: { state: 'failed', error: answer.error } });
    get().notifyError(answer.error);
    void get().loadFolder();
    return null;
  };
  const without = (id: string) => get().annotations.filter((annotation) => annotation.id !== id);
  const put = (annotation: Annotation) => set({ annotations: [...without(annotation.id), annotation] });
  const drop = ({ id }: Annotation) => {
    const { selectedAnnotation, editedAnnotation } = get();
    set({
      annotations: without(id),
      selectedAnnotation: selectedAnnotation === id ? null : selectedAnnotation,
      editedAnnotation: editedAnnotation === id ? null : editedAnnotation,
    });
  };
  const begin = () => {
    if (get().saving.state !== 'failed') set({ saving: { state: 'saving' } });
  };
  return {
    create: async (draft: Parameters<Api['annotations.create']>[0]) => {
      begin();
      return finish(await api['annotations.create'](draft), put);
    },
    change: async (id: string, change: AnnotationChange, base: AnnotationChange) => {
      begin();
      const changed = finish(await api['annotations.change']({ id, change, base }), put);
      if (changed !== null && change.body !== undefined && isMerged(changed.body, change.body)) {
        get().notify({ kind: 'done', text: messages.annotations.bothKept });
      }
      return changed;
    },
    remove: async (id: string) => {
      begin();
      return finish(await api['annotations.remove']({ id }), drop) !== null;
    },
    restore: async (id: string) => {
      begin();
      return finish(await api['annotations.restore']({ id }), put) !== null;
    },
  };
}

/** The answer holds more than was asked for: another program's words. */
function isMerged(stored: string, wanted: string): boolean {
  return stored.length > wanted.length && stored.startsWith(wanted);
}

function previousValues(before: Annotation, change: AnnotationChange): AnnotationChange {
  return {
    ...(change.label === undefined ? {} : { label: before.label }),
    ...(change.tags === undefined ? {} : { tags: before.tags }),
    ...(change.body === undefined ? {} : { body: before.body }),
    ...(change.placement === undefined ? {} : { placement: before.placement ?? null }),
  };
}

function stepName(change: AnnotationChange): string {
  const { steps } = messages.annotations;
  if (change.body !== undefined) return steps.body;
  if (change.placement !== undefined) return steps.placement;
  return change.tags === undefined ? steps.label : steps.tags;
}
