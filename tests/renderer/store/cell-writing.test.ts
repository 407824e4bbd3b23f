import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { isTask, newTask, type Task } from '#core/annotation/task';
import type { TaskColumn } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { cellWritingOf } from '../../../src/renderer/store/cell-writing.ts';
import { fakeApi } from './fake-api.ts';

const document = 'jilin-145-education';

async function openTask() {
  const fake = fakeApi();
  const store = createAppStore(fake.api);
  await store.getState().openDocument(document);
  const created = await store.getState().annotate({ start: 896, end: 910 }, 'highlighting', 'todo', newTask);
  if (created === null || !isTask(created)) throw new Error('no task');
  const type = (column: TaskColumn, text: string) => {
    const writing = cellWritingOf(store, created, column);
    writing.type(text);
    return writing;
  };
  return { ...fake, store, created, type };
}

type Opened = Awaited<ReturnType<typeof openTask>>;

async function nextPage({ api }: Opened) {
  const store = createAppStore(api);
  await store.getState().openDocument(document);
  await store.getState().loadAnnotations();
  return store.getState;
}

/** Others have changed the task while nobody looked. */
function change({ stored, created }: Opened, task: Partial<Task>): void {
  const changed: Annotation = { ...created, task: { ...newTask, ...task } };
  stored.set(created.id, changed);
}

test('each input is kept until it is saved or dropped', async () => {
  const { type, drafts, created, stored } = await openTask();
  const writing = type('owner', '王');
  expect([...drafts.values()]).toMatchObject([{ body: '王', cell: { column: 'owner', seen: newTask } }]);
  writing.type('王老师');
  expect(await writing.save('王老师')).toBe(true);
  expect(stored.get(created.id)?.task?.owner).toBe('王老师');
  expect(drafts.size).toBe(0);
  const other = type('due', '2027');
  expect(await other.save('2027')).toBe(false);
  expect(drafts.size).toBe(1);
  other.drop();
  expect(drafts.size).toBe(0);
});

test('the next page goes on in the cell that was typed last, and saves the others', async () => {
  const before = await openTask();
  before.type('owner', '王老师');
  before.type('due', '2027-');
  before.type('measure', '全程公开');
  const get = await nextPage(before);
  expect(get().notices.map(({ text }) => text)).toEqual([messages.annotations.draftsFound]);
  expect(get().taskRequest).toEqual({ id: before.created.id, column: 'measure' });
  expect(before.stored.get(before.created.id)?.task).toEqual({
    ...newTask,
    owner: '王老师',
    remark: '完成时限（未能填入）：2027-',
  });
  expect([...before.drafts.keys()]).toEqual([`${before.created.id}.measure`]);
  expect(await get().saveWritings()).toBe(0);
  expect(before.stored.get(before.created.id)?.task?.measure).toBe('全程公开');
  expect(before.drafts.size).toBe(0);
});

test('where others have changed the same field both are kept, unless the reader decides', async () => {
  const before = await openTask();
  before.type('owner', '王老师');
  change(before, { owner: '赵老师' });
  const get = await nextPage(before);
  const task = () => before.stored.get(before.created.id)?.task;
  expect(get().cellWritings.get(`${before.created.id} owner`)).toMatchObject({ text: '王老师', instead: '赵老师' });
  expect(task()?.owner).toBe('赵老师');
  await get().saveWritings();
  expect(task()).toMatchObject({ owner: '赵老师', remark: '责任人（未能填入）：王老师' });
});

test('two cells that others have changed meanwhile are both kept when they are saved at once', async () => {
  const before = await openTask();
  before.type('owner', '王老师');
  before.type('department', '德育处');
  change(before, { owner: '赵老师', department: '体育组' });
  // What the next page cannot save by itself either is held until it can.
  before.state.held.add(before.created.id);
  const get = await nextPage(before);
  expect(get().cellWritings.size).toBe(2);
  before.state.held.clear();
  expect(await get().saveWritings()).toBe(0);
  const { remark = '', ...task } = before.stored.get(before.created.id)?.task ?? {};
  expect(task).toMatchObject({ owner: '赵老师', department: '体育组' });
  expect(remark.split('\n').sort()).toEqual(['牵头部门（未能填入）：德育处', '责任人（未能填入）：王老师']);
  expect(before.drafts.size).toBe(0);
});

test('what was saved after all is not spoken of', async () => {
  const before = await openTask();
  before.type('owner', '王老师');
  change(before, { owner: '王老师' });
  const get = await nextPage(before);
  expect(get().notices).toEqual([]);
  expect(before.drafts.size).toBe(0);
});

test('a task whose note is gone comes back as a new one; what is no value becomes its text', async () => {
  const before = await openTask();
  before.type('due', '明年');
  before.type('owner', '王老师');
  before.stored.delete(before.created.id);
  await nextPage(before);
  const kept = [...before.stored.values()].map(({ body, task }) => [body, task?.owner]);
  expect(kept).toEqual([
    ['明年', ''],
    ['', '王老师'],
  ]);
  expect(before.drafts.size).toBe(0);
});

test('what is on its way to the file is not gone on with by the next writing in the cell', async () => {
  const { store, created, type } = await openTask();
  const saving = type('owner', '王老师').save('王老师');
  expect(cellWritingOf(store, created, 'owner').unsaved).toBeUndefined();
  expect(await saving).toBe(true);
  expect(store.getState().cellWritings.size).toBe(0);
});

test('the completion that goes with a status is told of, and what of it stays', async () => {
  const opened = await openTask();
  const { store, stored, created } = opened;
  const get = store.getState;
  const choose = async (status: string) => {
    const present = stored.get(created.id);
    if (present === undefined || !isTask(present)) throw new Error('no task');
    await cellWritingOf(store, present, 'status').save(status);
    return get().notices.at(-1)?.text;
  };
  await get().changeTask(created.id, { completion: 60 });
  expect(await choose('active')).toBeUndefined();
  expect(await choose('done')).toBe('状态改为“已完成”，完成度随之改为 100%');
  await get().undo();
  expect(stored.get(created.id)?.task).toMatchObject({ status: 'active', completion: 60 });
  await choose('done');
  expect(await choose('delayed')).toBe('状态改为“滞后”，完成度仍是 100%，请核对');
  expect(stored.get(created.id)?.task).toMatchObject({ status: 'delayed', completion: 100 });
});
