import { expect, test } from 'vitest';
import { sectionDigests } from '#core/overview/section-digest';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { readDigests } from '../../../src/renderer/store/read-sections.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { fakeApi } from './fake-api.ts';

const digest = (id: string) => sectionDigests(bundledPlan).get(id);

test('what was seen is kept once, also what was seen before the earlier ones were known', async () => {
  const { api, read } = fakeApi();
  read.set(bundledPlan.id, [digest('2.1') ?? '']);
  const { getState } = createAppStore(api);
  await getState().openDocument(null);
  getState().sectionsSeen(bundledPlan, ['2.3']);
  await getState().loadReadSections(bundledPlan.id);
  expect([...readDigests(getState())].sort()).toEqual([digest('2.1'), digest('2.3')].sort());
  getState().sectionsSeen(bundledPlan, ['2.1', '2.3', '2.4', '3', 'nowhere']);
  await getState().flushReadSections();
  await getState().flushReadSections();
  expect(read.get(bundledPlan.id)).toEqual(['2.1', '2.3', '2.4'].map(digest));
  // Of another document it says nothing.
  expect(readDigests({ ...getState(), plan: { ...bundledPlan, id: 'other' } }).size).toBe(0);
});
