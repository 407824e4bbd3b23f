import { basename } from 'node:path';
import type { Annotation } from '#core/annotation/annotation';
import { isDeletedBy } from '#core/annotation/compare-copies';
import { compareNotes } from '#core/annotation/merge-copies';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AnnotationList, FolderNews, ShownNotes } from './annotation-repository.ts';
import type { DataFolderPaths } from './data-folder.ts';
import { documentFolders } from './document-folder.ts';
import { createNoteCache } from './note-cache.ts';
import { explain, type NoteContext, openDataFolder } from './note-context.ts';
import type { StoredNote } from './note-files.ts';
import type { IndexedNote } from './note-index.ts';
import { copiesIn, mergeOnDisk } from './note-merging.ts';
import { type NoteFiles, readNotesBelow } from './note-tree.ts';
import { readingError } from './storage-error.ts';

/** What the page is shown, or is to be told that it has changed. */
interface WatchedFiles extends DocumentFiles {
  notes: Map<string, IndexedNote>;
  missing: number;
}

/** Reads a document and makes one note of copies, unless so much is missing that nothing must be touched. */
async function readWatched(context: NoteContext, document: string): Promise<Result<WatchedFiles, OperationError>> {
  const files = await readDocument(context, document);
  if (!files.ok) return files;
  const { folders, live, removed } = files.value;
  const unreadable = [...live.unreadable, ...removed.unreadable].map(({ path }) => basename(path));
  const missing = await context.seenNotes.compare(folders.root, document, {
    live: new Set(live.notes.map(({ annotation }) => annotation.id)),
    isAccountedFor: (id) =>
      removed.notes.some(({ annotation }) => annotation.id === id) || unreadable.some((name) => name.startsWith(id)),
  });
  if (missing === 0) await mergeCopiesIn(context, files.value);
  return success({ ...files.value, notes: indexed(document, files.value), missing });
}

/** Something in the folder is neither what the page knows nor what this program has written itself. */
function hasNews({ index }: NoteContext, document: string, { notes, begun }: WatchedFiles): boolean {
  for (const [id, { hash }] of notes) if (!index.isKnown(id, hash)) return true;
  for (const id of index.knownOf(document, begun).keys()) if (!notes.has(id)) return true;
  return false;
}

function givenWith({ live, missing }: WatchedFiles): string {
  return JSON.stringify([missing, live.unreadable.map(({ path, reason }) => `${path} ${reason}`).sort()]);
}

/** All that lies in the folders of one document. */
interface DocumentFiles {
  folders: DataFolderPaths;
  /** How far the index was when the reading began. */
  begun: number;
  live: NoteFiles;
  removed: NoteFiles;
}

/** The notes of a document as the page will show them and change them. Of several files with one id one is made first. */
export async function listNotes(context: NoteContext, document: string): Promise<Result<ShownNotes, OperationError>> {
  const files = await readWatched(context, document);
  if (!files.ok) return files;
  const { notes, begun, live, missing } = files.value;
  context.index.takeOver(document, notes, begun);
  context.given.set(document, givenWith(files.value));
  return success({ ...inOrder(context.index.notesOf(document), live), missing });
}

export async function lookAtNotes(context: NoteContext): Promise<FolderNews> {
  const news: FolderNews = { changed: [], folders: [] };
  for (const [document, given] of [...context.given]) {
    const files = await readWatched(context, document);
    if (!files.ok) continue;
    news.folders.push(...files.value.live.folders, ...files.value.removed.folders);
    if (givenWith(files.value) !== given || hasNews(context, document, files.value)) news.changed.push(document);
  }
  return news;
}

export async function acceptMissingNotes(
  context: NoteContext,
  document: string,
): Promise<Result<null, OperationError>> {
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  await context.seenNotes.accept(opened.value.root, document);
  return success(null);
}

