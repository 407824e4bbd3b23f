import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { maximumNoteFileSize, type NoteFile, parseNoteFile } from '#core/annotation/note-file';
import { failure, type Result, success } from '#core/text/result';
import type { UnreadableFile } from '#ipc/contract/annotations-contract';
import type { OperationError } from '#ipc/error-codes';
import type { FileSystem, FolderEntry } from './file-system.ts';
import { withFile } from './open-file.ts';
import { errnoOf, readingError } from './storage-error.ts';

/** A note together with the file that it was read from. */
export interface StoredNote extends NoteFile {
  path: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  hash: string;
}

export interface NoteFiles {
  notes: StoredNote[];
  unreadable: UnreadableFile[];
  /** Every folder that was looked into. */
  folders: string[];
}

export interface ReadingProblem {
  /** `missing`: there is no such file (any more). */
  reason: UnreadableFile['reason'] | 'missing';
  /** Where it was not the file's content, but the system. */
  error?: OperationError;
}

/** How many files are open at a time: enough to keep a disk busy, far below any limit on open files. */
const concurrency = 32;
/** Months lie directly in a document's folder; readers who sort their notes further get some levels more. */
const deepestLevel = 4;

/** Reads every note below a document's folder. Nothing is written, and nothing below it is skipped in silence. */
export async function readNotesBelow(fileSystem: FileSystem, folder: string, document: string): Promise<NoteFiles> {
  const found: NoteFiles & { paths: string[] } = { notes: [], unreadable: [], folders: [], paths: [] };
  await collect(fileSystem, folder, 1, found);
  const waiting = found.paths.values();
  const readInTurn = async () => {
    for (const path of waiting) {
      const note = await readNote(fileSystem, path, document);
      if (note.ok) found.notes.push(note.value);
      else addUnreadable(found, path, note.error.reason);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, readInTurn));
  return found;
}

/** Reads one note. */
export async function readNote(
  fileSystem: FileSystem,
  path: string,
  document: string,
): Promise<Result<StoredNote, ReadingProblem>> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readSmallFile(fileSystem, path);
  } catch (error) {
    return failure({ reason: reasonOf(error), error: readingError(error) });
  }
  if (bytes === undefined) return failure({ reason: 'too-large' });
  const text = decode(bytes);
  if (text === undefined) return failure({ reason: 'not-text' });
  const parsed = parseNoteFile(text, { name: path.slice(path.search(/[^/\\]*$/)), document });
  return parsed.ok ? success({ ...parsed.value, path, hash: hashOf(bytes) }) : failure({ reason: parsed.error });
}

/** SHA-256 in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function readSmallFile(fileSystem: FileSystem, path: string): Promise<Uint8Array | undefined> {
  return withFile(await fileSystem.open(path), async (file) => {
    const status = await file.stat();
    if (!status.isFile()) throw new Error('not a regular file');
    return status.size > maximumNoteFileSize ? undefined : file.readFile();
  });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
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
    if (entry.name.startsWith('.')) continue;
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

function reasonOf(error: unknown): 'missing' | 'no-permission' | 'io' {
  const errno = errnoOf(error);
  if (errno === 'ENOENT') return 'missing';
  return errno === 'EACCES' || errno === 'EPERM' ? 'no-permission' : 'io';
}
