import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { daysLeft } from '../../../src/main/storage/recycle-bin.ts';
import { draft, idNumber, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();

const removedIds = async () => successOf(await notes.annotations.listRemoved(draft.document)).map(({ id }) => id);

async function createThree(): Promise<void> {
  for (const body of ['一', '二', '三']) successOf(await notes.annotations.create({ ...draft, body }));
}

describe('the recycle bin', () => {
  it('lists what was deleted, also after a new start', async () => {
    await createThree();
    successOf(await notes.annotations.remove(idNumber(2)));
    expect(await removedIds()).toEqual([idNumber(2)]);
    notes.restart();
    expect(await removedIds()).toEqual([idNumber(2)]);
    successOf(await notes.annotations.restore(idNumber(2)));
    expect(await removedIds()).toEqual([]);
    expect((await notes.list()).annotations).toHaveLength(3);
  });

  it('deletes for good what is asked for and nothing else', async () => {
    await createThree();
    successOf(await notes.annotations.remove(idNumber(1)));
    successOf(await notes.annotations.remove(idNumber(2)));
    expect(successOf(await notes.annotations.purge([idNumber(1)]))).toEqual([idNumber(1)]);
    expect(await notes.files()).toEqual([pathOf(3), pathOf(2, '回收站')].sort());
    expect(await removedIds()).toEqual([idNumber(2)]);
    expect(await notes.annotations.restore(idNumber(1))).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('never deletes a note that is in use', async () => {
    await createThree();
    await notes.list();
    expect(await notes.annotations.purge([idNumber(1)])).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await notes.files()).toHaveLength(3);
  });

  it('does not let an old copy that a synchroniser delivers come back, neither before nor after', async () => {
    await createThree();
    const old = await notes.text(pathOf(1));
    successOf(await notes.annotations.remove(idNumber(1)));
    const deliver = async () => {
      await mkdir(dirname(join(notes.root, pathOf(1))), { recursive: true });
      await writeFile(join(notes.root, pathOf(1)), old);
    };
    await deliver();
    expect((await notes.list()).annotations.map(({ id }) => id)).toEqual([idNumber(2), idNumber(3)]);
    expect(await removedIds()).toEqual([idNumber(1)]);
    successOf(await notes.annotations.purge([idNumber(1)]));
    expect((await notes.list()).annotations.map(({ id }) => id)).toEqual([idNumber(2), idNumber(3)]);
    expect(await notes.files()).toEqual([pathOf(2), pathOf(3)]);
  });

  it('keeps a note that was changed elsewhere after its removal', async () => {
    await createThree();
    const old = await notes.text(pathOf(1));
    successOf(await notes.annotations.remove(idNumber(1)));
    expect(await removedIds()).toEqual([idNumber(1)]);
    await writeFile(join(notes.root, pathOf(1)), old.replace(/rev: 1/, 'rev: 9'));
    expect(await notes.annotations.purge([idNumber(1)])).toMatchObject({
      ok: false,
      error: { code: 'changed-elsewhere' },
    });
    expect((await notes.list()).annotations.map(({ id }) => id)).toContain(idNumber(1));
  });

  it.each([
    ['in its old place', '笔记'],
    ['in the bin', '回收站'],
  ])('keeps a note that another program writes %s while others are deleted', async (_case, place) => {
    await createThree();
    const old = await notes.text(pathOf(2));
    let onUnlink = async (_path: string) => {};
    const unlink = async (path: string) => {
      await onUnlink(path);
      await nodeFileSystem.unlink(path);
    };
    notes.restart({ ...nodeFileSystem, unlink });
    await notes.list();
    for (const number of [1, 2]) successOf(await notes.annotations.remove(idNumber(number)));
    await mkdir(dirname(join(notes.root, pathOf(2))), { recursive: true });
    await writeFile(join(notes.root, pathOf(2)), old);
    await removedIds();
    const later = old.replace(/rev: 1/, 'rev: 9');
    onUnlink = async (path) => {
      if (path === join(notes.root, pathOf(1, '回收站'))) await writeFile(join(notes.root, pathOf(2, place)), later);
    };
    expect(successOf(await notes.annotations.purge([idNumber(1), idNumber(2)]))).toEqual([idNumber(1)]);
    expect(await notes.text(pathOf(2, place))).toBe(later);
  });

  it('deletes every copy of a note that lies in the bin', async () => {
    await createThree();
    successOf(await notes.annotations.remove(idNumber(1)));
    const copy = pathOf(1, '回收站').replace('.md', '.sync-conflict-20261123-142213-6UHTXYA.md');
    await writeFile(join(notes.root, copy), await notes.text(pathOf(1, '回收站')));
    await removedIds();
    successOf(await notes.annotations.purge([idNumber(1)]));
    expect(await removedIds()).toEqual([]);
    expect(await notes.files()).toEqual([pathOf(2), pathOf(3)]);
  });
});

describe('days left', () => {
  it.each([
    ['just now', '2026-11-23T09:20:00+08:00', 30],
    ['an hour ago', '2026-11-23T08:20:00+08:00', 30],
    ['two days ago', '2026-11-21T08:20:00+08:00', 28],
    ['a month ago', '2026-10-20T08:20:00+08:00', 0],
    ['by a clock that was ahead', '2036-11-23T08:20:00+08:00', 30],
  ])('deleted %s', (_case, modified, left) => {
    expect(daysLeft({ modified }, new Date('2026-11-23T09:20:00+08:00'))).toBe(left);
  });
});
