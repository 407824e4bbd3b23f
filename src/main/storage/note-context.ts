import type { Result } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AnnotationRepositoryOptions } from './annotation-repository.ts';
import type { DataFolderPaths } from './data-folder.ts';
import type { KeyedQueue } from './keyed-queue.ts';
import type { NoteCache } from './note-cache.ts';
import type { NoteIndex } from './note-index.ts';
import type { NoteLocks } from './note-lock.ts';

/** What all operations on notes share. */
export interface NoteContext extends AnnotationRepositoryOptions {
  index: NoteIndex;
  /** Folders that were cleared of left-over temporary files since the start. */
  cleaned: Set<string>;
  /** One note at a time: a change reads the file, compares and writes, and the next one must see the outcome. */
  queue: KeyedQueue;
  locks: NoteLocks;
  /** What was read of each document and place, so that only what has changed is read again. */
  caches: Map<string, NoteCache>;
  /** Copies that could not be made one, by what they are, with the number of times that it was tried. */
  refused: Map<string, number>;
  /** What the page was last given of each document besides its notes, as text. */
  given: Map<string, string>;
}

/** The data folder, for one operation. Ids that were given out for another folder are worth nothing in this one. */
export async function openDataFolder(context: NoteContext): Promise<Result<DataFolderPaths, OperationError>> {
  for (;;) {
    const visit = context.index.beginVisit();
    const opened = await context.dataFolder.open();
    if (!opened.ok || context.index.enter(opened.value, visit)) return opened;
  }
}

/** The error, or that the whole folder is gone, which explains any other. */
export async function explain(context: NoteContext, error: OperationError): Promise<OperationError> {
  const opened = await context.dataFolder.open();
  return opened.ok ? error : opened.error;
}
