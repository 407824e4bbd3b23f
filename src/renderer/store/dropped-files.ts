import { documentLimits } from '#core/importing/read-document';
import { success } from '#core/text/result';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState } from './app-store.ts';
import type { DocumentImportSlice } from './document-import.ts';
import type { ImportRun } from './import-run.ts';

export type DroppedFile = Pick<File, 'name' | 'arrayBuffer' | 'size'>;
type Dropped = Pick<DocumentImportSlice, 'importQueue' | 'importDropped' | 'importNext' | 'dropQueue'>;

/** Files that were dropped on the window: each is looked over and kept or left before the next one is read. */
export function droppedFiles(
  run: ImportRun,
  { api, set, get }: { api: Api; set: (part: Partial<AppState>) => void; get: () => AppState },
): Dropped {
  let waiting: readonly DroppedFile[] = [];
  const read = (file: DroppedFile) =>
    run.read(async (isWanted) => {
      const refused = { fileName: file.name, problem: { code: 'too-large' as const } };
      if (file.size > documentLimits.bytes) return success(refused);
      const bytes = new Uint8Array(await file.arrayBuffer());
      // Taken back while a large file was still being fetched.
      if (!isWanted()) return success({ cancelled: true as const });
      return api['reading.openDropped']({ fileName: file.name, bytes });
    }, file.name);
  return {
    importQueue: null,
    importDropped: async (files) => {
      const [first, ...others] = files;
      if (first === undefined) return;
      if (get().documentImport !== null) return get().notify({ kind: 'error', text: messages.importing.busy });
      waiting = others;
      set({ importQueue: others.length === 0 ? null : { at: 1, total: files.length } });
      await read(first);
    },
    importNext: async () => {
      const { importQueue, documentImport } = get();
      if (importQueue === null || documentImport !== null) return;
      const [next, ...others] = waiting;
      waiting = others;
      if (next === undefined) return set({ importQueue: null });
      set({ importQueue: { ...importQueue, at: importQueue.at + 1 } });
      await read(next);
    },
    dropQueue: () => {
      waiting = [];
      set({ importQueue: null });
    },
  };
}
