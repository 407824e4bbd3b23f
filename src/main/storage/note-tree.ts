import { join } from 'node:path';
import type { UnreadableFile } from '#ipc/contract/annotations-contract';
import type { FileSystem, FolderEntry } from './file-system.ts';
import type { NoteCache } from './note-cache.ts';
import { type ReadingProblem, type ReadNote, readStamped, reasonOf, type StoredNote } from './note-files.ts';

export interface NoteFiles {
  notes: StoredNote[];
  unreadable: UnreadableFile[];
  /** Every folder that was looked into. */
  folders: string[];
}

/** How many files are open at a time: enough to keep a disk busy, far below any limit on open files. */
const concurrency = 32;
/** Months lie directly in a document's folder; readers who sort their notes further get some levels more. */
const deepestLevel = 4;

/** What is nobody's note: hidden files, and what programs put down for a moment (Office, Syncthing, and this one). */
const passingName = /^(?:\.|~\$|~syncthing~)|\.tmp$/i;

/** Whether a file of this name comes and goes without being a note. */
export function isPassing(name: string): boolean {
  return passingName.test(name);
}

/** Reads every note below a document's folder. Nothing is written, and nothing below it is skipped in silence. */
export async function readNotesBelow(
  fileSystem: FileSystem,
  folder: string,
  { document, cache }: { document: string; cache: NoteCache },
): Promise<NoteFiles> {
  const found: NoteFiles & { paths: string[] } = { notes: [], unreadable: [], folders: [], paths: [] };
  await collect(fileSystem, folder, 1, found);
  const waiting = found.paths.values();
  const readInTurn = async () => {
    for (const path of waiting) {
      const note =
        (await cachedNote(fileSystem, path, cache)) ?? (await readAndKeep(fileSystem, path, document, cache));
      if (note.ok) found.notes.push(note.value);
      else addUnreadable(found, path, note.error.reason);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, readInTurn));
  return found;
}

async function cachedNote(fileSystem: FileSystem, path: string, cache: NoteCache): Promise<ReadNote | undefined> {
  if (!cache.has(path)) return undefined;
  try {
    return cache.find(path, await fileSystem.lstat(path));
  } catch {
    // Opening it will tell what is the matter.
    return undefined;
  }
}

async function readAndKeep(
  fileSystem: FileSystem,
  path: string,
  document: string,
  cache: NoteCache,
): Promise<ReadNote> {
  const { note, stamp } = await readStamped(fileSystem, path, document);
  const isOfFile = note.ok || note.error.error === undefined;
  if (stamp !== undefined && isOfFile) cache.put(path, stamp, note);
  return note;
}

async function collect(
  fileSystem: FileSystem,
  folder: string,
  level: number,
  found: { paths: string[]; folders: string[]; unreadable: UnreadableFile[] },
): Promise<void> {
  let entries: FolderEntry[];
  try {
    entries = await fileSystem.readdir(folder);
  } catch (error) {
    return addUnreadable(found, folder, reasonOf(error));
  }
  found.folders.push(folder);
  for (const entry of entries) {
    if (isPassing(entry.name)) continue;
    const path = join(folder, entry.name);
    // Windows calls some cloud placeholders links; only a closer look tells.
    const kind = entry.isSymbolicLink() ? await fileSystem.lstat(path).catch(() => entry) : entry;
    const isNote = /\.md$/i.test(entry.name);
    if (kind.isDirectory() && level < deepestLevel) await collect(fileSystem, path, level + 1, found);
    else if (kind.isFile() && isNote) found.paths.push(path);
    else if (isNote || kind.isDirectory() || kind.isSymbolicLink()) found.unreadable.push({ path, reason: 'io' });
  }
}

function addUnreadable(found: Pick<NoteFiles, 'unreadable'>, path: string, reason: ReadingProblem['reason']): void {
  if (reason !== 'missing') found.unreadable.push({ path, reason });
}
