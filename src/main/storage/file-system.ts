import { constants, lstatSync, renameSync } from 'node:fs';
import { access, lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { ChangedMeanwhileError } from './storage-error.ts';

/** A file that is open for reading or writing. */
export interface OpenFile {
  writeFile(content: string | Uint8Array): Promise<void>;
  readFile(): Promise<Uint8Array>;
  stat(): Promise<FileStatus>;
  /** Returns when everything written so far is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

interface EntryKind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export interface FileStatus extends EntryKind {
  /** In bytes. */
  size: number;
  /** When the content was last changed, in ms since 1970. */
  mtimeMs: number;
  /** When anything about the file was last changed, its name included, in ms since 1970. */
  ctimeMs: number;
  /** Another file under the same name has another number. */
  ino: number;
}

export interface FolderEntry extends EntryKind {
  name: string;
}

/**
 * The calls by which this program touches files, as few as possible: storage takes them as an argument, so that tests can
 * run the real code over a disk that crashes, fills up or fails at any call.
 */
export interface FileSystem {
  /** Makes a file that did not exist and opens it for writing. */
  create(path: string): Promise<OpenFile>;
  /** Opens a file for writing behind its end; it is made where it is missing. */
  append(path: string): Promise<OpenFile>;
  /** Opens a file for reading; a symbolic link is refused and a pipe is not waited for. */
  open(path: string): Promise<OpenFile>;
  /** Opens a folder in order to `sync` it. */
  openFolder(path: string): Promise<OpenFile>;
  /** With `seen`, the status of the file that is replaced, rejects where another one has come there since. */
  rename(from: string, to: string, seen?: FileStatus): Promise<void>;
  unlink(path: string): Promise<void>;
  mkdir(path: string): Promise<void>;
  readdir(path: string): Promise<FolderEntry[]>;
  lstat(path: string): Promise<FileStatus>;
  /** Rejects when files in this folder cannot be written. */
  checkWritable(path: string): Promise<void>;
}

// Windows has neither flag.
const readingFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export const nodeFileSystem: FileSystem = {
  create: (path) => open(path, 'wx'),
  append: (path) => open(path, 'a'),
  open: (path) => open(path, readingFlags),
  openFolder: (path) => open(path, 'r'),
  rename: async (from, to, seen) => {
    if (seen === undefined) return rename(from, to);
    // Not one after the other by way of other threads: a synchronising program that delivers the file in between would lose it.
    const present = lstatSync(to, { throwIfNoEntry: false });
    if (present === undefined || !isSameFile(seen, present)) throw new ChangedMeanwhileError(to);
    renameSync(from, to);
  },
  unlink,
  mkdir: async (path) => void (await mkdir(path)),
  readdir: (path) => readdir(path, { withFileTypes: true }),
  lstat: (path) => lstat(path),
  checkWritable: (path) => access(path, constants.W_OK),
};

function isSameFile(left: FileStatus, right: FileStatus): boolean {
  return left.ino === right.ino && left.size === right.size && left.mtimeMs === right.mtimeMs;
}
