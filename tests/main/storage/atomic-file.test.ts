import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { type FileSystem, nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createKeyedQueue } from '../../../src/main/storage/keyed-queue.ts';

let folder: string;
const path = () => join(folder, 'note.md');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-reader-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A file system that tells which calls are made, with names instead of paths. */
function recording(calls: string[]): FileSystem {
  const name = (full: string) => full.slice(folder.length + 1).replace(/^\.~.*\.tmp$/, 'temporary') || 'folder';
  const opened = async (kind: string, full: string, open: (path: string) => ReturnType<FileSystem['open']>) => {
    calls.push(`${kind} ${name(full)}`);
    const file = await open(full);
    const step = <Arguments extends unknown[], Value>(call: string, work: (...all: Arguments) => Promise<Value>) => {
      return (...all: Arguments) => {
        calls.push(`${call} ${name(full)}`);
        return work(...all);
      };
    };
    return {
      writeFile: step('write', (content: string | Uint8Array) => file.writeFile(content)),
      readFile: () => file.readFile(),
      stat: step('stat', () => file.stat()),
      sync: step('sync', () => file.sync()),
      close: step('close', () => file.close()),
    };
  };
  return {
    ...nodeFileSystem,
    create: (full) => opened('create', full, nodeFileSystem.create),
    openFolder: (full) => opened('open', full, nodeFileSystem.openFolder),
    rename: (from, to) => {
      calls.push(`rename ${name(from)} ${name(to)}`);
      return nodeFileSystem.rename(from, to);
    },
  };
}

describe('an atomic write', () => {
  it('takes every step before it is acknowledged', async () => {
    const calls: string[] = [];
    await createAtomicWriter({ fileSystem: recording(calls) }).write(path(), '招生');
    expect(calls).toEqual([
      'create temporary',
      'write temporary',
      'stat temporary',
      'sync temporary',
      'close temporary',
      'rename temporary note.md',
      'open folder',
      'sync folder',
      'close folder',
    ]);
    expect(await readFile(path(), 'utf8')).toBe('招生');
  });

  it('replaces a file and leaves nothing else', async () => {
    const writer = createAtomicWriter();
    expect(await writer.write(path(), 'old')).toEqual({ ok: true, value: null });
    expect(await writer.write(path(), Buffer.from([1, 2, 3]))).toEqual({ ok: true, value: null });
    expect(await readFile(path())).toEqual(Buffer.from([1, 2, 3]));
    expect(await readdir(folder)).toEqual(['note.md']);
  });

  it('does not replace what another program delivers after the last look at the file', async () => {
    await writeFile(path(), 'read');
    const deliver = async () => {
      await writeFile(join(folder, 'delivery'), 'delivered');
      await rename(join(folder, 'delivery'), path());
      return true;
    };
    const written = await createAtomicWriter().write(path(), 'mine', deliver);
    expect(written).toMatchObject({ ok: false, error: { code: 'changed-elsewhere' } });
    expect(await readFile(path(), 'utf8')).toBe('delivered');
    expect(await readdir(folder)).toEqual(['note.md']);
  });

  it('replaces a link instead of following it', async () => {
    const target = join(folder, 'target');
    await writeFile(target, 'untouched');
    await symlink(target, path());
    await createAtomicWriter().write(path(), 'new');
    expect(await readFile(target, 'utf8')).toBe('untouched');
    expect(await readFile(path(), 'utf8')).toBe('new');
  });

  it('does not make the name longer than a file system takes', async () => {
    const long = join(folder, `${'规'.repeat(84)}.md`);
    expect(await createAtomicWriter().write(long, 'x')).toEqual({ ok: true, value: null });
    expect(await createAtomicWriter().write(join(folder, '规'.repeat(90)), 'x')).toEqual({
      ok: false,
      error: { code: 'name-too-long', detail: 'ENAMETOOLONG' },
    });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('fails where a folder has the name, and leaves it there', async () => {
    await mkdir(path());
    await writeFile(join(path(), 'x'), 'x');
    expect(await createAtomicWriter().write(path(), 'y')).toMatchObject({ ok: false });
    expect(await readdir(path())).toEqual(['x']);
    expect(await readdir(folder)).toEqual(['note.md']);
  });

  it('fails where there is no folder, and makes none', async () => {
    const lost = join(folder, 'gone', 'note.md');
    expect(await createAtomicWriter().write(lost, 'x')).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('writes of one file', () => {
  it('happen in the order in which they were asked for', async () => {
    const calls: string[] = [];
    const writer = createAtomicWriter({ fileSystem: recording(calls) });
    const results = await Promise.all(['1', '22', '333'].map((content) => writer.write(path(), content)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await readFile(path(), 'utf8')).toBe('333');
    expect(calls.filter((call) => call.startsWith('create') || call.startsWith('rename'))).toEqual([
      'create temporary',
      'rename temporary note.md',
      'create temporary',
      'rename temporary note.md',
      'create temporary',
      'rename temporary note.md',
    ]);
  });

  it('go on after one that failed', async () => {
    let writes = 0;
    const writer = createAtomicWriter({
      fileSystem: {
        ...nodeFileSystem,
        create: async (full) => {
          writes += 1;
          if (writes === 2) throw Object.assign(new Error(), { code: 'ENOSPC', syscall: 'open' });
          return nodeFileSystem.create(full);
        },
      },
    });
    const results = await Promise.all(['1', '2', '3'].map((content) => writer.write(path(), content)));
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual(['ok', 'disk-full', 'ok']);
    expect(await readFile(path(), 'utf8')).toBe('3');
  });
});

describe('the queue', () => {
  it('keeps order per key and lets keys run side by side', async () => {
    const queue = createKeyedQueue();
    const events: string[] = [];
    let release = () => {};
    const first = queue.run('a', () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }).then(() => void events.push('a1')),
    );
    const second = queue.run('a', async () => void events.push('a2'));
    await queue.run('b', async () => void events.push('b1'));
    expect(events).toEqual(['b1']);
    release();
    await Promise.all([first, second]);
    expect(events).toEqual(['b1', 'a1', 'a2']);
  });

  it('hands on what a task throws, to that task alone', async () => {
    const queue = createKeyedQueue();
    const failing = queue.run('a', async () => {
      throw new Error('no');
    });
    const following = queue.run('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await following).toBe('yes');
  });
});

describe('left-over temporary files', () => {
  it('are removed, but not one that is being written', async () => {
    await writeFile(join(folder, '.~note.md.01234567.tmp'), 'left over');
    let during: string[] = [];
    const writer = createAtomicWriter({
      fileSystem: {
        ...nodeFileSystem,
        rename: async (from, to) => {
          await writer.removeLeftovers(folder);
          during = await readdir(folder);
          await nodeFileSystem.rename(from, to);
        },
      },
    });
    expect(await writer.write(path(), 'x')).toMatchObject({ ok: true });
    expect(during).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['note.md']);
  });
});
