import { expect, test } from 'vitest';
import { findInText } from '#core/search/find-in-text';
import { createSearcher } from '#core/search/index';
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
  const ranges = findInText(bundledPlan, '劳动教育');
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
  const hits = searcher.search('改革', { locate: 1 });
  const [first] = hits;
  const others = first === undefined ? [] : [{ ...first, document: 'other' }];
  store.setState({ search: { ...search, open: true, scope: 'all', hits: [...hits, ...others] } });
  const total = findInText(bundledPlan, '改革').length;
  const chapters = [...counts()].filter(([id]) => !id.includes('.'));
  expect(chapters.reduce((sum, [, count]) => sum + count, 0)).toBe(total);
  store.setState({ search: { ...search, open: true, scope: 'all', hits: searcher.search('如何减轻学生作业负担') } });
  expect(counts().size).toBe(0);
});
