import { describeRange } from '#core/anchoring/describe';
import type { Annotation, AnnotationChange, Motivation } from '#core/annotation/annotation';
import { isBookmark } from '#core/annotation/bookmark';
import { maximumQuoteLength } from '#core/annotation/limits';
import type { Task, TaskChange } from '#core/annotation/task';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { type AnnotationSaving, createSaving, createStepParts } from './annotation-saving.ts';
import type { AppState, Slice } from './app-store.ts';
import type { HistoryStep } from './history.ts';

interface ChangeOptions {
  /** Changes with the same key that follow one another are undone together. */
  mergeKey?: string;
  /** What the fields were when the reader began, where that is not what the list says now. */
  base?: AnnotationChange;
  /** What the step is called, where its fields do not tell. */
  name?: string;
}

type NoteContent = Pick<
  Annotation,
  'document' | 'documentTitle' | 'label' | 'tags' | 'target' | 'placement' | 'body' | 'task'
>;

/** Every change of the reader's annotations. Saved first, shown after; each can be undone. `null`: it was not saved. */
export interface AnnotationChangesSlice {
  /** The note that was made last: the list shows it. */
  createdNote: string | null;
  annotate: (range: TextRange, motivation: Motivation, label: string, task?: Task) => Promise<Annotation | null>;
  changeAnnotation: (id: string, change: AnnotationChange, options?: ChangeOptions) => Promise<Annotation | null>;
  removeAnnotation: (id: string) => Promise<boolean>;
  /** Saves the content of a note that is out of reach as a new one. */
  keepAsNewNote: (note: NoteContent) => Promise<Annotation | null>;
  /** The latest save failed because its note is not there any more. */
  isGone: () => boolean;
}

export const annotationChangesSlice: Slice<AnnotationChangesSlice> = (api) => (set, get) => {
  const save = createSaving(api, set, get);
  const parts = createStepParts(save);
  const { steps } = messages.history;
  const { steps: markSteps } = messages.bookmarks;
  const removing = new Set<string>();
  const remove = removalOf(save, get);
  return {
    createdNote: null,
    annotate: async (range, motivation, label, task) => {
      const { plan } = get();
      if (plan === null) return null;
      const { id: document, title: documentTitle } = plan;
      const target = describeRange(plan, range);
      if (target.exact.length > maximumQuoteLength) {
        get().notifyError({ code: 'too-long' });
        return null;
      }
      const content = { document, documentTitle, motivation, label, tags: [], target, body: '' };
      const created = await save.create({ ...content, ...(task && { task }) });
      if (!created.ok) return null;
      const name = task ? messages.ledger.steps.create : motivation === 'bookmarking' ? markSteps.create : steps.create;
      get().recordStep({ name, document, parts: [parts.created(created.value.id)] });
      if (motivation !== 'bookmarking') set({ createdNote: created.value.id });
      return created.value;
    },
    changeAnnotation: async (id, wanted, { mergeKey, base, name } = {}) => {
      const before = get().annotations.find((annotation) => annotation.id === id);
      const seen = base ?? (before === undefined ? {} : previousValues(before, wanted));
      const changed = await save.change(id, wanted, seen);
      if (!changed.ok) return null;
      const last = get().undoSteps.at(-1);
      const back = backTo(wanted, mergeKey !== undefined && last?.mergeKey === mergeKey ? (last.back ?? seen) : seen);
      get().recordStep({
        name: name ?? (isBookmark(changed.value) && wanted.body !== undefined ? markSteps.body : stepName(wanted)),
        back,
        document: changed.value.document,
        ...(mergeKey === undefined ? {} : { mergeKey }),
        parts: [parts.changed(id, wanted, back)],
      });
      return changed.value;
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
    keepAsNewNote: async ({ document, documentTitle, label, tags, target, placement, body, task }) => {
      const content = { document, documentTitle, label, tags, target, body };
      const decided = { ...(placement === undefined ? {} : { placement }), ...(task === undefined ? {} : { task }) };
      const kept = await save.create({ ...content, ...decided, motivation: 'commenting' });
      if (!kept.ok) return null;
      get().notify({ kind: 'done', text: messages.annotations.rescued });
      return kept.value;
    },
    isGone: () => {
      const { saving } = get();
      return saving.state === 'failed' && saving.error.code === 'not-found';
    },
  };
};

function removalOf(save: AnnotationSaving, get: () => AppState): (id: string) => Promise<boolean> {
  const parts = createStepParts(save);
  return async (id) => {
    const isMark = isBookmarkId(get(), id);
    const document = get().plan?.id;
    // Words that are still being written belong to the note, wherever it goes.
    const isWritten = (await get().writings.get(id)?.save()) ?? true;
    if (!isWritten || !(await save.remove(id)).ok) return false;
    const name = isMark ? messages.bookmarks.steps.remove : messages.history.steps.remove;
    const step: HistoryStep = { name, document, parts: [parts.removed(id)] };
    get().recordStep(step);
    get().offerUndo(isMark ? messages.bookmarks.removed : messages.annotations.removed, step);
    return true;
  };
}

function isBookmarkId({ annotations }: AppState, id: string): boolean {
  const annotation = annotations.find((other) => other.id === id);
  return annotation !== undefined && isBookmark(annotation);
}

/** What the fields are that a change touches. */
export function previousValues(before: Annotation, change: AnnotationChange): AnnotationChange {
  return {
    ...(change.label === undefined ? {} : { label: before.label }),
    ...(change.tags === undefined ? {} : { tags: before.tags }),
    ...(change.body === undefined ? {} : { body: before.body }),
    ...(change.placement === undefined ? {} : { placement: before.placement ?? null }),
    ...(change.task === undefined ? {} : { task: previousTask(before, change.task) }),
  };
}

/** Of a task only the fields that were changed go back: others may have been changed since. */
function backTo({ task }: AnnotationChange, seen: AnnotationChange): AnnotationChange {
  if (!task || !seen.task) return seen;
  const { task: all } = seen;
  const fields = Object.keys(task) as (keyof Task)[];
  return { ...seen, task: Object.fromEntries(fields.flatMap((field) => (field in all ? [[field, all[field]]] : []))) };
}

/** Only the fields that are changed: others may be changed elsewhere meanwhile. */
function previousTask({ task }: Annotation, change: TaskChange | null): TaskChange | null {
  if (task === undefined || change === null) return task ?? null;
  const fields = Object.keys(change) as (keyof Task)[];
  return Object.fromEntries(fields.map((field) => [field, task[field]]));
}

/** What a change is called in “撤销：…”. */
export function stepName(change: AnnotationChange): string {
  const { steps } = messages.history;
  if (change.body !== undefined) return steps.body;
  if (change.placement !== undefined) return steps.placement;
  return change.tags === undefined ? steps.label : steps.tags;
}
