import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noteMigrations } from '#core/annotation/migrations';
import { parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { planSchema } from '#core/plan/plan-schema';
import { defaultViewState } from '#core/settings/settings';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { readRecord, writeRecord } from '../../../src/main/storage/document-record.ts';
import { decodeRecords } from '../../../src/main/storage/draft-record.ts';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createJsonFile } from '../../../src/main/storage/json-file.ts';
import { type JsonMigration, migrateJson } from '../../../src/main/storage/json-migrations.ts';
import { createWindowStateRepository } from '../../../src/main/storage/window-state-repository.ts';
import { draft, idNumber, successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const stored = join(import.meta.dirname, '../../fixtures/stored');
/** Every kind of stored file with its newest version: each version up to it has a fixture. */
const newest: Record<string, number> = {
  'plan-note': noteMigrations.length + 1,
  settings: 1,
  view: 1,
  window: 1,
  'used-folders': 1,
  plan: 1,
  document: 1,
  draft: 1,
};

const notes = StoredNotes.perTest();
const own = (name: string) => join(notes.base, 'application', name);
const fixtures = async (kind: string) => (await readdir(join(stored, kind))).sort();
const schemaOf = async (path: string) => JSON.parse(await readFile(path, 'utf8')).schema;

/** Puts a fixture where the application keeps such a file. */
async function place(kind: string, fixture: string, name: string): Promise<string> {
  await copyFile(join(stored, kind, fixture), own(name));
  notes.restart();
  return own(name);
}

it('every version of every kind has a fixture', async () => {
  expect((await readdir(stored)).sort()).toEqual(Object.keys(newest).sort());
  for (const [kind, version] of Object.entries(newest)) {
    const numbers = (await fixtures(kind)).map((name) => Number(basename(name, extname(name))));
    expect(numbers, kind).toEqual(Array.from({ length: version }, (_, index) => index + 1));
  }
});

describe('a stored file of any version loads, and is of the newest when it is written again', () => {
  it('note', async () => {
    for (const name of await fixtures('plan-note')) {
      const parsed = successOf(parseNoteFile(await readFile(join(stored, 'plan-note', name), 'utf8')));
      expect(parsed.annotation).toMatchObject({ rev: 2, label: 'important', tags: ['招生'], target: { start: 896 } });
      const written = successOf(serialiseNoteFile(parsed));
      expect(written).toContain(`schema: "plan-note/${newest['plan-note']}"`);
      expect(written).toContain('task-status: "进行中"');
      expect(successOf(parseNoteFile(written))).not.toHaveProperty('migratedFrom');
    }
  });

  it('what is known about an imported document', async () => {
    const folder = own('document');
    await mkdir(folder, { recursive: true });
    for (const name of await fixtures('document')) {
      await copyFile(join(stored, 'document', name), join(folder, 'document.json'));
      const place = { root: folder, folder, hash: 'sha256-8bf7b261fd5c0741' };
      const record = await readRecord(nodeFileSystem, folder, place.hash);
      expect(record).toMatchObject({
        source: { format: 'docx' },
        corrections: { corrections: [{ level: 1 }, { at: 5 }] },
      });
      if (record === undefined) return;
      successOf(await writeRecord(createAtomicWriter(), place, { record, bytes: new Uint8Array([1]) }));
      const written = join(folder, 'imports', '8bf7b261fd5c0741.json');
      expect(await schemaOf(written)).toBe(`document/${newest.document}`);
      expect(await readRecord(nodeFileSystem, folder, place.hash)).toEqual(record);
    }
  });

  it('settings', async () => {
    for (const name of await fixtures('settings')) {
      const path = await place('settings', name, 'settings.json');
      const { settings, reset } = successOf(await notes.storage.settings.read());
      expect([settings.theme, settings.dataFolder, reset]).toEqual(['dark', '/media/U/规划研读', false]);
      successOf(await notes.storage.settings.change({ fontSize: 22 }));
      expect(await schemaOf(path)).toBe(`settings/${newest.settings}`);
      expect(await readFile(path, 'utf8')).toContain('from-elsewhere');
    }
  });

  it('view', async () => {
    for (const name of await fixtures('view')) {
      const path = await place('view', name, 'view-state.json');
      const view = successOf(await notes.storage.viewState.read());
      expect(view).toMatchObject({ outlineWidth: 300, position: { section: 's4' } });
      successOf(await notes.storage.viewState.write({ ...view, notesWidth: 400 }));
      expect(await schemaOf(path)).toBe(`view/${newest.view}`);
    }
  });

  it('window', async () => {
    for (const name of await fixtures('window')) {
      const path = await place('window', name, 'window.json');
      const windowState = createWindowStateRepository(notes.storage.own);
      const state = await windowState.read();
      expect(state).toMatchObject({ maximized: true, bounds: { width: 1280 } });
      await windowState.write({ ...state, maximized: false });
      expect(await schemaOf(path)).toBe(`window/${newest.window}`);
    }
  });

  it('used folders', async () => {
    for (const name of await fixtures('used-folders')) {
      const path = await place('used-folders', name, 'used-folders.json');
      successOf(await notes.storage.dataFolder.open());
      const { schema, folders } = JSON.parse(await readFile(path, 'utf8'));
      expect(schema).toBe(`used-folders/${newest['used-folders']}`);
      expect(folders).toEqual(['/home/wang/文档/规划研读', '/media/U/规划研读', notes.root]);
    }
  });

  it('plan', async () => {
    for (const name of await fixtures('plan')) {
      const plan = JSON.parse(await readFile(join(stored, 'plan', name), 'utf8'));
      expect(planSchema.parse(plan)).toMatchObject({ schema: `plan/${newest.plan}`, title: '一份短规划' });
    }
  });

  it('draft', async () => {
    await mkdir(own('drafts'));
    for (const name of await fixtures('draft')) {
      const path = await place('draft', name, `drafts/01M84B9PR0644CCAMGF5S6AR97.journal`);
      const [found] = successOf(await notes.storage.drafts.list(draft.document));
      expect(found).toMatchObject({ body: '报备', bases: [''], note: { tags: ['招生'] } });
      if (found === undefined) continue;
      successOf(await notes.storage.drafts.write({ ...found, body: '报备案' }));
      const complete = decodeRecords(await readFile(path)).filter((record) => 'schema' in record);
      expect(complete.at(-1)).toMatchObject({ schema: `draft/${newest.draft}`, body: '报备案' });
      successOf(await notes.storage.drafts.discard(found.id));
    }
  });
});

describe('a file that a newer version of the program wrote', () => {
  it('is, as settings, neither written over nor set aside; the program works with the usual ones', async () => {
    const used = { schema: 'used-folders/1', folders: [join(notes.base, 'chosen')] };
    await writeFile(own('used-folders.json'), JSON.stringify(used));
    const text = '{"schema":"settings/2","theme":{"day":"light"},"dataFolder":["x"]}';
    await writeFile(own('settings.json'), text);
    notes.restart();
    expect(await notes.storage.settings.read()).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    const changed = await notes.storage.settings.change({ fontSize: 22 });
    expect(changed).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    // Where the notes are is known without them.
    expect(successOf(await notes.storage.dataFolder.status()).path).toBe(join(notes.base, 'chosen'));
    expect(await readFile(own('settings.json'), 'utf8')).toBe(text);
    expect((await readdir(own(''))).sort()).toEqual(['settings.json', 'used-folders.json']);
  });

  it('is, as view state, read as the usual one and not written over', async () => {
    const text = '{"schema":"view/7"}';
    await writeFile(own('view-state.json'), text);
    notes.restart();
    expect(successOf(await notes.storage.viewState.read())).toEqual(defaultViewState);
    expect(await notes.storage.viewState.write(defaultViewState)).toMatchObject({ ok: false });
    expect(await readFile(own('view-state.json'), 'utf8')).toBe(text);
  });

  it('is, as the list of used folders, no reason to make a folder anew', async () => {
    await writeFile(own('used-folders.json'), '{"schema":"used-folders/2"}');
    notes.restart();
    expect(await notes.storage.dataFolder.open()).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
    expect(await readFile(own('used-folders.json'), 'utf8')).toBe('{"schema":"used-folders/2"}');
  });

  it('is, as a note, listed with its reason, and left alone by every change', async () => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    const path = (await notes.files())[0] ?? '';
    await notes.list();
    await notes.edit(path, (text) => text.replace('plan-note/1', 'plan-note/2'));
    const text = await notes.text(path);
    const id = idNumber(1);
    for (const attempt of [notes.annotations.change(id, { body: 'b' }), notes.annotations.remove(id)]) {
      expect(await attempt).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    }
    expect((await notes.list()).unreadable).toMatchObject([{ reason: 'newer-version' }]);
    expect(await notes.text(path)).toBe(text);
    expect(await notes.files()).toEqual([path]);
  });
});

