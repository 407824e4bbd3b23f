import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createReadSections } from '../../../src/main/storage/read-sections.ts';
import { successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const folder = () => join(notes.base, 'application');
const open = () =>
  createReadSections({
    folder: folder(),
    writer: createAtomicWriter(),
    fileSystem: nodeFileSystem,
    now: () => new Date(),
  });

test('what was read is kept per document, each section once, over a restart', async () => {
  const sections = open();
  expect(successOf(await sections.list('plan'))).toEqual([]);
  successOf(await sections.add('plan', ['aa', 'bb']));
  successOf(await sections.add('plan', ['bb', 'cc']));
  successOf(await sections.add('__proto__x', ['dd']));
  expect(successOf(await open().list('plan'))).toEqual(['aa', 'bb', 'cc']);
  expect(successOf(await open().list('toString'))).toEqual([]);
});

test('a damaged file is set aside, one of a newer version stays as it is', async () => {
  await mkdir(folder(), { recursive: true });
  const path = join(folder(), 'read-sections.json');
  await writeFile(path, '{');
  expect(successOf(await open().list('plan'))).toEqual([]);
  const newer = '{"schema":"read-sections/2","documents":[]}';
  await writeFile(path, newer);
  expect(successOf(await open().list('plan'))).toEqual([]);
  expect((await open().add('plan', ['aa'])).ok).toBe(false);
  expect(await readFile(path, 'utf8')).toBe(newer);
});
