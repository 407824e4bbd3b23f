import { mkdir, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createFolderWatch, type FolderWatch } from '../../../src/main/storage/folder-watch.ts';
import { bodies, createStorage, draft, idNumber, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
/** What the reader may have to wait at most, ms; this machine may be busy with other tests. */
const soon = { timeout: 8000, interval: 20 };

let watch: FolderWatch;
let changed: string[];
let folderEvents: number;

function begin(useReports = true): void {
  changed = [];
  folderEvents = 0;
  watch = createFolderWatch({
    dataFolder: notes.storage.dataFolder,
    annotations: notes.annotations,
    library: notes.storage.library,
    fileSystem: nodeFileSystem,
    onNotes: (document) => changed.push(document),
    onTexts: () => undefined,
    onFolder: () => {
      folderEvents += 1;
    },
    useReports,
  });
  watch.start();
}

/** Resolves when everything that was done until now has been looked at. */
async function atRest(): Promise<void> {
  const spy = vi.spyOn(notes.annotations, 'look');
  const before = spy.mock.calls.length;
  watch.look();
  await vi.waitFor(() => expect(spy.mock.settledResults.length).toBeGreaterThan(before), soon);
  spy.mockRestore();
}

const path = (number: number) => join(notes.root, pathOf(number));
const news = (count = 1) => vi.waitFor(() => expect(changed.length).toBeGreaterThanOrEqual(count), soon);

beforeEach(async () => {
  for (const body of ['a', 'b']) await notes.annotations.create({ ...draft, body });
  await notes.list();
});
afterEach(() => watch.stop());

describe.each([
  ['with the reports of the system', true],
  ['by the times of folders alone', false],
])('what another program does is seen %s', (_how, useReports) => {
  it.each<[string, () => Promise<void>, string[]]>([
    ['replaces a note', () => replace(1, 'changed'), ['changed', 'b']],
    ['adds a note', () => add(7, 'added'), ['a', 'b', 'added']],
    ['removes a note', () => unlink(path(2)), ['a']],
    ['brings a folder for another month', () => add(8, 'december', '2026-12'), ['a', 'b', 'december']],
    ['brings a copy of a note', () => add(1, 'copy', '2026-11', `${idNumber(1)} (1).md`), ['both', 'b']],
  ])('%s', async (_name, act, expected) => {
    begin(useReports);
    await atRest();
    await act();
    await news();
    const found = bodies(await notes.list()).map((body) => (/a.*copy|copy.*a/s.test(body) ? 'both' : body));
    expect(found).toEqual(expected);
  });
});

async function replace(number: number, body: string): Promise<void> {
  const text = (await notes.text(pathOf(number))).replace(/\n\n.*\n$/s, `\n\n${body}\n`);
  const temporary = join(dirname(path(number)), '.syncthing.x.tmp');
  await writeFile(temporary, text);
  await rename(temporary, path(number));
}

async function add(number: number, body: string, month = '2026-11', name = `${idNumber(number)}.md`): Promise<void> {
  const text = (await notes.text(pathOf(1)))
    .replace(idNumber(1), idNumber(number))
    .replace(/\n\n.*\n$/s, `\n\n${body}\n`);
  const folder = join(dirname(path(1)), '..', month);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
}

it('a file that is written in place, without a change of its folder', async () => {
  begin();
  await atRest();
  await notes.edit(pathOf(1), (text) => text.replace('\na\n', '\nA\n'));
  await news();
});

it('what this program writes itself is no news, temporary files and other files are none either', async () => {
  begin();
  await atRest();
  await notes.annotations.create({ ...draft, body: 'c' });
  await notes.annotations.change(idNumber(1), { body: 'a2' });
  await atRest();
  await notes.annotations.remove(idNumber(2));
  await notes.annotations.restore(idNumber(2));
  await writeFile(join(dirname(path(1)), '.syncthing.x.md.tmp'), 'x');
  await writeFile(join(dirname(path(1)), 'readme.txt'), 'x');
  await atRest();
  await atRest();
  expect(changed).toEqual([]);
});

it('a file of another time but the same content is no news', async () => {
  begin();
  await atRest();
  await utimes(path(1), 1_000_000_000, 1_000_000_000);
  await atRest();
  expect(changed).toEqual([]);
});

it('a folder that is pulled out and comes back is said both times, and watched again', async () => {
  begin();
  await atRest();
  await rename(notes.root, `${notes.root} away`);
  await vi.waitFor(() => expect(folderEvents).toBe(1), soon);
  expect(await notes.annotations.list(draft.document)).toMatchObject({ error: { code: 'folder-missing' } });
  await rename(`${notes.root} away`, notes.root);
  await vi.waitFor(() => expect(folderEvents).toBe(2), soon);
  await atRest();
  expect(changed).toEqual([]);
  await add(9, 'after');
  await news();
});

it('the folder of the document may come after the page has asked for it', async () => {
  const empty = join(notes.base, 'empty');
  await mkdir(join(empty, '笔记'), { recursive: true });
  const text = (await notes.text(pathOf(1))).replace('\na\n', '\nnew\n');
  successOf(await notes.storage.dataFolder.choose(empty));
  expect(bodies(await notes.list())).toEqual([]);
  begin();
  await atRest();
  await mkdir(dirname(join(empty, pathOf(1))), { recursive: true });
  await writeFile(join(empty, pathOf(1)), text);
  await news();
  expect(bodies(await notes.list())).toEqual(['new']);
});

describe('when many notes are gone at once', () => {
  beforeEach(async () => {
    for (let number = 3; number <= 20; number += 1) await notes.annotations.create({ ...draft, body: `n${number}` });
    expect((await notes.list()).missing).toBe(0);
  });
  const gone = async (from: number, to: number) => {
    for (let number = from; number <= to; number += 1) await rm(path(number));
  };

  it('it is said how many, as news, until they are back', async () => {
    begin();
    await atRest();
    await gone(1, 6);
    await news();
    expect(await notes.list()).toMatchObject({ missing: 6, annotations: { length: 14 } });
    for (let number = 1; number <= 6; number += 1) {
      await writeFile(path(number), (await notes.text(pathOf(10))).replace(idNumber(10), idNumber(number)));
    }
    await vi.waitFor(async () => expect((await notes.list()).missing).toBe(0), soon);
  });

  it('it is said after a new start as well, and again until the reader accepts it', async () => {
    await gone(1, 6);
    for (let start = 0; start < 2; start += 1) {
      notes.restart();
      expect((await notes.list()).missing).toBe(6);
    }
    successOf(await notes.annotations.acceptMissing(draft.document));
    expect((await notes.list()).missing).toBe(0);
    notes.restart();
    expect((await notes.list()).missing).toBe(0);
    begin();
  });

  it('also when they go one after another', async () => {
    begin();
    for (let number = 1; number <= 6; number += 1) {
      await gone(number, number);
      await notes.list();
    }
    expect((await notes.list()).missing).toBe(6);
  });

  it('nothing is merged, removed or written', async () => {
    begin();
    watch.stop();
    await add(20, 'copy', '2026-11', `${idNumber(20)} (1).md`);
    await gone(1, 8);
    const before = await notes.files();
    expect((await notes.list()).missing).toBe(8);
    await notes.annotations.look();
    expect(await notes.files()).toEqual(before);
    successOf(await notes.annotations.acceptMissing(draft.document));
    await notes.list();
    expect(await notes.files()).toHaveLength(before.length - 1);
  });

  it.each<[string, () => Promise<void>]>([
    ['four of twenty', () => gone(1, 4)],
    [
      'those in the recycle bin',
      async () => {
        for (let number = 1; number <= 12; number += 1) successOf(await notes.annotations.remove(idNumber(number)));
      },
    ],
    [
      'those deleted for good',
      async () => {
        const ids = Array.from({ length: 12 }, (_, index) => idNumber(index + 1));
        for (const id of ids) successOf(await notes.annotations.remove(id));
        successOf(await notes.annotations.purge(ids));
      },
    ],
    [
      'those that cannot be read',
      async () => {
        for (let number = 1; number <= 12; number += 1) await writeFile(path(number), 'damaged');
      },
    ],
    ['those in a folder that is not there', () => rename(notes.root, `${notes.root} away`)],
  ])('%s are no cause for alarm', async (_name, act) => {
    begin();
    watch.stop();
    await act();
    const list = await notes.annotations.list(draft.document);
    expect(list.ok ? list.value.missing : 0).toBe(0);
  });
});

it('of thousands of notes a change is found without reading the others again', async () => {
  begin();
  watch.stop();
  const text = await notes.text(pathOf(1));
  const folder = dirname(path(1));
  const idOf = (number: number) =>
    `01M84B9PR0644CCAMGF5S7${number
      .toString(32)
      .toUpperCase()
      .replace(/[ILOU]/g, 'Z')
      .padStart(4, '0')}`;
  const ids = [...new Set(Array.from({ length: 3000 }, (_, number) => idOf(number)))];
  const old = new Date('2026-01-01');
  await Promise.all(
    ids.map(async (id) => {
      await writeFile(join(folder, `${id}.md`), text.replace(idNumber(1), id));
    }),
  );
  await Promise.all(ids.map((id) => utimes(join(folder, `${id}.md`), old, old)));
  let opened = 0;
  const counting = {
    ...nodeFileSystem,
    open: (file: string) => {
      if (file.endsWith('.md')) opened += 1;
      return nodeFileSystem.open(file);
    },
  };
  const storage = createStorage(notes.base, counting);
  // Files that were written this very moment are read again.
  const later = Date.now() + 10_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  successOf(await storage.annotations.list(draft.document));
  expect(opened).toBeGreaterThanOrEqual(ids.length);
  opened = 0;
  await notes.edit(join(dirname(pathOf(1)), `${ids[7]}.md`), (content) => content.replace('\na\n', '\nz\n'));
  expect((await storage.annotations.look()).changed).toEqual([draft.document]);
  expect(opened).toBeLessThan(10);
  vi.restoreAllMocks();
}, 60_000);
