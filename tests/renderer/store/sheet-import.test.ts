import { expect, test } from 'vitest';
import { newTask, type TaskAnnotation } from '#core/annotation/task';
import type { CellChange } from '#core/sheet/sheet-reading';
import { success } from '#core/text/result';
import { messages } from '#messages/zh-CN';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from './fake-api.ts';

async function openStore() {
  const { api, stored, state } = fakeApi();
  const store = createAppStore({
    ...api,
    'snapshots.prepare': async () => success({ name: '2026-11-26 12.00.00.zip' }),
  });
  const get = store.getState;
  await get().openDocument('jilin-145-education');
  for (const start of [20, 40]) await get().makeTask({ range: { start, end: start + 5 } });
  const [one, two] = [...stored.values()] as TaskAnnotation[];
  if (one === undefined || two === undefined) throw new Error('no tasks');
  const changes = [cell(one, { owner: '李老师' }), cell(one, { completion: 60 }), cell(two, { owner: '王老师' })];
  const reading = { changes, remarks: [], unchanged: [] };
  store.setState({
    sheetImport: { stage: 'choosing', name: '台账.xlsx', reading, refused: [] },
    dialog: 'sheetImport',
  });
  return { store, get, stored, state, one, two, changes };
}

function cell(annotation: TaskAnnotation, change: CellChange['change']): CellChange {
  const [column = 'owner'] = Object.keys(change) as CellChange['column'][];
  return { kind: 'changed', annotation, column, row: 2, before: '', after: '', change };
}

test('the chosen cells of all tasks are one step', async () => {
  const { get, stored, one, two, changes } = await openStore();
  const steps = get().undoSteps.length;
  await get().applySheet(changes);
  expect(stored.get(one.id)?.task).toEqual({ ...newTask, owner: '李老师', completion: 60 });
  expect(stored.get(two.id)?.task).toEqual({ ...newTask, owner: '王老师' });
  expect(get().undoSteps).toHaveLength(steps + 1);
  expect(get()).toMatchObject({ sheetImport: null, dialog: null });
  await get().undo();
  expect([one, two].map(({ id }) => stored.get(id)?.task)).toEqual([newTask, newTask]);
});

test('where one task cannot be written, none is', async () => {
  const { get, stored, state, one, two, changes } = await openStore();
  const steps = get().undoSteps.length;
  state.held.add(two.id);
  await get().applySheet(changes);
  expect(stored.get(one.id)?.task).toEqual(newTask);
  expect(get().undoSteps).toHaveLength(steps);
  expect(get().sheetImport?.stage).toBe('choosing');
  expect(get().notices.map(({ text }) => text)).toContain('没有写入任何一格，台账保持原样');
});

test('what has changed since it was compared is not written over', async () => {
  const { get, stored, one, changes } = await openStore();
  await get().changeTask(one.id, { owner: '本机' });
  await get().applySheet(changes);
  expect(stored.get(one.id)?.task?.owner).toBe('本机');
  expect(get().sheetImport?.stage).toBe('choosing');
});

test('days that would be the wrong way round are not written', async () => {
  const { get, stored, one } = await openStore();
  await get().applySheet([cell(one, { start: '2027-01-01' }), cell(one, { due: '2026-01-01' })]);
  expect(stored.get(one.id)?.task).toEqual(newTask);
  expect(get().notices.at(-1)).toMatchObject({ kind: 'error', text: messages.sheet.importing.wrongDays });
  expect(get().sheetImport?.stage).toBe('choosing');
});

test('the same days in order are written', async () => {
  const { get, stored, one } = await openStore();
  await get().applySheet([cell(one, { start: '2026-01-01' }), cell(one, { due: '2027-01-01' })]);
  expect(stored.get(one.id)?.task).toEqual({ ...newTask, start: '2026-01-01', due: '2027-01-01' });
  expect(get().notices.map(({ text }) => text)).not.toContain(messages.sheet.importing.wrongDays);
});

test('what two files fill into the same cell differently is written by neither', async () => {
  const { get, stored, one } = await openStore();
  await get().applySheet([
    { ...cell(one, { owner: '李老师' }), files: ['甲.xlsx'] },
    { ...cell(one, { owner: '王老师' }), files: ['乙.xlsx'] },
  ]);
  expect(stored.get(one.id)?.task).toEqual(newTask);
  expect(get().notices.at(-1)).toMatchObject({ kind: 'error', text: messages.sheet.importing.rivals });
  expect(get().sheetImport?.stage).toBe('choosing');
});

test('the progress that two files report of one task is written from both', async () => {
  const { get, stored, one } = await openStore();
  const said = (text: string) => cell(one, { progress: [{ date: '2026-11-20', text }] });
  await get().applySheet([said('甲处'), said('乙处')]);
  expect(stored.get(one.id)?.task?.progress.map(({ text }) => text)).toEqual(['甲处', '乙处']);
});
