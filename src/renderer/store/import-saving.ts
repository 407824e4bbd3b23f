import { ulid } from 'ulid';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState } from './app-store.ts';
import type { DocumentImportSlice, DocumentPreview } from './document-import.ts';
import type { ImportRun } from './import-run.ts';

type Saving = Pick<DocumentImportSlice, 'setImportTitle' | 'setImportTarget' | 'saveImport'>;

/** What the document is to become, and the way there. */
export function importSaving(
  { preview, patch, outline, plan: makePlan, close }: ImportRun,
  { api, get }: { api: Api; get: () => AppState },
): Saving {
  return {
    setImportTitle: (title) => patch({ title }),
    setImportTarget: async (target) => {
      const present = preview();
      if (present === null || present.target === target) return;
      patch({ target });
      if (target === null || present.corrections.length > 0) return;
      // What was corrected in its last edition holds for this one.
      const known = await api['documents.corrections']({ document: target });
      const now = preview();
      if (!known.ok || now?.target !== target || now.corrections.length > 0) return;
      if (known.value === null || known.value.corrections.length === 0) return;
      patch({ carried: known.value.corrections.length });
      await outline(known.value.corrections);
    },
    saveImport: async () => {
      const present = preview();
      if (!present?.outlined || present.isSaving) return;
      patch({ isSaving: true });
      await get().saveWritings();
      const { target, reading, choices, corrections } = present;
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
      patch({ isSaving: false });
      if (!saved.ok) return get().notifyError(saved.error);
      close();
      if (get().plan?.id === document) get().takeText(saved.value);
      else if (await get().switchDocument(document))
        get().notify({ kind: 'done', text: messages.importing.imported(title) });
    },
  };
}

function titleOf({ title, fileName, outlined }: DocumentPreview): string {
  return title.trim() || outlined?.title || fileName;
}
