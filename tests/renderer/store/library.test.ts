import { expect, test } from 'vitest';
import { success } from '#core/text/result';
import type { LibraryStatus } from '#ipc/contract/library-contract';
import { messages } from '#messages/zh-CN';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { fakeApi } from './fake-api.ts';

const { problems } = messages.review;

test.each<{ name: string; found: LibraryStatus['problem'][]; said: string[] }>([
  {
    name: 'a text that is held is said once, though it is looked at again and again',
    found: ['unreadable', 'unreadable', 'unreadable'],
    said: [problems.unreadable],
  },
  {
    name: 'held once more, after it was free, it is said once more',
    found: ['unreadable', null, 'unreadable'],
    said: [problems.unreadable, problems.unreadable],
  },
  {
    name: 'each damaged text that another program brings is said',
    found: ['damaged', 'damaged'],
    said: [problems.damaged, problems.damaged],
  },
])('$name', async ({ found, said }) => {
  let looks = 0;
  const store = createAppStore({
    ...fakeApi().api,
    'library.status': async () => {
      const problem = found[looks] ?? null;
      looks += 1;
      return success({ source: 'bundled' as const, problem });
    },
  });
  await store.getState().openDocument(bundledPlan.id);
  const heard: string[] = [];
  for (const problem of found) {
    expect(await store.getState().checkText()).toBe(problem === null);
    const { notices, dismissNotice } = store.getState();
    for (const { id, text } of notices) {
      heard.push(text);
      dismissNotice(id);
    }
  }
  expect(heard).toEqual(said);
});
