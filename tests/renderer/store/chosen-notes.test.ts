import { expect, test } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from './fake-api.ts';
import { annotationOn } from './placed-mark.ts';

const listed = ['a', 'b', 'c', 'd', 'e'];

function openStore() {
  const fake = fakeApi();
  const store = createAppStore(fake.api);
  return { ...fake, store, get: store.getState };
}

type Choose = (store: ReturnType<typeof openStore>['get']) => void;

test.each<{ name: string; choose: Choose; expected: string[] }>([
  { name: 'one', choose: (get) => get().toggleChosen('b'), expected: ['b'] },
  {
    name: 'one and no longer',
    choose: (get) => {
      get().toggleChosen('b');
      get().toggleChosen('b');
    },
    expected: [],
  },
  {
    name: 'from the last one that was pointed at, downward',
    choose: (get) => {
      get().toggleChosen('b');
      get().chooseUpTo('d', listed);
    },
    expected: ['b', 'c', 'd'],
  },
  {
    name: 'upward, beside what is chosen already',
    choose: (get) => {
      get().toggleChosen('e');
      get().toggleChosen('c');
      get().chooseUpTo('a', listed);
    },
    expected: ['e', 'c', 'a', 'b'],
  },
  {
    name: 'from the current annotation where nothing was pointed at',
    choose: (get) => {
      get().selectAnnotation('d');
      get().chooseUpTo('e', listed);
    },
    expected: ['d', 'e'],
  },
  { name: 'itself alone where there is no beginning', choose: (get) => get().chooseUpTo('c', listed), expected: ['c'] },
  { name: 'all', choose: (get) => get().chooseAll(listed), expected: listed },
])('chooses $name', ({ choose, expected }) => {
  const { get } = openStore();
  choose(get);
  expect(get().isChoosing).toBe(true);
  expect([...get().chosenNotes]).toEqual(expected);
  get().leaveChoosing();
  expect([get().isChoosing, get().chosenNotes.size]).toEqual([false, 0]);
});

async function storeWithNotes(count: number) {
  const opened = openStore();
  await opened.get().openDocument('jilin-145-education');
  for (let index = 0; index < count; index += 1) {
    const id = `note-${index}`;
    opened.stored.set(id, annotationOn(id, '深化体育教育改革'));
  }
  await opened.get().loadAnnotations();
  return { ...opened, ids: [...opened.stored.keys()] };
}

test('many labels change in one step, with progress; one undo takes all back', async () => {
  const { store, get, stored, ids } = await storeWithNotes(300);
  const totals = new Set<number | undefined>();
  store.subscribe(({ bulkWork }) => totals.add(bulkWork?.total));
  expect(await get().changeAnnotations(new Map(ids.map((id) => [id, { label: 'todo' }])))).toBe(300);
  expect(totals).toContain(300);
  expect(get().bulkWork).toBeNull();
  expect(new Set([...stored.values()].map(({ label }) => label))).toEqual(new Set(['todo']));
  expect(get().undoSteps).toHaveLength(1);
  await get().undo();
  expect(new Set([...stored.values()].map(({ label }) => label))).toEqual(new Set(['important']));
  expect(get().annotations).toHaveLength(300);
});

test('stopped half-way: what was written is one step, the rest is as it was, and both are said', async () => {
  const { get, stored, ids, api } = await storeWithNotes(100);
  const change = api['annotations.change'];
  let written = 0;
  api['annotations.change'] = async (input) => {
    written += 1;
    if (written === 40) get().stopBulkWork();
    return change(input);
  };
  const saved = await get().changeAnnotations(new Map(ids.map((id) => [id, { tags: ['招生'] }])));
  const tagged = [...stored.values()].filter(({ tags }) => tags.includes('招生')).length;
  expect(saved).toBe(tagged);
  expect(tagged).toBeGreaterThanOrEqual(40);
  expect(tagged).toBeLessThan(60);
  expect(get().notices.at(-1)?.text).toBe(`已停止：改了 ${tagged} 条，其余 ${100 - tagged} 条没有改动。`);
  await get().undo();
  expect([...stored.values()].every(({ tags }) => tags.length === 0)).toBe(true);
});

test('a note that cannot be saved does not keep the others from it', async () => {
  const { get, stored, ids, api } = await storeWithNotes(50);
  const change = api['annotations.change'];
  api['annotations.change'] = async (input) => {
    if (input.id === 'note-7') return { ok: false, error: { code: 'file-busy' } };
    return change(input);
  };
  expect(await get().changeAnnotations(new Map(ids.map((id) => [id, { label: 'data' }])))).toBe(49);
  expect(get().notices.map(({ text }) => text)).toContain('已保存 49 条，另有 1 条未能保存。');
  expect(stored.get('note-7')?.label).toBe('important');
});
