import { dirname } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { syncFolder } from './open-file.ts';
import { errnoOf } from './storage-error.ts';

/**
 * Makes every missing folder on the way from `root` (exclusive) to `folder`, durably. `root` itself is never made: when it
 * has vanished with its drive, the call fails with ENOENT. Existing folders must be folders; links are not followed.
 */
export type FolderMaker = (root: string, folder: string) => Promise<void>;

export function createFolderMaker(fileSystem: FileSystem): FolderMaker {
  const durable = new Set<string>();

  const makeOne = async (folder: string): Promise<void> => {
    try {
      await fileSystem.mkdir(folder);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
      if (!(await fileSystem.lstat(folder)).isDirectory()) throw error;
      if (durable.has(folder)) return;
    }
    // Also where the folder was there already: the run that made it may have been cut off before this.
    await syncFolder(fileSystem, dirname(folder));
    durable.add(folder);
  };

  return async (root, folder) => {
    for (const path of foldersBetween(root, folder)) await makeOne(path);
  };
}

function foldersBetween(root: string, folder: string): string[] {
  const folders: string[] = [];
  for (let path = folder; path !== root; path = dirname(path)) {
    if (path === dirname(path)) throw new Error(`${folder} is not below ${root}`);
    folders.unshift(path);
  }
  return folders;
}
