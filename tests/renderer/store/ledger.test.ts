import { expect, test } from 'vitest';
import { newTask } from '#core/annotation/task';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { shownColumns } from '../../../src/renderer/store/listed-tasks.ts';
import { fakeApi } from './fake-api.ts';

async function openStore() {
  const { api, stored } = fakeApi();
  const store = createAppStore(api);
  const get = store.getState;
  await get().openDocument('jilin-145-education');
  return { store, get, stored };
}

test('a passage becomes a task, which is shown in the ledger and can be undone', async () => {
  const { get, stored } = await openStore();
  await get().makeTask({ range: { start: 20, end: 30 } });
  const [task] = stored.values();
  expect(task).toMatchObject({ label: 'todo', task: newTask });
  expect(get().view).toMatchObject({ rightTab: 'ledger', notesVisible: true });
  const request = get().taskRequest;
  expect(request).toEqual({ id: task?.id });
  if (request !== null) get().taskShown({ ...request });
  expect(get().taskRequest).toBe(request);
  if (request !== null) get().taskShown(request);
  expect(get().taskRequest).toBeNull();
  expect(get().undoSteps.at(-1)?.name).toBe('建立任务');
  await get().undo();
  expect(stored.size).toBe(0);
});

test('without a passage it is the section that is being read', async () => {
  const { store, get, stored } = await openStore();
  store.setState({ currentSection: '2.3' });
  await get().makeTask({});
  expect([...stored.values()][0]?.target.sectionPath).toBe('二/（三）');
  store.setState({ currentSection: null });
  await get().makeTask({});
  expect(stored.size).toBe(1);
});

test('a note becomes a task and stops being one; undoing puts back every field', async () => {
  const { get, stored } = await openStore();
  const note = await get().annotate({ start: 20, end: 30 }, 'commenting', 'important');
  const id = note?.id ?? '';
  const task = () => stored.get(id)?.task;
  await get().makeTask({ annotation: id });
  expect(await get().changeTask(id, { owner: '王老师', due: '2027-06-30' })).toBe(true);
  expect(await get().changeTask(id, { owner: '李老师' })).toBe(true);
  await get().dropTask(id);
  expect(task()).toBeUndefined();
  expect(
    get()
      .undoSteps.map(({ name }) => name)
      .slice(-4),
  ).toEqual(['建立任务', '修改任务', '修改任务', '移出台账']);
  await get().undo();
  expect(task()).toEqual({ ...newTask, owner: '李老师', due: '2027-06-30' });
  await get().undo();
  await get().undo();
  expect(task()).toEqual(newTask);
  await get().undo();
  expect(task()).toBeUndefined();
  expect(stored.has(id)).toBe(true);
});

test('asking for a task of what is one already shows it', async () => {
  const { get, stored } = await openStore();
  await get().makeTask({ range: { start: 20, end: 30 } });
  const [id = ''] = stored.keys();
  get().setLedgerFilter({ text: '别的', statuses: [], departments: [], levels: [] });
  await get().makeTask({ annotation: id });
  expect(get().ledgerFilter.text).toBe('');
  expect(stored.size).toBe(1);
});

test('columns are those of the document; one that has none of its own shows the usual ones', async () => {
  const { store, get } = await openStore();
  const usual = shownColumns(get());
  get().chooseColumns(['clause', 'owner']);
  get().chooseColumns([]);
  expect(shownColumns(get())).toEqual(['clause', 'owner']);
  const { plan } = get();
  store.setState({ plan: plan && { ...plan, id: 'other' } });
  expect(shownColumns(get())).toEqual(usual);
  get().chooseColumns(['clause', 'due']);
  store.setState({ plan });
  expect(shownColumns(get())).toEqual(['clause', 'owner']);
  expect(get().view.documentColumns?.map(({ document }) => document)).toEqual(['other', plan?.id]);
});

test('a note that was a task is one again with all that was filled in, which is one step; a blank one can be had instead', async () => {
  const { get, stored } = await openStore();
  const note = await get().annotate({ start: 20, end: 30 }, 'commenting', 'important');
  const id = note?.id ?? '';
  const task = () => stored.get(id)?.task;
  const filled = { ...newTask, owner: '王老师', progress: [{ date: '2026-11-26', text: '已部署' }] };
  await get().makeTask({ annotation: id });
  await get().dropTask(id);
  expect(get().notices.at(-1)?.text).toBe('已移出台账，批注保留');
  await get().makeTask({ annotation: id });
  await get().changeTask(id, filled);
  await get().dropTask(id);
  expect(get().notices.at(-1)?.text).toBe('已移出台账，填写的内容随批注保留，重新建立任务即恢复');

  await get().makeTask({ annotation: id });
  expect(task()).toEqual(filled);
  const notice = get().notices.at(-1);
  expect(notice).toMatchObject({ text: '已恢复移出台账前填写的内容', action: { label: '改为空白任务' } });
  await get().undo();
  expect(task()).toBeUndefined();
  expect(get().notices).not.toContain(notice);
  notice?.action?.run();
  await get().redo();
  expect(task()).toEqual(filled);
  await get().undo();

  await get().makeTask({ annotation: id });
  get().notices.at(-1)?.action?.run();
  await expect.poll(() => get().undoSteps.at(-1)?.name).toBe('改为空白任务');
  expect(task()).toEqual(newTask);
  expect(get().notices.at(-1)).toMatchObject({ text: '已改为空白任务', action: { label: '撤销' } });
  await get().undo();
  expect(task()).toEqual(filled);
  await get().undo();
  expect(task()).toBeUndefined();
});

test('a task of the very passage that keeps one is that one, unless another is wanted', async () => {
  const { get, stored } = await openStore();
  const range = { start: 20, end: 30 };
  await get().makeTask({ range });
  const [id = ''] = stored.keys();
  await get().changeTask(id, { owner: '王老师' });
  await get().dropTask(id);
  await get().makeTask({ range, isAnother: true });
  await get().makeTask({ range: { start: 20, end: 29 } });
  expect(stored.size).toBe(3);
  expect(stored.get(id)?.task).toBeUndefined();
  await get().makeTask({ range });
  expect(stored.size).toBe(3);
  expect(stored.get(id)?.task?.owner).toBe('王老师');
});
