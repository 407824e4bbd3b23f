import { expect, test, vi } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from './fake-api.ts';

async function openStore() {
  const fake = fakeApi();
  const store = createAppStore(fake.api);
  await store.getState().openDocument('jilin-145-education');
  return { ...fake, store, get: store.getState };
}

const measure = { start: 896, end: 910 };

test('an annotation is shown only when it is saved', async () => {
  const { get, state, stored } = await openStore();
  state.failWith = { code: 'disk-full' };
  expect(await get().annotate(measure, 'highlighting', 'important')).toBeNull();
  expect(get().annotations).toEqual([]);
  expect(get().saving).toMatchObject({ state: 'failed', error: { code: 'disk-full' } });
  expect(get().notices.at(-1)).toMatchObject({ kind: 'error' });
  expect(get().undoSteps).toEqual([]);
  state.failWith = undefined;
  await get().annotate(measure, 'highlighting', 'important');
  expect(get().annotations.map(({ target }) => target.exact)).toEqual(['健全公办民办同步招生入学机制']);
  expect(stored.size).toBe(1);
});

test('every change can be undone and done again, through the disk', async () => {
  const { get, stored, removed } = await openStore();
  const created = await get().annotate(measure, 'commenting', 'important');
  const id = created?.id ?? '';
  await get().changeAnnotation(id, { body: '报备' });
  await get().changeAnnotation(id, { tags: ['招生'] });
  await get().changeAnnotation(id, { label: 'todo' });
  await get().removeAnnotation(id);
  expect([stored.size, removed.size]).toEqual([0, 1]);

  const seen: unknown[] = [];
  for (let step = 0; step < 5; step += 1) {
    await get().undo();
    const now = get().annotations[0];
    seen.push(now === undefined ? null : [now.label, now.tags, now.body]);
  }
  expect(seen).toEqual([
    ['todo', ['招生'], '报备'],
    ['important', ['招生'], '报备'],
    ['important', [], '报备'],
    ['important', [], ''],
    null,
  ]);
  for (let step = 0; step < 5; step += 1) await get().redo();
  expect(get().annotations).toEqual([]);
  expect([stored.size, removed.size]).toEqual([0, 1]);
});

test('typing in one note is one step; a failed undo stays on the list', async () => {
  const { get, state } = await openStore();
  const id = (await get().annotate(measure, 'commenting', 'important'))?.id ?? '';
  for (const body of ['报', '报备', '报备。']) await get().changeAnnotation(id, { body }, { mergeKey: 'body:1' });
  expect(get().undoSteps).toHaveLength(2);
  state.failWith = { code: 'folder-missing' };
  await get().undo();
  expect(get().annotations[0]?.body).toBe('报备。');
  expect(get().undoSteps).toHaveLength(2);
  state.failWith = undefined;
  await get().undo();
  expect(get().annotations[0]?.body).toBe('');
  await get().redo();
  expect(get().annotations[0]?.body).toBe('报备。');
});

test('removing the annotation that is open closes it', async () => {
  const { get } = await openStore();
  const id = (await get().annotate(measure, 'commenting', 'important'))?.id ?? '';
  get().editAnnotation(id);
  expect(get().selectedAnnotation).toBe(id);
  await get().removeAnnotation(id);
  expect([get().selectedAnnotation, get().editedAnnotation]).toEqual([null, null]);
});

test('settings that cannot be saved are taken back and said', async () => {
  const { get, state } = await openStore();
  state.failWith = { code: 'no-permission' };
  await get().changeSettings({ fontSize: 24 });
  expect(get().settings.fontSize).toBe(18);
  expect(get().notices.at(-1)).toMatchObject({ kind: 'error' });
});

test('back and forward lead through the places that were left', async () => {
  const { get } = await openStore();
  const stand = (section: string) =>
    get().changeView({ position: { document: 'jilin-145-education', section, offset: 0 } });
  stand('1');
  get().goTo({ section: '2.3' });
  stand('2.3');
  get().goTo({ section: '12' });
  stand('12');
  get().back();
  expect(get().request?.place).toEqual({ section: '2.3', offset: 0 });
  stand('2.3');
  get().back();
  expect(get().request?.place).toEqual({ section: '1', offset: 0 });
  stand('1');
  get().forward();
  expect(get().request?.place).toEqual({ section: '2.3', offset: 0 });
});

test('the beginning of the text is a place too, and a place that was left twice is led back to once', async () => {
  const { get } = await openStore();
  get().goTo({ section: '2.3' });
  get().goTo({ section: '4.2' });
  expect(get().backPlaces).toEqual([{ section: '', offset: 0 }]);
});

test('撤销 in the notice of a removal takes back that removal, whatever came after', async () => {
  const { get, stored } = await openStore();
  const first = (await get().annotate(measure, 'highlighting', 'important'))?.id ?? '';
  await get().removeAnnotation(first);
  const notice = get().notices.find(({ action }) => action !== undefined);
  const second = (await get().annotate({ start: 300, end: 310 }, 'highlighting', 'data'))?.id ?? '';
  notice?.action?.run();
  await vi.waitFor(() => expect([...stored.keys()].sort()).toEqual([first, second].sort()));
});

test('two tags added one right after the other are both kept', async () => {
  const { get, stored } = await openStore();
  const id = (await get().annotate(measure, 'commenting', 'important'))?.id ?? '';
  await Promise.all([get().changeAnnotation(id, { tags: ['招生'] }), get().changeAnnotation(id, { tags: ['备案'] })]);
  expect(stored.get(id)?.tags).toEqual(['招生', '备案']);
});

test('a step whose note is gone does not block those before it', async () => {
  const { get, stored } = await openStore();
  const kept = (await get().annotate(measure, 'commenting', 'important'))?.id ?? '';
  const lost = (await get().annotate({ start: 300, end: 310 }, 'highlighting', 'data'))?.id ?? '';
  await get().changeAnnotation(lost, { label: 'todo' });
  stored.delete(lost);
  await get().undo();
  await get().undo();
  await get().undo();
  expect(stored.has(kept)).toBe(false);
});
