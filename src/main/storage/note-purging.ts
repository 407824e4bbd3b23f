import { isDeletedBy } from '#core/annotation/compare-copies';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { documentFolders } from './document-folder.ts';
import type { KeyedQueue } from './keyed-queue.ts';
import { createNoteCache } from './note-cache.ts';
import { explain, type NoteContext, openDataFolder } from './note-context.ts';
import type { StoredNote } from './note-files.ts';
import { readNotesBelow } from './note-tree.ts';
import { exists, isUnchanged } from './note-writing.ts';
import { readingError } from './storage-error.ts';

/** Every file that holds a note, in the notes folder and in the recycle bin. */
interface Copies {
  live: StoredNote[];
  removed: StoredNote[];
}

/** Deletes notes in the recycle bin for good. Answers which; fails only when none is. */
export async function purgeNotes(
  context: NoteContext,
  queue: KeyedQueue,
  ids: readonly string[],
): Promise<Result<string[], OperationError>> {
  const copies = await readCopies(context, ids);
  if (!copies.ok) return copies;
  const purged: string[] = [];
  let problem: OperationError | undefined;
  for (const id of ids) {
    const outcome = await queue.run(id, () => purgeNote(context, id, copies.value.get(id)));
    if (outcome.ok) purged.push(id);
    else problem ??= outcome.error;
  }
  return purged.length === 0 && problem !== undefined ? failure(problem) : success(purged);
}

/**
 * An older copy that a synchroniser has brought back is hidden only by the copy in the bin, so it goes first. A note that was
 * changed after its removal is there again, and stays.
 */
async function purgeNote(
  context: NoteContext,
  id: string,
  copies: Copies | undefined,
): Promise<Result<null, OperationError>> {
  const indexed = context.index.find(id, 'recycleBin');
  if (indexed === undefined || copies === undefined) return failure({ code: 'not-found', detail: id });
  const { live, removed } = copies;
  const isBack = live.some((note) => !removed.some((copy) => isDeletedBy(copy, note)));
  if (isBack) return failure({ code: 'changed-elsewhere', detail: id });
  for (const note of [...live, ...removed]) {
    // What was read may be long ago by now: many notes are purged at once, and synchronisers write whenever they like.
    const isAsRead = async () => !(await exists(context, note.path)) || (await isUnchanged(context, note));
    const gone = await context.writer.remove(note.path, isAsRead);
    if (!gone.ok) return failure(await explain(context, gone.error));
  }
  context.index.forget(id);
  context.seenNotes.forget([id]);
  return success(null);
}

async function readCopies(
  context: NoteContext,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, Copies>, OperationError>> {
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  const found = new Map<string, Copies>(ids.map((id) => [id, { live: [], removed: [] }]));
  const documents = new Set(ids.flatMap((id) => context.index.find(id, 'recycleBin')?.document ?? []));
  try {
    for (const document of documents) {
      const live = await readDocument(context, opened.value.notes, document);
      const removed = await readDocument(context, opened.value.recycleBin, document);
      for (const note of live) found.get(note.annotation.id)?.live.push(note);
      for (const note of removed) found.get(note.annotation.id)?.removed.push(note);
    }
  } catch (error) {
    return failure(await explain(context, readingError(error)));
  }
  return success(found);
}

async function readDocument(context: NoteContext, parent: string, document: string): Promise<StoredNote[]> {
  const folders = await documentFolders(context.fileSystem, parent, document);
  const cache = createNoteCache();
  const files = await Promise.all(
    folders.map((folder) => readNotesBelow(context.fileSystem, folder, { document, cache })),
  );
  return files.flatMap(({ notes }) => notes);
}
