import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { draftOf } from './note-drafts.ts';
import { bodies, createStorage, draft, idNumber, successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const day = 86_400_000;
const today = Date.UTC(2026, 10, 23, 1, 20);

/** The program goes on, or starts again, with a clock that is so many days off. */
function setClock(days: number): void {
  notes.storage = createStorage(notes.base, nodeFileSystem, 'PC-A', today + days * day);
}

const clocks: [name: string, days: number][] = [
  ['400 days slow', -400],
  ['an hour slow', -1 / 24],
  ['ten years fast', 3650],
];

describe.each(clocks)('with a clock that is suddenly %s', (_name, days) => {
  it('the number of the revision decides, so that the latest change is the one that counts', async () => {
    const { id } = successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    setClock(days);
    await notes.list();
    successOf(await notes.annotations.change(id, { body: 'b' }));
    setClock(0);
    const [note] = (await notes.list()).annotations;
    expect(note).toMatchObject({ body: 'b', rev: 2 });
    successOf(await notes.annotations.change(id, { body: 'c' }));
    setClock(days);
    expect(bodies(await notes.list())).toEqual(['c']);
  });

  it('a removed note stays removed, and a restored one comes back', async () => {
    const { id } = successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    const path = (await notes.files())[0] ?? '';
    const old = await notes.text(path);
    setClock(days);
    await notes.list();
    successOf(await notes.annotations.remove(id));
    // A synchronising program brings the removed file back.
    await writeFile(join(notes.root, path), old);
    setClock(0);
    expect(bodies(await notes.list())).toEqual([]);
    setClock(days);
    await notes.list();
    successOf(await notes.annotations.restore(id));
    setClock(0);
    expect(bodies(await notes.list())).toEqual(['a']);
  });

  it('what is typed is kept, and settings are as they were changed last', async () => {
    successOf(await notes.storage.drafts.write(draftOf('一')));
    await notes.storage.drafts.flush();
    successOf(await notes.storage.settings.change({ fontSize: 20 }));
    setClock(days);
    successOf(await notes.storage.drafts.write(draftOf('一二')));
    await notes.storage.drafts.flush();
    successOf(await notes.storage.settings.change({ fontSize: 22 }));
    setClock(0);
    const drafts = successOf(await notes.storage.drafts.list(draft.document));
    expect(drafts.map(({ body }) => body)).toEqual(['一二']);
    expect(successOf(await notes.storage.settings.read()).settings.fontSize).toBe(22);
    successOf(await notes.storage.drafts.discard(idNumber(1)));
  });

  it('nothing is written, moved or removed by reading', async () => {
    for (const body of ['a', 'b', 'c']) successOf(await notes.annotations.create({ ...draft, body }));
    const before = await Promise.all((await notes.files()).map((path) => notes.text(path)));
    setClock(days);
    expect(bodies(await notes.list())).toEqual(['a', 'b', 'c']);
    expect(await Promise.all((await notes.files()).map((path) => notes.text(path)))).toEqual(before);
  });
});

it('control: by time alone, the older words of a fast clock would win', async () => {
  const { id } = successOf(await notes.annotations.create({ ...draft, body: 'a' }));
  setClock(3650);
  await notes.list();
  const older = successOf(await notes.annotations.change(id, { body: 'older' }));
  setClock(0);
  await notes.list();
  const newer = successOf(await notes.annotations.change(id, { body: 'newer' }));
  const latestByTime = older.modified > newer.modified ? older : newer;
  expect(latestByTime.body).toBe('older');
  expect(bodies(await notes.list())).toEqual(['newer']);
});
