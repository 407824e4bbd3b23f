import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { sectionDigests } from '#core/overview/section-digest';
import type { PlanDocument } from '#core/plan/plan';
import { doDailyWork } from '../../../src/main/daily-work.ts';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { tidyReadSections } from '../../../src/main/storage/read-sections-tidying.ts';
import { draft, successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const path = () => join(notes.base, 'application', 'read-sections.json');
const sections = () => notes.storage.readSections;
const listed = async (document: string) => successOf(await sections().list(document));

test('what was read is kept per document, each section once, over a restart', async () => {
  expect(await listed('plan')).toEqual([]);
  successOf(await sections().add('plan', ['aa', 'bb']));
  successOf(await sections().add('plan', ['bb', 'cc']));
  successOf(await sections().add('__proto__x', ['dd']));
  notes.restart();
  expect(await listed('plan')).toEqual(['aa', 'bb', 'cc']);
  expect(await listed('toString')).toEqual([]);
});

test('a damaged file is set aside, one of a newer version stays as it is', async () => {
  await mkdir(join(notes.base, 'application'), { recursive: true });
  await writeFile(path(), '{');
  expect(await listed('plan')).toEqual([]);
  notes.restart();
  const newer = '{"schema":"read-sections/2","documents":[]}';
  await writeFile(path(), newer);
  expect(await listed('plan')).toEqual([]);
  expect((await sections().add('plan', ['aa'])).ok).toBe(false);
  await runDays(3);
  expect(await readFile(path(), 'utf8')).toBe(newer);
});

let days = 0;
/** The program runs on so many further days. */
async function runDays(count: number): Promise<void> {
  for (const end = days + count; days < end; days += 1) {
    const day = new Date(Date.UTC(2026, 10, 26 + days)).toISOString().slice(0, 10);
    await tidyReadSections({ ...notes.storage, fileSystem: nodeFileSystem }, day);
  }
}

/** A plan of one clause for each letter. */
const planOf = (letters: string, id = 'school'): PlanDocument =>
  planFromText(
    id,
    ['本校规划', ...[...letters].map((letter) => `${letter}、${letter}的要求\n做好${letter}。`)].join('\n'),
  );
const digestsOf = (plan: PlanDocument) => [...sectionDigests(plan).values()];

/** Imports a text; the one before is kept. */
async function importText(plan: PlanDocument): Promise<void> {
  const source = { fileName: '规划.txt', format: 'text' as const, importedAt: '2026-11-26T09:00:00+08:00' };
  const record = { source, corrections: { schema: 'corrections/1' as const, corrections: [] } };
  successOf(await notes.storage.documents.save({ plan, record, bytes: new TextEncoder().encode(plan.title) }));
}

/** Puts a text in the place of another, as a synchronising program does; none is kept. */
async function putText(plan: PlanDocument): Promise<void> {
  const folder = join(notes.root, '文档', plan.id);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
}

const [first, second, third, fourth] = ['一二三', '一二', '一二四', '一'].map((letters) => planOf(letters)) as [
  PlanDocument,
  PlanDocument,
  PlanDocument,
  PlanDocument,
];

describe('sections that a text has no more', () => {
  test('stay as long as any text that is kept has them', async () => {
    for (const plan of [first, second, third, fourth]) {
      await importText(plan);
      successOf(await sections().add(plan.id, digestsOf(plan)));
      await runDays(2);
    }
    expect(new Set(await listed('school'))).toEqual(new Set([first, third].flatMap(digestsOf)));
  });

  test('go with the third text that is without them, when none is kept', async () => {
    successOf(await notes.storage.dataFolder.open());
    await putText(first);
    successOf(await sections().add('school', digestsOf(first)));
    for (const plan of [second, third]) {
      await putText(plan);
      await runDays(5);
      expect(await listed('school')).toEqual(digestsOf(first));
    }
    notes.restart();
    await putText(fourth);
    await runDays(1);
    const gone = digestsOf(first).slice(2);
    // what is gone with the third text is what all three are without
    expect(await listed('school')).toEqual(digestsOf(first).filter((digest) => !gone.includes(digest)));
  });

  test('stay when the earlier text comes back in time', async () => {
    successOf(await notes.storage.dataFolder.open());
    successOf(await sections().add('school', digestsOf(first)));
    for (const plan of [second, third, first, second, third, first]) {
      await putText(plan);
      await runDays(1);
    }
    expect(await listed('school')).toEqual(digestsOf(first));
  });

  test('stay while a kept text cannot be read', async () => {
    await importText(first);
    successOf(await sections().add('school', digestsOf(first)));
    for (const plan of [second, third, fourth]) await importText(plan);
    const versions = join(notes.root, '文档', 'school', 'versions');
    for (const name of await readdir(versions)) await writeFile(join(versions, name), '{');
    await runDays(5);
    expect(await listed('school')).toEqual(digestsOf(first));
  });
});

describe('documents', () => {
  const school = join('文档', 'school');

  test('that are in the recycle bin keep what was read, those removed for good lose it after thirty days', async () => {
    await importText(first);
    successOf(await sections().add('school', digestsOf(first)));
    successOf(await sections().add(draft.document, ['aa']));
    successOf(await notes.storage.documents.remove('school'));
    await runDays(40);
    expect(await listed('school')).toEqual(digestsOf(first));
    await rm(join(notes.root, '回收站', '文档'), { recursive: true });
    await runDays(29);
    notes.restart();
    expect(await listed('school')).toEqual(digestsOf(first));
    await runDays(1);
    expect(await listed('school')).toEqual([]);
    expect(await listed(draft.document)).toEqual(['aa']);
    expect(await readFile(path(), 'utf8')).not.toContain('school');
  });

  test('that come back in time begin anew', async () => {
    await importText(first);
    successOf(await sections().add('school', digestsOf(first)));
    const aside = join(notes.base, 'aside');
    for (let time = 0; time < 2; time += 1) {
      await rename(join(notes.root, school), aside);
      await runDays(20);
      await rename(aside, join(notes.root, school));
      await runDays(1);
    }
    expect(await listed('school')).toEqual(digestsOf(first));
  });

  test('stay while their folder is not there, or another is in use', async () => {
    await importText(first);
    successOf(await sections().add('school', digestsOf(first)));
    await rename(notes.root, join(notes.base, 'drive'));
    await runDays(40);
    await rename(join(notes.base, 'drive'), notes.root);
    const other = join(notes.base, 'other');
    await mkdir(other);
    successOf(await notes.storage.dataFolder.choose(other));
    await runDays(40);
    expect(await listed('school')).toEqual(digestsOf(first));
  });
});

test('it is looked at once a day, with the other daily work', async () => {
  successOf(await notes.storage.dataFolder.open());
  successOf(await sections().add(draft.document, ['aa']));
  await notes.annotations.create(draft);
  const noon = new Date('2026-11-26T04:00:00Z');
  expect((await doDailyWork(notes.storage, noon)).error).toBeUndefined();
  const stored = await readFile(path(), 'utf8');
  expect(JSON.parse(stored)).toMatchObject({ lookedAt: '2026-11-26', documents: { [draft.document]: 'aa' } });
  await doDailyWork(notes.storage, noon);
  expect(await readFile(path(), 'utf8')).toBe(stored);
});
