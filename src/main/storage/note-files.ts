import { createHash } from 'node:crypto';
import { maximumNoteFileSize, type NoteFile, parseNoteFile } from '#core/annotation/note-file';
import { failure, type Result, success } from '#core/text/result';
import type { UnreadableFile } from '#ipc/contract/annotations-contract';
import type { OperationError } from '#ipc/error-codes';
import type { FileStatus, FileSystem } from './file-system.ts';
import { withFile } from './open-file.ts';
import { errnoOf, readingError } from './storage-error.ts';

/** A note together with the file that it was read from. */
export interface StoredNote extends NoteFile {
  path: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  hash: string;
}

export interface ReadingProblem {
  /** `missing`: there is no such file (any more). */
  reason: UnreadableFile['reason'] | 'missing';
  /** Where it was not the file's content, but the system. */
  error?: OperationError;
}

/** What a file was read as. */
export type ReadNote = Result<StoredNote, ReadingProblem>;

/** What tells one state of a file from the next without reading it. */
export type FileStamp = Pick<FileStatus, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'>;

/** Reads one note. */
export async function readNote(fileSystem: FileSystem, path: string, document: string): Promise<ReadNote> {
  return (await readStamped(fileSystem, path, document)).note;
}

/** Reads one note and what tells this state of its file from the next. */
export async function readStamped(
  fileSystem: FileSystem,
  path: string,
  document: string,
): Promise<{ note: ReadNote; stamp?: FileStamp }> {
  let file: { bytes: Uint8Array | undefined; stamp: FileStamp };
  try {
    file = await readSmallFile(fileSystem, path);
  } catch (error) {
    return { note: failure({ reason: reasonOf(error), error: readingError(error) }) };
  }
  return { note: interpret(file.bytes, path, document), stamp: file.stamp };
}

function interpret(bytes: Uint8Array | undefined, path: string, document: string): ReadNote {
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

/** The same of a file as it is now; `undefined` when there is none. */
export async function hashOfFile(fileSystem: FileSystem, path: string): Promise<string | undefined> {
  try {
    const { bytes } = await readSmallFile(fileSystem, path);
    return bytes === undefined ? undefined : hashOf(bytes);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function readSmallFile(
  fileSystem: FileSystem,
  path: string,
): Promise<{ bytes: Uint8Array | undefined; stamp: FileStamp }> {
  return withFile(await fileSystem.open(path), async (file) => {
    const stamp = await file.stat();
    if (!stamp.isFile()) throw new Error('not a regular file');
    return { bytes: stamp.size > maximumNoteFileSize ? undefined : await file.readFile(), stamp };
  });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Why something could not be read, where the system says so. */
export function reasonOf(error: unknown): 'missing' | 'no-permission' | 'io' {
  const errno = errnoOf(error);
  if (errno === 'ENOENT') return 'missing';
  return errno === 'EACCES' || errno === 'EPERM' ? 'no-permission' : 'io';
}
