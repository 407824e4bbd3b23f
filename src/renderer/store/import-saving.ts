import { ulid } from 'ulid';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState } from './app-store.ts';
import type { DocumentImportSlice, DocumentPreview } from './document-import.ts';
import type { ImportRun } from './import-run.ts';
import { prepareText } from './long-text.ts';

type Saving = Pick<DocumentImportSlice, 'setImportTitle' | 'setImportTarget' | 'saveImport'>;

/** What the document is to become, and the way there. */
export function importSaving(
  { preview, patch, outline, plan: makePlan, inTurn, close }: ImportRun,
  { api, get }: { api: Api; get: () => AppState },
): Saving {
  return {
    setImportTitle: (title) => patch({ title }),
    setImportTarget: (target) =>
      inTurn(async () => {
        const present = preview();
        if (present === null || present.target === target) return;
        patch({ target });
        // What was corrected holds for this text, whatever it is to become, and is asked for once.
        if (target === null || target === present.carriedFrom) return;
        // What was corrected in the document's last edition holds for this one; what was corrected now stays.
        const known = await api['documents.corrections']({ document: target });
        const now = preview();
        if (now === null) return;
        const carried = known.ok ? (known.value?.corrections ?? []) : [];
        const own = now.corrections.slice(now.carried);
        patch({ carried: carried.length, carriedAtFirst: carried.length, carriedFrom: target });
        if (carried.length + now.carried > 0) await outline([...carried, ...own]);
      }),
    saveImport: async () => {
      if (preview()?.isSaving !== false) return;
      patch({ isSaving: true });
      await Promise.all([inTurn(async () => undefined), get().saveWritings()]);
      const present = preview();
      if (!present?.outlined) return patch({ isSaving: false });
      const { target, reading, choices, corrections, draft } = present;
      // As the reader calls a document it is called, whatever its new text says.
      const title = choices.find(({ id }) => id === target)?.title ?? titleOf(present);
      // Chance, never a path or a title.
      const document = target ?? `doc-${ulid().toLowerCase()}`;
      const plan = await makePlan(document, title);
      if (plan === null) return patch({ isSaving: false });
      const operation = target === null ? 'documents.add' : 'documents.replaceText';
      const saved = await api[operation]({
        ...{ reading, document, plan },
        corrections: { schema: 'corrections/1', corrections: [...corrections] },
      });
      if (saved.ok && get().plan?.id === document) await prepareText(saved.value);
      // Another document may be on its way in by now.
      const isShown = preview()?.reading === reading;
      if (isShown) patch({ isSaving: false });
      if (!saved.ok) return get().notifyError(saved.error);
      if (draft !== null) void api['importDrafts.discard']({ draft });
      if (!isShown) return get().notify({ kind: 'done', text: messages.importing.imported(title) });
      close();
      if (get().plan?.id === document) get().takeText(saved.value);
      else if (await get().switchDocument(document))
        get().notify({ kind: 'done', text: messages.importing.imported(title) });
      await get().importNext();
    },
  };
}

function titleOf({ title, fileName, outlined }: DocumentPreview): string {
  return title.trim() || outlined?.title || fileName;
}
