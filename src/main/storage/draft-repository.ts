import { join } from 'node:path';
import { z } from 'zod';
import { annotationIdSchema } from '#core/annotation/annotation-schema';
import type { TaskColumn } from '#core/ledger/ledger-rows';
import { failure, type Result, success } from '#core/text/result';
import { type NoteDraft, noteDraftSchema } from '#ipc/contract/drafts-contract';
import type { OperationError } from '#ipc/error-codes';
import { createDraftJournal, type DraftJournal, type StoredDraft } from './draft-journal.ts';
import { decodeRecords } from './draft-record.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { withFile } from './open-file.ts';
import type { OwnFileOptions } from './settings-repository.ts';
import { errnoOf, readingError, storageError } from './storage-error.ts';

/**
 * What is typed and not yet saved, at each input, in the application's own folder: `drafts/<id>.journal` for the text of a note,
 * `drafts/<id>.<column>.journal` for a cell of the ledger. It outlives the page, the program and, but for the last moments, the power.
 */
export interface DraftRepository {
  /** Answers when the words would outlive the program. They are in memory at once. */
  write(draft: NoteDraft): Promise<Result<null, OperationError>>;
  /** The drafts of a document, in the order in which they were last written. */
  list(document: string): Promise<Result<NoteDraft[], OperationError>>;
  /** The words are saved elsewhere. */
  discard(id: string, column?: TaskColumn): Promise<Result<null, OperationError>>;
  /** Returns when every draft is on the disk, and its file closed; answers whether they are. */
  flush(): Promise<boolean>;
}

const storedDraftSchema = noteDraftSchema.safeExtend({
  schema: z.literal('draft/1'),
  at: z.iso.datetime(),
}) satisfies z.ZodType<StoredDraft>;

export function createDraftRepository(options: OwnFileOptions): DraftRepository {
  const { fileSystem, writer, now } = options;
  const folder = join(options.folder, 'drafts');
  const pathOf = (key: string) => join(folder, `${key}.journal`);
  const journals = new Map<string, DraftJournal>();
  const queue = createKeyedQueue();
  const makeFolder = async () => {
    const made = await writer.makeFolder(options.folder, folder);
    if (!made.ok) throw Object.assign(new Error(made.error.code), { code: made.error.detail });
  };
  const append = async (journal: DraftJournal): Promise<Result<null, OperationError>> => {
    try {
      await journal.append();
      return success(null);
    } catch (error) {
      return failure(storageError(error));
    }
  };
  const isEmpty = async () => (await fileSystem.lstat(folder).catch(() => undefined)) === undefined;

  return {
    write: (draft) => {
      const stored: StoredDraft = { schema: 'draft/1', at: now().toISOString(), ...draft };
      const key = keyOf(draft.id, draft.cell?.column);
      const known = journals.get(key);
      known?.change(stored);
      const journal = known ?? createDraftJournal(pathOf(key), stored, { fileSystem, writer, makeFolder });
      journals.set(key, journal);
      return queue.run(key, () => append(journal));
    },
    list: async (document) => {
      await queue.idle();
      const drafts = [...journals.values()].map((journal) => journal.latest());
      try {
        const entries = await fileSystem.readdir(folder);
        for (const { name } of entries) {
          const [, key = '', id] = /^(([^.]+)(?:\.[a-z]+)?)\.journal$/.exec(name) ?? [];
          if (!annotationIdSchema.safeParse(id).success || journals.has(key)) continue;
          const bytes = await withFile(await fileSystem.open(pathOf(key)), (file) => file.readFile());
          drafts.push(...storedDraft(bytes));
        }
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') return failure(readingError(error));
      }
      const ofDocument = drafts.filter((draft) => draft.note.document === document);
      ofDocument.sort((left, right) => (left.at < right.at ? -1 : 1));
      return success(ofDocument.map(({ schema: _schema, at: _at, ...draft }) => draft));
    },
    discard: (id, column) => {
      const key = keyOf(id, column);
      const journal = journals.get(key);
      journals.delete(key);
      return queue.run(key, async () => {
        await journal?.close().catch(() => undefined);
        return (await isEmpty()) ? success(null) : writer.remove(pathOf(key));
      });
    },
    flush: async () => {
      await queue.idle();
      const finish = async ([key, journal]: [string, DraftJournal]) => {
        const isSynced = await journal.sync();
        await queue.run(key, () => journal.close().catch(() => undefined));
        return isSynced;
      };
      const synced = await Promise.all([...journals].map(finish));
      return !synced.includes(false);
    },
  };
}

/** The text of a note and each cell of its task are kept by themselves. */
function keyOf(id: string, column: TaskColumn | undefined): string {
  return column === undefined ? id : `${id}.${column}`;
}

/** The last state of a draft; none where there is no whole record, or where a newer version of the program wrote it. */
function storedDraft(bytes: Uint8Array): StoredDraft[] {
  let state: object = {};
  // A record with a schema is complete; the others hold what has changed since.
  for (const record of decodeRecords(bytes)) state = 'schema' in record ? record : { ...state, ...record };
  const checked = storedDraftSchema.safeParse(state);
  return checked.success ? [checked.data] : [];
}
