import { parseSnapshotName, type SnapshotName } from '#core/annotation/snapshot-name';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { FileSystem } from './file-system.ts';
import { withFile } from './open-file.ts';
import { errnoOf, readingError } from './storage-error.ts';
import { listZip, type ZipProblem, type ZippedEntry } from './zip-file.ts';

/** Most files in a snapshot. */
export const maximumEntries = 40_000;
/** Largest snapshot file that is opened, bytes. */
const maximumFileSize = 300_000_000;

/** Files of other names, such as copies and temporary files of synchronisers, are none of ours. */
export async function findSnapshots(fileSystem: FileSystem, path: string): Promise<SnapshotName[]> {
  try {
    const entries = await fileSystem.readdir(path);
    return entries.filter((entry) => entry.isFile()).flatMap(({ name }) => parseSnapshotName(name) ?? []);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

export async function readSnapshotFile(
  fileSystem: FileSystem,
  path: string,
): Promise<Result<Uint8Array, OperationError>> {
  try {
    return await withFile(await fileSystem.open(path), async (file) => {
      const { size } = await file.stat();
      if (size > maximumFileSize) return failure({ code: 'snapshot-too-large', detail: path });
      return success(await file.readFile());
    });
  } catch (error) {
    return failure(readingError(error));
  }
}

export function zipError(problem: ZipProblem, name: string): OperationError {
  return { code: problem === 'too-large' ? 'snapshot-too-large' : 'snapshot-damaged', detail: name };
}

/** What a snapshot says about the files in it. */
export async function readSnapshotEntries(
  fileSystem: FileSystem,
  path: string,
): Promise<Result<ZippedEntry[], OperationError>> {
  const bytes = await readSnapshotFile(fileSystem, path);
  if (!bytes.ok) return bytes;
  const entries = await listZip(bytes.value, maximumEntries);
  return entries.ok ? entries : failure(zipError(entries.error, path));
}
