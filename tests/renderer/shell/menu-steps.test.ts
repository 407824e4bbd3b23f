import { expect, test, vi } from 'vitest';
import { success } from '#core/text/result';
import { nameStepsInMenu } from '../../../src/renderer/shell/menu-steps.ts';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from '../store/fake-api.ts';

test('the menu is told what undo and redo are about, each time that it changes', async () => {
  const { api } = fakeApi();
  const store = createAppStore(api);
  const nameSteps = vi.fn(async () => success(null));
  nameStepsInMenu({ 'application.nameSteps': nameSteps }, store);
  await store.getState().openDocument('jilin-145-education');
  await store.getState().annotate({ start: 896, end: 910 }, 'highlighting', 'important');
  await store.getState().annotate({ start: 20, end: 30 }, 'highlighting', 'important');
  await store.getState().undo();
  await store.getState().undo();
  expect(nameSteps.mock.calls.flat()).toEqual([
    { undo: null, redo: null },
    { undo: '添加批注', redo: null },
    { undo: '添加批注', redo: '添加批注' },
    { undo: null, redo: '添加批注' },
  ]);
});
