import { dirname, join, relative } from 'node:path';
import type { Annotation, AnnotationChange } from '#core/annotation/annotation';
import { applyChange, type ChangeStamp, nextRevision } from '#core/annotation/apply-change';
import { mergeChange } from '#core/annotation/merge-change';
import { formatTimestamp } from '#core/annotation/timestamp';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AnnotationDraft } from './annotation-repository.ts';
import { documentFolder } from './document-folder.ts';
import { explain, type NoteContext, openDataFolder } from './note-context.ts';
import { type ReadNote, readNote, type StoredNote } from './note-files.ts';
import type { IndexedNote } from './note-index.ts';
import { addFile, exists, isUnchanged, unusedPath, writeNote } from './note-writing.ts';
import { readingError } from './storage-error.ts';

/** The note as it is on the disk now. */
export type Outcome = Promise<Result<Annotation, OperationError>>;

export async function createNote(context: NoteContext, draft: AnnotationDraft): Outcome {
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  const { notes } = opened.value;
  const { modified: created, device } = stamp(context);
  const annotation: Annotation = {
    ...draft,
    id: context.newId(),
    created,
    modified: created,
    author: await context.author(),
    device,
    rev: 1,
  };
  const parent = await folderFor(context, notes, draft);
  if (!parent.ok) return parent;
  const path = await unusedPath(context, join(parent.value, created.slice(0, 7), `${annotation.id}.md`));
  const saved = await addFile(context, notes, path, { annotation, extra: [] });
  if (!saved.ok) return saved;
  context.index.put(annotation.id, { ...saved.value, document: draft.document, place: 'notes' });
  return success(saved.value.annotation);
}

/** Reads the file again before writing, so that what other programs did to it meanwhile is kept. */
export function changeNote(
  context: NoteContext,
  id: string,
  change: AnnotationChange,
  base: AnnotationChange,
): Outcome {
  return exclusively(context, id, 'notes', async ({ indexed, note, isAsSeen }) => {
    const { label, tags, body } = isAsSeen ? note.annotation : indexed.annotation;
    const merged = mergeChange(change, { label, tags, body, ...base }, note.annotation);
    const annotation = applyChange(note.annotation, merged, stamp(context));
    if (annotation === note.annotation) {
      // The file may hold it already because a save failed, or was cut off, in its very last step.
      const kept = await context.writer.keep(note.path);
      return kept.ok ? success(annotation) : failure(await explain(context, kept.error));
    }
    const content = { annotation, extra: note.extra };
    const saved = await writeNote(context, note.path, content, () => isUnchanged(context, note));
    if (!saved.ok) return saved;
    context.index.put(id, { ...indexed, ...saved.value });
    return success(saved.value.annotation);
  });
}

/** First the copy in the recycle bin, for good; then the original goes. In between there are two, and the newer counts. */
export function removeNote(context: NoteContext, id: string): Outcome {
  return exclusively(context, id, 'notes', async ({ indexed, note, root, notes, recycleBin }) => {
    const path = await unusedPath(context, join(recycleBin, relative(notes, note.path)));
    const annotation = nextRevision(note.annotation, stamp(context));
    const saved = await addFile(context, root, path, { annotation, extra: note.extra });
    if (!saved.ok) return saved;
    const removed = await context.writer.remove(note.path, () => isUnchanged(context, note));
    // A removal that took place but could not be made durable is good enough: should the original come back after a
    // power cut, the later copy in the recycle bin says that it was deleted.
    if (!removed.ok && (await exists(context, note.path))) {
      await context.writer.remove(path);
      return failure(await explain(context, removed.error));
    }
    context.index.put(id, { ...indexed, ...saved.value, place: 'recycleBin' });
    return success(saved.value.annotation);
  });
}

