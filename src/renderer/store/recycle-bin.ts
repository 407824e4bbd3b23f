import type { RemovedNote } from '#ipc/contract/recycle-bin-contract';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';

const words = messages.recycleBin;

/** What there is in the recycle bin. */
export type BinKind = 'notes' | 'documents';

export interface RecycleBinSlice {
  /** Deleted notes of the open document, the latest first; `null`: not read yet. */
  removedNotes: RemovedNote[] | null;
  /** What of it is shown. */
  recycleBinOf: BinKind;
  openRecycleBin: (kind: BinKind) => void;
  showInBin: (kind: BinKind) => void;
  loadRecycleBin: () => Promise<void>;
  /** Brings notes back, as one step that can be undone. */
  restoreFromBin: (ids: readonly string[]) => Promise<void>;
  /** Deletes for good: the one change that cannot be undone. */
  purgeFromBin: (ids: readonly string[]) => Promise<void>;
}

export const recycleBinSlice: Slice<RecycleBinSlice> = (api) => (set, get) => ({
  removedNotes: null,
  recycleBinOf: 'notes',
  openRecycleBin: (kind) => {
    set({ recycleBinOf: kind });
    get().openDialog('recycleBin');
  },
  showInBin: (kind) => set({ recycleBinOf: kind }),
  loadRecycleBin: async () => {
    const { plan } = get();
    if (plan === null) return;
    const answer = await api['recycleBin.list']({ document: plan.id });
    if (answer.ok) set({ removedNotes: answer.value.notes });
    else get().notifyError(answer.error);
  },
  restoreFromBin: async (ids) => {
    const count = await get().restoreAnnotations(ids);
    if (count > 0) get().offerLastUndo(words.restored(count));
  },
  purgeFromBin: async (ids) => {
    const answer = await api['recycleBin.purge']({ ids: [...ids] });
    await get().loadRecycleBin();
    if (!answer.ok) return get().notifyError(answer.error);
    const { length: purged } = answer.value.purged;
    get().notify({ kind: 'done', text: words.purged(purged) });
    if (purged < ids.length) get().notify({ kind: 'error', text: words.notPurged(ids.length - purged) });
  },
});
