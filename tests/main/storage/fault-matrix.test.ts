import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import type { Result } from '#core/text/result';
import { errorCodes, type OperationError } from '#ipc/error-codes';
import { type CallName, errnos, readingCalls, savingCalls, withFaults } from './faulty-file-system.ts';
import { ModelledDisk } from './modelled-disk.ts';
import { createStorage, draft, idNumber, successOf } from './storage-set.ts';

type Storage = ReturnType<typeof createStorage>;
const [first, second] = [idNumber(1), idNumber(2)];

const operations: [name: string, run: (storage: Storage) => Promise<Result<unknown, OperationError>>][] = [
  ['edit', ({ annotations }) => annotations.change(first, { body: 'a2' })],
  ['create', ({ annotations }) => annotations.create({ ...draft, document: 'another', body: 'c' })],
  ['remove', ({ annotations }) => annotations.remove(second)],
  ['restore', ({ annotations }) => annotations.restore(second)],
  ['edit again', ({ annotations }) => annotations.change(first, { body: 'a3' })],
  ['change a setting', ({ settings }) => settings.change({ fontSize: 20 })],
  ['write the view state', ({ viewState }) => viewState.write({ ...viewStateForTest, notesWidth: 400 })],
];
const viewStateForTest = {
  schema: 'view/1' as const,
  outlineWidth: 280,
  notesWidth: 340,
  outlineVisible: true,
  notesVisible: true,
  folded: [],
  hintSeen: true,
};

const newDisk = () =>
  new Map([
    ['application', new Map()],
    ['documents', new Map()],
  ]);

/** What a program that starts now finds: every note by id. */
async function onDisk(disk: ModelledDisk): Promise<Map<string, Annotation>> {
  const fresh = createStorage('/', disk);
  const notes = new Map<string, Annotation>();
  for (const document of [draft.document, 'another']) {
    const { annotations, unreadable } = successOf(await fresh.annotations.read(document));
    expect(unreadable).toEqual([]);
    for (const note of annotations) notes.set(note.id, note);
  }
  expect(successOf(await fresh.settings.read()).reset).toBe(false);
  return notes;
}

/** Two notes are stored and everything is known; then calls of one kind begin to fail. */
async function prepare(faultAt: (call: CallName) => string | undefined) {
  const disk = new ModelledDisk(newDisk());
  let armed = false;
  const storage = createStorage(
    '/',
    withFaults(disk, (call) => (armed ? faultAt(call) : undefined)),
  );
  successOf(await storage.annotations.create({ ...draft, body: 'a' }));
  successOf(await storage.annotations.create({ ...draft, body: 'b' }));
  successOf(await storage.settings.change({ fontSize: 19 }));
  armed = true;
  return { disk, storage };
}

const temporaryFiles = (disk: ModelledDisk) => [...disk.files().keys()].filter((path) => path.endsWith('.tmp'));
const bodyOf = (notes: Map<string, Annotation>, id: string) => notes.get(id)?.body;

/** One call fails once, at its `nth` time. Every operation is tried again until it succeeds. */
async function failOnce(call: CallName, errno: string, nth: number) {
  let count = 0;
  let failures = 0;
  const { disk, storage } = await prepare((called) => {
    if (called !== call) return undefined;
    count += 1;
    return count === nth ? errno : undefined;
  });
  let before = new Map<string, Annotation>();
  for (const [name, run] of operations) {
    // What was there matters only as long as the fault is still to come.
    if (count < nth) before = await onDisk(disk);
    let result = await run(storage);
    if (!result.ok) {
      failures += 1;
      expect(errorCodes).toContain(result.error.code);
      expect(result.error.code, `${name}: ${result.error.detail}`).not.toBe('internal');
      expect(temporaryFiles(disk)).toEqual([]);
      const now = await onDisk(disk);
      if (name.startsWith('edit'))
        expect([bodyOf(before, first), name === 'edit' ? 'a2' : 'a3']).toContain(bodyOf(now, first));
      else expect([...now.keys()].sort(), name).toEqual([...before.keys()].sort());
      expect(bodyOf(now, second)).toBe(bodyOf(before, second));
      result = await run(storage);
    }
    successOf(result);
  }
  expect(temporaryFiles(disk)).toEqual([]);
  const after = [...(await onDisk(disk)).values()].map((note) => note.body).sort();
  expect(after).toEqual(['a3', 'b', 'c']);
  return failures;
}

