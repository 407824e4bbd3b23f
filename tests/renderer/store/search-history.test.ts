import { beforeEach, expect, test } from 'vitest';
import { viewStateSchema } from '#core/settings/settings-schema';
import { type AppStore, createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from './fake-api.ts';

let store: AppStore;
const state = () => store.getState();
const record = (query: string, isPattern = false) => {
  store.setState({ search: { ...state().search, query, isPattern } });
  state().recordSearch();
};
const queries = () => state().view.searches?.map(({ query }) => query) ?? [];

beforeEach(() => {
  store = createAppStore(fakeApi().api);
});

test('the latest search comes first, each once; words and an expression are not the same', () => {
  for (const query of ['督导', '体育', ' 督导 ']) record(query);
  record('体育', true);
  expect(state().view.searches).toEqual([{ query: '体育', isPattern: true }, { query: '督导' }, { query: '体育' }]);
  state().forgetSearch({ query: '体育' });
  expect(state().view.searches).toEqual([{ query: '体育', isPattern: true }, { query: '督导' }]);
  state().forgetSearches();
  expect(queries()).toEqual([]);
});

test('twenty are remembered, and the view state can be written', () => {
  for (let index = 0; index < 25; index += 1) record(`督导${index}`);
  expect(queries()).toHaveLength(20);
  expect(queries()[0]).toBe('督导24');
  expect(viewStateSchema.parse(state().view).searches).toHaveLength(20);
});

test.each(['', '  ', '标签:', '批注： ', '长'.repeat(301)])('not remembered: “%s”', (query) => {
  record(query);
  expect(queries()).toEqual([]);
});
