import { expect, test } from 'vitest';
import { findInText } from '#core/search/find-in-text';
import { createSearcher } from '#core/search/index';
import { rangesOf } from '#core/search/place-list';
import { createHitCountSelector } from '../../../../src/renderer/features/outline/count-hits.ts';
import { createAppStore } from '../../../../src/renderer/store/app-store.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';
import { fakeApi } from '../../store/fake-api.ts';

const searcher = createSearcher([bundledPlan]);

function counting() {
  const store = createAppStore(fakeApi().api);
  store.setState({ plan: bundledPlan });
  const { search } = store.getState();
  const select = createHitCountSelector();
  return { counts: () => select(store.getState()), store, search };
}

test('places in the text count in their section and all above it, once for each answer', () => {
  const { counts, store, search } = counting();
  const ranges = rangesOf(findInText(bundledPlan, '劳动教育'));
  store.setState({ searchPaint: { ranges, current: -1 } });
  expect(counts().size).toBe(0);
  store.setState({ search: { ...search, open: true, query: '劳动教育' } });
  const first = counts();
  expect([...first].sort()).toEqual([
    ['2', 2],
    ['2.5', 2],
  ]);
  store.setState({ searchPaint: { ranges, current: 1 } });
  expect(counts()).toBe(first);
});

test('listed results count with all their places, without what is only related or in other documents', () => {
  const { counts, store, search } = counting();
  const { tallies } = searcher.answer('改革', { locate: 1 });
  const others = tallies.map((tally) => ({ ...tally, document: 'other' }));
  store.setState({ search: { ...search, open: true, scope: 'all', tallies: [...others, ...tallies] } });
  const total = findInText(bundledPlan, '改革').length / 2;
  const chapters = [...counts()].filter(([id]) => !id.includes('.'));
  expect(chapters.reduce((sum, [, count]) => sum + count, 0)).toBe(total);
  const { tallies: related } = searcher.answer('如何减轻学生作业负担');
  store.setState({ search: { ...search, open: true, scope: 'all', tallies: related } });
  expect(counts().size).toBe(0);
});
