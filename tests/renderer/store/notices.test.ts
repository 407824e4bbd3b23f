import { expect, test } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from './fake-api.ts';

function openNotices() {
  const get = createAppStore(fakeApi().api).getState;
  return {
    get,
    texts: () => get().notices.map(({ text }) => text),
    dismissLast: () => get().dismissNotice(get().notices.at(-1)?.id ?? -1),
    done: (text: string) => get().notify({ kind: 'done', text }),
    fail: (text: string) => get().notify({ kind: 'error', text }),
  };
}

test('what is said to be done goes with the next notice, and does not come again', () => {
  const { texts, dismissLast, done, fail } = openNotices();
  for (const text of ['完成一', '完成二', '完成三']) done(text);
  expect(texts()).toEqual(['完成三']);
  dismissLast();
  expect(texts()).toEqual([]);
  done('完成四');
  fail('错误一');
  expect(texts()).toEqual(['完成四', '错误一']);
  fail('错误二');
  dismissLast();
  dismissLast();
  expect(texts()).toEqual([]);
});

test('an error that was not put away is there again when what came after it has gone', () => {
  const { get, texts, dismissLast, done, fail } = openNotices();
  fail('错误一');
  for (const text of ['完成一', '完成二']) done(text);
  expect(texts()).toEqual(['错误一', '完成二']);
  dismissLast();
  expect(texts()).toEqual(['错误一']);
  get().notify({ kind: 'done', text: '留着', stays: true });
  done('完成三');
  expect(texts()).toEqual(['错误一', '留着', '完成三']);
});

test('no more than two stay; the same error is said once', () => {
  const { texts, done, fail } = openNotices();
  for (const text of ['错误一', '错误二', '错误三', '错误三']) fail(text);
  expect(texts()).toEqual(['错误二', '错误三']);
  done('完成一');
  fail('错误四');
  expect(texts()).toEqual(['错误三', '错误四']);
});
