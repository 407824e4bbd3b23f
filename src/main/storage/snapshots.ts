import { join } from 'node:path';
import { dataFolderNames } from '#core/annotation/label';
import { compareSnapshots, type SnapshotName, type SnapshotReason } from '#core/annotation/snapshot-name';
import { formatTimestamp } from '#core/annotation/timestamp';
import type { PlanDocument } from '#core/plan/plan';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { DataFolder } from './data-folder.ts';
import type { FileSystem } from './file-system.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { findSnapshots, readSnapshotEntries, readSnapshotFile, zipError } from './snapshot-files.ts';
import { isLiveNote, readSnapshotNotes, type SnapshotContent } from './snapshot-notes.ts';
import { takeSnapshot } from './snapshot-taking.ts';
import { createSnapshotTexts } from './snapshot-texts.ts';
import { readingError } from './storage-error.ts';

export interface SnapshotFacts extends SnapshotName {
  /** The time of day by the file, e.g. `09:15`; `null` where the file was last written on another day than its name says. */
  time: string | null;
  /** In bytes. */
  size: number;
  /** How many notes it holds; `null` when the file is damaged. */
  notes: number | null;
}

/** Zip files of everything in the data folder, in its folder 快照. */
export interface Snapshots {
  /**
   * Makes a snapshot. `null`: none was needed, as there is nothing to save, or today's is there, or nothing has changed since
   * the last one. Fails without a trace; older snapshots stay.
   */
  take(reason: SnapshotReason): Promise<Result<SnapshotName | null, OperationError>>;
  /** The latest first. */
  list(): Promise<Result<SnapshotFacts[], OperationError>>;
  contentOf(name: string): Promise<Result<SnapshotContent, OperationError>>;
  /** A text that was kept when the snapshot was made; `undefined` when it is not in there. */
  textOf(name: string, document: string, hash: string): Promise<PlanDocument | undefined>;
  /** What lay in the recycle bin when the newest snapshot was made; nothing when there is none. */
  newestRemoved(): Promise<Result<SnapshotContent['removed'], OperationError>>;
}

export interface SnapshotOptions {
  dataFolder: DataFolder;
  writer: AtomicWriter;
  fileSystem: FileSystem;
  now: () => Date;
}

export function createSnapshots(options: SnapshotOptions): Snapshots {
  const { dataFolder, fileSystem, now } = options;
  // One at a time: the second of two that are asked for together finds the first.
  const queue = createKeyedQueue();
  /** The two that are looked at while one is restored and the restoring undone. */
  const opened = new Map<string, SnapshotContent>();
  const textIn = createSnapshotTexts(fileSystem);
  const countNotes = createCounting(fileSystem);

  const folder = async (): Promise<Result<{ root: string; path: string }, OperationError>> => {
    const paths = await dataFolder.open();
    if (!paths.ok) return paths;
    return success({ root: paths.value.root, path: join(paths.value.root, dataFolderNames.snapshots) });
  };
  return {
    take: (reason) =>
      queue.run('take', async () => {
        const at = await folder();
        return at.ok ? takeSnapshot({ ...options, ...at.value }, reason, localDate(now())) : at;
      }),
    list: async () => {
      const at = await folder();
      if (!at.ok) return at;
      const { path } = at.value;
      try {
        const facts: SnapshotFacts[] = [];
        for (const snapshot of (await findSnapshots(fileSystem, path)).sort(compareSnapshots)) {
          const { size, mtimeMs } = await fileSystem.lstat(join(path, snapshot.name));
          const [date, time] = formatTimestamp(new Date(mtimeMs)).split('T');
          const notes = await countNotes(join(path, snapshot.name), size);
          facts.push({ ...snapshot, time: date === snapshot.date ? (time?.slice(0, 5) ?? null) : null, size, notes });
        }
        return success(latestFirst(facts));
      } catch (error) {
        return failure(readingError(error));
      }
    },
    contentOf: async (name) => {
      const at = await folder();
      if (!at.ok) return at;
      const path = join(at.value.path, name);
      const known = opened.get(path);
      if (known !== undefined) return success(known);
      const content = await readContent(fileSystem, path);
      if (!content.ok) return content;
      const [oldest] = opened.keys();
      if (opened.size > 1 && oldest !== undefined) opened.delete(oldest);
      opened.set(path, content.value);
      return content;
    },
    textOf: async (name, document, hash) => {
      const at = await folder();
      return at.ok ? textIn(join(at.value.path, name), document, hash) : undefined;
    },
    newestRemoved: async () => {
      const at = await folder();
      if (!at.ok) return at;
      const names = await findSnapshots(fileSystem, at.value.path).catch(() => []);
      const newest = names.sort(compareSnapshots).at(-1);
      if (newest === undefined) return success(new Map());
      const content = await readContent(fileSystem, join(at.value.path, newest.name));
      return content.ok ? success(content.value.removed) : content;
    },
  };
}

async function readContent(fileSystem: FileSystem, path: string): Promise<Result<SnapshotContent, OperationError>> {
  const bytes = await readSnapshotFile(fileSystem, path);
  if (!bytes.ok) return bytes;
  const content = await readSnapshotNotes(bytes.value);
  return content.ok ? content : failure(zipError(content.error, path));
}

/** Within a day, names do not tell which came first; the files do. What has no time came before, in the order of the names. */
function latestFirst(facts: readonly SnapshotFacts[]): SnapshotFacts[] {
  const moment = ({ date, time }: SnapshotFacts) => `${date} ${time ?? ''}`;
  return [...facts]
    .sort((left, right) => (moment(left) < moment(right) ? -1 : moment(left) > moment(right) ? 1 : 0))
    .reverse();
}

/** Counts the notes of a snapshot, and each snapshot once. */
function createCounting(fileSystem: FileSystem): (path: string, size: number) => Promise<number | null> {
  const counted = new Map<string, number | null>();
  return async (path, size) => {
    const key = `${path} ${size}`;
    if (!counted.has(key)) {
      const entries = await readSnapshotEntries(fileSystem, path);
      counted.set(key, entries.ok ? entries.value.filter(({ name }) => isLiveNote(name)).length : null);
    }
    return counted.get(key) ?? null;
  };
}

/** The day as this computer's clock has it, e.g. `2026-11-23`. */
export function localDate(moment: Date): string {
  return formatTimestamp(moment).slice(0, 10);
}
