import { describeRange } from '#core/anchoring/describe';
import type { Annotation, AnnotationChange, Motivation } from '#core/annotation/annotation';
import type { TextRange } from '#core/text/code-points';
import type { FolderStatus, UnreadableFile } from '#ipc/contract';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import type { AppState, Slice } from './app-store.ts';

export interface AnnotationsSlice {
  annotations: Annotation[];
  /** The notes folder has been read; before that an empty list means nothing. */
  isLoaded: boolean;
  /** Files in the notes folder that could not be read. */
  unreadable: UnreadableFile[];
  folder: FolderStatus | null;
  saving: { state: 'idle' | 'saving' | 'saved' } | { state: 'failed'; error: OperationError };
  /** The annotation shown as current in the text and in the list. */
  selectedAnnotation: string | null;
  /** The annotation whose note is open for writing. */
  editedAnnotation: string | null;
  loadAnnotations: () => Promise<void>;
  selectAnnotation: (id: string | null) => void;
  editAnnotation: (id: string | null) => void;
  /** Saves first, shows after: the annotation appears only when it is on disk. */
  annotate: (range: TextRange, motivation: Motivation, label: string) => Promise<Annotation | null>;
  changeAnnotation: (id: string, change: AnnotationChange, step?: { mergeKey: string }) => Promise<boolean>;
  removeAnnotation: (id: string) => Promise<boolean>;
  chooseFolder: () => Promise<void>;
  /** Functions that save what is being typed; called before the window closes. Each answers whether it succeeded. */
  pendingEdits: Set<() => Promise<boolean>>;
}

export const annotationsSlice: Slice<AnnotationsSlice> = (api) => (set, get) => {
  const failed = (error: OperationError): false => {
    set({ saving: { state: 'failed', error } });
    get().notifyError(error);
    return false;
  };
  const put = (annotation: Annotation) => {
    const others = get().annotations.filter((other) => other.id !== annotation.id);
    set({ annotations: [...others, annotation], saving: { state: 'saved' } });
    return true;
  };
  const drop = (id: string) => {
    set({
      annotations: get().annotations.filter((other) => other.id !== id),
      saving: { state: 'saved' },
      ...clearIfCurrent(get(), id),
    });
    return true;
  };
  const change = async (id: string, wanted: AnnotationChange) => {
    set({ saving: { state: 'saving' } });
    const answer = await api['annotations.change']({ id, change: wanted });
    return answer.ok ? put(answer.value) : failed(answer.error);
  };
  const remove = async (id: string) => {
    const answer = await api['annotations.remove']({ id });
    return answer.ok ? drop(id) : failed(answer.error);
  };
  const restore = async (id: string) => {
    const answer = await api['annotations.restore']({ id });
    return answer.ok ? put(answer.value) : failed(answer.error);
  };

  return {
    annotations: [],
    isLoaded: false,
    unreadable: [],
    folder: null,
    saving: { state: 'idle' },
    selectedAnnotation: null,
    editedAnnotation: null,
    pendingEdits: new Set(),
    loadAnnotations: async () => {
      const { plan } = get();
      if (plan === null) return;
      const [list, folder] = await Promise.all([
        api['annotations.list']({ document: plan.id }),
        api['notesFolder.status'](null),
      ]);
      if (folder.ok) set({ folder: folder.value });
      if (list.ok) {
        set({ annotations: list.value.annotations, unreadable: list.value.unreadable, isLoaded: true });
      } else failed(list.error);
    },
    selectAnnotation: (id) => set({ selectedAnnotation: id }),
    editAnnotation: (id) => set({ editedAnnotation: id, ...(id === null ? {} : { selectedAnnotation: id }) }),
    annotate: async (range, motivation, label) => {
      const { plan } = get();
      if (plan === null) return null;
      set({ saving: { state: 'saving' } });
      const answer = await api['annotations.create']({
        document: plan.id,
        documentTitle: plan.title,
        motivation,
        label,
        tags: [],
        target: describeRange(plan, range),
        body: '',
      });
      if (!answer.ok) {
        failed(answer.error);
        return null;
      }
      put(answer.value);
      const { id } = answer.value;
      get().recordStep({ name: messages.annotations.steps.create, undo: () => remove(id), redo: () => restore(id) });
      return answer.value;
    },
    changeAnnotation: async (id, wanted, step) => {
      const before = get().annotations.find((annotation) => annotation.id === id);
      if (before === undefined) return false;
      const back: AnnotationChange = {
        ...(wanted.label === undefined ? {} : { label: before.label }),
        ...(wanted.tags === undefined ? {} : { tags: before.tags }),
        ...(wanted.body === undefined ? {} : { body: before.body }),
      };
      if (!(await change(id, wanted))) return false;
      get().recordStep({
        name: stepName(wanted),
        ...(step ?? {}),
        undo: () => change(id, back),
        redo: () => change(id, wanted),
      });
      return true;
    },
    removeAnnotation: async (id) => {
      if (!(await remove(id))) return false;
      get().recordStep({ name: messages.annotations.steps.remove, undo: () => restore(id), redo: () => remove(id) });
      get().notify({
        kind: 'done',
        text: messages.annotations.removed,
        action: { label: messages.commands.undo, run: () => void get().undo() },
      });
      return true;
    },
    chooseFolder: async () => {
      const answer = await api['notesFolder.choose'](null);
      if (!answer.ok) get().notifyError(answer.error);
      else if (!('cancelled' in answer.value)) {
        set({ folder: answer.value, undoSteps: [], redoSteps: [], selectedAnnotation: null, editedAnnotation: null });
        await get().loadAnnotations();
      }
    },
  };
};

function clearIfCurrent(state: AppState, id: string): Partial<AnnotationsSlice> {
  return {
    ...(state.selectedAnnotation === id ? { selectedAnnotation: null } : {}),
    ...(state.editedAnnotation === id ? { editedAnnotation: null } : {}),
  };
}

function stepName(change: AnnotationChange): string {
  const { steps } = messages.annotations;
  if (change.body !== undefined) return steps.body;
  return change.tags === undefined ? steps.label : steps.tags;
}
