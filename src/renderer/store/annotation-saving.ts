import type { AnnotationChange } from '#core/annotation/annotation';
import type { OperationResult } from '#ipc/contract';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState } from './app-store.ts';
import type { Outcome, StepPart } from './history.ts';

type Saved = Promise<OperationResult<'annotations.change'>>;

/** The four writes, each of which shows its outcome. */
export interface AnnotationSaving {
  create: (draft: Parameters<Api['annotations.create']>[0]) => Saved;
  /** `base`: what the fields were when the reader began. */
  change: (id: string, change: AnnotationChange, base: AnnotationChange) => Saved;
  remove: (id: string) => Saved;
  restore: (id: string) => Saved;
  /** Writes a note as it was in a snapshot; `base`: what it is now, as far as the reader knows. */
  putBack: (snapshot: string, id: string, base: AnnotationChange | null) => Saved;
}

/** A note in a snapshot, with what its fields became when it was put back. */
interface SnapshotState {
  name: string;
  /** What the fields are before it is put back. */
  fields: AnnotationChange;
}

export function createSaving(api: Api, set: (part: Partial<AppState>) => void, get: () => AppState): AnnotationSaving {
  const save = async (write: () => Saved, show: 'put' | 'drop' = 'put'): Saved => {
    if (get().saving.state !== 'failed') set({ saving: { state: 'saving' } });
    const answer = await write();
    if (answer.ok) {
      const { id } = answer.value;
      get().showAnnotation(id, show === 'put' ? answer.value : null);
      // Another note may still wait to be saved.
      const isFailing = [...get().writings].some(([other, writing]) => other !== id && writing.hasFailed());
      if (!isFailing) set({ saving: { state: 'saved' } });
    } else {
      set({ saving: { state: 'failed', error: answer.error } });
      get().notifyError(answer.error);
      void get().loadFolder();
    }
    return answer;
  };
  return {
    create: (draft) => save(() => api['annotations.create'](draft)),
    change: async (id, change, base) => {
      const changed = await save(() => api['annotations.change']({ id, change, base }));
      if (changed.ok && change.body !== undefined && isMerged(changed.value.body, change.body)) {
        get().notify({ kind: 'done', text: messages.annotations.bothKept });
      }
      return changed;
    },
    remove: (id) => save(() => api['annotations.remove']({ id }), 'drop'),
    restore: (id) => save(() => api['annotations.restore']({ id })),
    putBack: (name, id, base) => save(() => api['snapshots.restoreNote']({ name, id, base })),
  };
}

/** The parts of steps: each kind of write with the one that takes it back. */
export function createStepParts({ change, remove, restore, putBack }: AnnotationSaving) {
  return {
    created: (id: string): StepPart => ({ undo: () => outcome(remove(id)), redo: () => outcome(restore(id)) }),
    removed: (id: string): StepPart => ({ undo: () => outcome(restore(id)), redo: () => outcome(remove(id)) }),
    changed: (id: string, wanted: AnnotationChange, back: AnnotationChange): StepPart => ({
      undo: () => outcome(change(id, back, wanted)),
      redo: () => outcome(change(id, wanted, back)),
    }),
    /** Between two snapshots: of what is to be, and of what was. */
    putBack: (id: string, to: SnapshotState, from: SnapshotState): StepPart => ({
      undo: () => outcome(putBack(from.name, id, from.fields)),
      redo: () => outcome(putBack(to.name, id, to.fields)),
    }),
  };
}

async function outcome(saved: Saved): Promise<Outcome> {
  const answer = await saved;
  if (answer.ok) return 'done';
  return answer.error.code === 'not-found' ? 'gone' : 'failed';
}

/** The answer holds more than was asked for: another program's words. */
function isMerged(stored: string, wanted: string): boolean {
  return stored.length > wanted.length && stored.startsWith(wanted);
}
