import { expect, test } from 'vitest';
import type { Annotation, AnnotationChange } from '#core/annotation/annotation';
import { compareWithSnapshot } from '#core/annotation/compare-snapshot';
import { mergeChange } from '#core/annotation/merge-change';
import { failure, success } from '#core/text/result';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { fakeApi } from './fake-api.ts';

/** A store over an API that keeps snapshots in memory: `past` is the one to restore. */
async function openStore() {
  const fake = fakeApi();
  const snapshots = new Map<string, Map<string, Annotation>>();
  const take = (name: string) => snapshots.set(name, new Map(fake.stored));
  Object.assign(fake.api, {
    'snapshots.list': async () => success({ snapshots: [] }),
    'snapshots.preview': async ({ name }: { name: string }) =>
      success(
        compareWithSnapshot(
          { live: [...(snapshots.get(name)?.values() ?? [])], removed: [] },
          { live: [...fake.stored.values()], removed: [...fake.removed.values()] },
        ),
      ),
    'snapshots.prepare': async () => {
      if (fake.state.failWith !== undefined) return failure(fake.state.failWith);
      take('before');
      return success({ name: 'before' });
    },
    'snapshots.restoreNote': async ({
      name,
      id,
      base,
    }: {
      name: string;
      id: string;
      base: AnnotationChange | null;
    }) => {
      const past = snapshots.get(name)?.get(id);
      const present = fake.stored.get(id);
      const note =
        past && present
          ? { ...past, body: mergeChange({ body: past.body }, base ?? {}, present).body ?? past.body }
          : past;
      if (note === undefined) return failure({ code: 'not-found' as const });
      if (fake.state.held.has(id)) return failure({ code: 'file-busy' as const });
      fake.stored.set(id, note);
      fake.removed.delete(id);
      return success(note);
    },
  });
  const store = createAppStore(fake.api);
  const get = store.getState;
  await get().openDocument('jilin-145-education');
  const ids: string[] = [];
  for (const start of [0, 20, 40]) {
    ids.push((await get().annotate({ start, end: start + 5 }, 'commenting', 'important'))?.id ?? '');
  }
  const [gone = '', changed = '', same = ''] = ids;
  take('past');
  await get().removeAnnotation(gone);
  await get().changeAnnotation(changed, { body: '改了' });
  const newer = (await get().annotate({ start: 60, end: 65 }, 'highlighting', 'data'))?.id ?? '';
  store.setState({ undoSteps: [], notices: [] });
  const preview = await get().previewSnapshot('past');
  if ('problem' in preview) throw new Error(preview.problem);
  const state = () => Object.fromEntries(get().annotations.map(({ id, body }) => [id, body]));
  return { ...fake, get, preview, state, gone, changed, same, newer };
}

test('a restoring is one step; what is newer stays; undo brings back what was before', async () => {
  const { get, preview, state, gone, changed, same, newer } = await openStore();
  expect(preview).toMatchObject({ newer: 1, same: 1 });
  const before = state();
  expect(await get().restoreFromSnapshot('past', preview.changes)).toBe(2);
  const restored = { [gone]: '', [changed]: '', [same]: '', [newer]: '' };
  expect(state()).toEqual(restored);
  expect(get().undoSteps.map(({ name }) => name)).toEqual(['恢复快照']);
  await get().undo();
  expect(state()).toEqual(before);
  await get().redo();
  expect(state()).toEqual(restored);
});

test('nothing is restored when the snapshot of what is now cannot be made', async () => {
  const { get, preview, state, api } = await openStore();
  const before = state();
  Object.assign(api, { 'snapshots.prepare': async () => failure({ code: 'disk-full' as const }) });
  expect(await get().restoreFromSnapshot('past', preview.changes)).toBe(0);
  expect(state()).toEqual(before);
  expect(get().notices.at(-1)).toMatchObject({ kind: 'error' });
  expect(get().undoSteps).toEqual([]);
});

test('what others wrote since is shown when it is compared with a snapshot', async () => {
  const { get, stored, same } = await openStore();
  const note = stored.get(same);
  if (note === undefined) throw new Error(same);
  stored.set(same, { ...note, body: '另一台电脑写的' });
  await get().previewSnapshot('past');
  expect(get().annotations.find(({ id }) => id === same)?.body).toBe('另一台电脑写的');
});

test('undo keeps what others wrote into a note while it was put back', async () => {
  const { get, preview, state, api, stored, changed } = await openStore();
  const { 'snapshots.prepare': prepare } = api;
  api['snapshots.prepare'] = async (input) => {
    const prepared = await prepare(input);
    const note = stored.get(changed);
    if (note !== undefined) stored.set(changed, { ...note, body: '另一台电脑写的', device: 'PC-B' });
    return prepared;
  };
  await get().restoreFromSnapshot('past', preview.changes);
  expect(state()[changed]).toContain('另一台电脑写的');
  await get().undo();
  expect(state()[changed]).toMatch(/^改了\n/);
  expect(state()[changed]).toContain('另一台电脑写的');
  await get().redo();
  expect(state()[changed]).toContain('另一台电脑写的');
});
