import { join } from 'node:path';
import { dataFolderNames } from '#core/annotation/label';
import { maximumNoteFileSize } from '#core/annotation/note-file';
import type { FileSystem, FolderEntry } from './file-system.ts';
import { withFile } from './open-file.ts';
import { errnoOf } from './storage-error.ts';
import type { ZippedFile } from './zip-file.ts';

/** Deeper folders are not looked into; notes lie at most four levels deep. */
const deepestLevel = 8;
/** Larger document files, such as scanned originals, stay out of snapshots, bytes. */
const maximumDocumentFileSize = 20_000_000;
/** What all document files of a snapshot come to at most, bytes; the smaller ones, which are texts and plans, go first. */
const maximumDocumentsSize = 120_000_000;

/** A file of the data folder that belongs into a snapshot. */
interface FoundFile {
  /** Relative path with `/`. */
  name: string;
  path: string;
}

/**
 * Every note, deleted note and document file, exactly as it is. Rejects when the notes folder cannot be read; a single file
 * that cannot be read is left out.
 */
export async function readFolderContent(fileSystem: FileSystem, root: string): Promise<ZippedFile[]> {
  const content = new Map<string, Uint8Array>();
  // A note that is moved to or from the recycle bin meanwhile would be missed by a single look.
  for (let round = 0; round < 3; round += 1) {
    const notes = await findBelow(fileSystem, root, dataFolderNames.notes, isNoteName);
    const removed = await findBelow(fileSystem, root, dataFolderNames.recycleBin, isNoteName);
    const unread = [...notes, ...removed].filter(({ name }) => !content.has(name));
    if (round > 0 && unread.length === 0) break;
    for (const { name, path } of unread) {
      const bytes = await readAtMost(fileSystem, path, maximumNoteFileSize);
      if (bytes !== undefined) content.set(name, bytes);
    }
  }
  for (const { name, bytes } of await readDocuments(fileSystem, root)) content.set(name, bytes);
  return [...content]
    .map(([name, bytes]) => ({ name, bytes }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

async function readDocuments(fileSystem: FileSystem, root: string): Promise<ZippedFile[]> {
  const sized: (FoundFile & { size: number })[] = [];
  for (const file of await findBelow(fileSystem, root, dataFolderNames.documents, () => true)) {
    const status = await fileSystem.lstat(file.path).catch(() => undefined);
    if (status !== undefined && status.size <= maximumDocumentFileSize) sized.push({ ...file, size: status.size });
  }
  sized.sort((left, right) => left.size - right.size || (left.name < right.name ? -1 : 1));
  const documents: ZippedFile[] = [];
  let left = maximumDocumentsSize;
  for (const { name, path, size } of sized) {
    if (size > left) break;
    const bytes = await readAtMost(fileSystem, path, Math.min(left, maximumDocumentFileSize));
    if (bytes === undefined) continue;
    documents.push({ name, bytes });
    left -= bytes.length;
  }
  return documents;
}

function isNoteName(name: string): boolean {
  return /\.md$/i.test(name);
}

/** The files below a folder; none when it does not exist. Links and hidden files are left out. */
async function findBelow(
  fileSystem: FileSystem,
  root: string,
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const look = async ({ path, name }: FoundFile, level: number): Promise<void> => {
    for (const entry of await entriesOf(fileSystem, path, level === 1)) {
      if (entry.name.startsWith('.') || entry.name.includes('\\')) continue;
      const inside = { path: join(path, entry.name), name: `${name}/${entry.name}` };
      if (entry.isDirectory() && level < deepestLevel) await look(inside, level + 1);
      else if (entry.isFile() && isWanted(entry.name)) found.push(inside);
    }
  };
  await look({ path: join(root, folder), name: folder }, 1);
  return found;
}

async function entriesOf(fileSystem: FileSystem, path: string, isTop: boolean): Promise<FolderEntry[]> {
  try {
    return await fileSystem.readdir(path);
  } catch (error) {
    if (isTop && errnoOf(error) !== 'ENOENT') throw error;
    return [];
  }
}

async function readAtMost(fileSystem: FileSystem, path: string, most: number): Promise<Uint8Array | undefined> {
  try {
    return await withFile(await fileSystem.open(path), async (file) => {
      const status = await file.stat();
      return status.isFile() && status.size <= most ? file.readFile() : undefined;
    });
  } catch {
    return undefined;
  }
}