describe('migrating a file of the application', () => {
  const steps: JsonMigration[] = [
    ({ schema: _schema, size, ...rest }) => ({ schema: 'x/2', fontSize: size, ...rest }),
    (value) => ({ ...value, schema: 'x/3', isThird: true }),
  ];

  it.each<[name: string, stored: unknown, expected: unknown]>([
    ['of the first version', { schema: 'x/1', size: 18, y: 1 }, { schema: 'x/3', fontSize: 18, y: 1, isThird: true }],
    ['of the second', { schema: 'x/2', fontSize: 19 }, { schema: 'x/3', fontSize: 19, isThird: true }],
    ['of the newest', { schema: 'x/3' }, { schema: 'x/3' }],
    ['of a newer one', { schema: 'x/4' }, 'newer'],
    ['of another kind', { schema: 'y/9' }, { schema: 'y/9' }],
    ['that does not say', { size: 1 }, { size: 1 }],
    ['that is none', [1], [1]],
    ['that is damaged', undefined, undefined],
  ])('%s', (_name, value, expected) => {
    expect(migrateJson(value, 'x/3', steps)).toEqual(expected);
  });

  it('is done by reading, and written with the next change', async () => {
    await writeFile(own('x.json'), '{"schema":"x/1","size":18}');
    const schema = z.object({ schema: z.literal('x/3'), fontSize: z.number(), isThird: z.boolean() });
    const defaults = { schema: 'x/3' as const, fontSize: 1, isThird: false };
    const file = createJsonFile({ ...notes.storage.own, path: own('x.json'), schema, defaults, migrations: steps });
    expect(successOf(await file.read()).value).toEqual({ schema: 'x/3', fontSize: 18, isThird: true });
    expect(await readFile(own('x.json'), 'utf8')).toBe('{"schema":"x/1","size":18}');
    successOf(await file.change((value) => ({ ...value, fontSize: 20 })));
    expect(JSON.parse(await readFile(own('x.json'), 'utf8'))).toEqual({ schema: 'x/3', fontSize: 20, isThird: true });
  });
});
