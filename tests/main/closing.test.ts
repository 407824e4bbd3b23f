import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import { type Closing, flushBeforeClose } from '../../src/main/closing.ts';
import { createSavingTracker } from '../../src/main/ipc/saving.ts';
import { createAtomicWriter } from '../../src/main/storage/atomic-file.ts';
import { type FileSystem, nodeFileSystem } from '../../src/main/storage/file-system.ts';
import { draft } from './storage/storage-set.ts';
import { pathOf, StoredNotes } from './storage/stored-notes.ts';

/** A promise that a test settles. */
function pending<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A window with its page; only Electron's own part is stood in for. */
function openWindow(answers: Partial<Closing> = {}) {
  const events = new EventEmitter();
  const webContents = new EventEmitter();
  const log: string[] = [];
  const window = {
    on: events.on.bind(events),
    destroy: () => log.push('closed'),
    isDestroyed: () => false,
    webContents,
  } as unknown as Parameters<typeof flushBeforeClose>[0];
  const withdrawn: AbortSignal[] = [];
  const flushed = flushBeforeClose(window, {
    requestFlush: () => log.push('flush'),
    settle: async () => 0,
    confirmLoss: async (unsaved) => {
      log.push(`lose ${unsaved}?`);
      return false;
    },
    confirmLeaving: (signal) => {
      log.push('leave?');
      withdrawn.push(signal);
      return new Promise(() => undefined);
    },
    ...answers,
  });
  webContents.emit('did-finish-load');
  const close = () => events.emit('close', { preventDefault: () => undefined });
  return { close, flushed, webContents, log, withdrawn };
}

/** Lets everything go on that does not wait for time to pass. */
const passing = () => vi.advanceTimersByTimeAsync(0);

describe('closing a window', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for the page and for what is being written', async () => {
    const written = pending<number>();
    const { close, flushed, log } = openWindow({ settle: () => written.promise });
    close();
    close();
    await flushed(0);
    await vi.advanceTimersByTimeAsync(4900);
    expect(log).toEqual(['flush']);
    written.resolve(0);
    await passing();
    expect(log).toEqual(['flush', 'closed']);
  });

  it.each([
    ['the page', 2, 0],
    ['the main process', 0, 2],
    ['both', 1, 1],
  ])('asks when %s could not save', async (_name, unsaved, lost) => {
    const { close, flushed, log } = openWindow({ settle: async () => lost });
    close();
    await flushed(unsaved);
    await passing();
    expect(log).toEqual(['flush', 'lose 2?']);
  });

  it('can be tried again after the reader stayed', async () => {
    const { close, flushed, log } = openWindow();
    close();
    await flushed(1);
    await passing();
    close();
    await flushed(0);
    await passing();
    expect(log).toEqual(['flush', 'lose 1?', 'flush', 'closed']);
  });

  it('never ends unasked, however long saving takes', async () => {
    const { close, log, withdrawn } = openWindow();
    close();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(log).toEqual(['flush', 'leave?']);
    expect(withdrawn[0]?.aborted).toBe(false);
  });

  it('withdraws the question and closes as soon as all is saved', async () => {
    const { close, flushed, log, withdrawn } = openWindow();
    close();
    await vi.advanceTimersByTimeAsync(7000);
    await flushed(0);
    await passing();
    expect(log).toEqual(['flush', 'leave?', 'closed']);
    expect(withdrawn[0]?.aborted).toBe(true);
  });

  it('asks again after the reader chose to wait, and leaves when they have enough', async () => {
    const replies = [false, true];
    const asked: number[] = [];
    const { close, log } = openWindow({
      confirmLeaving: async () => {
        asked.push(Date.now());
        return replies.shift() ?? false;
      },
    });
    close();
    await vi.advanceTimersByTimeAsync(9900);
    expect(log).toEqual(['flush']);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(2);
    expect(log).toEqual(['flush', 'closed']);
  });

  it('does not wait for a page that is gone', async () => {
    const { close, webContents, log } = openWindow();
    close();
    webContents.emit('render-process-gone');
    await passing();
    expect(log).toEqual(['flush', 'closed']);
    const gone = openWindow();
    gone.webContents.emit('render-process-gone');
    gone.close();
    await passing();
    expect(gone.log).toEqual(['closed']);
  });
});

describe('what is being saved', () => {
  const notes = StoredNotes.perTest();

  function watched(name: 'annotations.create' | 'settings.change', handle: (input: never) => Promise<unknown>) {
    const tracker = createSavingTracker();
    return { tracker, handlers: tracker.watch({ [name]: handle } as unknown as Handlers) };
  }

  it('is on the disk when the window closes: a note whose file is slow to be written', async () => {
    const reached = pending<void>();
    const synced = pending<void>();
    const slow: FileSystem = {
      ...nodeFileSystem,
      create: async (path) => {
        const file = await nodeFileSystem.create(path);
        if (!path.startsWith(notes.root)) return file;
        return {
          writeFile: (content) => file.writeFile(content),
          readFile: () => file.readFile(),
          stat: () => file.stat(),
          close: () => file.close(),
          sync: async () => {
            reached.resolve();
            await synced.promise;
            await file.sync();
          },
        };
      },
    };
    notes.restart(slow);
    const { tracker, handlers } = watched('annotations.create', notes.annotations.create);
    void handlers['annotations.create'](draft);
    await reached.promise;
    let lost: number | undefined;
    const settled = tracker.settle().then((count) => {
      lost = count;
    });
    expect(await notes.files()).not.toContain(pathOf(1));
    expect(lost).toBeUndefined();
    synced.resolve();
    await settled;
    expect(lost).toBe(0);
    expect(await notes.files()).toEqual([pathOf(1)]);
  });

  it('includes what begins while it waits', async () => {
    const first = pending<unknown>();
    const second = pending<unknown>();
    const answers = [first.promise, second.promise];
    const { tracker, handlers } = watched('annotations.create', async () => answers.shift());
    void handlers['annotations.create'](draft);
    let lost: number | undefined;
    const settled = tracker.settle().then((count) => {
      lost = count;
    });
    const next = handlers['annotations.create'](draft);
    first.resolve(success(null));
    await first.promise;
    expect(lost).toBeUndefined();
    second.resolve({ ok: false, error: { code: 'disk-full' } });
    await Promise.all([next, settled]);
    expect(lost).toBe(1);
  });

  it.each([
    ['a note that failed', 'annotations.create', 1],
    ['a setting that failed, which is no loss', 'settings.change', 0],
  ] as const)('counts what is lost: %s', async (_name, name, expected) => {
    const { tracker, handlers } = watched(name, () => Promise.reject(new Error('EIO')));
    const answer = (handlers[name] as (input: unknown) => Promise<unknown>)({}).catch((error: Error) => error.message);
    expect(await tracker.settle()).toBe(expected);
    expect(await answer).toBe('EIO');
  });

  it('is a file of the writer, whoever asked for it', async () => {
    const renamed = pending<void>();
    const writer = createAtomicWriter({
      fileSystem: {
        ...nodeFileSystem,
        rename: async (from, to) => {
          await renamed.promise;
          await nodeFileSystem.rename(from, to);
        },
      },
    });
    const path = join(notes.base, 'a.pdf');
    void writer.write(path, 'a');
    let isIdle = false;
    const idle = writer.idle().then(() => {
      isIdle = true;
    });
    await expect(nodeFileSystem.lstat(path)).rejects.toThrow('ENOENT');
    expect(isIdle).toBe(false);
    renamed.resolve();
    await idle;
    expect(await nodeFileSystem.lstat(path)).toBeDefined();
  });
});
