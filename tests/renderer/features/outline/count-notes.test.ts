import { expect, test } from 'vitest';
import { createCountSelector } from '../../../../src/renderer/features/outline/count-notes.ts';
import { createAppStore } from '../../../../src/renderer/store/app-store.ts';
import { fakeApi } from '../../store/fake-api.ts';

test('counts a note in its section and all above it; what changes no number leaves them the same object', async () => {
  const store = createAppStore(fakeApi().api);
  const { openDocument, annotate, changeAnnotation, removeAnnotation } = store.getState();
  const select = createCountSelector();
  expect(select(store.getState()).size).toBe(0);
  await openDocument('jilin-145-education');
  const note = await annotate({ start: 896, end: 910 }, 'commenting', 'important');
  const counts = select(store.getState());
  expect([...counts].sort()).toEqual([
    ['4', 1],
    ['4.2', 1],
  ]);
  await changeAnnotation(note?.id ?? '', { body: '报备。' });
  expect(select(store.getState())).toBe(counts);
  await removeAnnotation(note?.id ?? '');
  expect(select(store.getState()).size).toBe(0);
});
