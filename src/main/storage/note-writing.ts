import { dirname, extname } from 'node:path';
import { maximumBodyLength, maximumTagCount } from '#core/annotation/limits';
import { type NoteFile, parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { Guard } from './atomic-file.ts';
import { explain, type NoteContext } from './note-context.ts';
import { hashOf, hashOfFile, type StoredNote } from './note-files.ts';

/** Makes a new file; on failure there is none, so that trying again does not leave two. */
export async function addFile(
  context: NoteContext,
  root: string,
  path: string,
  content: NoteFile,
): Promise<Result<StoredNote, OperationError>> {
  const made = await context.writer.makeFolder(root, dirname(path));
  if (!made.ok) return failure(await explain(context, made.error));
  const saved = await writeNote(context, path, content);
  if (!saved.ok) await context.writer.remove(path);
  return saved;
}

/** Nothing is written that could not be read again. */
export async function writeNote(
  context: NoteContext,
  path: string,
  content: NoteFile,
  guard?: Guard,
  origin: 'reader' | 'merging' = 'reader',
): Promise<Result<StoredNote, OperationError>> {
  const { body, tags } = content.annotation;
  // Both may have grown by what another program wrote meanwhile.
  if (body.length > maximumBodyLength || tags.length > maximumTagCount) return failure({ code: 'too-long' });
  const text = serialiseNoteFile(content);
  if (!text.ok) return failure({ code: 'too-long', detail: text.error });
  const parsed = parseNoteFile(text.value);
  if (!parsed.ok) return failure({ code: 'internal', detail: `${path}: ${parsed.error}` });
  const hash = hashOf(text.value);
  // A merged note is nothing that the page has asked for: it must be told of it.
  if (origin === 'reader') context.index.attempt(content.annotation.id, hash);
  const written = await context.writer.write(path, text.value, guard);
  return written.ok ? success({ ...parsed.value, path, hash }) : failure(await explain(context, written.error));
}

/** `path`, or a variation where another file has taken the name meanwhile. */
export async function unusedPath(context: NoteContext, path: string): Promise<string> {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : `${stem} (${number})${extension}`;
    if (!(await exists(context, candidate))) return candidate;
  }
}

export async function exists(context: NoteContext, path: string): Promise<boolean> {
  try {
    await context.fileSystem.lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** The file still holds what was read of it. */
export async function isUnchanged({ fileSystem }: NoteContext, note: StoredNote): Promise<boolean> {
  return (await hashOfFile(fileSystem, note.path)) === note.hash;
}
