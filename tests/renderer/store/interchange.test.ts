import { describe, expect, it, vi } from 'vitest';
import type { ImportItem } from '#core/interchange/compare-import';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { createInterchangeSlice } from '../../../src/renderer/store/interchange.ts';
import type { ImportReading } from '../../../src/renderer/workers/interchange/import-messages.ts';
import { sampleAnnotation } from '../../core/annotation/sample-annotation.ts';
import { fakeApi } from './fake-api.ts';

const items: ImportItem[] = Array.from({ length: 60 }, (_, index) => {
  const annotation = { ...sampleAnnotation, id: `note-${index}` };
  return { kind: 'new', incoming: annotation, existing: null, result: annotation };
});
const reading: ImportReading = { items, unchanged: 0, refused: [], others: [] };

/** A window whose worker answers `reading`; `refuse` makes annotations fail to be written. */
async function importing(
  refuse: (id: string) => OperationError | undefined = () => undefined,
  prepared: Result<{ name: string }, OperationError> = success({ name: '2026-11-23 导入前.zip' }),
) {
  const { api, stored } = fakeApi();
  const prepare = vi.fn(async () => prepared);
  Object.assign(api, {
    'interchange.openFile': async () => success({ name: '同事.jsonld', bytes: new Uint8Array() }),
    'recycleBin.list': async () => success({ notes: [] }),
    'snapshots.prepare': prepare,
    'interchange.apply': async ({ annotations }: { annotations: { annotation: ImportItem['result'] }[] }) =>
      success({
        outcomes: annotations.map(({ annotation }) => {
          const error = refuse(annotation.id);
          if (error !== undefined) return { id: annotation.id, error };
          stored.set(annotation.id, annotation);
          return { annotation };
        }),
      }),
  });
  const store = createAppStore(api);
  const stop = vi.fn();
  const slice = createInterchangeSlice(() => ({ outcome: Promise.resolve(success(reading)), stop }))(api);
  store.setState(slice(store.setState, store.getState, store));
  await store.getState().openDocument('jilin-145-education');
  await store.getState().chooseImport();
  return { store, stored, api, stop, prepare };
}

describe('importing', () => {
  it('shows what the file would change and writes nothing before it is asked to', async () => {
    const { store, stored } = await importing();
    expect(store.getState()).toMatchObject({ dialog: 'import', importing: { stage: 'choosing', name: '同事.jsonld' } });
    expect(stored.size).toBe(0);
    store.getState().closeImport();
    expect(store.getState()).toMatchObject({ dialog: null, importing: null });
  });

  it('makes a snapshot first when it changes notes that are here, and writes nothing without one', async () => {
    const changing: ImportItem[] = items.map((item) => ({ ...item, kind: 'changed', existing: item.result }));
    const first = await importing();
    await first.store.getState().applyImport(items);
    expect(first.prepare).not.toHaveBeenCalled();
    const second = await importing();
    await second.store.getState().applyImport(changing);
    expect(second.prepare).toHaveBeenCalledWith({ reason: 'before-import' });
    expect(second.stored.size).toBe(60);
    const full = await importing(undefined, failure({ code: 'disk-full' }));
    await full.store.getState().applyImport(changing);
    expect(full.stored.size).toBe(0);
    expect(full.store.getState().importing).toMatchObject({ stage: 'choosing' });
  });

  it('shows what others wrote since, with which the file is compared', async () => {
    const { store, stored } = await importing();
    stored.set(sampleAnnotation.id, sampleAnnotation);
    await store.getState().chooseImport();
    expect(store.getState().annotations).toEqual([sampleAnnotation]);
  });

  it('is one step, whatever the number', async () => {
    const { store, stored } = await importing();
    await store.getState().applyImport(items);
    expect(stored.size).toBe(60);
    expect(store.getState()).toMatchObject({ dialog: null, importing: null });
    expect(store.getState().annotations).toHaveLength(60);
    await store.getState().undo();
    expect(stored.size).toBe(0);
    await store.getState().redo();
    expect(stored.size).toBe(60);
  });

  it('keeps what was written when it is stopped', async () => {
    const { store, stored } = await importing((id) => {
      if (id === 'note-30') store.getState().closeImport();
      return undefined;
    });
    await store.getState().applyImport(items);
    expect(stored.size).toBe(50);
    expect(store.getState().notices.map(({ text }) => text)).toContain('已停止：导入了 50 条，其余 10 条没有导入');
    expect(store.getState().undoSteps).toHaveLength(1);
  });

  it('says how many could not be written and why, and goes on only where that makes sense', async () => {
    const some = await importing((id) => (id === 'note-3' ? { code: 'changed-elsewhere' } : undefined));
    await some.store.getState().applyImport(items);
    expect(some.stored.size).toBe(59);
    expect(some.store.getState().notices.map(({ text }) => text)).toEqual([
      '已导入 59 条批注',
      '有 1 条没有导入，原有批注没有改动',
    ]);
    const all = await importing(() => ({ code: 'disk-full' }));
    const apply = vi.spyOn(all.api, 'interchange.apply');
    await all.store.getState().applyImport(items);
    expect(apply).toHaveBeenCalledTimes(1);
    expect(all.store.getState().notices.map(({ text }) => text)).toEqual(['有 60 条没有导入，原有批注没有改动']);
    expect(all.store.getState().undoSteps).toEqual([]);
  });

  it('says why a file was not opened', async () => {
    const { store, api } = await importing();
    Object.assign(api, { 'interchange.openFile': async () => success({ name: '大.json', problem: 'too-large' }) });
    await store.getState().chooseImport();
    expect(store.getState().importing).toEqual({ stage: 'problem', name: '大.json', problem: 'too-large' });
    Object.assign(api, { 'interchange.openFile': async () => failure({ code: 'internal' }) });
    await store.getState().chooseImport();
    expect(store.getState().notices.at(-1)?.kind).toBe('error');
  });
});
