import { expect, test } from 'vitest';
import { failure, success } from '#core/text/result';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from './fake-api.ts';

test.each([
  { name: 'copied', answer: success(null), notice: { kind: 'done', text: '已复制' } },
  { name: 'not copied', answer: failure({ code: 'internal' as const }), notice: { kind: 'error' } },
])('what is said of a text that was $name is true', async ({ answer, notice }) => {
  const { api } = fakeApi();
  const copied: string[] = [];
  const store = createAppStore({
    ...api,
    'clipboard.writeText': async ({ text }) => {
      copied.push(text);
      return answer;
    },
  });
  await store.getState().copyText('原文', '已复制');
  expect(copied).toEqual(['原文']);
  expect(store.getState().notices).toMatchObject([notice]);
});