/** The notes of a document for anyone but the page. Nothing is written. */
export async function readNotes(
  context: NoteContext,
  document: string,
): Promise<Result<AnnotationList, OperationError>> {
  const files = await readDocument(context, document);
  if (!files.ok) return files;
  const notes = [...indexed(document, files.value).values()].filter(({ place }) => place === 'notes');
  const annotations = notes.map(({ annotation }) => annotation);
  return success(inOrder(annotations, files.value.live));
}

/** What the recycle bin holds of a document, to be shown by the page. */
export async function listRemovedNotes(
  context: NoteContext,
  document: string,
): Promise<Result<Annotation[], OperationError>> {
  const files = await readDocument(context, document);
  if (!files.ok) return files;
  context.index.takeOverRemoved(document, indexed(document, files.value), files.value.begun);
  return success(context.index.removedOf(document));
}

async function readDocument(context: NoteContext, document: string): Promise<Result<DocumentFiles, OperationError>> {
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  const begun = context.index.now();
  let live: NoteFiles;
  let removed: NoteFiles;
  try {
    live = await readPlace(context, opened.value.notes, document);
    removed = await readPlace(context, opened.value.recycleBin, document);
  } catch (error) {
    return failure(await explain(context, readingError(error)));
  }
  // A drive that is pulled out in the middle must not look like a folder without notes.
  const stillOpen = await openDataFolder(context);
  if (!stillOpen.ok) return stillOpen;
  // The reader has chosen another folder meanwhile; what was read is of no use in it.
  if (stillOpen.value.root !== opened.value.root) return readDocument(context, document);
  return success({ folders: opened.value, begun, live, removed });
}

async function readPlace(context: NoteContext, parent: string, document: string): Promise<NoteFiles> {
  const { fileSystem, writer, cleaned } = context;
  const all: NoteFiles = { notes: [], unreadable: [], folders: [] };
  const cache = cacheFor(context, `${parent}\n${document}`);
  cache.next();
  for (const folder of await documentFolders(fileSystem, parent, document)) {
    const found = await readNotesBelow(fileSystem, folder, { document, cache });
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

function cacheFor({ caches }: NoteContext, key: string) {
  const cache = caches.get(key) ?? createNoteCache();
  caches.set(key, cache);
  return cache;
}

/** Copies become one note in either place; of those that could not be merged, all stay in the list of files. */
async function mergeCopiesIn(context: NoteContext, { folders, live, removed }: DocumentFiles): Promise<void> {
  const places: [folder: string, files: NoteFiles][] = [
    [folders.notes, live],
    [folders.recycleBin, removed],
  ];
  for (const [folder, files] of places) {
    const merged = await mergeOnDisk(context, folder, copiesIn(files.notes));
    if (merged.size === 0) continue;
    files.notes = [...files.notes.filter(({ annotation }) => !merged.has(annotation.id)), ...merged.values()];
  }
}

/** Of several files with one id the winner, unless the note was deleted after that. */
function indexed(document: string, { live, removed }: DocumentFiles): Map<string, IndexedNote> {
  const inBin = winners(removed.notes);
  const notes = new Map<string, IndexedNote>();
  for (const [id, note] of inBin) notes.set(id, { ...note, document, place: 'recycleBin' });
  for (const [id, note] of winners(live.notes)) {
    const deleted = inBin.get(id);
    if (deleted === undefined || !isDeletedBy(deleted, note)) notes.set(id, { ...note, document, place: 'notes' });
  }
  return notes;
}

function winners(notes: readonly StoredNote[]): Map<string, StoredNote> {
  const byId = new Map<string, StoredNote>();
  for (const note of notes) {
    const rival = byId.get(note.annotation.id);
    if (rival === undefined || compareNotes(note, rival) > 0) byId.set(note.annotation.id, note);
  }
  return byId;
}

function inOrder(annotations: AnnotationList['annotations'], { unreadable }: NoteFiles): AnnotationList {
  return {
    annotations: annotations.sort((left, right) => (left.id < right.id ? -1 : 1)),
    unreadable: [...unreadable].sort((left, right) => (left.path < right.path ? -1 : 1)),
  };
}
