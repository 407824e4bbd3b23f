import { success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { ImportDraft } from '#ipc/contract/import-drafts-contract';
import type { OpenedFile } from '#ipc/contract/reading-contract';
import type { Readings } from '../../import/readings.ts';
import type { ImportDrafts } from '../../storage/import-drafts.ts';

type ImportDraftsOperation = Extract<keyof Handlers, `importDrafts.${string}`>;

export interface ImportDraftsDependencies {
  importDrafts: ImportDrafts;
  readings: Pick<Readings, 'find' | 'openBytes' | 'again'>;
}

export function importDraftHandlers({
  importDrafts,
  readings,
}: ImportDraftsDependencies): Pick<Handlers, ImportDraftsOperation> {
  const readAgain = async ({ fileName, encoding }: ImportDraft, bytes: Uint8Array): Promise<OpenedFile> => {
    const opened = await readings.openBytes(fileName, bytes);
    if (encoding === null || !('reading' in opened) || opened.document.encoding?.label === encoding) return opened;
    return (await readings.again(opened.reading, encoding)) ?? opened;
  };
  return {
    'importDrafts.write': ({ reading, ...work }) => importDrafts.write(work, readings.find(reading)?.bytes),
    'importDrafts.list': () => importDrafts.list(),
    'importDrafts.open': async ({ draft }) => {
      const kept = await importDrafts.read(draft);
      if (!kept.ok) return kept;
      const { draft: work, bytes } = kept.value;
      return success({ opened: await readAgain(work, bytes), work });
    },
    'importDrafts.discard': ({ draft }) => importDrafts.discard(draft),
  };
}
