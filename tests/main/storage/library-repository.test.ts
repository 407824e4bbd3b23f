import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlanDocument } from '#core/plan/plan';
import { failure, success } from '#core/text/result';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createLibraryRepository } from '../../../src/main/storage/library-repository.ts';
import { withFaults } from './faulty-file-system.ts';

const plan: PlanDocument = {
  schema: 'plan/1',
  id: 'sample',
  title: '规划',
  blocks: [{ kind: 'title', text: '规划' }],
  sections: [],
  diagnostics: [],
};
let resources: string;
let clock = Date.UTC(2026, 10, 23);

beforeEach(async () => {
  resources = await mkdtemp(join(tmpdir(), 'plan-reader-'));
  await mkdir(join(resources, 'plans', 'sample'), { recursive: true });
});
afterEach(() => rm(resources, { recursive: true }));

/** The plans that ship, with a data folder that holds nothing. */
const libraryOf = (shipped: string, fileSystem = nodeFileSystem) =>
  createLibraryRepository({
    resources: shipped,
    readFile,
    dataFolder: {
      locate: async () => success(join(resources, 'nowhere')),
      open: async () => failure({ code: 'folder-missing' }),
    },
    fileSystem,
    writer: createAtomicWriter(),
    now: () => {
      clock += 1000;
      return new Date(clock);
    },
  });
const library = () => libraryOf(resources);
const store = (content: string) => writeFile(join(resources, 'plans', 'sample', 'plan.json'), content);

it('opens a plan', async () => {
  await store(JSON.stringify(plan));
  expect(await library().open('sample')).toEqual({ ok: true, value: plan });
});

it.each(['nowhere', '..', '../sample', 'sample/../sample', '', 'Sample', 'sample\0'])('has no plan %j', async (id) => {
  await store(JSON.stringify(plan));
  expect(await library().open(id)).toMatchObject({ ok: false, error: { code: 'plan-missing' } });
});

it.each([
  ['cut off', JSON.stringify(plan).slice(0, 30)],
  ['empty', ''],
  ['of another id', JSON.stringify({ ...plan, id: 'other' })],
  [
    'with a section that does not exist',
    JSON.stringify({ ...plan, blocks: [{ kind: 'title', text: 'x', section: '9' }] }),
  ],
])('reports a damaged plan: %s', async (_name, content) => {
  await store(content);
  expect(await library().open('sample')).toMatchObject({ ok: false, error: { code: 'plan-damaged' } });
});

it('opens the plan that ships with the application', async () => {
  const shipped = libraryOf(join(import.meta.dirname, '../../../resources'));
  expect(await shipped.open('jilin-145-education')).toMatchObject({ ok: true, value: { id: 'jilin-145-education' } });
});

it('looks again at a text that another program held when it was to be read', async () => {
  await store(JSON.stringify(plan));
  const own = join(resources, 'nowhere', '文档', 'sample');
  await mkdir(own, { recursive: true });
  await writeFile(join(own, 'plan.json'), JSON.stringify({ ...plan, title: '全文' }));
  let isHeld = true;
  const held = withFaults(nodeFileSystem, (call) => (isHeld && call === 'open' ? 'EBUSY' : undefined));
  const reader = libraryOf(resources, held);
  expect(await reader.open('sample')).toMatchObject({ value: { title: '规划' } });
  expect(reader.status('sample')).toEqual({ source: 'bundled', problem: 'unreadable' });
  const first = await reader.look();
  expect([...first.keys()]).toEqual(['sample']);
  await reader.open('sample');
  const second = await reader.look();
  expect(second.get('sample'), 'it is still held: another state, so that it is looked at once more').not.toBe(
    first.get('sample'),
  );
  isHeld = false;
  expect(await reader.open('sample')).toMatchObject({ value: { title: '全文' } });
  expect(await reader.look()).toEqual(new Map());
});