describe.each([...savingCalls, ...readingCalls])('one failing %s', (call) => {
  it.each(errnos)(
    'with %s, at any time: the old notes stay, no temporary file is left, trying again succeeds',
    async (errno) => {
      let failures = 0;
      for (const nth of [1, 2, 3, 4, 5]) failures += await failOnce(call, errno, nth);
      const isRetried = ['EACCES', 'EPERM', 'EBUSY'].includes(errno) && (call === 'rename' || call === 'unlink');
      // Waiting gets over a short refusal; everything else must have been noticed at least once.
      if (isRetried) expect(failures).toBe(0);
      else if (call !== 'lstat' && call !== 'unlink') expect(failures).toBeGreaterThan(0);
    },
  );
});

describe.each([...savingCalls, ...readingCalls])('one failing %s at the very first start', (call) => {
  it('costs nothing but another try', async () => {
    for (let nth = 1; nth <= 12; nth += 1) {
      let count = 0;
      const disk = new ModelledDisk(newDisk());
      const storage = createStorage(
        '/',
        withFaults(disk, (called) => {
          if (called === call) count += 1;
          return called === call && count === nth ? 'EIO' : undefined;
        }),
      );
      const results = [await storage.annotations.create(draft)];
      if (results[0]?.ok === false) results.push(await storage.annotations.create(draft));
      expect(results.at(-1)).toMatchObject({ ok: true });
      expect((await onDisk(disk)).size).toBe(1);
      expect(temporaryFiles(disk)).toEqual([]);
    }
  });
});

describe('a fault that stays', () => {
  it.each([
    ['open', 'ENOSPC', 'disk-full'],
    ['write', 'ENOSPC', 'disk-full'],
    ['write', 'EDQUOT', 'disk-full'],
    ['fsync', 'EIO', 'file-system'],
    ['short write', 'EIO', 'file-system'],
    ['close', 'EIO', 'file-system'],
    ['rename', 'EBUSY', 'file-busy'],
    ['rename', 'EPERM', 'file-busy'],
    ['rename', 'EACCES', 'file-busy'],
    ['rename', 'EROFS', 'folder-read-only'],
  ] as const)('%s: %s is reported as %s, and the note stays as it was', async (call, errno, code) => {
    let isBroken = true;
    // The note is read first, which opens and closes a file as well.
    let calls = 0;
    const { disk, storage } = await prepare((called) => {
      if (called !== call || !isBroken) return undefined;
      calls += 1;
      return (call === 'open' || call === 'close') && calls === 1 ? undefined : errno;
    });
    const result = await storage.annotations.change(first, { body: 'a2' });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(bodyOf(await onDisk(disk), first)).toBe('a');
    expect(temporaryFiles(disk)).toEqual([]);
    isBroken = false;
    successOf(await storage.annotations.change(first, { body: 'a2, typed on' }));
    expect(bodyOf(await onDisk(disk), first)).toBe('a2, typed on');
  });

  it('waits longer and longer for a file that another program holds, and no longer than 5 s', async () => {
    const { storage } = await prepare((call) => (call === 'rename' ? 'EBUSY' : undefined));
    await storage.annotations.change(first, { body: 'a2' });
    expect(storage.delays.slice(0, 4)).toEqual([10, 20, 40, 80]);
    expect(storage.delays.reduce((sum, delay) => sum + delay, 0)).toBeLessThanOrEqual(5000);
  });

  it.each(['EPERM', 'EINVAL', 'ENOTSUP', 'EISDIR'])(
    'a folder that cannot be synced (%s) is no fault',
    async (errno) => {
      let syncs = 0;
      const { storage } = await prepare((call) => {
        if (call !== 'fsync') return undefined;
        syncs += 1;
        return syncs % 2 === 0 ? errno : undefined;
      });
      successOf(await storage.annotations.change(first, { body: 'a2' }));
      expect(syncs).toBe(2);
    },
  );

  it('what failed after the file was replaced is not taken for the work of another program', async () => {
    let syncs = 0;
    const { storage } = await prepare((call) => {
      if (call !== 'fsync') return undefined;
      syncs += 1;
      return syncs === 2 ? 'EIO' : undefined;
    });
    expect(await storage.annotations.change(first, { body: 'a2' })).toMatchObject({ ok: false });
    expect(successOf(await storage.annotations.change(first, { body: 'a2, typed on' })).body).toBe('a2, typed on');
  });
});

describe('control', () => {
  it('a save in place that fails half-way does lose the note, and this test sees it', async () => {
    const { disk, storage } = await prepare(() => undefined);
    storage.writer.write = async (path, content) => {
      await disk.overwrite(path, String(content).slice(0, 100));
      return { ok: false, error: { code: 'disk-full' } };
    };
    expect(await storage.annotations.change(first, { body: 'a2' })).toMatchObject({ ok: false });
    await expect(onDisk(disk)).rejects.toThrow();
  });
});
