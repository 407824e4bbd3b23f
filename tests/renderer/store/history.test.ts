import { expect, test, vi } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { writingOf } from '../../../src/renderer/store/note-writing.ts';
import { fakeApi } from './fake-api.ts';

/** A store with so many notes, and nothing to undo. */
async function openStore(count: number) {
  const fake = fakeApi();
  const store = createAppStore(fake.api);
  const get = store.getState;
  await get().openDocument('jilin-145-education');
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const made = await get().annotate({ start: index * 10, end: index * 10 + 5 }, 'commenting', 'important');
    ids.push(made?.id ?? '');
  }
  store.setState({ undoSteps: [], notices: [] });
  const labels = () => ids.map((id) => fake.stored.get(id)?.label);
  return { ...fake, store, get, ids, labels };
}

const toTodo = (ids: readonly string[]) => new Map(ids.map((id) => [id, { label: 'todo' }]));

test('a change of many notes is one step, with their number in its name', async () => {
  const { get, ids, labels, stored, removed } = await openStore(20);
  expect(await get().changeAnnotations(toTodo(ids))).toBe(20);
  expect(await get().removeAnnotations(ids)).toBe(20);
  expect([stored.size, removed.size, get().annotations.length]).toEqual([0, 20, 0]);
  expect(get().undoSteps.map(({ name }) => name)).toEqual(['修改类别（20 条）', '删除批注（20 条）']);
  await get().undo();
  expect(get().annotations).toHaveLength(20);
  await get().undo();
  expect(new Set(labels())).toEqual(new Set(['important']));
  await get().redo();
  expect(new Set(labels())).toEqual(new Set(['todo']));
  await get().redo();
  expect([stored.size, get().annotations.length]).toEqual([0, 0]);
  expect(get().notices.at(-1)?.text).toBe('已重做：删除批注（20 条）');
});

test('one note of several is called as one', async () => {
  const { get, ids } = await openStore(1);
  await get().removeAnnotations(ids);
  expect(get().undoSteps.at(-1)?.name).toBe('删除批注');
  expect(get().notices.at(-1)?.text).toBe('批注已移到回收站');
  get().notices.at(-1)?.action?.run();
  await vi.waitFor(() => expect(get().annotations).toHaveLength(1));
});

test('what cannot be changed is said and left; the step is of the rest', async () => {
  const { get, ids, labels, state } = await openStore(5);
  state.held.add(ids[2] ?? '');
  expect(await get().changeAnnotations(toTodo(ids))).toBe(4);
  expect(get().notices.map(({ text }) => text)).toContain('已保存 4 条，另有 1 条未能保存。');
  expect(labels()).toEqual(['todo', 'todo', 'important', 'todo', 'todo']);
  await get().undo();
  expect(new Set(labels())).toEqual(new Set(['important']));
});

test('an undo that succeeds in part says how far, and goes on with the rest', async () => {
  const { get, ids, labels, state } = await openStore(5);
  await get().changeAnnotations(toTodo(ids));
  state.held = new Set(ids.slice(1, 3));
  await get().undo();
  expect(labels()).toEqual(['important', 'todo', 'todo', 'important', 'important']);
  expect(get().notices.at(-1)?.text).toBe('已撤销 3 条，另有 2 条未能撤销，可再撤销一次。');
  expect([get().undoSteps.length, get().redoSteps.length]).toEqual([1, 1]);
  state.held.clear();
  await get().undo();
  expect(new Set(labels())).toEqual(new Set(['important']));
  // Both halves are one step again.
  expect([get().undoSteps.length, get().redoSteps.length]).toEqual([0, 1]);
  await get().redo();
  expect(new Set(labels())).toEqual(new Set(['todo']));
  expect([get().undoSteps.length, get().redoSteps.length]).toEqual([1, 0]);
});

test('halves of a step can be made again in the other direction', async () => {
  const { get, ids, labels, state } = await openStore(4);
  await get().changeAnnotations(toTodo(ids));
  state.held = new Set(ids.slice(0, 1));
  await get().undo();
  await get().redo();
  expect(labels()).toEqual(['todo', 'todo', 'todo', 'todo']);
  expect([get().undoSteps.length, get().redoSteps.length]).toEqual([1, 0]);
  state.held.clear();
  await get().undo();
  expect(new Set(labels())).toEqual(new Set(['important']));
});

