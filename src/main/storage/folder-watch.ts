import { type FSWatcher, watch } from 'node:fs';
import type { AnnotationRepository } from './annotation-repository.ts';
import type { DataFolder } from './data-folder.ts';
import type { FileStatus, FileSystem } from './file-system.ts';
import type { LibraryRepository } from './library-repository.ts';
import { isPassing } from './note-tree.ts';
import { createTextWatch } from './text-watch.ts';

/**
 * Sees what other programs do in the data folder. The times of its folders are looked at every second, which costs next to
 * nothing, works on every file system and finds a drive that was pulled out or has come back; where the system reports changes,
 * they are seen at once, and so are files that are written in place. Only when something has changed are the notes looked through.
 */
export interface FolderWatch {
  start(): void;
  /** Looks through everything now, because the reader has come back to the window. */
  look(): void;
  stop(): void;
}

export interface FolderWatchOptions {
  dataFolder: Pick<DataFolder, 'open'>;
  annotations: Pick<AnnotationRepository, 'look' | 'documents'>;
  library: Pick<LibraryRepository, 'look'>;
  fileSystem: FileSystem;
  /** The notes of this document are no longer what the page was given. */
  onNotes: (document: string) => void;
  /** The texts of this document are no longer those that the page was given. */
  onTexts: (document: string) => void;
  /** The folder has gone, or is there again. */
  onFolder: () => void;
  /** Whether the system's reports are used. On Windows a watched drive could not be ejected. */
  useReports?: boolean;
}

/** How often the folders' times are looked at, ms. */
const pace = 1000;
/** A report is followed after this long, so that many at a time are one, ms. */
const gathering = 120;
/** Times on disks are coarse: a folder that was changed just now is looked at once more when it has been at rest so long, ms. */
const rest = 2500;
/** Looking through the notes may take at most one part in so many of the time. */
const share = 5;
/** More folders than these are not watched one by one. */
const mostReports = 500;

export function createFolderWatch(options: FolderWatchOptions): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let underWay = false;
  const rounds = createRounds(options, () => schedule(gathering));

  const schedule = (milliseconds: number) => {
    if (!isRunning || underWay) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), Math.max(milliseconds, rounds.pause()));
    timer.unref();
  };
  const run = async () => {
    underWay = true;
    try {
      await rounds.run();
    } finally {
      underWay = false;
      schedule(rounds.isWanted() ? gathering : pace);
    }
  };
  return {
    start: () => {
      isRunning = true;
      schedule(0);
    },
    look: () => {
      rounds.want();
      schedule(0);
    },
    stop: () => {
      isRunning = false;
      clearTimeout(timer);
      rounds.end();
    },
  };
}

/** One round after the other: is the folder there, has anything in it a new time, and if so, what is new. */
function createRounds(options: FolderWatchOptions, onReport: () => void) {
  const { dataFolder, annotations, fileSystem, onNotes, onFolder } = options;
  const texts = createTextWatch(options.library, options.onTexts);
  const { useReports = process.platform !== 'win32' } = options;
  let isWanted = true;
  let isMissing = false;
  /** Folder and documents of the last round. */
  let lookedAt = '';
  let times = new Map<string, string>();
  /** When something was last seen to have changed, and until when nothing is looked through; in ms of the process. */
  let changedAt: number | undefined;
  let restsUntil = 0;
  const reports = createReports((name) => {
    if (name !== undefined && isPassing(name)) return;
    isWanted = true;
    onReport();
  });

  const lookThrough = async (always: readonly string[], begun: number) => {
    const { folders, changed } = await annotations.look();
    const all = [...new Set([...always, ...folders])];
    const added = all.filter((path) => !times.has(path));
    const found = await timesOf(fileSystem, added);
    // What happened in a new folder before it was known is found by one more look.
    if (added.length > 0) changedAt = begun;
    times = new Map(all.map((path) => [path, times.get(path) ?? found.get(path) ?? '']));
    reports.follow(useReports ? all.slice(0, mostReports) : []);
    for (const document of changed) onNotes(document);
    restsUntil = performance.now() + (performance.now() - begun) * share;
  };

  return {
    isWanted: () => isWanted,
    want: () => {
      isWanted = true;
    },
    pause: () => restsUntil - performance.now(),
    end: () => reports.follow([]),
    run: async () => {
      const opened = await dataFolder.open();
      const wasMissing = isMissing;
      isMissing = !opened.ok && opened.error.code === 'folder-missing';
      if (isMissing !== wasMissing) onFolder();
      if (!opened.ok) return reports.follow([]);
      await texts.run();
      const scope = [opened.value.root, ...annotations.documents()].join('\n');
      if (wasMissing || scope !== lookedAt) isWanted = true;
      lookedAt = scope;
      const before = times;
      const now = performance.now();
      times = await timesOf(fileSystem, [...before.keys()]);
      const hasChanged = before.size === 0 || !isEqual(before, times);
      // Once more when it has settled, since a second change in the same moment leaves no other time.
      const hasSettled = changedAt !== undefined && now - changedAt > rest;
      if (hasChanged) changedAt = now;
      else if (hasSettled) changedAt = undefined;
      if (!hasChanged && !hasSettled && !isWanted) return;
      isWanted = false;
      const { root, notes, recycleBin } = opened.value;
      await lookThrough([root, notes, recycleBin], now);
    },
  };
}

async function timesOf(fileSystem: FileSystem, folders: readonly string[]): Promise<Map<string, string>> {
  const stamps = await Promise.all(
    folders.map(async (path) => {
      const status = await fileSystem.lstat(path).catch(() => undefined);
      return [path, status === undefined ? '' : stampOf(status)] as const;
    }),
  );
  return new Map(stamps);
}

function stampOf({ mtimeMs, ino }: FileStatus): string {
  return `${mtimeMs} ${ino}`;
}

function isEqual(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && [...left].every(([path, stamp]) => right.get(path) === stamp);
}

/** The system's reports about some folders; whatever goes wrong with them, the folders' times are looked at anyway. */
function createReports(onReport: (name: string | undefined) => void) {
  const watchers = new Map<string, FSWatcher>();
  const unfollow = (path: string) => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const follow = (path: string) => {
    try {
      const watcher = watch(path, { persistent: false }, (_event, name) => onReport(name ?? undefined));
      watcher.on('error', () => unfollow(path));
      watchers.set(path, watcher);
    } catch {
      // No such reports here, or no more of them.
    }
  };
  return {
    follow: (paths: readonly string[]) => {
      const wanted = new Set(paths);
      for (const path of [...watchers.keys()]) if (!wanted.has(path)) unfollow(path);
      for (const path of wanted) if (!watchers.has(path)) follow(path);
    },
  };
}
