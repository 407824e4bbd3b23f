import type { NoteDraft } from '#ipc/contract/drafts-contract';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';
import { takeUpDraft } from './note-writing.ts';

/** What is typed and not yet saved, in the keeping of the main process: it outlives this page. */
export interface DraftsSlice {
  /** At each input, since the page may end at the next. Should it fail, the words are still here and are saved as ever. */
  keepDraft: (draft: NoteDraft) => void;
  discardDraft: (id: string) => void;
  /** Goes on with what an earlier page did not get saved. */
  takeUpDrafts: () => Promise<void>;
}

export const draftsSlice: Slice<DraftsSlice> = (api) => (_set, get, store) => ({
  keepDraft: (draft) => void api['drafts.write'](draft),
  discardDraft: (id) => void api['drafts.discard']({ id }),
  takeUpDrafts: async () => {
    const { plan } = get();
    if (plan === null) return;
    const list = await api['drafts.list']({ document: plan.id });
    if (!list.ok) return get().notifyError(list.error);
    const unsaved = list.value.flatMap((draft) => takeUpDraft(store, draft) ?? []);
    const last = unsaved.at(-1);
    if (last === undefined) return;
    get().notify({ kind: 'done', text: messages.annotations.draftsFound });
    get().editAnnotation(last.id);
    await Promise.all(unsaved.map(({ save }) => save()));
  },
});
