import { describe, expect, it } from 'vitest';
import { errorCodes } from '#ipc/error-codes';
import { type CallName, errnos, savingCalls, withFaults } from './faulty-file-system.ts';
import { type DiskState, ModelledDisk } from './modelled-disk.ts';
import { draftOf } from './note-drafts.ts';
import { createStorage, draft, idNumber, successOf } from './storage-set.ts';

type Storage = ReturnType<typeof createStorage>;

const newDisk = (): DiskState => new Map([['application', new Map()]]);
const bodiesIn = async ({ drafts }: Storage) => successOf(await drafts.list(draft.document)).map(({ body }) => body);
/** What a program that starts now finds. */
const found = (disk: DiskState | ModelledDisk) =>
  bodiesIn(createStorage('/', disk instanceof ModelledDisk ? disk : new ModelledDisk(disk)));

/** One call fails once, at its `nth` time, while a draft is written, synced, discarded and written again. */
async function failOnce(call: CallName, errno: string, nth: number): Promise<number> {
  const disk = new ModelledDisk(newDisk());
  let count = 0;
  const storage = createStorage(
    '/',
    withFaults(disk, (called) => {
      if (called === call) count += 1;
      return called === call && count === nth ? errno : undefined;
    }),
  );
  let failures = 0;
  const write = async (body: string) => {
    const written = await storage.drafts.write(draftOf(body));
    expect(await bodiesIn(storage), 'the next page').toEqual([body]);
    if (written.ok) return expect(await found(disk), 'the next start').toEqual([body]);
    failures += 1;
    expect(errorCodes).toContain(written.error.code);
    expect(written.error.code).not.toBe('internal');
  };
  for (const body of ['一', '一二', '一二三']) await write(body);
  if (!(await storage.drafts.flush())) failures += 1;
  await write('一二三四');
  if (!(await storage.drafts.discard(idNumber(1))).ok) failures += 1;
  await write('五');
  await write('五六');
  expect(await found(disk)).toEqual(['五六']);
  expect((await storage.drafts.flush()) || (await storage.drafts.flush())).toBe(true);
  return failures;
}

describe.each(savingCalls)('one failing %s while a draft is kept', (call) => {
  it.each(errnos)('with %s, at any time: the words are there, and the next input is kept as ever', async (errno) => {
    let failures = 0;
    for (const nth of [1, 2, 3, 4, 5]) failures += await failOnce(call, errno, nth);
    if (call === 'write' || call === 'short write') expect(failures).toBeGreaterThanOrEqual(5);
  });
});

describe('after a power cut at any moment', () => {
  it('a draft is as it was synced, or as it was after that', async () => {
    const disk = new ModelledDisk(newDisk());
    const storage = createStorage('/', disk);
    let allowed: string[][] = [[]];
    const check = async () => {
      for (const state of disk.statesAfterCrash()) expect(allowed).toContainEqual(await found(state));
    };
    for (const body of ['一', '一二']) {
      successOf(await storage.drafts.write(draftOf(body)));
      allowed.push([body]);
      await check();
    }
    for (const body of ['一二三', '一二三四']) {
      expect(await storage.drafts.flush()).toBe(true);
      allowed = allowed.slice(-1);
      await check();
      successOf(await storage.drafts.write(draftOf(body)));
      allowed.push([body]);
      await check();
    }
    successOf(await storage.drafts.discard(idNumber(1)));
    allowed = [[]];
    await check();
  });

  it('control: without syncing the file, a synced draft is lost', async () => {
    const disk = new ModelledDisk(newDisk());
    const append = async (path: string) => ({ ...(await disk.append(path)), sync: async () => undefined });
    const fileSystem = withFaults(disk, () => undefined);
    const { drafts } = createStorage('/', { ...fileSystem, append });
    successOf(await drafts.write(draftOf('一')));
    expect(await drafts.flush()).toBe(true);
    const states = await Promise.all(disk.statesAfterCrash().map(found));
    expect(states).toContainEqual([]);
  });
});
