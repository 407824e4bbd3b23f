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
  if (created === null) throw new Error('no note');
  const writing = writingOf(store, created);
  const shown: string[] = [];
  writing.open((text) => shown.push(text));
  const body = () => stored.get(id)?.body;
  const pending = () => store.getState().writings.size;
  return { store, id, created, writing, shown, stored, state, body, pending };
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
  const { store, created, writing, state, body, pending } = await openNote();
  state.failWith = { code: 'disk-full' };
  writing.change('写满磁盘');
  expect(await writing.save()).toBe(false);
  writing.close();
  expect(await store.getState().saveWritings()).toBe(1);
  expect(writingOf(store, created).text()).toBe('写满磁盘');

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

test('the reader removes a note: its last words go with it into the recycle bin', async () => {
  const { store, id, writing, pending } = await openNote();
  writing.change('删除前');
  await store.getState().removeAnnotation(id);
  writing.close();
  expect(await store.getState().saveWritings()).toBe(0);
  expect(pending()).toBe(0);
  await vi.runAllTimersAsync();
});

test('what someone else wrote into the note meanwhile stands below, in the file and before the reader', async () => {
  const { writing, stored, id, created, shown, body } = await openNote();
  writing.change('我的话');
  stored.set(id, { ...created, body: '同事的话' });
  expect(await writing.save()).toBe(true);
  expect(body()).toMatch(/^我的话\n\n— 冲突副本（.*）—\n\n同事的话$/u);
  expect(shown).toEqual([body()]);
  expect(writing.text()).toBe(body());
});

test('a note that someone else removed while it was written: the words become a new one', async () => {
  const { store, writing, stored, id, pending } = await openNote();
  writing.change('不能丢的话');
  stored.delete(id);
  await writing.save();
  expect([...stored.values()].map(({ body }) => body)).toEqual(['不能丢的话']);
  expect(await store.getState().saveWritings()).toBe(0);
  expect(pending()).toBe(0);
});

test('words that the old folder could not take are kept in the newly chosen one', async () => {
  const { store, writing, stored, state } = await openNote();
  state.failWith = { code: 'folder-missing' };
  writing.change('拔盘之后的话');
  expect(await store.getState().saveWritings()).toBe(1);
  stored.clear();
  state.failWith = undefined;
  await writing.rescue();
  expect([...stored.values()].map(({ body }) => body)).toEqual(['拔盘之后的话']);
});

test('when its note is gone, the writing goes on in the one new note', async () => {
  const { store, id, writing, stored } = await openNote();
  store.getState().editAnnotation(id);
  stored.delete(id);
  writing.change('一');
  const saving = writing.save();
  writing.change('一二');
  await saving;
  const [annotation] = store.getState().annotations;
  expect(store.getState().annotations).toHaveLength(1);
  expect(store.getState().editedAnnotation).toBe(annotation?.id);
  expect(annotation?.id).not.toBe(id);
  writing.close();
  if (annotation !== undefined) writingOf(store, annotation).open(() => {});
  await vi.runAllTimersAsync();
  expect([...stored.values()].map(({ body }) => body)).toEqual(['一二']);
});

test('typing goes on while a save is under way: nothing is taken for saved too early', async () => {
  const { writing, state, body } = await openNote();
  let open = () => {};
  state.gate = new Promise((resolve) => {
    open = resolve;
  });
  writing.change('甲乙');
  const first = writing.save();
  writing.change('甲');
  const second = writing.save();
  open();
  expect(await first).toBe(true);
  expect(await second).toBe(true);
  expect(body()).toBe('甲');
});

test('a tag that was typed and not yet added is saved with the rest', async () => {
  const { store, writing, stored, id } = await openNote();
  writing.draftTag(' 招生 ');
  expect(await store.getState().saveWritings()).toBe(0);
  expect(stored.get(id)?.tags).toEqual(['招生']);
});

test('one note that cannot be saved is not hidden by another that can', async () => {
  const { store, writing, state } = await openNote();
  state.failWith = { code: 'disk-full' };
  writing.change('没有保存');
  await writing.save();
  state.failWith = undefined;
  await store.getState().annotate({ start: 300, end: 310 }, 'highlighting', 'data');
  expect(store.getState().saving.state).toBe('failed');
  await writing.save();
  expect(store.getState().saving.state).toBe('saved');
});
