import { changeableContent } from '#core/annotation/apply-change';
import type { SnapshotChange } from '#core/annotation/compare-snapshot';
import type { OperationOutput } from '#ipc/contract';
import type { SnapshotFacts } from '#ipc/contract/snapshots-contract';
import { messages } from '#messages/zh-CN';
import { createSaving, createStepParts } from './annotation-saving.ts';
import type { Slice } from './app-store.ts';
import type { StepPart } from './history.ts';
import { inTurn } from './in-turn.ts';
import { errorSentence } from './notices.ts';

const words = messages.snapshots;

/** What restoring a snapshot would change. */
export type SnapshotPreview = OperationOutput<'snapshots.preview'>;

export interface SnapshotsSlice {
  /** The latest first; `null`: not read yet. */
  snapshots: SnapshotFacts[] | null;
  loadSnapshots: () => Promise<void>;
  /** Makes a snapshot of what is now, what is being typed included. */
  takeSnapshot: () => Promise<void>;
  /** A sentence instead, where the snapshot cannot be read. */
  previewSnapshot: (name: string) => Promise<SnapshotPreview | { problem: string }>;
  /** Puts these notes back as one step, after a snapshot of what is now. Answers how many. */
  restoreFromSnapshot: (name: string, changes: readonly SnapshotChange[]) => Promise<number>;
}

export const snapshotsSlice: Slice<SnapshotsSlice> = (api) => (set, get) => {
  const save = createSaving(api, set, get);
  const parts = createStepParts(save);
  /** Puts one note back, and says how to take that back. */
  const putBack = async (name: string, before: string, { past, present }: SnapshotChange) => {
    const restored = await save.putBack(name, past.id, present === null ? null : changeableContent(present));
    if (!restored.ok) return undefined;
    if (present === null) return parts.created(past.id);
    // What was wanted, not what came of it: the words that others wrote meanwhile are in the note now, and in no snapshot.
    return parts.putBack(
      past.id,
      { name, fields: changeableContent(present) },
      { name: before, fields: changeableContent(past) },
    );
  };
  return {
    snapshots: null,
    loadSnapshots: async () => {
      const answer = await api['snapshots.list'](null);
      if (answer.ok) set({ snapshots: answer.value.snapshots });
      else get().notifyError(answer.error);
    },
    takeSnapshot: async () => {
      await get().saveWritings();
      const made = await api['snapshots.prepare']({ reason: 'manual' });
      if (made.ok) get().notify({ kind: 'done', text: words.taken });
      else if (made.error.code === 'not-found') get().notify({ kind: 'done', text: words.nothingToTake });
      else get().notifyError(made.error);
      await get().loadSnapshots();
    },
    previewSnapshot: async (name) => {
      // What is being typed is a part of what is now.
      await get().saveWritings();
      const answer = await api['snapshots.preview']({ name });
      // The notes were read anew for it: what others did to them is now taken for known here, and is told by nobody.
      await get().loadAnnotations();
      return answer.ok ? answer.value : { problem: errorSentence(answer.error) };
    },
    restoreFromSnapshot: async (name, changes) => {
      const prepared = await api['snapshots.prepare']({ reason: 'before-restore' });
      if (!prepared.ok) {
        get().notifyError(prepared.error);
        return 0;
      }
      const before = prepared.value.name;
      const made = new Map<SnapshotChange, StepPart | undefined>();
      await get().showTogether(() =>
        inTurn(changes, async (change) => void made.set(change, await putBack(name, before, change))),
      );
      const done = changes.map((change) => made.get(change)).filter((part) => part !== undefined);
      const left = changes.length - done.length;
      if (left > 0) get().notify({ kind: 'error', text: messages.history.partlySaved(done.length, left) });
      if (done.length === 0) return 0;
      const step = { name: messages.history.steps.snapshot, parts: done };
      get().recordStep(step);
      get().offerUndo(words.restored(done.length), step);
      await get().loadSnapshots();
      return done.length;
    },
  };
};
