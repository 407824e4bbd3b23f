import type { ListedImportDraft } from '#ipc/contract/import-drafts-contract';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';

const { drafts: words, goOn } = messages.importing;

/** Imports that were begun and not finished, in the keeping of the main process. */
export interface ImportDraftsSlice {
  /** The latest first. */
  importDrafts: readonly ListedImportDraft[];
  listImportDrafts: () => Promise<void>;
  /** Says at the start that there are some. */
  offerImportDrafts: () => Promise<void>;
  /** Drops what was corrected, for good. */
  discardImportDraft: (draft: string) => Promise<void>;
}

export const importDraftsSlice: Slice<ImportDraftsSlice> = (api) => (set, get) => {
  const list = async () => {
    const answer = await api['importDrafts.list'](null);
    if (answer.ok) set({ importDrafts: answer.value });
  };
  return {
    importDrafts: [],
    listImportDrafts: list,
    offerImportDrafts: async () => {
      await list();
      const { importDrafts, notify, openDialog, resumeImport } = get();
      const [latest, ...others] = importDrafts;
      if (latest === undefined) return;
      const action =
        others.length === 0
          ? { label: goOn, run: () => void resumeImport(latest) }
          : { label: words.show, run: () => openDialog('library') };
      const text = others.length === 0 ? words.offer(latest.fileName) : words.offerMany(importDrafts.length);
      notify({ kind: 'done', stays: true, text, action });
    },
    discardImportDraft: async (draft) => {
      const answer = await api['importDrafts.discard']({ draft });
      if (!answer.ok) get().notifyError(answer.error);
      await list();
    },
  };
};
