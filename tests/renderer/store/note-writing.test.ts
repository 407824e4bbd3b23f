import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { writingOf } from '../../../src/renderer/store/note-writing.ts';
import { fakeApi } from './fake-api.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function openNote() {
  const { api, stored, state } = fakeApi();
  const store = createAppStore(api);
  await store.getState().openDocument('jilin-145-education');
  const created = await store.getState().annotate({ start: 896, end: 910 }, 'commenting', 'important');
  const id = created?.id ?? '';
  const writing = writingOf(store, id, '');
  writing.open();
  return { store, id, writing, state, body: () => stored.get(id)?.body, pending: () => store.getState().writings.size };
}

test('what is typed is saved when the typing pauses', async () => {
  const { writing, body, pending } = await openNote();
  writing.change('报');
  await vi.advanceTimersByTimeAsync(300);
  writing.change('报备');
  await vi.advanceTimersByTimeAsync(300);
  expect(body()).toBe('');
  await vi.advanceTimersByTimeAsync(200);
  expect(body()).toBe('报备');
  writing.close();
  await vi.runAllTimersAsync();
  expect(pending()).toBe(0);
});

test('what cannot be saved outlives its editor, is there when it is opened again, and is saved in the end', async () => {
  const { store, id, writing, state, body, pending } = await openNote();
  state.failWith = { code: 'disk-full' };
  writing.change('写满磁盘');
  expect(await writing.save()).toBe(false);
  writing.close();
  expect(await store.getState().saveWritings()).toBe(1);
  expect(writingOf(store, id, '').text()).toBe('写满磁盘');

  state.failWith = undefined;
  await vi.advanceTimersByTimeAsync(3000);
  expect(body()).toBe('写满磁盘');
  expect(pending()).toBe(0);
  expect(await store.getState().saveWritings()).toBe(0);
});

test('undo is followed, but never over words that are not saved yet', async () => {
  const { writing } = await openNote();
  writing.change('第一稿');
  expect(writing.follow('撤销后')).toBe(false);
  expect(writing.text()).toBe('第一稿');
  await writing.save();
  expect(writing.follow('撤销后')).toBe(true);
  expect(writing.text()).toBe('撤销后');
});

test('the words of a note that was removed do not hold up the closing', async () => {
  const { store, id, writing, pending } = await openNote();
  writing.change('删除前');
  await store.getState().removeAnnotation(id);
  writing.close();
  expect(await store.getState().saveWritings()).toBe(0);
  expect(pending()).toBe(0);
  await vi.runAllTimersAsync();
});
