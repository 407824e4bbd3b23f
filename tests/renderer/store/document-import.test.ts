import { describe, expect, it } from 'vitest';
import type { OpenedFile } from '#ipc/contract/reading-contract';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { lines, planOf, readAs, settled, storeOf } from './import-store.ts';

describe('a document that was read', () => {
  it('is looked over, and kept as a new one', async () => {
    const { store, saved, preview } = storeOf(readAs(lines));
    await store.getState().chooseDocument();
    expect(preview()).toMatchObject({ title: '本校规划', target: null, likely: null });
    expect(preview().outlined?.sections).toHaveLength(3);
    store.getState().setImportTitle('  我的规划 ');
    await store.getState().saveImport();
    expect(saved).toMatchObject([{ operation: 'add', input: { reading: 'r1' } }]);
    const plans = saved.map(({ input }) => planOf(input));
    expect(plans).toMatchObject([{ id: saved[0]?.input.document, title: '我的规划' }]);
    expect(plans[0]?.id).toMatch(/^doc-[0-9a-z]{26}$/);
    expect(store.getState().documentImport).toBeNull();
  });

  it('of the same title is taken for a new text of that document, which keeps its name', async () => {
    const { store, saved, preview } = storeOf(readAs(lines), { title: '《本校规划》' });
    await store.getState().chooseDocument();
    expect(preview()).toMatchObject({ target: bundledPlan.id, likely: bundledPlan.id });
    await store.getState().saveImport();
    expect(saved).toMatchObject([{ operation: 'replaceText', input: { document: bundledPlan.id } }]);
    expect(saved.map(({ input }) => planOf(input))).toMatchObject([{ id: bundledPlan.id, title: '《本校规划》' }]);
  });

  it('takes over what was corrected in the last edition', async () => {
    const block = { text: '内容。', occurrence: 0, occurrences: 1, before: '二、任务' };
    const known = { schema: 'corrections/1' as const, corrections: [{ kind: 'heading' as const, block, level: 2 }] };
    const { store, saved, preview } = storeOf(readAs(lines), { title: '本校规划', known });
    await store.getState().chooseDocument();
    expect(preview().corrections).toEqual(known.corrections);
    expect(preview().outlined?.lines.at(-1)).toMatchObject({ level: 2, isDecided: true });
    await store.getState().saveImport();
    expect(saved[0]?.input.corrections).toEqual(known);
  });

  it('is corrected line by line; each correction can be taken back and made again', async () => {
    const { store, preview } = storeOf(readAs(lines));
    await store.getState().chooseDocument();
    store.getState().correctLine(2, { kind: 'text' });
    await settled();
    expect(preview().outlined?.sections).toHaveLength(2);
    store.getState().undoCorrection();
    await settled();
    expect(preview()).toMatchObject({ corrections: [], undone: [{ kind: 'text' }] });
    expect(preview().outlined?.sections).toHaveLength(3);
    store.getState().redoCorrection();
    await settled();
    expect(preview().outlined?.sections).toHaveLength(2);
    store.getState().correctLine(4, { kind: 'merge' });
    await settled();
    expect(preview().outlined?.lines.map(({ text }) => text)).toEqual([...lines.slice(0, 3), '二、任务内容。']);
  });
});

it('a file that is refused is said to be so, and nothing is kept', async () => {
  const { store, saved } = storeOf({ fileName: '旧.doc', problem: { code: 'old-doc' } });
  await store.getState().chooseDocument();
  expect(store.getState().documentImport).toMatchObject({ stage: 'refused', problem: { code: 'old-doc' } });
  store.getState().closeDocumentImport();
  expect(store.getState()).toMatchObject({ documentImport: null, dialog: null });
  expect(saved).toEqual([]);
});

it('no file chosen: nothing is shown', async () => {
  const { store } = storeOf({ cancelled: true });
  await store.getState().chooseDocument();
  expect(store.getState()).toMatchObject({ documentImport: null, dialog: null });
});

it('a second document waits, and that is said', async () => {
  const { store, preview } = storeOf(readAs(lines));
  await store.getState().chooseDocument();
  await store.getState().importDropped([new File(['一、总则'], '别的.txt')]);
  expect(preview().fileName).toBe('规划.txt');
  expect(store.getState().notices).toMatchObject([{ kind: 'error' }]);
});

