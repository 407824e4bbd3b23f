import { join } from 'node:path';
import {
  compareSnapshots,
  type SnapshotName,
  type SnapshotReason,
  snapshotName,
  snapshotsToPrune,
} from '#core/annotation/snapshot-name';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { crc32 } from './crc32.ts';
import { readFolderContent } from './folder-content.ts';
import { findSnapshots, readSnapshotEntries } from './snapshot-files.ts';
import type { SnapshotOptions } from './snapshots.ts';
import { readingError } from './storage-error.ts';
import { writeZip, type ZippedFile } from './zip-file.ts';

interface TakingContext extends SnapshotOptions {
  /** The data folder. */
  root: string;
  /** The folder of its snapshots. */
  path: string;
}

/** Makes a snapshot, unless none is needed. */
export async function takeSnapshot(
  context: TakingContext,
  reason: SnapshotReason,
  date: string,
): Promise<Result<SnapshotName | null, OperationError>> {
  const { fileSystem, writer, root, path } = context;
  let files: ZippedFile[];
  let before: SnapshotName[];
  try {
    before = await findSnapshots(fileSystem, path);
    if (reason === 'daily' && before.some(({ name }) => name === snapshotName(date, 'daily'))) return success(null);
    files = await readFolderContent(fileSystem, root);
  } catch (error) {
    return failure(readingError(error));
  }
  if (files.length === 0 || (reason === 'daily' && (await isUnchanged(context, before, files)))) return success(null);
  // A drive that is pulled out in the middle must not look like a folder with fewer notes.
  const still = await context.dataFolder.open();
  if (!still.ok) return still;
  if (still.value.root !== root) return failure({ code: 'folder-missing', detail: root });
  const folder = await writer.makeFolder(root, path);
  if (!folder.ok) return folder;
  await writer.removeLeftovers(path);
  const made = nextName(before, date, reason);
  const written = await writer.write(join(path, made.name), await writeZip(files));
  if (!written.ok) return written;
  for (const name of snapshotsToPrune([...before, made], made)) await writer.remove(join(path, name));
  return success(made);
}

/** Numbers go on, and none that has become free is given again: the lowest of a day is the oldest, and the first to go. */
function nextName(before: readonly SnapshotName[], date: string, reason: SnapshotReason): SnapshotName {
  const numbers = before.filter((other) => other.date === date && other.reason === reason).map(({ number }) => number);
  const number = Math.max(0, ...numbers) + 1;
  return { name: snapshotName(date, reason, number), date, reason, number };
}

async function isUnchanged(
  { fileSystem, path }: TakingContext,
  before: readonly SnapshotName[],
  files: readonly ZippedFile[],
): Promise<boolean> {
  const last = [...before].sort(compareSnapshots).at(-1);
  const entries = last === undefined ? undefined : await readSnapshotEntries(fileSystem, join(path, last.name));
  if (entries === undefined || !entries.ok || entries.value.length !== files.length) return false;
  const known = new Map(entries.value.map((entry) => [entry.name, entry]));
  return files.every(({ name, bytes }) => {
    const entry = known.get(name);
    return entry?.size === bytes.length && entry.crc === crc32(bytes);
  });
}
