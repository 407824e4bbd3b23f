import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { safeFileName } from './safe-file-name.ts';
import { errnoOf } from './storage-error.ts';

/**
 * The folders of a document below `parent`: those whose name ends with its id in brackets, since titles change. There can
 * be two when machines disagreed about the title. Rejects when `parent` cannot be read; none when it does not exist.
 */
export async function documentFolders(fileSystem: FileSystem, parent: string, document: string): Promise<string[]> {
  try {
    const entries = await fileSystem.readdir(parent);
    return entries
      .filter((entry) => entry.isDirectory() && entry.name.endsWith(`[${document}]`))
      .map((entry) => join(parent, entry.name))
      .sort();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The folder for a document's new notes: the one it has, or what it is to be called. */
export async function documentFolder(
  fileSystem: FileSystem,
  parent: string,
  { id, title }: { id: string; title: string },
): Promise<string> {
  const [existing] = await documentFolders(fileSystem, parent, id);
  return existing ?? join(parent, [safeFileName(title, ''), `[${id}]`].join(' ').trim());
}
