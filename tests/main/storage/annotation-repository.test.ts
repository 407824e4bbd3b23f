import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodies, draft, idNumber, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();

describe('a note', () => {
  it('is one file, named by its id, in a folder for document and month', async () => {
    const created = successOf(await notes.annotations.create({ ...draft, body: '第一条' }));
    expect(created).toMatchObject({
      ...draft,
      body: '第一条',
      id: idNumber(1),
      rev: 1,
      author: '王老师',
      device: 'PC-A',
    });
    expect(await notes.files()).toEqual([pathOf(1)]);
    expect(await notes.text(pathOf(1))).toContain('\n---\n\n第一条\n');
    expect(await notes.list()).toEqual({ annotations: [created], unreadable: [], missing: 0 });
  });

  it('is changed with the next revision, time and device', async () => {
    const created = successOf(await notes.annotations.create(draft));
    const changed = successOf(await notes.annotations.change(created.id, { body: 'b', tags: ['招生'], label: 'todo' }));
    expect(changed).toMatchObject({
      rev: 2,
      body: 'b',
      tags: ['招生'],
      label: 'todo',
      motivation: 'commenting',
      created: created.created,
    });
    expect(changed.modified > created.modified).toBe(true);
    expect((await notes.list()).annotations).toEqual([changed]);
  });

  it('is not written when nothing is different', async () => {
    const { id } = successOf(await notes.annotations.create(draft));
    const before = await stat(join(notes.root, pathOf(1)));
    expect(successOf(await notes.annotations.change(id, { body: '', tags: [] })).rev).toBe(1);
    expect((await stat(join(notes.root, pathOf(1)))).ino).toBe(before.ino);
  });

  it('moves to the recycle bin and back, each time as a new revision', async () => {
    const { id } = successOf(await notes.annotations.create({ ...draft, body: 'b' }));
    expect(successOf(await notes.annotations.remove(id)).rev).toBe(2);
    expect(await notes.files()).toEqual([pathOf(1, '回收站')]);
    expect((await notes.list()).annotations).toEqual([]);
    expect(await notes.annotations.change(id, { body: 'c' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(successOf(await notes.annotations.restore(id))).toMatchObject({ rev: 3, body: 'b' });
    expect(await notes.files()).toEqual([pathOf(1)]);
    expect(bodies(await notes.list())).toEqual(['b']);
  });

  it('can be restored after a restart', async () => {
    const { id } = successOf(await notes.annotations.create({ ...draft, body: 'b' }));
    await notes.annotations.remove(id);
    notes.restart();
    await notes.list();
    expect(successOf(await notes.annotations.restore(id)).body).toBe('b');
  });

  it('keeps what other programs put into its header', async () => {
    const { id } = successOf(await notes.annotations.create(draft));
    const extra = '备注: 校长办公会\ntask:\n  owner: 张老师 # 暂定\n  steps: [a, b]';
    await notes.edit(pathOf(1), (text) => text.replace('rev: 1', `rev: 1\n${extra}`));
    await notes.list();
    successOf(await notes.annotations.change(id, { body: 'b' }));
    successOf(await notes.annotations.remove(id));
    successOf(await notes.annotations.restore(id));
    expect(await notes.text(pathOf(1))).toContain(`\n${extra}\n---\n\nb\n`);
  });

  it('goes into the folder of its document, though the title has changed', async () => {
    await notes.annotations.create(draft);
    await notes.annotations.create({ ...draft, documentTitle: '新标题' });
    expect(await notes.files()).toEqual([pathOf(1), pathOf(2)]);
  });

  it('is found in both folders when two machines named them differently', async () => {
    await notes.annotations.create({ ...draft, body: 'a' });
    await notes.annotations.create({ ...draft, body: 'b' });
    const other = join(notes.root, '笔记', '另一个标题 [jilin-145-education]', '招生');
    await mkdir(other, { recursive: true });
    await rename(join(notes.root, pathOf(2)), join(other, 'moved.md'));
    expect(bodies(await notes.list())).toEqual(['a', 'b']);
    expect(successOf(await notes.annotations.change(idNumber(2), { body: 'b2' })).body).toBe('b2');
    expect(await readFile(join(other, 'moved.md'), 'utf8')).toContain('b2');
  });

  it('is refused when its passage is too long for a header', async () => {
    const target = { ...draft.target, exact: '健'.repeat(70_000) };
    const result = await notes.annotations.create({ ...draft, target });
    expect(result).toMatchObject({ ok: false, error: { code: 'too-long' } });
    expect(await notes.files()).toEqual([]);
  });
});

it('a note that would grow too long by what another program wrote is refused, and both texts stay', async () => {
  await notes.annotations.create({ ...draft, body: 'mine' });
  await notes.list();
  const theirs = '他'.repeat(250_000);
  await notes.edit(pathOf(1), (text) => text.replace('\nmine\n', `\n${theirs}\n`));
  const change = { body: '我'.repeat(250_000) };
  expect(await notes.annotations.change(idNumber(1), change)).toMatchObject({ ok: false, error: { code: 'too-long' } });
  expect(await notes.text(pathOf(1))).toContain(theirs);
});

describe('only ids that were given out lead to files', () => {
  it.each(['change', 'remove', 'restore'] as const)('%s', async (operation) => {
    await notes.annotations.create(draft);
    notes.restart();
    const result =
      operation === 'change'
        ? await notes.annotations.change(idNumber(1), { body: 'b' })
        : await notes.annotations[operation](idNumber(1));
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await notes.files()).toEqual([pathOf(1)]);
  });
});

describe('left-over temporary files', () => {
  it('are cleared away at the start, and only ours', async () => {
    await notes.annotations.create(draft);
    const month = dirname(join(notes.root, pathOf(1)));
    const foreign = ['.~lock.x.odt#', '.syncthing.x.md.tmp', '~$x.tmp', '.~x.tmp'];
    for (const name of ['.~01M84B9P.0a1b2c3d.tmp', ...foreign]) await writeFile(join(month, name), 'half a no');
    notes.restart();
    expect(await notes.list()).toMatchObject({ annotations: [{ id: idNumber(1) }], unreadable: [] });
    expect((await readdir(month)).sort()).toEqual([...foreign, `${idNumber(1)}.md`].sort());
  });
});

describe('looking at the notes of another document', () => {
  it('leads no change of a note to a copy that lies there, and writes nothing', async () => {
    const { id } = successOf(await notes.annotations.create({ ...draft, body: '一' }));
    const copy = join('笔记', '另一份规划 [other]', '2026-11', `${id}.md`);
    await mkdir(dirname(join(notes.root, copy)), { recursive: true });
    await writeFile(join(notes.root, copy), await notes.text(pathOf(1)));
    const before = await notes.files();
    expect(bodies(successOf(await notes.annotations.read('other')))).toEqual(['一']);
    expect(await notes.files()).toEqual(before);
    expect(notes.annotations.documents()).toEqual([]);
    successOf(await notes.annotations.change(id, { body: '二' }));
    expect(await notes.text(pathOf(1))).toContain('二');
    expect(await notes.text(copy)).toContain('一');
  });
});