test('notes that are gone drop out of a step', async () => {
  const { get, ids, labels, stored } = await openStore(3);
  await get().changeAnnotations(toTodo(ids));
  stored.delete(ids[0] ?? '');
  await get().undo();
  expect(labels()).toEqual([undefined, 'important', 'important']);
  expect([get().undoSteps.length, get().redoSteps.length]).toEqual([0, 1]);
});

test('undo of a note that was changed elsewhere meanwhile keeps both texts', async () => {
  const { get, ids, stored } = await openStore(1);
  const [id = ''] = ids;
  await get().changeAnnotation(id, { body: '报备' });
  const note = stored.get(id);
  if (note === undefined) throw new Error('not stored');
  stored.set(id, { ...note, body: '另一台电脑写的', rev: note.rev + 1 });
  await get().undo();
  expect(stored.get(id)?.body).toContain('另一台电脑写的');
});

test('what is being typed is saved first, and is what is undone', async () => {
  const { store, get, ids, stored } = await openStore(1);
  const [id = ''] = ids;
  const writing = writingOf(store, get().annotations[0] as never);
  writing.open(() => undefined);
  writing.change('还没有保存');
  await get().undo();
  expect(stored.get(id)?.body).toBe('');
  expect(get().redoSteps.map(({ name }) => name)).toEqual(['修改批注']);
});

test('a new change forgets what could have been redone', async () => {
  const { get, ids } = await openStore(2);
  await get().changeAnnotations(toTodo(ids));
  await get().undo();
  await get().changeAnnotation(ids[0] ?? '', { label: 'data' });
  expect(get().redoSteps).toEqual([]);
  await get().redo();
  expect(
    get()
      .annotations.map(({ label }) => label)
      .sort(),
  ).toEqual(['data', 'important']);
});

test('many notes are shown at once', async () => {
  const { store, get, ids } = await openStore(50);
  let shown = 0;
  store.subscribe((state, before) => {
    if (state.annotations !== before.annotations) shown += 1;
  });
  await get().changeAnnotations(toTodo(ids));
  expect(shown).toBeLessThan(10);
});

test('renaming a label is a step; how the text looks is not', async () => {
  const { get, state } = await openStore(0);
  await get().changeSettings({ labelNames: { important: '要点' } });
  await get().changeSettings({ theme: 'dark' });
  expect(get().undoSteps.map(({ name }) => name)).toEqual(['修改类别名称']);
  state.failWith = { code: 'disk-full' };
  await get().undo();
  expect([get().settings.labelNames, get().undoSteps.length]).toEqual([{ important: '要点' }, 1]);
  state.failWith = undefined;
  await get().undo();
  expect(get().settings).toMatchObject({ labelNames: {}, theme: 'dark' });
  await get().redo();
  expect(get().settings.labelNames).toEqual({ important: '要点' });
});

test('撤销 is offered as long as its step is the latest', async () => {
  const { get, ids } = await openStore(3);
  const offers = () => get().notices.flatMap(({ action, text }) => (action === undefined ? [] : [text]));
  await get().removeAnnotation(ids[0] ?? '');
  expect(offers()).toEqual(['批注已移到回收站']);
  await get().undo();
  expect(offers()).toEqual([]);
  await get().removeAnnotation(ids[0] ?? '');
  await get().changeAnnotation(ids[1] ?? '', { label: 'todo' });
  expect(offers()).toEqual([]);
});

test('what was recorded last is offered by itself; where nothing was, it is only said', async () => {
  const { get, ids, labels } = await openStore(2);
  get().offerLastUndo('完成零');
  expect(get().notices.at(-1)).toEqual(expect.not.objectContaining({ action: expect.anything() }));
  expect(get().notices.at(-1)?.text).toBe('完成零');
  await get().changeAnnotations(toTodo(ids));
  get().offerLastUndo('完成一');
  const { text, action } = get().notices.at(-1) ?? {};
  expect(text).toBe('完成一');
  action?.run();
  await vi.waitFor(() => expect(labels()).toEqual(['important', 'important']));
  expect(get().notices.map((notice) => notice.text)).not.toContain('完成一');
});
