import type { FileSystem } from './file-system.ts';
import { withFile } from './open-file.ts';
import { errnoOf } from './storage-error.ts';

/** Why a file of the reader's choice could not be opened. */
export type ChosenFileProblem = 'too-large' | 'not-a-file' | 'unreadable';

/** The bytes of a file that the reader chose, up to a size; a pipe is not waited for, and a symbolic link is not followed. */
export async function readChosenFile(
  fileSystem: Pick<FileSystem, 'open'>,
  path: string,
  largest: number,
): Promise<Uint8Array | ChosenFileProblem> {
  try {
    return await withFile(await fileSystem.open(path), async (file) => {
      const status = await file.stat();
      if (!status.isFile()) return 'not-a-file';
      if (status.size > largest) return 'too-large';
      const bytes = await file.readFile();
      return bytes.length > largest ? 'too-large' : bytes;
    });
  } catch (error) {
    return errnoOf(error) === 'ELOOP' ? 'not-a-file' : 'unreadable';
  }
}
