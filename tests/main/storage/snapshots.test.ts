import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { listZip, writeZip } from '../../../src/main/storage/zip-file.ts';
import { draft, idNumber, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const day = 86_400_000;

const folder = () => join(notes.root, '快照');
const files = async () => (await readdir(folder()).catch(() => [])).sort();
const take = async (reason: Parameters<typeof notes.storage.snapshots.take>[0] = 'daily') =>
  successOf(await notes.storage.snapshots.take(reason))?.name ?? null;
const create = async (body: string) => successOf(await notes.annotations.create({ ...draft, body })).id;
const bodiesIn = async (name: string) =>
  [...successOf(await notes.storage.snapshots.contentOf(name)).live.values()].map(({ annotation }) => annotation.body);

describe('taking a snapshot', () => {
  it('holds notes, recycle bin and documents as they are, byte for byte', async () => {
    await create('一');
    await create('二');
    successOf(await notes.annotations.remove(idNumber(2)));
    await mkdir(join(notes.root, '文档', draft.document, 'versions'), { recursive: true });
    await writeFile(join(notes.root, '文档', draft.document, 'versions', '0123456789abcdef.txt'), '规划');
    expect(await take()).toBe('2026-11-23.zip');
    const entries = successOf(await listZip(await readFile(join(folder(), '2026-11-23.zip')), 100));
    expect(entries.map(({ name }) => name)).toEqual(
      (await notes.files()).filter((path) => !path.startsWith('快照')).map((path) => path.replaceAll('\\', '/')),
    );
    expect(await bodiesIn('2026-11-23.zip')).toEqual(['一']);
    expect(successOf(await notes.storage.snapshots.list())).toMatchObject([{ name: '2026-11-23.zip', notes: 1 }]);
  });

  it('is made whenever the reader wants one, and the latest comes first, with its time', async () => {
    expect(await take('manual')).toBeNull();
    await create('一');
    expect(await take('manual')).toBe('2026-11-23 手动.zip');
    expect(await take('before-restore')).toBe('2026-11-23 恢复前.zip');
    expect(await take('manual')).toBe('2026-11-23 手动 (2).zip');
    const names = ['2026-11-23 手动.zip', '2026-11-23 恢复前.zip', '2026-11-23 手动 (2).zip'];
    for (const [index, name] of names.entries()) {
      const moment = new Date(2026, 10, 23, 9 + index, 15);
      await utimes(join(folder(), name), moment, moment);
    }
    const listed = successOf(await notes.storage.snapshots.list());
    expect(listed.map(({ name, time }) => [name, time])).toEqual([
      [names[2], '11:15'],
      [names[1], '10:15'],
      [names[0], '09:15'],
    ]);
    const otherDay = new Date(2026, 10, 25);
    await utimes(join(folder(), names[2] ?? ''), otherDay, otherDay);
    expect(successOf(await notes.storage.snapshots.list()).at(-1)).toMatchObject({ name: names[2], time: null });
  });

  it('never takes the name of one that has gone, however many are made in a day', async () => {
    await create('0');
    const made: string[] = [];
    for (let index = 1; index <= 36; index += 1) {
      made.push((await take('manual')) ?? '');
      expect(await bodiesIn(made.at(-1) ?? '')).toEqual([String(index - 1)]);
      successOf(await notes.annotations.change(idNumber(1), { body: String(index) }, {}));
    }
    expect(new Set(made).size).toBe(36);
    expect(await files()).toEqual(made.slice(-30).sort());
  });

  it('is made once a day, and only when something has changed', async () => {
    expect(await take()).toBeNull();
    expect(await files()).toEqual([]);
    await create('一');
    expect(await take()).toBe('2026-11-23.zip');
    await create('二');
    expect(await take()).toBeNull();
    notes.storage.setClock(Date.UTC(2026, 10, 24, 1));
    expect(await take()).toBe('2026-11-24.zip');
    notes.storage.setClock(Date.UTC(2026, 10, 25, 1));
    expect(await take()).toBeNull();
    expect(await take('before-restore')).toBe('2026-11-25 恢复前.zip');
    expect(await take('before-restore')).toBe('2026-11-25 恢复前 (2).zip');
    expect(await take('before-migration')).toBe('2026-11-25 迁移前.zip');
  });

  it('is one when two are asked for together', async () => {
    await create('一');
    expect((await Promise.all([take(), take()])).filter(Boolean)).toEqual(['2026-11-23.zip']);
    expect(await files()).toEqual(['2026-11-23.zip']);
  });

  it('keeps thirty, and leaves what others put there', async () => {
    await mkdir(folder(), { recursive: true });
    const foreign = ['2026-01-01.sync-conflict-20260101-101010-ABCDEFG.zip', '说明.txt', '2025.zip', '.stfolder'];
    for (const name of foreign) await writeFile(join(folder(), name), name);
    for (let count = 0; count < 33; count += 1) {
      notes.storage.setClock(Date.UTC(2026, 10, 1) + count * day);
      await create(`${count}`);
      await take();
    }
    const kept = (await files()).filter((name) => !foreign.includes(name));
    expect(kept).toHaveLength(30);
    expect(kept[0]).toBe('2026-11-04.zip');
    expect(await files()).toEqual(expect.arrayContaining(foreign));
  });

  it('loses none to a clock that is 400 days behind and then right again', async () => {
    for (let count = 0; count < 30; count += 1) {
      notes.storage.setClock(Date.UTC(2026, 10, 1) + count * day);
      await create(`${count}`);
      await take();
    }
    const before = await files();
    notes.storage.setClock(Date.UTC(2026, 10, 30) - 400 * day);
    await create('过去');
    expect(await take()).toBe('2025-10-26.zip');
    expect(await files()).toEqual(expect.arrayContaining(before));
  });

  it('leaves no half file behind when the disk is full, and the older ones as they were', async () => {
    await create('一');
    await take();
    const before = await readFile(join(folder(), '2026-11-23.zip'));
    notes.restart({
      ...nodeFileSystem,
      create: async (path) => {
        const file = await nodeFileSystem.create(path);
        const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
        return path.includes('快照') ? { ...file, writeFile: full, close: () => file.close() } : file;
      },
    });
    notes.storage.setClock(Date.UTC(2026, 10, 24, 1));
    await notes.list();
    expect(await notes.storage.snapshots.take('before-restore')).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    expect(await files()).toEqual(['2026-11-23.zip']);
    expect(await readFile(join(folder(), '2026-11-23.zip'))).toEqual(before);
  });
});

describe('reading a snapshot', () => {
  it.each([
    ['an empty file', new Uint8Array()],
    ['no zip file', new TextEncoder().encode('不是压缩文件'.repeat(50))],
  ])('says that %s is damaged', async (_case, bytes) => {
    await create('一');
    await mkdir(folder(), { recursive: true });
    await writeFile(join(folder(), '2026-11-20.zip'), bytes);
    expect(await notes.storage.snapshots.contentOf('2026-11-20.zip')).toMatchObject({
      ok: false,
      error: { code: 'snapshot-damaged' },
    });
    expect(successOf(await notes.storage.snapshots.list())).toMatchObject([{ name: '2026-11-20.zip', notes: null }]);
    expect(await take()).toBe('2026-11-23.zip');
  });

  it('passes over what is no note', async () => {
    await create('一');
    const note = new TextEncoder().encode(await notes.text(pathOf(1)));
    const place = pathOf(1).replaceAll('\\', '/');
    await mkdir(folder(), { recursive: true });
    await writeFile(
      join(folder(), '2026-11-20.zip'),
      await writeZip([
        { name: place, bytes: note },
        { name: '笔记/没有编号/x.md', bytes: note },
        { name: `笔记/坏的 [${draft.document}]/x.md`, bytes: new TextEncoder().encode('---\n坏') },
        { name: 'program.exe', bytes: new Uint8Array(10) },
      ]),
    );
    expect(await bodiesIn('2026-11-20.zip')).toEqual(['一']);
  });
});

describe('putting a note back', () => {
  const putBack = async (name: string, id: string, base: Parameters<typeof notes.annotations.putBack>[1] = null) => {
    const past = successOf(await notes.storage.snapshots.contentOf(name)).live.get(id);
    if (past === undefined) throw new Error(id);
    return successOf(await notes.annotations.putBack(past, base));
  };

  it('brings back what was changed, as a later revision, with unknown keys', async () => {
    const id = await create('原来的');
    await notes.edit(pathOf(1), (text) => text.replace('\n---\n\n', '\ntask-status: "进行中"\n---\n\n'));
    await notes.list();
    await take();
    await notes.edit(pathOf(1), (text) => text.replace('task-status: "进行中"\n', 'owner: "王"\n'));
    await notes.list();
    const changed = successOf(await notes.annotations.change(id, { body: '改了', label: 'todo' }));
    expect(await putBack('2026-11-23.zip', id, { body: '改了', label: 'todo' })).toMatchObject({
      body: '原来的',
      label: 'important',
      rev: changed.rev + 1,
    });
    expect(await notes.text(pathOf(1))).toMatch(/task-status: "进行中"\nowner: "王"\n---/);
  });

  it('brings back what was deleted, out of the bin, or from nothing', async () => {
    const id = await create('一');
    await take();
    successOf(await notes.annotations.remove(id));
    expect(await putBack('2026-11-23.zip', id)).toMatchObject({ body: '一', rev: 3 });
    expect((await notes.files()).filter((path) => path.endsWith('.md'))).toEqual([pathOf(1)]);
    successOf(await notes.annotations.remove(id));
    successOf(await notes.annotations.purge([id]));
    expect(await putBack('2026-11-23.zip', id)).toMatchObject({ body: '一' });
    notes.restart();
    expect((await notes.list()).annotations).toMatchObject([{ id, body: '一' }]);
  });

  it('keeps both texts when the note was changed since the reader looked', async () => {
    const id = await create('原来的');
    await take();
    successOf(await notes.annotations.change(id, { body: '看到的' }));
    successOf(await notes.annotations.change(id, { body: '另一台电脑刚写的' }));
    const { body } = await putBack('2026-11-23.zip', id, { body: '看到的' });
    expect(body).toMatch(/^原来的\n\n— 冲突副本.*另一台电脑刚写的$/s);
  });

  it('keeps both texts when the note was not there as the reader looked, and has come back since', async () => {
    const id = await create('原来的');
    await take();
    successOf(await notes.annotations.change(id, { body: '另一台电脑刚写的', tags: ['新'] }));
    const { body, tags } = await putBack('2026-11-23.zip', id, null);
    expect(body).toMatch(/^原来的\n\n— 冲突副本.*另一台电脑刚写的$/s);
    expect(tags).toEqual(['新']);
  });
});
