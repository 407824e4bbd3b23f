import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failure, success } from '#core/text/result';
import { sheetHandlers } from '../../../../src/main/ipc/handlers/sheet.ts';
import { nodeFileSystem } from '../../../../src/main/storage/file-system.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheets-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function setUp(names: string[]) {
  const paths = names.map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, path);
  let id = 0;
  const read: string[] = [];
  const answers: string[][] = [paths];
  const handlers = sheetHandlers({
    fileSystem: nodeFileSystem,
    readWorkbooks: async ({ name, bytes }) => {
      read.push(`${name}: ${Buffer.from(bytes)}`);
      return success([{ name, workbook: { sheets: [] } }]);
    },
    newId: () => {
      id += 1;
      return String(id);
    },
    showOpenDialog: async () => answers.shift() ?? [],
  });
  return { handlers, read, paths };
}

test('several files are chosen at once and read one by one, by their ids', async () => {
  const { handlers, read, paths } = await setUp(['甲.xlsx', '乙.zip']);
  const files = [
    { file: '1', name: '甲.xlsx' },
    { file: '2', name: '乙.zip' },
  ];
  expect(await handlers['sheet.choose'](null)).toEqual(success({ files }));
  expect(await handlers['sheet.read']({ file: '2' })).toMatchObject({ value: { workbooks: [{ name: '乙.zip' }] } });
  await handlers['sheet.read']({ file: '1' });
  expect(read).toEqual([`乙.zip: ${paths[1]}`, `甲.xlsx: ${paths[0]}`]);
  expect(await handlers['sheet.read']({ file: '3' })).toEqual(failure({ code: 'not-found' }));
});

test('one that is gone is a problem of that file', async () => {
  const { handlers, paths } = await setUp(['甲.xlsx', '乙.xlsx']);
  await handlers['sheet.choose'](null);
  await rm(paths[0] ?? '');
  expect(await handlers['sheet.read']({ file: '1' })).toEqual(success({ problem: { code: 'unreadable' } }));
  expect(await handlers['sheet.read']({ file: '2' })).toMatchObject({ ok: true, value: { workbooks: [{}] } });
});

test('choosing none leaves those that were chosen before', async () => {
  const { handlers } = await setUp(['甲.xlsx']);
  await handlers['sheet.choose'](null);
  expect(await handlers['sheet.choose'](null)).toEqual(success({ cancelled: true }));
  expect(await handlers['sheet.read']({ file: '1' })).toMatchObject({ ok: true });
});
