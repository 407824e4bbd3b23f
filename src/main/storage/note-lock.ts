import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { failure, type Result } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { FileSystem, OpenFile } from './file-system.ts';
import { withFile } from './open-file.ts';
import type { Delay } from './patience.ts';
import { errnoOf, storageError } from './storage-error.ts';

/**
 * Keeps two programs on one folder (two profiles, two computers on a network drive) from writing one note at the same time.
 * A lock is a small file beside the note that exists while the note is read, merged and written: some milliseconds. Programs
 * that know nothing of it are met by looking at the note once more before it is replaced.
 */
export interface NoteLocks {
  /** Does the work while nobody else holds the note with this id in this folder. */
  hold<Value>(
    folder: string,
    id: string,
    work: () => Promise<Result<Value, OperationError>>,
  ): Promise<Result<Value, OperationError>>;
}

export interface NoteLockOptions {
  fileSystem: FileSystem;
  delay?: Delay | undefined;
  /** Milliseconds that never go back. */
  clock?: () => number;
  /** This computer and this process, as written into a lock. */
  host?: string;
  processId?: number;
  isRunning?: (processId: number) => boolean;
}

/** A lock that has not changed for so long was left by a program that was killed, ms. */
const staleAfter = 30_000;
/** How often a lock is tried for before the reader is told; about 2.5 s in all. */
const attempts = 120;

/** Locks that this process holds, by what is written in them: one of this process that is not among them was left behind. */
const held = new Set<string>();

export function createNoteLocks(options: NoteLockOptions): NoteLocks {
  const { fileSystem, delay = wait, clock = () => performance.now() } = options;
  const { host = hostname(), processId = process.pid, isRunning = isProcess } = options;
  /** When a lock of others was first seen as it is now. */
  const seen = new Map<string, { content: string; since: number }>();

  const isStale = async (path: string, content: string): Promise<boolean> => {
    const [owner = '', number = '', token = '', end] = content.split('\n');
    // Cut off by a power cut, or not written yet.
    const isWhole = end !== undefined;
    if (isWhole && owner === host && Number(number) === processId) return !held.has(token);
    if (isWhole && owner === host && !isRunning(Number(number))) return true;
    // The clock of another computer may differ from this one's by any time.
    if ((!isWhole || owner === host) && (await ageOf(fileSystem, path)) > staleAfter) return true;
    const before = seen.get(path);
    if (before?.content !== content) seen.set(path, { content, since: clock() });
    else if (clock() - before.since > staleAfter) return true;
    return false;
  };

  const sign = async (path: string, created: OpenFile): Promise<string> => {
    const token = randomBytes(8).toString('hex');
    held.add(token);
    try {
      await withFile(created, (file) => file.writeFile(`${host}\n${processId}\n${token}\n`));
      return token;
    } catch (error) {
      held.delete(token);
      await remove(fileSystem, path);
      throw error;
    }
  };

  /** One attempt; `undefined` when somebody else has it. */
  const take = async (path: string): Promise<string | undefined> => {
    const created = await fileSystem.create(path).catch((error: unknown) => {
      if (errnoOf(error) !== 'EEXIST') throw error;
    });
    if (created !== undefined) return sign(path, created);
    const content = await read(fileSystem, path);
    if (content !== undefined && (await isStale(path, content))) await remove(fileSystem, path);
    return undefined;
  };

  return {
    hold: async (folder, id, work) => {
      const path = lockPath(folder, id);
      let token: string | undefined;
      try {
        for (let attempt = 0; token === undefined; attempt += 1) {
          token = await take(path);
          if (token !== undefined) break;
          if (attempt === attempts) return failure({ code: 'file-busy', detail: path });
          // Not in step with whoever waits as well.
          await delay(10 + Math.floor(Math.random() * 20));
        }
      } catch (error) {
        return failure(storageError(error));
      }
      seen.delete(path);
      try {
        return await work();
      } finally {
        held.delete(token);
        await remove(fileSystem, path);
      }
    },
  };
}

/**
 * This program passes over such names. Of the synchronising programs some do, OneDrive for one; Syncthing leaves out only its own
 * temporary files and what the reader's ignore patterns list, so that a lock may travel to another computer. There it holds up a
 * save, which is tried again, until it is taken away or stale.
 */
function lockPath(folder: string, id: string): string {
  return join(folder, `.~${id}.lock.tmp`);
}

async function read(fileSystem: FileSystem, path: string): Promise<string | undefined> {
  try {
    return await withFile(await fileSystem.open(path), async (file) => Buffer.from(await file.readFile()).toString());
  } catch {
    // It was given back this very moment.
    return undefined;
  }
}

/** In ms; 0 when it is gone. */
async function ageOf(fileSystem: FileSystem, path: string): Promise<number> {
  const status = await fileSystem.lstat(path).catch(() => undefined);
  return status === undefined ? 0 : Date.now() - status.mtimeMs;
}

async function remove(fileSystem: FileSystem, path: string): Promise<void> {
  // A lock that stays behind holds up the next save until it is stale; that is worth another try.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await fileSystem.unlink(path);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return;
    }
  }
}

function isProcess(number: number): boolean {
  if (!Number.isInteger(number) || number <= 0) return false;
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return errnoOf(error) === 'EPERM';
  }
}
