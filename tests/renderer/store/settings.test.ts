import { expect, test } from 'vitest';
import { failure } from '#core/text/result';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from './fake-api.ts';

test('a change that is not saved takes back itself, and no other change', async () => {
  const { api } = fakeApi();
  let refuse = () => {};
  const store = createAppStore({
    ...api,
    'settings.change': (change) =>
      change.author === undefined
        ? api['settings.change'](change)
        : new Promise((resolve) => {
            refuse = () => resolve(failure({ code: 'disk-full' }));
          }),
  });
  const { changeSettings } = store.getState();
  const failing = changeSettings({ author: '王老师' });
  await changeSettings({ theme: 'sepia' });
  refuse();
  await failing;
  expect(store.getState().settings).toMatchObject({ author: '', theme: 'sepia' });
  expect(store.getState().notices).toMatchObject([{ kind: 'error' }]);
});