export function restoreNote(context: NoteContext, id: string): Outcome {
  return exclusively(context, id, 'recycleBin', async ({ indexed, note, notes, recycleBin }) => {
    const path = await unusedPath(context, join(notes, relative(recycleBin, note.path)));
    const annotation = nextRevision(note.annotation, stamp(context));
    const saved = await addFile(context, notes, path, { annotation, extra: note.extra });
    if (!saved.ok) return saved;
    // The restored note is the later one: a copy that cannot be taken out of the recycle bin does no harm.
    await context.writer.remove(note.path, () => isUnchanged(context, note));
    context.index.put(id, { ...indexed, ...saved.value, place: 'notes' });
    return success(saved.value.annotation);
  });
}

/** How often a change is made anew because another program has changed the note in the very same moment. */
const mostRepeats = 8;

/** Does the work on a note that is read while no other reader writes it; once more where some other program did. */
export async function exclusively(
  context: NoteContext,
  id: string,
  place: IndexedNote['place'],
  work: (current: CurrentNote) => Outcome,
): Outcome {
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  const indexed = context.index.find(id, place);
  if (indexed === undefined) return failure({ code: 'not-found', detail: id });
  const attempt = async (): Outcome => {
    const current = await readAgain(context, id, place);
    return current.ok ? work(current.value) : current;
  };
  const done = await context.locks.hold(dirname(indexed.path), id, async () => {
    let outcome = await attempt();
    for (let repeats = 0; isOvertaken(outcome) && repeats < mostRepeats; repeats += 1) outcome = await attempt();
    return outcome;
  });
  if (done.ok || done.error.code !== 'folder-missing') return done;
  // Not the whole folder is gone, but the note with the folder that it was in.
  const current = await readAgain(context, id, place);
  return current.ok ? done : current;
}

function isOvertaken(outcome: Result<Annotation, OperationError>): boolean {
  return !outcome.ok && outcome.error.code === 'changed-elsewhere' && outcome.error.detail?.endsWith('.md') === true;
}

export interface CurrentNote {
  indexed: IndexedNote;
  note: StoredNote;
  /** The file still holds what the page has seen, or what this program itself tried to write since. */
  isAsSeen: boolean;
  root: string;
  notes: string;
  recycleBin: string;
}

async function readAgain(
  context: NoteContext,
  id: string,
  place: IndexedNote['place'],
): Promise<Result<CurrentNote, OperationError>> {
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  const indexed = context.index.find(id, place);
  if (indexed === undefined) return failure({ code: 'not-found', detail: id });
  const read = await readFrom(context, id, indexed);
  const { path } = indexed;
  if (!read.ok) {
    const isNewer = read.error.reason === 'newer-version';
    const code = isNewer ? 'newer-version' : 'note-unreadable';
    const error: OperationError = read.error.error ?? { code, detail: path };
    return failure(await explain(context, error));
  }
  if (read.value.annotation.id !== id) return failure({ code: 'changed-elsewhere', detail: path });
  // What is read is about to be written in the newest version of the format.
  if (read.value.migratedFrom !== undefined) {
    const secured = await context.beforeMigration?.();
    if (secured?.ok === false) return secured;
  }
  const isAsSeen = context.index.isKnown(id, read.value.hash);
  return success({ indexed, note: read.value, isAsSeen, ...opened.value });
}

/** Where the note was seen, or under its proper name: another reader may have made one file of two. */
async function readFrom({ fileSystem }: NoteContext, id: string, { path, document }: IndexedNote): Promise<ReadNote> {
  const read = await readNote(fileSystem, path, document);
  const proper = join(dirname(path), `${id}.md`);
  if (read.ok || read.error.reason !== 'missing' || proper === path) return read;
  return readNote(fileSystem, proper, document);
}

export async function folderFor(
  context: NoteContext,
  notes: string,
  { document, documentTitle }: AnnotationDraft,
): Promise<Result<string, OperationError>> {
  try {
    return success(await documentFolder(context.fileSystem, notes, { id: document, title: documentTitle }));
  } catch (error) {
    return failure(await explain(context, readingError(error)));
  }
}

export function stamp({ now, device }: NoteContext): ChangeStamp {
  return { modified: formatTimestamp(now()), device };
}
