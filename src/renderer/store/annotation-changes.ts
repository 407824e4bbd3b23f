import { describeRange } from '#core/anchoring/describe';
import type { Annotation, AnnotationChange, Motivation } from '#core/annotation/annotation';
import type { TextRange } from '#core/text/code-points';
import type { OperationResult } from '#ipc/contract';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState, Slice } from './app-store.ts';

/** Every change of the reader's annotations. Saved first, shown after; each can be undone. */
export interface AnnotationChangesSlice {
  annotate: (range: TextRange, motivation: Motivation, label: string) => Promise<Annotation | null>;
  /** Changes with the same `mergeKey` that follow one another are undone together. */
  changeAnnotation: (id: string, change: AnnotationChange, step?: { mergeKey: string }) => Promise<boolean>;
  removeAnnotation: (id: string) => Promise<boolean>;
}

export const annotationChangesSlice: Slice<AnnotationChangesSlice> = (api) => (set, get) => {
  const save = createSaving(api, set, get);
  const { steps } = messages.annotations;
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
    changeAnnotation: async (id, wanted, step) => {
      const before = get().annotations.find((annotation) => annotation.id === id);
      if (before === undefined) return false;
      if (!(await save.change(id, wanted))) return false;
      const back = previousValues(before, wanted);
      get().recordStep({
        name: stepName(wanted),
        ...(step ?? {}),
        undo: () => save.change(id, back),
        redo: () => save.change(id, wanted),
      });
      return true;
    },
    removeAnnotation: async (id) => {
      if (!(await save.remove(id))) return false;
      get().recordStep({ name: steps.remove, undo: () => save.restore(id), redo: () => save.remove(id) });
      get().notify({
        kind: 'done',
        text: messages.annotations.removed,
        action: { label: messages.commands.undo, run: () => void get().undo() },
      });
      return true;
    },
  };
};

type SetState = (part: Partial<AppState>) => void;

/** The four writes, each of which shows its outcome and answers whether it succeeded. */
function createSaving(api: Api, set: SetState, get: () => AppState) {
  const finish = (answer: OperationResult<'annotations.change'>, show: (annotation: Annotation) => void): boolean => {
    if (answer.ok) {
      show(answer.value);
      set({ saving: { state: 'saved' } });
      return true;
    }
    set({ saving: { state: 'failed', error: answer.error } });
    get().notifyError(answer.error);
    void get().loadFolder();
    return false;
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
  const begin = () => set({ saving: { state: 'saving' } });
  return {
    create: async (draft: Parameters<Api['annotations.create']>[0]): Promise<Annotation | null> => {
      begin();
      const answer = await api['annotations.create'](draft);
      return finish(answer, put) && answer.ok ? answer.value : null;
    },
    change: async (id: string, change: AnnotationChange) => {
      begin();
      return finish(await api['annotations.change']({ id, change }), put);
    },
    remove: async (id: string) => {
      begin();
      return finish(await api['annotations.remove']({ id }), drop);
    },
    restore: async (id: string) => {
      begin();
      return finish(await api['annotations.restore']({ id }), put);
    },
  };
}

function previousValues(before: Annotation, change: AnnotationChange): AnnotationChange {
  return {
    ...(change.label === undefined ? {} : { label: before.label }),
    ...(change.tags === undefined ? {} : { tags: before.tags }),
    ...(change.body === undefined ? {} : { body: before.body }),
  };
}

function stepName(change: AnnotationChange): string {
  const { steps } = messages.annotations;
  if (change.body !== undefined) return steps.body;
  return change.tags === undefined ? steps.label : steps.tags;
}
