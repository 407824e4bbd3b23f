import { join } from 'node:path';
import { dataFolderNames } from '#core/annotation/label';
import {
  compareSnapshots,
  parseSnapshotName,
  type SnapshotName,
  type SnapshotReason,
  snapshotName,
  snapshotsToPrune,
} from '#core/annotation/snapshot-name';
import { formatTimestamp } from '#core/annotation/timestamp';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import { crc32 } from './crc32.ts';
import type { DataFolder } from './data-folder.ts';
import type { FileSystem } from './file-system.ts';
import { readFolderContent } from './folder-content.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { withFile } from './open-file.ts';
import { isLiveNote, maximumEntries, readSnapshotNotes, type SnapshotNotes } from './snapshot-notes.ts';
import { errnoOf, readingError } from './storage-error.ts';
import { listZip, writeZip, type ZipProblem, type ZippedEntry, type ZippedFile } from './zip-file.ts';

/** Largest snapshot file that is opened, bytes. */
const maximumFileSize = 300_000_000;

export interface SnapshotFacts extends SnapshotName {
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
  /** The notes of a snapshot, by id. */
  notesOf(name: string): Promise<Result<SnapshotNotes, OperationError>>;
  /** What a snapshot says about its files, for those who must know whether one holds a certain file. */
  entriesOf(name: string): Promise<Result<ZippedEntry[], OperationError>>;
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
  const opened = new Map<string, SnapshotNotes>();
  const counted = new Map<string, number | null>();

  const folder = async (): Promise<Result<{ root: string; path: string }, OperationError>> => {
    const paths = await dataFolder.open();
    if (!paths.ok) return paths;
    return success({ root: paths.value.root, path: join(paths.value.root, dataFolderNames.snapshots) });
  };
  const readBytes = async (name: string): Promise<Result<Uint8Array, OperationError>> => {
    const at = await folder();
    if (!at.ok) return at;
    return readFile(fileSystem, join(at.value.path, name));
  };
  const entriesOf = async (name: string): Promise<Result<ZippedEntry[], OperationError>> => {
    const bytes = await readBytes(name);
    if (!bytes.ok) return bytes;
    const entries = await listZip(bytes.value, maximumEntries);
    return entries.ok ? entries : failure(zipError(entries.error, name));
  };
  const countNotes = async (name: string, size: number): Promise<number | null> => {
    const key = `${name} ${size}`;
    if (!counted.has(key)) {
      const entries = await entriesOf(name);
      counted.set(key, entries.ok ? entries.value.filter((entry) => isLiveNote(entry.name)).length : null);
    }
    return counted.get(key) ?? null;
  };

  return {
    take: (reason) =>
      queue.run('take', async () => {
        const at = await folder();
        return at.ok ? take({ ...options, ...at.value, entriesOf }, reason, localDate(now())) : at;
      }),
    list: async () => {
      const at = await folder();
      if (!at.ok) return at;
      try {
        const names = (await findSnapshots(fileSystem, at.value.path)).sort(compareSnapshots).reverse();
        const facts: SnapshotFacts[] = [];
        for (const snapshot of names) {
          const { size } = await fileSystem.lstat(join(at.value.path, snapshot.name));
          facts.push({ ...snapshot, size, notes: await countNotes(snapshot.name, size) });
        }
        return success(facts);
      } catch (error) {
        return failure(readingError(error));
      }
    },
    notesOf: async (name) => {
      const at = await folder();
      if (!at.ok) return at;
      const path = join(at.value.path, name);
      const known = opened.get(path);
      if (known !== undefined) return success(known);
      const bytes = await readFile(fileSystem, path);
      if (!bytes.ok) return bytes;
      const notes = await readSnapshotNotes(bytes.value);
      if (!notes.ok) return failure(zipError(notes.error, name));
      const [oldest] = opened.keys();
      if (opened.size > 1 && oldest !== undefined) opened.delete(oldest);
      opened.set(path, notes.value);
      return notes;
    },
    entriesOf,
  };
}

interface TakingContext extends SnapshotOptions {
  /** The data folder. */
  root: string;
  /** The folder of its snapshots. */
  path: string;
  entriesOf: (name: string) => Promise<Result<ZippedEntry[], OperationError>>;
}

async function take(
  context: TakingContext,
  reason: SnapshotReason,
  date: string,
): Promise<Result<SnapshotName | null, OperationError>> {
  const { fileSystem, writer, root, path } = context;
  let files: ZippedFile[];
  let before: SnapshotName[];
  try {
    before = await findSnapshots(fileSystem, path);
    if (reason === 'daily' && before.some(({ name }) => name === snapshotName(date, 'daily'))) return success(null);
    files = await readFolderContent(fileSystem, root);
  } catch (error) {
    return failure(readingError(error));
  }
  if (files.length === 0 || (reason === 'daily' && (await isUnchanged(context, before, files)))) return success(null);
  // A drive that is pulled out in the middle must not look like a folder with fewer notes.
  const still = await context.dataFolder.open();
  if (!still.ok) return still;
  if (still.value.root !== root) return failure({ code: 'folder-missing', detail: root });
  const folder = await writer.makeFolder(root, path);
  if (!folder.ok) return folder;
  await writer.removeLeftovers(path);
  const made = unusedName(before, date, reason);
  const written = await writer.write(join(path, made.name), await writeZip(files));
  if (!written.ok) return written;
  for (const name of snapshotsToPrune([...before, made], made)) await writer.remove(join(path, name));
  return success(made);
}

function unusedName(before: readonly SnapshotName[], date: string, reason: SnapshotReason): SnapshotName {
  for (let number = 1; ; number += 1) {
    const name = snapshotName(date, reason, number);
    if (!before.some((other) => other.name === name)) return { name, date, reason, number };
  }
}

async function isUnchanged(
  { entriesOf }: TakingContext,
  before: readonly SnapshotName[],
  files: readonly ZippedFile[],
): Promise<boolean> {
  const last = [...before].sort(compareSnapshots).at(-1);
  const entries = last === undefined ? undefined : await entriesOf(last.name);
  if (entries === undefined || !entries.ok || entries.value.length !== files.length) return false;
  const known = new Map(entries.value.map((entry) => [entry.name, entry]));
  return files.every(({ name, bytes }) => {
    const entry = known.get(name);
    return entry?.size === bytes.length && entry.crc === crc32(bytes);
  });
}

/** Files of other names, such as copies and temporary files of synchronisers, are none of ours. */
async function findSnapshots(fileSystem: FileSystem, path: string): Promise<SnapshotName[]> {
  try {
    const entries = await fileSystem.readdir(path);
    return entries.filter((entry) => entry.isFile()).flatMap(({ name }) => parseSnapshotName(name) ?? []);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function readFile(fileSystem: FileSystem, path: string): Promise<Result<Uint8Array, OperationError>> {
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

function zipError(problem: ZipProblem, name: string): OperationError {
  return { code: problem === 'too-large' ? 'snapshot-too-large' : 'snapshot-damaged', detail: name };
}

/** The day as this computer's clock has it, e.g. `2026-11-23`. */
export function localDate(moment: Date): string {
  return formatTimestamp(moment).slice(0, 10);
}
