import { dirname } from 'node:path';
import type { FileSystem, OpenFile } from './file-system.ts';
import { syncFolder } from './open-file.ts';
import { IncompleteWriteError } from './storage-error.ts';

/** A file that only ever grows. It is opened when it is first needed, and reaches the disk by itself. */
export interface AppendedFile {
  /** Of the file as it is open, in bytes. */
  size: () => number;
  /** Returns when `text` would outlive the program. Calls must not overlap with each other, nor with `close`. */
  append: (text: string) => Promise<void>;
  /** Returns when everything is on the disk. */
  sync: () => Promise<void>;
  close: () => Promise<void>;
}

export interface AppendedFileOptions {
  fileSystem: FileSystem;
  /** Makes the folder that the file lies in. */
  makeFolder: () => Promise<void>;
}

/** What was added is on the disk after this long, ms. */
const syncAfter = 1000;

export function createAppendedFile(path: string, { fileSystem, makeFolder }: AppendedFileOptions): AppendedFile {
  let file: OpenFile | undefined;
  let size = 0;
  let isSynced = true;
  let isEntrySynced = false;
  let timer: NodeJS.Timeout | undefined;
  let syncing = Promise.resolve();

  const open = async (): Promise<OpenFile> => {
    await makeFolder();
    const opened = await fileSystem.append(path);
    ({ size } = await opened.stat());
    return opened;
  };
  const syncNow = async () => {
    isSynced = true;
    try {
      await file?.sync();
      if (!isEntrySynced) await syncFolder(fileSystem, dirname(path));
      isEntrySynced = true;
    } catch (error) {
      isSynced = false;
      throw error;
    }
  };
  const sync = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (!isSynced) syncing = syncNow();
    await syncing;
  };
  return {
    size: () => size,
    append: async (text) => {
      file ??= await open();
      await file.writeFile(text);
      const expected = size + Buffer.byteLength(text);
      ({ size } = await file.stat());
      if (size !== expected) throw new IncompleteWriteError(`${size} bytes`);
      isSynced = false;
      // Should that fail, closing the window tries again.
      timer ??= setTimeout(() => void sync().catch(() => undefined), syncAfter).unref();
    },
    sync,
    close: async () => {
      clearTimeout(timer);
      timer = undefined;
      await syncing.catch(() => undefined);
      const closing = file;
      file = undefined;
      size = 0;
      await closing?.close();
    },
  };
}
