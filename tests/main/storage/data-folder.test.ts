import { access, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { withFaults } from './faulty-file-system.ts';
import { bodies, draft, idNumber, successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
const missing = { ok: false, error: { code: 'folder-missing' } };

describe('the default folder', () => {
  it('is made at the first start, with every folder above it', async () => {
    expect(await notes.storage.dataFolder.status()).toEqual({ ok: true, value: { path: notes.root, state: 'ready' } });
    expect(await readdir(notes.root)).toEqual(['笔记']);
  });

  it('is used as it is when it is there already', async () => {
    await notes.annotations.create({ ...draft, body: 'a' });
    await rm(join(notes.base, 'application'), { recursive: true });
    await mkdir(join(notes.base, 'application'));
    notes.restart();
    expect(bodies(await notes.list())).toEqual(['a']);
  });

  it('may be a link to another drive', async () => {
    const drive = join(notes.base, 'drive');
    await mkdir(drive);
    await mkdir(join(notes.base, 'documents'));
    await symlink(drive, notes.root);
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    expect(bodies(await notes.list())).toEqual(['a']);
    expect(await readdir(drive)).toEqual(['笔记']);
  });
});

describe('a folder that has vanished', () => {
  it.each([
    ['the data folder', () => notes.root],
    ['the folder above it, as when a drive is pulled out', () => join(notes.base, 'documents')],
    ['what is in it, as when a drive is mounted there', () => join(notes.root, '笔记')],
  ])('%s: nothing is written until it is back', async (_name, vanishing) => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    const path = vanishing();
    for (const isRestarted of [false, true]) {
      await rename(path, join(notes.base, 'away'));
      if (isRestarted) notes.restart();
      expect(await notes.annotations.list(draft.document)).toMatchObject(missing);
      expect(await notes.annotations.create(draft)).toMatchObject(missing);
      expect(await notes.annotations.change(idNumber(1), { body: 'b' })).toMatchObject(missing);
      expect(await notes.annotations.remove(idNumber(1))).toMatchObject(missing);
      expect(await notes.storage.dataFolder.status()).toMatchObject({ ok: true, value: { state: 'missing' } });
      expect(await exists(path)).toBe(false);
      await rename(join(notes.base, 'away'), path);
      expect(bodies(await notes.list())).toEqual(['a']);
      expect(await notes.storage.dataFolder.status()).toMatchObject({ ok: true, value: { state: 'ready' } });
    }
  });

  it('in the middle of a save: the save fails, and no folder is made', async () => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    let isPulled = false;
    notes.restart({
      ...nodeFileSystem,
      create: async (path) => {
        await rm(join(notes.base, 'documents'), { recursive: true, force: true });
        isPulled = true;
        return nodeFileSystem.create(path);
      },
    });
    await notes.list();
    expect(await notes.annotations.change(idNumber(1), { body: 'b' })).toMatchObject(missing);
    expect(isPulled).toBe(true);
    expect(await exists(join(notes.base, 'documents'))).toBe(false);
  });

  it('in the middle of a list: no empty list is answered', async () => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    notes.restart({
      ...nodeFileSystem,
      readdir: async (path) => {
        if (path.endsWith('笔记')) await rm(join(notes.base, 'documents'), { recursive: true });
        return nodeFileSystem.readdir(path);
      },
    });
    expect(await notes.annotations.list(draft.document)).toMatchObject(missing);
  });

  it('is missing, too, when the record of used folders cannot be read', async () => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    await rm(notes.root, { recursive: true });
    notes.restart({
      ...nodeFileSystem,
      open: async (path) => {
        if (path.endsWith('used-folders.json')) throw Object.assign(new Error(), { code: 'EIO' });
        return nodeFileSystem.open(path);
      },
    });
    expect(await notes.annotations.list(draft.document)).toMatchObject(missing);
    expect(await exists(notes.root)).toBe(false);
  });

  it('is missing when it was chosen and was never seen', async () => {
    await writeFile(
      join(notes.base, 'application', 'settings.json'),
      JSON.stringify({ ...(await defaults()), dataFolder: join(notes.base, 'U') }),
    );
    expect(await notes.annotations.list(draft.document)).toMatchObject(missing);
    expect(await exists(join(notes.base, 'U'))).toBe(false);
  });
});

