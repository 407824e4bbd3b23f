import type { FileSystem, OpenFile } from '../../../src/main/storage/file-system.ts';
import { systemError } from './modelled-disk.ts';

/** The calls by which something is saved; `short write` takes half of the bytes and reports success. */
export const savingCalls = ['open', 'write', 'short write', 'fsync', 'close', 'rename', 'unlink', 'mkdir'] as const;
export const readingCalls = ['read', 'readdir', 'lstat'] as const;
export type CallName = (typeof savingCalls)[number] | (typeof readingCalls)[number];

export const errnos = [
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EACCES',
  'EPERM',
  'EBUSY',
  'EROFS',
  'EMFILE',
  'ENAMETOOLONG',
] as const;

/** A file system that fails where `faultAt`, asked at each call, names an errno. */
export function withFaults(fileSystem: FileSystem, faultAt: (call: CallName) => string | undefined): FileSystem {
  const check = (call: CallName) => {
    const errno = faultAt(call);
    if (errno !== undefined) throw systemError(errno, call);
  };
  const guard = (file: OpenFile): OpenFile => ({
    writeFile: async (content) => {
      check('write');
      const bytes = Buffer.from(content);
      const isShort = faultAt('short write') !== undefined;
      await file.writeFile(isShort ? bytes.subarray(0, bytes.length / 2) : bytes);
    },
    readFile: async () => {
      check('read');
      return file.readFile();
    },
    stat: () => file.stat(),
    sync: async () => {
      check('fsync');
      await file.sync();
    },
    close: async () => {
      await file.close();
      check('close');
    },
  });
  const opened = async (open: () => Promise<OpenFile>) => {
    check('open');
    return guard(await open());
  };
  const before = async <Value>(call: CallName, work: () => Promise<Value>) => {
    check(call);
    return work();
  };
  return {
    create: (path) => opened(() => fileSystem.create(path)),
    append: (path) => opened(() => fileSystem.append(path)),
    open: (path) => opened(() => fileSystem.open(path)),
    openFolder: (path) => opened(() => fileSystem.openFolder(path)),
    rename: (from, to) => before('rename', () => fileSystem.rename(from, to)),
    unlink: (path) => before('unlink', () => fileSystem.unlink(path)),
    mkdir: (path) => before('mkdir', () => fileSystem.mkdir(path)),
    readdir: (path) => before('readdir', () => fileSystem.readdir(path)),
    lstat: (path) => before('lstat', () => fileSystem.lstat(path)),
    checkWritable: (path) => fileSystem.checkWritable(path),
  };
}
