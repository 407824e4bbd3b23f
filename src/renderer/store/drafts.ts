import type { TaskColumn } from '#core/ledger/ledger-rows';
import type { NoteDraft } from '#ipc/contract/drafts-contract';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';
import { takeUpCell } from './cell-writing.ts';
import { takeUpDraft } from './note-writing.ts';

/** What is typed and not yet saved, in the keeping of the main process: it outlives this page. */
export interface DraftsSlice {
  /** At each input, since the page may end at the next. Should it fail, the words are still here and are saved as ever. */
  keepDraft: (draft: NoteDraft) => void;
  /** `column`: of a cell of the ledger. */
  discardDraft: (id: string, column?: TaskColumn) => void;
  /** Goes on with what an earlier page did not get saved; once, since from then on what is unsaved is in the writings of this one. */
  takeUpDrafts: () => Promise<void>;
}

export const draftsSlice: Slice<DraftsSlice> = (api) => (_set, get, store) => {
  /** The documents whose drafts were taken up. */
  const taken = new Set<string>();
  return {
    keepDraft: (draft) => void api['drafts.write'](draft),
    discardDraft: (id, column) => void api['drafts.discard']({ id, ...(column === undefined ? {} : { column }) }),
    takeUpDrafts: async () => {
      const { plan } = get();
      if (plan === null || taken.has(plan.id)) return;
      taken.add(plan.id);
      const list = await api['drafts.list']({ document: plan.id });
      // In the list of another document a draft would look like one whose note is gone.
      if (get().plan?.id !== plan.id) {
        taken.delete(plan.id);
        return;
      }
      if (!list.ok) {
        taken.delete(plan.id);
        return get().notifyError(list.error);
      }
      const takeUp = (draft: NoteDraft) =>
        draft.cell === undefined ? takeUpDraft(store, draft) : takeUpCell(store, { ...draft, cell: draft.cell });
      const unsaved = list.value.flatMap((draft) => takeUp(draft) ?? []);
      const last = unsaved.at(-1);
      if (last === undefined) return;
      get().notify({ kind: 'done', text: messages.annotations.draftsFound });
      last.show?.();
      const toSave = last.waits ? unsaved.slice(0, -1) : unsaved;
      // One after another: cells of one task may give to the same field.
      for (const { save } of toSave) await save();
    },
  };
};
