import { join } from 'node:path';
import { z } from 'zod';
import { annotationIdSchema } from '#core/annotation/annotation-schema';
import { failure, type Result, success } from '#core/text/result';
import { type ImportDraft, importDraftSchema, type ListedImportDraft } from '#ipc/contract/import-drafts-contract';
import type { OperationError } from '#ipc/error-codes';
import { createKeyedQueue } from './keyed-queue.ts';
import { withFile } from './open-file.ts';
import { parseJson } from './parse-json.ts';
import type { OwnFileOptions } from './settings-repository.ts';
import { errnoOf, readingError } from './storage-error.ts';

/**
 * Imports that were begun and not finished: what the reader corrected in `import-drafts/<id>.json` of the application's own
 * folder, and beside it the file, which may be elsewhere by the time it is gone on with.
 */
export interface ImportDrafts {
  /** Answers when the draft would outlive the program. `bytes`: the file, written once only. */
  write(draft: ImportDraft, bytes: Uint8Array | undefined): Promise<Result<null, OperationError>>;
  /** The latest first. */
  list(): Promise<Result<ListedImportDraft[], OperationError>>;
  read(id: string): Promise<Result<{ draft: ImportDraft; bytes: Uint8Array }, OperationError>>;
  discard(id: string): Promise<Result<null, OperationError>>;
}

const storedDraftSchema = importDraftSchema.extend({ schema: z.literal('import-draft/1'), at: z.iso.datetime() });
type StoredDraft = z.output<typeof storedDraftSchema>;

export function createImportDrafts({ folder: profile, writer, fileSystem, now }: OwnFileOptions): ImportDrafts {
  const folder = join(profile, 'import-drafts');
  const draftPath = (id: string) => join(folder, `${id}.json`);
  const sourcePath = (id: string) => join(folder, `${id}.source`);
  // One after the other, so that a file without a draft is one that was left.
  const queue = createKeyedQueue();
  const inTurn = <Value>(work: () => Promise<Value>) => queue.run('drafts', work);
  const isThere = async (path: string) => (await fileSystem.lstat(path).catch(() => undefined)) !== undefined;
  const bytesOf = async (path: string) => withFile(await fileSystem.open(path), (file) => file.readFile());
  const names = async (): Promise<string[]> => {
    try {
      return (await fileSystem.readdir(folder)).map(({ name }) => name);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw error;
    }
  };

  return {
    write: (draft, bytes) =>
      inTurn(async () => {
        const made = await writer.makeFolder(profile, folder);
        if (!made.ok) return made;
        const isKept = await isThere(sourcePath(draft.draft));
        if (!isKept && bytes === undefined) return failure({ code: 'not-found', detail: draft.fileName });
        if (!isKept && bytes !== undefined) {
          const kept = await writer.write(sourcePath(draft.draft), bytes);
          if (!kept.ok) return kept;
        }
        const stored: StoredDraft = { schema: 'import-draft/1', at: now().toISOString(), ...draft };
        return writer.write(draftPath(draft.draft), `${JSON.stringify(stored, null, 2)}\n`);
      }),
    list: () =>
      inTurn(async () => {
        try {
          const present = await names();
          if (present.length > 0) await writer.removeLeftovers(folder);
          const drafts: StoredDraft[] = [];
          for (const id of idsOf(present, '.json')) drafts.push(...storedDraft(await bytesOf(draftPath(id))));
          for (const id of idsOf(present, '.source').filter((source) => !present.includes(`${source}.json`)))
            await writer.remove(sourcePath(id));
          drafts.sort((one, other) => other.at.localeCompare(one.at));
          return success(
            drafts.map(({ draft, fileName, at, corrections, carried }) => ({
              ...{ draft, fileName, at },
              corrections: corrections.corrections.length - carried,
            })),
          );
        } catch (error) {
          return failure(readingError(error));
        }
      }),
    read: (id) =>
      inTurn(async () => {
        try {
          const [stored] = storedDraft(await bytesOf(draftPath(id)));
          if (stored === undefined) return failure({ code: 'not-found', detail: id });
          const { schema: _schema, at: _at, ...draft } = stored;
          return success({ draft, bytes: await bytesOf(sourcePath(id)) });
        } catch (error) {
          return failure(errnoOf(error) === 'ENOENT' ? { code: 'not-found', detail: id } : readingError(error));
        }
      }),
    discard: (id) =>
      inTurn(async () => {
        if (!(await isThere(folder))) return success(null);
        const removed = await writer.remove(draftPath(id));
        return removed.ok ? writer.remove(sourcePath(id)) : removed;
      }),
  };
}

function idsOf(names: readonly string[], ending: string): string[] {
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter((id) => annotationIdSchema.safeParse(id).success);
}

/** None where the file is damaged, or a newer version of the program wrote it: it stays as it is. */
function storedDraft(bytes: Uint8Array): StoredDraft[] {
  const checked = storedDraftSchema.safeParse(parseJson(bytes));
  return checked.success ? [checked.data] : [];
}