describe('choosing another folder', () => {
  it('shows the notes in there and leaves the others where they are', async () => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    const other = join(notes.base, 'U');
    await mkdir(other);
    const chosen = await notes.storage.dataFolder.choose(other);
    expect(chosen).toEqual({ ok: true, value: { path: other, state: 'ready' } });
    expect(bodies(await notes.list())).toEqual([]);
    successOf(await notes.annotations.create({ ...draft, body: 'b' }));
    expect(await readdir(other, { recursive: true })).toContain(
      join('笔记', '吉林市“十四五”教育发展规划 [jilin-145-education]', '2026-11', `${idNumber(2)}.md`),
    );
    notes.restart();
    expect(bodies(await notes.list())).toEqual(['b']);
    await notes.storage.dataFolder.choose(notes.root);
    expect(bodies(await notes.list())).toEqual(['a']);
  });

  it('takes back ids that were given out for the old one', async () => {
    const { id } = successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    await mkdir(join(notes.base, 'U'));
    await notes.storage.dataFolder.choose(join(notes.base, 'U'));
    expect(await notes.annotations.change(id, { body: 'b' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('brings a vanished folder back to life when the reader wants it', async () => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    await rm(join(notes.root, '笔记'), { recursive: true });
    expect(await notes.annotations.list(draft.document)).toMatchObject(missing);
    await notes.storage.dataFolder.choose(notes.root);
    expect(await notes.list()).toEqual({ annotations: [], unreadable: [], missing: 0 });
  });

  it.each([
    ['mkdir', 'EROFS', 'folder-read-only'],
    ['mkdir', 'EACCES', 'folder-read-only'],
    ['open', 'EACCES', 'folder-read-only'],
    ['write', 'ENOSPC', 'disk-full'],
    ['fsync', 'EIO', 'file-system'],
  ] as const)('keeps the old one when the new one cannot be written to: %s %s', async (call, errno, code) => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    let isBroken = false;
    notes.restart(withFaults(nodeFileSystem, (called) => (isBroken && called === call ? errno : undefined)));
    expect(bodies(await notes.list())).toEqual(['a']);
    await mkdir(join(notes.base, 'U'));
    isBroken = true;
    expect(await notes.storage.dataFolder.choose(join(notes.base, 'U'))).toMatchObject({ ok: false, error: { code } });
    isBroken = false;
    expect(successOf(await notes.storage.dataFolder.status()).path).toBe(notes.root);
    expect(bodies(await notes.list())).toEqual(['a']);
    const left = await readdir(join(notes.base, 'U'), { recursive: true });
    expect(left.filter((name) => name !== '笔记')).toEqual([]);
  });

  it('keeps the old one when the new one does not exist', async () => {
    expect(await notes.storage.dataFolder.choose(join(notes.base, 'nowhere'))).toMatchObject(missing);
    expect(await exists(join(notes.base, 'nowhere'))).toBe(false);
  });

  it('keeps the old one when the choice cannot be stored', async () => {
    successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    await mkdir(join(notes.base, 'U'));
    notes.restart(withFaults(nodeFileSystem, () => undefined));
    notes.storage.settings.changeDataFolder = async () => ({ ok: false, error: { code: 'disk-full' } });
    expect(await notes.storage.dataFolder.choose(join(notes.base, 'U'))).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    expect(bodies(await notes.list())).toEqual(['a']);
  });
});

describe('unreadable settings', () => {
  it('do not make the notes go to the default folder', async () => {
    await mkdir(join(notes.base, 'U'));
    await notes.storage.dataFolder.choose(join(notes.base, 'U'));
    notes.restart({
      ...nodeFileSystem,
      open: async (path) => {
        if (path.endsWith('settings.json')) throw Object.assign(new Error(), { code: 'EIO', syscall: 'open' });
        return nodeFileSystem.open(path);
      },
    });
    expect(await notes.annotations.create(draft)).toMatchObject({ ok: false, error: { code: 'file-system' } });
    expect(await exists(notes.root)).toBe(false);
  });
});

describe('damaged settings', () => {
  it('do not forget where the notes are', async () => {
    await notes.annotations.create({ ...draft, body: 'a' });
    await mkdir(join(notes.base, 'U'));
    await notes.storage.dataFolder.choose(join(notes.base, 'U'));
    successOf(await notes.annotations.create({ ...draft, body: 'b' }));
    await writeFile(join(notes.base, 'application', 'settings.json'), 'damaged');
    for (let start = 0; start < 2; start += 1) {
      notes.restart();
      expect(successOf(await notes.storage.settings.read()).reset).toBe(start === 0);
      expect(bodies(await notes.list())).toEqual(['b']);
      successOf(await notes.storage.settings.change({ fontSize: 20 }));
    }
  });
});

async function defaults(): Promise<object> {
  successOf(await notes.storage.settings.change({}));
  const stored = JSON.parse(await readFile(join(notes.base, 'application', 'settings.json'), 'utf8'));
  notes.restart();
  return stored;
}
