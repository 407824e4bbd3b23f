import { dirname, extname, join, relative } from 'node:path';
import type { Annotation, AnnotationChange } from '#core/annotation/annotation';
import { applyChange, type ChangeStamp, nextRevision } from '#core/annotation/apply-change';
import { maximumBodyLength, maximumTagCount } from '#core/annotation/limits';
import { mergeChange } from '#core/annotation/merge-change';
import { type ForeignEntry, parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { formatTimestamp } from '#core/annotation/timestamp';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AnnotationDraft } from './annotation-repository.ts';
import { documentFolder } from './document-folder.ts';
import { hashOf, readNote, type StoredNote } from './note-files.ts';
import type { IndexedNote } from './note-index.ts';
import { explain, type NoteContext, openDataFolder } from './note-reading.ts';
import { readingError } from './storage-error.ts';

type Outcome = Promise<Result<Annotation, OperationError>>;

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
export async function changeNote(
  context: NoteContext,
  id: string,
  change: AnnotationChange,
  base: AnnotationChange,
): Outcome {
  const current = await readAgain(context, id, 'notes');
  if (!current.ok) return current;
  const { indexed, note, isAsSeen } = current.value;
  const seen = isAsSeen ? note.annotation : indexed.annotation;
  const merged = mergeChange(change, { label: seen.label, tags: seen.tags, body: seen.body, ...base }, note.annotation);
  const annotation = applyChange(note.annotation, merged, stamp(context));
  if (annotation === note.annotation) {
    // The file may hold it already because a save failed, or was cut off, in its very last step.
    const kept = await context.writer.keep(note.path);
    return kept.ok ? success(annotation) : failure(await explain(context, kept.error));
  }
  const saved = await writeNote(context, note.path, { annotation, extra: note.extra });
  if (!saved.ok) return saved;
  context.index.put(id, { ...indexed, ...saved.value });
  return success(saved.value.annotation);
}

/** First the copy in the recycle bin, for good; then the original goes. In between there are two, and the newer counts. */
export async function removeNote(context: NoteContext, id: string): Outcome {
  const current = await readAgain(context, id, 'notes');
  if (!current.ok) return current;
  const { indexed, note, root, notes, recycleBin } = current.value;
  const path = await unusedPath(context, join(recycleBin, relative(notes, note.path)));
  const annotation = nextRevision(note.annotation, stamp(context));
  const saved = await addFile(context, root, path, { annotation, extra: note.extra });
  if (!saved.ok) return saved;
  const removed = await context.writer.remove(note.path);
  // A removal that took place but could not be made durable is good enough: should the original come back after a
  // power cut, the later copy in the recycle bin says that it was deleted.
  if (!removed.ok && (await exists(context, note.path))) {
    await context.writer.remove(path);
    return failure(await explain(context, removed.error));
  }
  context.index.put(id, { ...indexed, ...saved.value, place: 'recycleBin' });
  return success(saved.value.annotation);
}

export async function restoreNote(context: NoteContext, id: string): Outcome {
  const current = await readAgain(context, id, 'recycleBin');
  if (!current.ok) return current;
  const { indexed, note, notes, recycleBin } = current.value;
  const path = await unusedPath(context, join(notes, relative(recycleBin, note.path)));
  const annotation = nextRevision(note.annotation, stamp(context));
  const saved = await addFile(context, notes, path, { annotation, extra: note.extra });
  if (!saved.ok) return saved;
  // The restored note is the later one: a copy that cannot be taken out of the recycle bin does no harm.
  await context.writer.remove(note.path);
  context.index.put(id, { ...indexed, ...saved.value, place: 'notes' });
  return success(saved.value.annotation);
}

interface CurrentNote {
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
  const { path } = indexed;
  const read = await readNote(context.fileSystem, path, indexed.document);
  if (!read.ok) {
    const error: OperationError = read.error.error ?? { code: 'note-unreadable', detail: path };
    return failure(await explain(context, error));
  }
  if (read.value.annotation.id !== id) return failure({ code: 'changed-elsewhere', detail: path });
  const isAsSeen = context.index.isKnown(id, read.value.hash);
  return success({ indexed, note: read.value, isAsSeen, ...opened.value });
}

async function folderFor(
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

/** Makes a new file; on failure there is none, so that trying again does not leave two. */
async function addFile(
  context: NoteContext,
  root: string,
  path: string,
  content: { annotation: Annotation; extra: ForeignEntry[] },
): Promise<Result<StoredNote, OperationError>> {
  const made = await context.writer.makeFolder(root, dirname(path));
  if (!made.ok) return failure(await explain(context, made.error));
  const saved = await writeNote(context, path, content);
  if (!saved.ok) await context.writer.remove(path);
  return saved;
}

/** Nothing is written that could not be read again. */
async function writeNote(
  context: NoteContext,
  path: string,
  content: { annotation: Annotation; extra: ForeignEntry[] },
): Promise<Result<StoredNote, OperationError>> {
  const { body, tags } = content.annotation;
  // Both may have grown by what another program wrote meanwhile.
  if (body.length > maximumBodyLength || tags.length > maximumTagCount) return failure({ code: 'too-long' });
  const text = serialiseNoteFile(content);
  if (!text.ok) return failure({ code: 'too-long', detail: text.error });
  const parsed = parseNoteFile(text.value);
  if (!parsed.ok) return failure({ code: 'internal', detail: `${path}: ${parsed.error}` });
  const hash = hashOf(text.value);
  context.index.attempt(content.annotation.id, hash);
  const written = await context.writer.write(path, text.value);
  return written.ok ? success({ ...parsed.value, path, hash }) : failure(await explain(context, written.error));
}

/** `path`, or a variation where another file has taken the name meanwhile. */
async function unusedPath(context: NoteContext, path: string): Promise<string> {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : `${stem} (${number})${extension}`;
    if (!(await exists(context, candidate))) return candidate;
  }
}

async function exists(context: NoteContext, path: string): Promise<boolean> {
  try {
    await context.fileSystem.lstat(path);
    return true;
  } catch {
    return false;
  }
}

function stamp({ now, device }: NoteContext): ChangeStamp {
  return { modified: formatTimestamp(now()), device };
}
