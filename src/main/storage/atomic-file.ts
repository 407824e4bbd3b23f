import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { createFolderMaker } from './folder-maker.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { syncAncestors, syncFolder, withFile } from './open-file.ts';
import { type Delay, patiently } from './patience.ts';
import { ChangedMeanwhileError, errnoOf, IncompleteWriteError, storageError } from './storage-error.ts';

/** Asked at the last moment: is the file still what it was read as? Otherwise nothing happens to it. */
export type Guard = () => Promise<boolean>;

/** Writes, removes and makes files and folders such that a success outlives a power cut at the next moment. */
export interface AtomicWriter {
  /** Replaces or makes a file. On failure the old file is as it was and no temporary file is left. */
  write(path: string, content: string | Uint8Array, guard?: Guard): Promise<Result<null, OperationError>>;
  /** Removes a file; one that is gone already counts as removed. */
  remove(path: string, guard?: Guard): Promise<Result<null, OperationError>>;
  /** Makes the folders that are missing between `root`, which must exist, and `folder`. Links are not followed. */
  makeFolder(root: string, folder: string): Promise<Result<null, OperationError>>;
  /** Makes sure that a file or folder that is there stays there, though whoever put it there may have been cut off. */
  keep(path: string): Promise<Result<null, OperationError>>;
  /** Deletes what an earlier run that was killed in mid-write left in this folder. */
  removeLeftovers(folder: string): Promise<void>;
  /** Resolves when no file is being written or removed. */
  idle(): Promise<void>;
}

export interface AtomicWriterOptions {
  fileSystem?: FileSystem;
  /** How retries wait. */
  delay?: Delay;
}

/** How often a file is written anew whose temporary file was gone. */
const mostSwept = 3;
const temporaryName = /^\.~.{1,8}\.[0-9a-f]{8}\.tmp$/u;

export function createAtomicWriter(options: AtomicWriterOptions = {}): AtomicWriter {
  const { fileSystem = nodeFileSystem, delay = wait } = options;
  const queue = createKeyedQueue();
  const makeFolder = createFolderMaker(fileSystem);
  const inFlight = new Set<string>();

  const replace = async (path: string, content: string | Uint8Array, guard?: Guard): Promise<void> => {
    for (let swept = 0; ; swept += 1) {
      try {
        return await replaceOnce(path, content, guard);
      } catch (error) {
        // Another program may have taken the temporary file for the leftover of a run that was killed.
        const isSwept = errnoOf(error) === 'ENOENT' && (await isThere(dirname(path)));
        if (!isSwept || swept === mostSwept) throw error;
      }
    }
  };
  const isThere = (folder: string) =>
    fileSystem.lstat(folder).then(
      (status) => status.isDirectory(),
      () => false,
    );
  const replaceOnce = async (path: string, content: string | Uint8Array, guard?: Guard): Promise<void> => {
    const temporary = join(dirname(path), temporaryNameFor(path));
    inFlight.add(temporary);
    try {
      const moveIntoPlace = () =>
        patiently(async () => {
          const seen = guard === undefined ? undefined : await fileSystem.lstat(path).catch(() => undefined);
          await check(path, guard);
          await fileSystem.rename(temporary, path, seen);
        }, delay);
      await writeThrough({ fileSystem, delay }, temporary, content, moveIntoPlace);
    } finally {
      inFlight.delete(temporary);
    }
    await syncFolder(fileSystem, dirname(path));
  };
  const remove = async (path: string, guard?: Guard): Promise<void> => {
    const unlink = async () => {
      await check(path, guard);
      await fileSystem.unlink(path);
    };
    await patiently(unlink, delay).catch(unlessMissing);
    await syncFolder(fileSystem, dirname(path));
  };
  const isLeftover = (path: string) => temporaryName.test(basename(path)) && !inFlight.has(path);

  return {
    write: (path, content, guard) => queue.run(path, () => attempt(() => replace(path, content, guard))),
    remove: (path, guard) => queue.run(path, () => attempt(() => remove(path, guard))),
    makeFolder: (root, folder) => attempt(() => makeFolder(root, folder)),
    keep: (path) => attempt(() => syncAncestors(fileSystem, path)),
    removeLeftovers: async (folder) => {
      const entries = await fileSystem.readdir(folder).catch(() => []);
      const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
      for (const path of paths.filter(isLeftover)) await fileSystem.unlink(path).catch(() => undefined);
    },
    idle: queue.idle,
  };
}

/** Writes a new file to the disk and does the next step; should either fail, the file is deleted. */
async function writeThrough(
  { fileSystem, delay }: Required<AtomicWriterOptions>,
  path: string,
  content: string | Uint8Array,
  next: () => Promise<void>,
): Promise<void> {
  const created = await fileSystem.create(path);
  try {
    await withFile(created, async (file) => {
      await file.writeFile(content);
      const { size } = await file.stat();
      if (size !== Buffer.byteLength(content)) throw new IncompleteWriteError(`${size} bytes`);
      await file.sync();
    });
    await next();
  } catch (error) {
    await patiently(() => fileSystem.unlink(path), delay).catch(() => undefined);
    throw error;
  }
}

async function attempt(work: () => Promise<void>): Promise<Result<null, OperationError>> {
  try {
    await work();
    return success(null);
  } catch (error) {
    return failure(storageError(error));
  }
}

async function check(path: string, guard: Guard | undefined): Promise<void> {
  if (guard !== undefined && !(await guard())) throw new ChangedMeanwhileError(path);
}

function unlessMissing(error: unknown): void {
  if (errnoOf(error) !== 'ENOENT') throw error;
}

/**
 * `.~` and `.tmp` make synchronising programs skip the file. The name is never longer than that of a note, so that it fits
 * wherever the note does.
 */
function temporaryNameFor(path: string): string {
  const stem = [...basename(path)].slice(0, 8).join('');
  return `.~${stem}.${randomBytes(4).toString('hex')}.tmp`;
}
