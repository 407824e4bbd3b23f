import { ulid } from 'ulid';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState } from './app-store.ts';
import type { DocumentImportSlice, DocumentPreview } from './document-import.ts';
import { type ImportRun, newDocument } from './import-run.ts';

type Saving = Pick<DocumentImportSlice, 'setImportTitle' | 'setImportTarget' | 'saveImport'>;

/** What the document is to become, and the way there. */
export function importSaving(
  { preview, patch, outline, close }: ImportRun,
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
      if (known.value !== null && known.value.corrections.length > 0) await outline(known.value.corrections);
    },
    saveImport: async () => {
      const present = preview();
      if (!present?.outlined || present.isSaving) return;
      patch({ isSaving: true });
      await get().saveWritings();
      const { target, reading, outlined, choices, corrections } = present;
      const plan = {
        ...outlined.plan,
        id: target ?? `${newDocument}-${ulid().toLowerCase()}`,
        // As the reader calls a document it is called, whatever its new text says.
        title: choices.find(({ id }) => id === target)?.title ?? titleOf(present),
      };
      const saved = await api[target === null ? 'documents.add' : 'documents.replaceText']({
        reading,
        plan,
        corrections: { schema: 'corrections/1', corrections: [...corrections] },
      });
      patch({ isSaving: false });
      if (!saved.ok) return get().notifyError(saved.error);
      close();
      if (get().plan?.id === plan.id) get().takeText(saved.value);
      else if (await get().switchDocument(plan.id))
        get().notify({ kind: 'done', text: messages.importing.imported(plan.title) });
    },
  };
}

function titleOf({ title, fileName, outlined }: DocumentPreview): string {
  return title.trim() || outlined?.plan.title || fileName.replace(/\.[^.]*$/, '');
}
