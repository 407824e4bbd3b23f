import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newTask } from '#core/annotation/task';
import { decodeRecords, encodeRecord } from '../../../src/main/storage/draft-record.ts';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { draftOf } from './note-drafts.ts';
import { idNumber, draft as note, successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const drafts = () => notes.storage.drafts;
const list = async () => successOf(await drafts().list(note.document));
const bodies = async () => (await list()).map(({ body }) => body);
const folder = () => join(notes.base, 'application', 'drafts');
const journal = (number = 1) => join(folder(), `${idNumber(number)}.journal`);
async function type(...words: string[]): Promise<void> {
  for (const body of words) successOf(await drafts().write(draftOf(body)));
}

/** Starts again; what was written is in the file, whether synced or not. */
async function restart(): Promise<void> {
  await drafts().flush();
  notes.restart();
}

afterEach(() => vi.useRealTimers());
// Before the folder of the test goes.
afterEach(async () => void (await drafts().flush()));

describe('a draft', () => {
  it('is there for the next page and for the next start, with all that belongs to it', async () => {
    const draft = draftOf('报备', { tag: '招', bases: ['', '报'] });
    successOf(await drafts().write(draftOf('报')));
    successOf(await drafts().write(draft));
    expect(await list()).toEqual([draft]);
    await restart();
    expect(await list()).toEqual([draft]);
  });

  it('is gone when it is discarded, and begins anew with the next input', async () => {
    await type('一');
    successOf(await drafts().discard(idNumber(1)));
    expect(await list()).toEqual([]);
    expect(await readdir(folder())).toEqual([]);
    await type('二');
    await restart();
    expect(await bodies()).toEqual(['二']);
  });

  it('that is discarded while its last input is on its way does not come back', async () => {
    const answers = [drafts().write(draftOf('一')), drafts().discard(idNumber(1)), drafts().write(draftOf('二'))];
    for (const answer of answers) successOf(await answer);
    await restart();
    expect(await bodies()).toEqual(['二']);
  });

  it('belongs to its document, and the one written last comes last', async () => {
    const other = { ...draftOf('').note, document: 'another' };
    successOf(await drafts().write(draftOf('a', { id: idNumber(2) })));
    successOf(await drafts().write(draftOf('b', { id: idNumber(3), note: other })));
    successOf(await drafts().write(draftOf('c')));
    await restart();
    expect(await bodies()).toEqual(['a', 'c']);
    expect(successOf(await drafts().list('another')).map(({ body }) => body)).toEqual(['b']);
  });

  it('of a cell is kept beside that of its note and of the other cells', async () => {
    const seen = { ...newTask, owner: '王老师' };
    const cells = (['measure', 'due'] as const).map((column) => draftOf(`格 ${column}`, { cell: { column, seen } }));
    for (const draft of [draftOf('批注'), ...cells]) successOf(await drafts().write(draft));
    expect((await readdir(folder())).length).toBe(3);
    await restart();
    expect(await list()).toEqual([draftOf('批注'), ...cells]);
    successOf(await drafts().discard(idNumber(1), 'measure'));
    await restart();
    expect(await bodies()).toEqual(['批注', '格 due']);
    successOf(await drafts().discard(idNumber(1)));
    expect(await bodies()).toEqual(['格 due']);
  });

  it('to discard that never was is no error, and makes nothing', async () => {
    successOf(await drafts().discard(idNumber(1)));
    expect(await list()).toEqual([]);
    await expect(readdir(folder())).rejects.toThrow('ENOENT');
  });
});

describe('a journal', () => {
  it('loses no more than its last record when that was cut off, wherever', async () => {
    await type('第一', '第二');
    const { length } = await readFile(journal());
    await type('第三');
    const whole = await readFile(journal());
    for (let size = whole.length - 2; size >= length; size -= 1) {
      await truncate(journal(), size);
      await restart();
      expect(await bodies()).toEqual(['第二']);
    }
  });

  it('goes on behind a record that was cut off', async () => {
    await type('第一', '第二');
    await truncate(journal(), (await readFile(journal())).length - 5);
    await restart();
    await type('第三');
    await restart();
    expect(await bodies()).toEqual(['第三']);
  });

  it('with a bit changed is not believed there', async () => {
    await type('第一', '第二');
    const bytes = await readFile(journal());
    bytes[bytes.length - 4] = (bytes[bytes.length - 4] ?? 0) ^ 1;
    await writeFile(journal(), bytes);
    await restart();
    expect(await bodies()).toEqual(['第一']);
  });

  it('does not grow without end', async () => {
    const long = '长'.repeat(10_000);
    for (let count = 0; count < 60; count += 1) await type(`${long}${count}`);
    expect((await readFile(journal())).length).toBeLessThan(600_000);
    await restart();
    expect(await bodies()).toEqual([`${long}59`]);
  });

  it('that a newer version of the program wrote is neither shown nor touched', async () => {
    await mkdir(folder());
    const foreign = encodeRecord({ schema: 'draft/2', words: '新' });
    await writeFile(journal(), foreign);
    expect(await list()).toEqual([]);
    expect(await readFile(journal(), 'utf8')).toBe(foreign);
  });

  it('is not mistaken for other files in its folder', async () => {
    await type('一');
    for (const name of ['x.journal', `${idNumber(2)}.txt`, `..${idNumber(2)}.journal`]) {
      await appendFile(join(folder(), name), 'x');
    }
    await appendFile(journal(3), '');
    await restart();
    expect(await bodies()).toEqual(['一']);
  });

  it('holds any text', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ body: fc.string({ unit: 'binary' }), x: fc.jsonValue() })), (records) => {
        const bytes = Buffer.from(records.map(encodeRecord).join(''));
        expect(JSON.stringify(decodeRecords(bytes))).toBe(JSON.stringify(records));
      }),
    );
  });
});

describe('on its way to the disk', () => {
  it('a draft is synced by itself within a second, not at each input', async () => {
    let syncs = 0;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    notes.restart({
      ...nodeFileSystem,
      append: async (path) => {
        const file = await nodeFileSystem.append(path);
        return {
          writeFile: (text) => file.writeFile(text),
          readFile: () => file.readFile(),
          stat: () => file.stat(),
          close: () => file.close(),
          sync: async () => {
            syncs += 1;
            await file.sync();
          },
        };
      },
    });
    await type('一', '二', '三');
    expect(syncs).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(syncs).toBe(1);
    expect(await drafts().flush()).toBe(true);
    expect(syncs).toBe(1);
    await type('四');
    expect(await drafts().flush()).toBe(true);
    expect(syncs).toBe(2);
  });

  it('words that the disk does not take are still there for the next page', async () => {
    notes.restart({
      ...nodeFileSystem,
      append: async () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })),
    });
    expect(await drafts().write(draftOf('写满磁盘'))).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await bodies()).toEqual(['写满磁盘']);
    expect(await drafts().flush()).toBe(false);
  });
});
