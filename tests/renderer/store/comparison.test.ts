import { expect, test, vi } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { failure, success } from '#core/text/result';
import type { TextVersion } from '#ipc/contract/library-contract';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { createComparisonSlice } from '../../../src/renderer/store/comparison.ts';
import { answerComparison } from '../../../src/renderer/workers/comparison/answer-comparison.ts';
import type { Compared } from '../../../src/renderer/workers/comparison/comparison-messages.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { fakeApi } from './fake-api.ts';

const other = planFromText('doc-other', '上位规划\n一、总则\n立德树人。');
const version = (hash: string, keptSince: string | null): TextVersion => ({
  hash,
  title: bundledPlan.title,
  characters: 10,
  sections: 1,
  isInUse: false,
  isBundled: false,
  keptSince,
  source: null,
});
const listed = (id: string, problem: 'damaged' | null = null) => ({
  id,
  title: `《${id}》`,
  isBundled: id === bundledPlan.id,
  chapters: 1,
  sections: 1,
  characters: 10,
  notes: 0,
  source: null,
  problem,
});

/** A window with these earlier texts and other documents; `outcome` stands in for the worker. */
async function comparing(
  versions: TextVersion[],
  documents = [listed(bundledPlan.id)],
  outcome?: Promise<Compared | 'failed' | null>,
) {
  const { api } = fakeApi();
  const read = vi.fn(async ({ document }: { document: string }) =>
    document === other.id ? success(other) : failure({ code: 'plan-missing' as const }),
  );
  Object.assign(api, {
    'library.versions': async () => success(versions),
    'library.version': async ({ hash }: { hash: string }) => success({ ...other, id: hash }),
    'library.read': read,
    'documents.list': async () => success({ documents, removed: [] }),
  });
  const store = createAppStore(api);
  const stop = vi.fn();
  const slice = createComparisonSlice((request) => ({
    outcome: outcome ?? Promise.resolve(answerComparison(request)),
    stop,
  }))(api);
  store.setState(slice(store.setState, store.getState, store));
  await store.getState().openDocument(bundledPlan.id);
  return { store, stop, read };
}

test('the open text stands beside the latest of its earlier texts', async () => {
  const { store } = await comparing([
    version('sha256-1', '2026-11-20T08:00:00Z'),
    version('sha256-2', '2026-11-23T08:00:00Z'),
  ]);
  await store.getState().openComparison();
  expect(store.getState()).toMatchObject({
    dialog: 'comparison',
    comparison: {
      left: `${bundledPlan.id} sha256-2`,
      right: bundledPlan.id,
      outcome: { stage: 'compared', left: { id: 'sha256-2' }, right: bundledPlan },
    },
  });
  store.getState().closeComparison();
  expect(store.getState()).toMatchObject({ dialog: null, comparison: null });
});

test('without one it stands beside another document that can be read, which is not opened', async () => {
  const documents = [listed(bundledPlan.id), listed('doc-damaged', 'damaged'), listed(other.id)];
  const { store, read } = await comparing([], documents);
  await store.getState().openComparison();
  expect(store.getState().comparison).toMatchObject({ left: other.id, right: bundledPlan.id });
  expect(read).toHaveBeenCalledWith({ document: other.id });
  expect(store.getState().plan).toBe(bundledPlan);
  await store.getState().compareTexts(bundledPlan.id, other.id);
  expect(store.getState().comparison).toMatchObject({
    left: bundledPlan.id,
    outcome: { stage: 'compared', right: { id: other.id } },
  });
});

test.each<[string, Parameters<typeof comparing>, string]>([
  ['there is no second text', [[], [listed(bundledPlan.id)]], 'alone'],
  ['a text is gone', [[], [listed(bundledPlan.id), listed('doc-gone')]], 'unread'],
  ['the worker breaks down', [[version('sha256-1', null)], undefined, Promise.resolve('failed')], 'failed'],
])('it is said that %s', async (_name, setting, stage) => {
  const { store } = await comparing(...setting);
  await store.getState().openComparison();
  expect(store.getState().comparison?.outcome.stage).toBe(stage);
});

test('closing stops what is under way', async () => {
  const { store, stop } = await comparing([version('sha256-1', null)], undefined, new Promise(() => undefined));
  void store.getState().openComparison();
  await vi.waitFor(() => expect(store.getState().comparison?.right).toBe(bundledPlan.id));
  await Promise.resolve();
  store.getState().closeComparison();
  await vi.waitFor(() => expect(store.getState().comparison).toBeNull());
  expect(stop.mock.calls.length).toBeLessThanOrEqual(1);
});
