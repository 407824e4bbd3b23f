import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteMigration } from '#core/annotation/migrations';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { readZip } from '../../../src/main/storage/zip-file.ts';
import { withFaults } from './faulty-file-system.ts';
import { bodies, draft, idNumber, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

// As it will be when the format has a second version.
vi.mock('#core/annotation/migrations', async (original) => {
  const real = await original<typeof import('#core/annotation/migrations')>();
  const steps: NoteMigration[] = [({ entries, body }) => ({ entries, body: `${body}（第二版）` })];
  return { ...real, noteMigrations: steps, newestNoteSchema: (given = steps) => real.newestNoteSchema(given) };
});

const notes = StoredNotes.perTest();
const id = idNumber(1);
const copy = join(dirname(pathOf(1)), `${id} (1).md`);
const asFirstVersion = (text: string) => text.replace('schema: "plan-note/2"', 'schema: "plan-note/1"');

/** The first note and a copy of it that says something else, as files of the first version. */
async function placeOldCopies(): Promise<Map<string, string>> {
  await notes.edit(pathOf(1), asFirstVersion);
  const text = await notes.text(pathOf(1));
  await mkdir(join(notes.root, dirname(copy)), { recursive: true });
  await writeFile(join(notes.root, copy), text.replace('\nmine\n', '\ntheirs\n'));
  return new Map([
    [pathOf(1), text],
    [copy, await notes.text(copy)],
  ]);
}

async function filesInSnapshots(): Promise<Map<string, string>[]> {
  const names = (await notes.files()).filter((name) => name.endsWith('.zip'));
  return Promise.all(
    names.map(async (name) => {
      const limits = { entries: 100, total: 1_000_000, sizeOf: () => 1_000_000 };
      const files = successOf(await readZip(await readFile(join(notes.root, name)), limits));
      return new Map(files.map((file) => [file.name, Buffer.from(file.bytes).toString()]));
    }),
  );
}

beforeEach(async () => {
  await notes.annotations.create({ ...draft, body: 'mine', tags: [] });
});

describe('before a note of an older version of the format is written anew', () => {
  it('by a change, all is kept as it is', async () => {
    await notes.edit(pathOf(1), asFirstVersion);
    const before = await notes.text(pathOf(1));
    await notes.list();
    expect(successOf(await notes.annotations.change(id, { body: '改过' })).body).toContain('改过');
    expect(await notes.text(pathOf(1))).toContain('plan-note/2');
    expect(await filesInSnapshots()).toEqual([new Map([[pathOf(1), before]])]);
  });

  it('by the merging of copies, all is kept as it is, once for all that are merged', async () => {
    await notes.annotations.create({ ...draft, body: 'mine', tags: [] });
    const before = await placeOldCopies();
    const other = join(dirname(copy), `${idNumber(2)} (1).md`);
    await notes.edit(pathOf(2), asFirstVersion);
    await writeFile(join(notes.root, other), (await notes.text(pathOf(2))).replace('mine', 'theirs'));
    before.set(pathOf(2), await notes.text(pathOf(2))).set(other, await notes.text(other));
    const merged = bodies(await notes.list());
    expect(merged).toHaveLength(2);
    for (const body of merged)
      for (const words of ['mine（第二版）', 'theirs（第二版）']) expect(body).toContain(words);
    expect(await notes.text(pathOf(1))).toContain('plan-note/2');
    expect(await filesInSnapshots()).toEqual([before]);
  });

  it('the copies stay as they are where that cannot be kept, and are merged when it can', async () => {
    const before = await placeOldCopies();
    notes.restart(withFaults(nodeFileSystem, (call) => (call === 'mkdir' ? 'ENOSPC' : undefined)));
    expect(bodies(await notes.list())).toHaveLength(1);
    for (const [path, text] of before) expect(await notes.text(path)).toBe(text);
    notes.restart();
    await notes.list();
    expect(await notes.files()).toEqual(expect.not.arrayContaining([copy]));
  });

  it('copies of the newest version need no snapshot', async () => {
    await writeFile(join(notes.root, copy), (await notes.text(pathOf(1))).replace('mine', 'theirs'));
    expect(bodies(await notes.list())).toHaveLength(1);
    expect(await notes.files()).toEqual([pathOf(1)]);
  });
});