it('leaving a document that is still being read ends the reading', async () => {
  const { store, cancels } = storeOf(readAs(lines));
  const reading = store.getState().importDropped([new File(['一、总则'], '规划.txt')]);
  store.getState().readingProgressed({ fileName: '规划.txt', done: 1, total: 4 });
  expect(store.getState().documentImport).toMatchObject({ stage: 'reading', fileName: '规划.txt', done: 1, total: 4 });
  store.getState().closeDocumentImport();
  await reading;
  expect(store.getState().documentImport).toBeNull();
  expect(cancels()).toBe(1);
});

it('what was corrected can be gone on with, though another file was looked at meanwhile', async () => {
  const { store, preview } = storeOf(readAs(lines));
  await store.getState().chooseDocument();
  store.getState().correctLine(2, { kind: 'text' });
  await settled();
  store.getState().closeDocumentImport();
  const [offer] = store.getState().notices;
  await store.getState().chooseDocument();
  store.getState().correctLine(0, { kind: 'heading', level: 1 });
  await settled();
  // One in which something was corrected is not left for the other.
  offer?.action?.run();
  expect(store.getState().notices.map(({ kind }) => kind)).toEqual(['done', 'error', 'done']);
  store.getState().closeDocumentImport();
  await store.getState().chooseDocument();
  expect(preview().corrections).toEqual([]);
  offer?.action?.run();
  await settled();
  expect(preview().corrections).toHaveLength(1);
  expect(preview().outlined?.sections).toHaveLength(2);
});

it('two quick corrections both count, each on the line that was meant', async () => {
  const { store, preview } = storeOf(readAs(lines));
  await store.getState().chooseDocument();
  store.getState().correctLine(0, { kind: 'heading', level: 1 });
  store.getState().correctLine(2, { kind: 'text' });
  await settled();
  expect(preview().corrections.map(({ kind, block }) => [kind, block.text])).toMatchObject([
    ['heading', '本校规划'],
    ['text', expect.any(String)],
  ]);
});

it('a worker that breaks down is said to have', async () => {
  const { store } = storeOf({
    ...readAs(lines),
    document: { blocks: 'no JSON', format: 'text', remarks: [] },
  } as OpenedFile);
  await store.getState().chooseDocument();
  expect(store.getState().documentImport).toMatchObject({ stage: 'refused', problem: { code: 'broken' } });
});

describe('what was corrected and not kept', () => {
  it('is kept at each correction, and not once it is taken back', async () => {
    const { store, drafts } = storeOf(readAs(lines));
    await store.getState().chooseDocument();
    expect(drafts.size).toBe(0);
    store.getState().correctLine(2, { kind: 'text' });
    store.getState().correctLine(4, { kind: 'heading', level: 2 });
    await settled();
    expect([...drafts.values()].map(({ corrections }) => corrections.corrections.length)).toEqual([2]);
    store.getState().undoCorrection();
    store.getState().undoCorrection();
    await settled();
    expect(drafts.size).toBe(0);
  });

  it('is gone on with as it was left, and is no draft any more once the document is kept', async () => {
    const { store, preview, drafts, saved } = storeOf(readAs(lines), { title: '本校规划' });
    await store.getState().chooseDocument();
    await store.getState().setImportTarget(null);
    store.getState().correctLine(2, { kind: 'text' });
    store.getState().setImportTitle('我的规划');
    await store.getState().keepImport();
    const [draft] = [...drafts.values()];
    if (draft === undefined) throw new Error('no draft');
    store.getState().closeDocumentImport();
    await store.getState().resumeImport(draft);
    expect(preview()).toMatchObject({ title: '我的规划', target: null, draft: draft.draft });
    expect(preview().corrections).toHaveLength(1);
    await store.getState().saveImport();
    expect(saved).toMatchObject([{ operation: 'add' }]);
    expect(drafts.size).toBe(0);
  });

  it('is not what the last import of the same document had corrected', async () => {
    const block = { text: '内容。', occurrence: 0, occurrences: 1, before: '二、任务' };
    const known = { schema: 'corrections/1' as const, corrections: [{ kind: 'heading' as const, block, level: 2 }] };
    const { store, drafts } = storeOf(readAs(lines), { title: '本校规划', known });
    await store.getState().chooseDocument();
    await store.getState().keepImport();
    expect(drafts.size).toBe(0);
    store.getState().correctLine(2, { kind: 'text' });
    await settled();
    expect([...drafts.values()]).toMatchObject([{ carried: 1, target: bundledPlan.id }]);
  });
});
