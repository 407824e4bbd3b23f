import { dirname } from 'node:path';
import type { FileSystem, OpenFile } from './file-system.ts';
import { errnoOf } from './storage-error.ts';

/** Where a folder cannot be synced at all (Windows, FUSE, SMB), the file system has its own ways; other errors are real. */
const folderSyncUnsupported = new Set(['EPERM', 'EINVAL', 'ENOTSUP', 'EISDIR']);

/** Closes the file whatever happens; the first error counts. */
export async function withFile<Value>(file: OpenFile, work: (file: OpenFile) => Promise<Value>): Promise<Value> {
  let value: Value;
  try {
    value = await work(file);
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
  return value;
}

/** Returns when the folder's entries (new, renamed, removed files) are on the disk. */
export async function syncFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  try {
    await withFile(await fileSystem.openFolder(folder), (handle) => handle.sync());
  } catch (error) {
    if (!folderSyncUnsupported.has(errnoOf(error) ?? '')) throw error;
  }
}

/** What a folder could not be made durable for; other refusals only say that this user did not make it. */
const folderSyncFailed = new Set(['EIO', 'ENOSPC', 'EDQUOT']);

/** Syncs the folders above a file or folder, so that it is on the disk itself, as far up as this user may reach. */
export async function syncAncestors(fileSystem: FileSystem, below: string): Promise<void> {
  for (let path = dirname(below); ; path = dirname(path)) {
    try {
      await syncFolder(fileSystem, path);
    } catch (error) {
      if (folderSyncFailed.has(errnoOf(error) ?? '')) throw error;
      return;
    }
    if (path === dirname(path)) return;
  }
}
