import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeZip } from '../../../src/main/storage/zip-file.ts';
import { exported, taskOn } from '../../fixtures/sheets/filled-in.ts';
import { readAll } from '../../fixtures/sheets/read-one.ts';

let workbook: Uint8Array;
beforeAll(async () => {
  workbook = await exported([taskOn(1, '深化体育教育改革', { department: '体卫艺处' })]);
});

/** What became of each file: that it was read, or why not. */
function outcomes(bytes: Uint8Array): Record<string, string> | string {
  const all = readAll(bytes, '回.zip');
  if (!all.ok) return all.error.code;
  return Object.fromEntries(all.value.map((file) => [file.name, 'problem' in file ? file.problem.code : 'read']));
}

/** An archive with the names written in these bytes, by replacing names of the same length. */
function renamed(bytes: Uint8Array, from: string, to: Uint8Array): Uint8Array {
  const latin = Buffer.from(bytes).toString('latin1');
  return Buffer.from(latin.replaceAll(from, Buffer.from(to).toString('latin1')), 'latin1');
}

describe('an archive of workbooks', () => {
  test('is each workbook in it, and what cannot be read by its name', () => {
    const archive = zipSync({
      '教务处 台账.xlsx': workbook,
      '德育处/台账.XLSX': workbook,
      '说明.txt': strToU8('请查收'),
      '空.xlsx': new Uint8Array(),
      '坏.xlsx': workbook.slice(0, 200),
    });
    expect(outcomes(archive)).toEqual({
      '教务处 台账.xlsx': 'read',
      '德育处/台账.XLSX': 'read',
      '说明.txt': 'unsupported',
      '空.xlsx': 'empty',
      '坏.xlsx': 'truncated',
    });
  });

  test('leaves out what file managers and offices put beside them', () => {
    const leftovers = ['__MACOSX/._a.xlsx', '.DS_Store', '处/.hidden', '~$台账.xlsx', 'Thumbs.db', '处/'];
    const archive = zipSync({
      ...Object.fromEntries(leftovers.map((name) => [name, new Uint8Array()])),
      '台账.xlsx': workbook,
    });
    expect(outcomes(archive)).toEqual({ '台账.xlsx': 'read' });
  });

  test('made on Chinese Windows has its names read as they were written', () => {
    // 教务处 in GBK
    const archive = renamed(
      zipSync({ 'ABCDEF.xlsx': workbook }),
      'ABCDEF',
      Uint8Array.of(189, 204, 206, 241, 180, 166),
    );
    expect(outcomes(archive)).toEqual({ '教务处.xlsx': 'read' });
  });

  test('names are shown only, without marks that nobody sees', () => {
    const archive = zipSync({ '../../etc/台账.xlsx': workbook, '\u202e甲\u0007.xlsx': workbook });
    expect(outcomes(archive)).toEqual({ '../../etc/台账.xlsx': 'read', '甲.xlsx': 'read' });
  });
});

describe('a hostile archive', () => {
  test.each<[name: string, make: () => Uint8Array, problem: string]>([
    [
      'with two files of one name',
      () => renamed(zipSync({ 'a.xlsx': workbook, 'b.xlsx': workbook }), 'b.xlsx', strToU8('a.xlsx')),
      'broken',
    ],
    [
      'of more files than anybody sends',
      () =>
        zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.xlsx`, new Uint8Array(1)]))),
      'too-many-parts',
    ],
    ['that breaks off', () => zipSync({ 'a.xlsx': workbook }).slice(0, -30), 'truncated'],
    [
      'without a workbook',
      () => zipSync({ 'a.txt': workbook, 'b.zip': zipSync({ 'c.xlsx': workbook }) }),
      'unsupported',
    ],
  ])('%s is refused as a whole', (_name, make, problem) => {
    expect(outcomes(make())).toBe(problem);
  });

  test('with one file that swells beyond all measure refuses that one, and reads the others', () => {
    const zeros = new Uint8Array(60_000_000);
    const archive = zipSync({ 'a.xlsx': workbook, 'b.xlsx': zeros, 'c.xlsx': workbook }, { level: 9 });
    expect(outcomes(archive)).toEqual({ 'a.xlsx': 'read', 'b.xlsx': 'zip-bomb', 'c.xlsx': 'read' });
  });

  test('inside an archive is not opened', () => {
    const archive = zipSync({ 'a.xlsx': workbook, 'b.xlsx': zipSync({ 'c.xlsx': workbook }) });
    expect(outcomes(archive)).toEqual({ 'a.xlsx': 'read', 'b.xlsx': 'unsupported' });
  });

  test('of files that swell together ends where they are too much together', async () => {
    // Each would be opened by itself: no larger than a workbook may be, and pressed no further than usual.
    const noise = Buffer.alloc(45_000_000);
    for (let at = 0; at < noise.length; at += 90) noise[at] = (at * 7919) % 251;
    const names = ['1.xlsx', '2.xlsx', '3.xlsx', '4.xlsx', '5.xlsx'];
    const archive = await writeZip([
      ...names.map((name) => ({ name, bytes: noise })),
      { name: 'z.xlsx', bytes: workbook },
    ]);
    const said = outcomes(archive);
    expect(said).toMatchObject({ '1.xlsx': 'unsupported', '5.xlsx': 'zip-bomb', 'z.xlsx': 'zip-bomb' });
  });
});
