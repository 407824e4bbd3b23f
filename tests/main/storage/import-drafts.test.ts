import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createImportDrafts } from '../../../src/main/storage/import-drafts.ts';
import { idNumber, successOf } from './storage-set.ts';

let folder: string;
let clock = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-drafts-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** As after a new start. */
const open = () =>
  createImportDrafts({
    folder,
    writer: createAtomicWriter(),
    fileSystem: nodeFileSystem,
    now: () => new Date(Date.UTC(2026, 10, 26, 4, 0, ++clock)),
  });
const block = { text: '甲', occurrence: 0, occurrences: 1, before: '' };
const draft = (number = 1, count = 1) => ({
  draft: idNumber(number),
  fileName: `${number}.txt`,
  encoding: 'gb18030' as const,
  corrections: {
    schema: 'corrections/1' as const,
    corrections: Array.from({ length: count }, () => ({ kind: 'text' as const, block })),
  },
  carried: 0,
  title: '规划',
  target: null,
});
const bytes = new TextEncoder().encode('一、总则');
const files = async () => (await readdir(join(folder, 'import-drafts'))).sort();

describe('an import that was not finished', () => {
  it('is there after the next start, with its file', async () => {
    successOf(await open().write(draft(), bytes));
    successOf(await open().write(draft(1, 3), undefined));
    expect(successOf(await open().list())).toMatchObject([{ draft: idNumber(1), fileName: '1.txt', corrections: 3 }]);
    const read = successOf(await open().read(idNumber(1)));
    expect(read.draft).toEqual(draft(1, 3));
    expect(new Uint8Array(read.bytes)).toEqual(bytes);
  });

  it('stands among others, the latest first, and does not count what an earlier import corrected', async () => {
    const drafts = open();
    successOf(await drafts.write(draft(1), bytes));
    successOf(await drafts.write({ ...draft(2, 5), carried: 4 }, bytes));
    expect(successOf(await drafts.list()).map(({ fileName, corrections }) => [fileName, corrections])).toEqual([
      ['2.txt', 1],
      ['1.txt', 1],
    ]);
  });

  it('is gone when it is discarded, and nothing is left of it', async () => {
    const drafts = open();
    successOf(await drafts.write(draft(), bytes));
    successOf(await drafts.discard(idNumber(1)));
    expect(await files()).toEqual([]);
    expect(await drafts.read(idNumber(1))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    successOf(await open().discard(idNumber(7)));
  });

  it('is not begun without its file', async () => {
    expect(await open().write(draft(), undefined)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(successOf(await open().list())).toEqual([]);
  });

  it('that is damaged is left as it is, and a file without one is removed', async () => {
    await mkdir(join(folder, 'import-drafts'));
    for (const name of [`${idNumber(1)}.json`, `${idNumber(1)}.source`, `${idNumber(2)}.source`, '别的.source'])
      await writeFile(join(folder, 'import-drafts', name), '{');
    expect(successOf(await open().list())).toEqual([]);
    expect(await files()).toEqual([`${idNumber(1)}.json`, `${idNumber(1)}.source`, '别的.source'].sort());
  });
});
