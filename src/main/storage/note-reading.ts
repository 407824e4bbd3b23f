import { compareCopies, isDeletedBy } from '#core/annotation/compare-copies';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AnnotationList, AnnotationRepositoryOptions } from './annotation-repository.ts';
import type { DataFolderPaths } from './data-folder.ts';
import { documentFolders } from './document-folder.ts';
import { type NoteFiles, readNotesBelow, type StoredNote } from './note-files.ts';
import type { IndexedNote, NoteIndex } from './note-index.ts';
import { readingError } from './storage-error.ts';

/** What all operations on notes share. */
export interface NoteContext extends AnnotationRepositoryOptions {
  index: NoteIndex;
  /** Folders that were cleared of left-over temporary files since the start. */
  cleaned: Set<string>;
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

/** Reads all notes of a document; `forPage` when the page will show them and change them. */
export async function readNotes(
  context: NoteContext,
  document: string,
  audience: 'forPage' | 'forOthers',
): Promise<Result<AnnotationList, OperationError>> {
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  const begun = context.index.now();
  let live: NoteFiles;
  let removed: NoteFiles;
  try {
    live = await readDocument(context, opened.value.notes, document);
    removed = await readDocument(context, opened.value.recycleBin, document);
  } catch (error) {
    return failure(await explain(context, readingError(error)));
  }
  // A drive that is pulled out in the middle must not look like a folder without notes.
  const stillOpen = await openDataFolder(context);
  if (!stillOpen.ok) return stillOpen;
  // The reader has chosen another folder meanwhile; what was read is of no use in it.
  if (stillOpen.value.root !== opened.value.root) return readNotes(context, document, audience);
  const notes = indexed(document, live.notes, removed.notes);
  if (audience === 'forPage') context.index.takeOver(document, notes, begun);
  const shown = audience === 'forPage' ? context.index.notesOf(document) : annotationsIn(notes);
  shown.sort((left, right) => (left.id < right.id ? -1 : 1));
  const unreadable = [...live.unreadable].sort((left, right) => (left.path < right.path ? -1 : 1));
  return success({ annotations: shown, unreadable });
}

async function readDocument(context: NoteContext, parent: string, document: string): Promise<NoteFiles> {
  const { fileSystem, writer, cleaned } = context;
  const all: NoteFiles = { notes: [], unreadable: [], folders: [] };
  for (const folder of await documentFolders(fileSystem, parent, document)) {
    const found = await readNotesBelow(fileSystem, folder, document);
    all.notes.push(...found.notes);
    all.unreadable.push(...found.unreadable);
    all.folders.push(...found.folders);
  }
  for (const folder of [parent, ...all.folders].filter((path) => !cleaned.has(path))) {
    cleaned.add(folder);
    await writer.removeLeftovers(folder);
  }
  return all;
}

/** Of several files with one id the winner, unless the note was deleted after that. The other files are left alone. */
function indexed(document: string, live: StoredNote[], removed: StoredNote[]): Map<string, IndexedNote> {
  const inBin = winners(removed);
  const notes = new Map<string, IndexedNote>();
  for (const [id, note] of inBin) notes.set(id, { ...note, document, place: 'recycleBin' });
  for (const [id, note] of winners(live)) {
    const deleted = inBin.get(id);
    if (deleted === undefined || !isDeletedBy(deleted, note)) notes.set(id, { ...note, document, place: 'notes' });
  }
  return notes;
}

function winners(notes: StoredNote[]): Map<string, StoredNote> {
  const byId = new Map<string, StoredNote>();
  for (const note of notes) {
    const rival = byId.get(note.annotation.id);
    if (rival === undefined || compareCopies(note, rival) > 0) byId.set(note.annotation.id, note);
  }
  return byId;
}

function annotationsIn(notes: ReadonlyMap<string, IndexedNote>) {
  return [...notes.values()].filter((note) => note.place === 'notes').map((note) => note.annotation);
}
