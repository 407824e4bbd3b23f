import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { bodies, createStorage, draft, idNumber, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();

describe('what another program changed meanwhile', () => {
  beforeEach(async () => {
    await notes.annotations.create({ ...draft, body: 'mine' });
    await notes.list();
  });

  it('is kept when other fields were changed', async () => {
    await notes.edit(pathOf(1), (text) => text.replace('tags: []', 'tags: ["theirs"]'));
    const changed = successOf(await notes.annotations.change(idNumber(1), { body: 'mine 2' }));
    expect(changed).toMatchObject({ body: 'mine 2', tags: ['theirs'], rev: 2 });
  });

  it('stands below when it is the same field', async () => {
    await notes.edit(pathOf(1), (text) => text.replace('\nmine\n', '\ntheirs\n'));
    const { body } = successOf(await notes.annotations.change(idNumber(1), { body: 'mine 2' }));
    expect(body).toMatch(/^mine 2\n\n— 冲突副本（PC-A，.+）—\n\ntheirs$/u);
    expect(await notes.text(pathOf(1))).toContain(body);
  });

  it('is kept even when the list was read again, while the reader still wrote on from the text before', async () => {
    await notes.edit(pathOf(1), (text) => text.replace('\nmine\n', '\ntheirs\n'));
    await notes.list();
    const { body } = successOf(await notes.annotations.change(idNumber(1), { body: 'mine 2' }, { body: 'mine' }));
    expect(body).toContain('mine 2');
    expect(body).toContain('theirs');
  });

  it('is not doubled when the same change is made once more', async () => {
    await notes.edit(pathOf(1), (text) => text.replace('\nmine\n', '\ntheirs\n'));
    const base = { body: 'mine' };
    const first = successOf(await notes.annotations.change(idNumber(1), { body: 'mine 2' }, base));
    expect(successOf(await notes.annotations.change(idNumber(1), { body: 'mine 2' }, base)).body).toBe(first.body);
  });

  it('can be changed once the page has seen it', async () => {
    await notes.edit(pathOf(1), (text) => text.replace('\nmine\n', '\ntheirs\n'));
    await notes.list();
    expect(successOf(await notes.annotations.change(idNumber(1), { body: 'mine 2' })).body).toBe('mine 2');
  });

  it('has not been seen by the page when it was only read for an export', async () => {
    await notes.edit(pathOf(1), (text) => text.replace('\nmine\n', '\ntheirs\n'));
    expect(bodies(successOf(await notes.annotations.read(draft.document)))).toEqual(['theirs']);
    expect(successOf(await notes.annotations.change(idNumber(1), { body: 'mine 2' })).body).toContain('theirs');
  });

  it('goes to the recycle bin with the note', async () => {
    await notes.edit(pathOf(1), (text) => text.replace('\nmine\n', '\ntheirs\n'));
    expect(successOf(await notes.annotations.remove(idNumber(1))).body).toBe('theirs');
    expect(await notes.text(pathOf(1, '回收站'))).toContain('theirs');
  });

  it('makes the note unreadable: it is left as it is', async () => {
    await notes.edit(pathOf(1), () => 'broken');
    for (const result of [
      await notes.annotations.change(idNumber(1), { body: 'b' }),
      await notes.annotations.remove(idNumber(1)),
    ]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'note-unreadable' } });
    }
    expect(await notes.text(pathOf(1))).toBe('broken');
    expect((await notes.list()).unreadable).toEqual([{ path: join(notes.root, pathOf(1)), reason: 'no-header' }]);
  });

  it('removed the note: that is said, and no new one is made', async () => {
    await rm(join(notes.root, pathOf(1)));
    expect(await notes.annotations.change(idNumber(1), { body: 'b' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await notes.files()).toEqual([]);
  });

  it('put another note in its place', async () => {
    await notes.edit(pathOf(1), (text) => text.replace(idNumber(1), idNumber(9)));
    expect(await notes.annotations.change(idNumber(1), { body: 'b' })).toMatchObject({
      ok: false,
      error: { code: 'changed-elsewhere' },
    });
  });
});

describe('two files with one id', () => {
  const copy = (name: string) => join(dirname(pathOf(1)), name);
  beforeEach(async () => {
    await notes.annotations.create({ ...draft, body: 'mine' });
    const text = await notes.text(pathOf(1));
    const conflict = text.replace('mine', 'theirs').replace('rev: 1', 'rev: 5');
    await writeFile(join(notes.root, copy(`${idNumber(1)}.sync-conflict-20261123-142410-MSWIQBQ.md`)), conflict);
  });

  it('are shown as one note with both texts', async () => {
    expect(bodies(await notes.list())).toEqual([expect.stringMatching(/^theirs\n\n— 冲突副本（PC-A，.+）—\n\nmine$/u)]);
    expect(successOf(await notes.annotations.change(idNumber(1), { body: 'theirs 2' })).rev).toBe(6);
    expect(bodies(await notes.list())).toEqual(['theirs 2']);
    expect(await notes.files()).toEqual([pathOf(1)]);
  });

  it('are for an export the winner alone, and both files stay untouched', async () => {
    const before = await notes.files();
    expect(bodies(successOf(await notes.annotations.read(draft.document)))).toEqual(['theirs']);
    expect(await notes.files()).toEqual(before);
  });

  it('are both gone for the reader once the note is removed, and come back as one', async () => {
    await notes.list();
    successOf(await notes.annotations.remove(idNumber(1)));
    expect(bodies(await notes.list())).toEqual([]);
    notes.restart();
    expect(bodies(await notes.list())).toEqual([]);
    const restored = successOf(await notes.annotations.restore(idNumber(1)));
    expect(restored.rev).toBe(7);
    expect(restored.body).toContain('theirs');
    expect(restored.body).toContain('mine');
    expect(bodies(await notes.list())).toEqual([restored.body]);
    expect(await notes.files()).toHaveLength(1);
  });

  it('show the note again when it was edited elsewhere after the removal', async () => {
    const mine = await notes.text(pathOf(1));
    await notes.list();
    const { rev } = successOf(await notes.annotations.remove(idNumber(1)));
    await writeFile(join(notes.root, pathOf(1)), mine);
    expect(bodies(await notes.list())).toEqual([]);
    await writeFile(join(notes.root, pathOf(1)), mine.replace('rev: 1', `rev: ${rev + 1}`));
    expect(bodies(await notes.list())).toEqual(['mine']);
  });
});

describe('at the same time', () => {
  it('changes of one note happen one after another, in their order', async () => {
    const { id } = successOf(await notes.annotations.create(draft));
    const texts = Array.from({ length: 20 }, (_, number) => `text ${number}`);
    const results = await Promise.all(texts.map((body) => notes.annotations.change(id, { body })));
    expect(results.map((result) => successOf(result).rev)).toEqual(texts.map((_, number) => number + 2));
    expect(bodies(await notes.list())).toEqual(['text 19']);
  });

  it('two programs on one folder lose nothing: both texts stay', async () => {
    const { id } = successOf(await notes.annotations.create({ ...draft, body: 'a' }));
    const other = createStorage(notes.base, nodeFileSystem, 'PC-B');
    await notes.list();
    successOf(await other.annotations.list(draft.document));
    successOf(await notes.annotations.change(id, { body: 'from A' }));
    const { body } = successOf(await other.annotations.change(id, { body: 'from B' }));
    expect(body).toMatch(/^from B\n\n— 冲突副本（.+）—\n\nfrom A$/u);
    expect(successOf(await other.annotations.change(id, { tags: ['B'] }))).toMatchObject({ body, tags: ['B'] });
  });

  it('a list that is being read does not forget what is written meanwhile', async () => {
    let release = () => {};
    const written = new Promise<void>((resolve) => {
      release = resolve;
    });
    let held = 0;
    // The first two files, read for the list, are held open until the writes are done.
    const slow: FileSystem = {
      ...nodeFileSystem,
      open: async (path) => {
        const file = await nodeFileSystem.open(path);
        const isHeld = path.endsWith('.md') && ++held <= 2;
        return {
          stat: () => file.stat(),
          readFile: () => file.readFile(),
          writeFile: (content) => file.writeFile(content),
          sync: () => file.sync(),
          close: async () => {
            if (isHeld) await written;
            await file.close();
          },
        };
      },
    };
    await notes.annotations.create({ ...draft, body: 'a' });
    await notes.annotations.create({ ...draft, body: 'b' });
    notes.restart(slow);
    held = 2;
    await notes.list();
    held = 0;
    const reading = notes.list();
    while (held < 2) await new Promise((resolve) => setImmediate(resolve));
    successOf(await notes.annotations.change(idNumber(1), { body: 'a2' }));
    successOf(await notes.annotations.remove(idNumber(2)));
    release();
    expect(bodies(await reading)).toEqual(['a2']);
    expect(successOf(await notes.annotations.change(idNumber(1), { body: 'a3' })).body).toBe('a3');
    expect(successOf(await notes.annotations.restore(idNumber(2))).body).toBe('b');
  });
});
