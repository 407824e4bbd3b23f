import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { PlanDocument } from '#core/plan/plan';
import { failure, success } from '#core/text/result';
import type { OperationInput } from '#ipc/contract';
import type { ImportDraft } from '#ipc/contract/import-drafts-contract';
import type { OpenedFile } from '#ipc/contract/reading-contract';
import type { AppState } from '../../../src/renderer/store/app-store.ts';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { createDocumentImportSlice } from '../../../src/renderer/store/document-import.ts';
import { createOutlineAnswerer } from '../../../src/renderer/workers/outline/answer-outline.ts';
import { createOutlining, type OutlinePort } from '../../../src/renderer/workers/outline/outline-client.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { fakeApi } from './fake-api.ts';

/** The real worker's code, in this thread. */
function startOutlining(blocks: string) {
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const failures: ((event: { preventDefault: () => void }) => void)[] = [];
  const answer = createOutlineAnswerer((data) => {
    for (const listener of listeners) listener({ data });
  });
  const port = {
    postMessage: (request: Parameters<typeof answer>[0]) => {
      try {
        answer(request);
      } catch {
        for (const listener of failures) listener({ preventDefault: () => undefined });
      }
    },
    addEventListener: (name: string, listener: (event: { data: unknown }) => void) => {
      if (name === 'message') listeners.push(listener);
      else failures.push(listener as unknown as (typeof failures)[number]);
    },
    terminate: () => undefined,
  } as unknown as OutlinePort;
  return createOutlining(port, blocks);
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const lines = ['本校规划', '一、总则', '（一）目标。内容。', '二、任务', '内容。'];
const readAs = (texts: readonly string[]): OpenedFile => ({
  reading: 'r1',
  fileName: '规划.txt',
  document: { blocks: JSON.stringify(texts.map((text) => ({ text }))), format: 'text', remarks: [] },
});
const planOf = ({ plan }: OperationInput<'documents.add'>) => JSON.parse(plan) as PlanDocument;
const listed = (id: string, title: string) => ({
  ...{ id, title, isBundled: true, chapters: 1, sections: 1, characters: 1, notes: 0 },
  ...{ source: null, problem: null },
});

function storeOf(
  opened: OpenedFile,
  { title = bundledPlan.title, known = null as null | OperationInput<'documents.add'>['corrections'] } = {},
) {
  const saved: { operation: string; input: OperationInput<'documents.add'> }[] = [];
  const save = (operation: string) => async (input: OperationInput<'documents.add'>) => {
    saved.push({ operation, input });
    return success(planOf(input));
  };
  let cancelled = 0;
  const drafts = new Map<string, ImportDraft>();
  const api = {
    ...fakeApi().api,
    'library.open': async ({ document }: { document: string | null }) =>
      success(
        document === null || document === bundledPlan.id
          ? bundledPlan
          : (saved.map(({ input }) => planOf(input)).at(-1) ?? bundledPlan),
      ),
    'library.status': async () => success({ source: 'folder' as const, problem: null }),
    'reading.open': async () => success(opened),
    'reading.openDropped': async () => success(opened),
    'reading.cancel': async () => {
      cancelled += 1;
      return success(null);
    },
    'documents.list': async () => success({ documents: [listed(bundledPlan.id, title)], removed: [] }),
    'documents.corrections': async () => success(known),
    'importDrafts.write': async ({ reading: _reading, ...draft }: OperationInput<'importDrafts.write'>) => {
      drafts.set(draft.draft, draft);
      return success(null);
    },
    'importDrafts.open': async ({ draft }: { draft: string }) => {
      const work = drafts.get(draft);
      return work === undefined ? failure({ code: 'not-found' as const }) : success({ opened, work });
    },
    'importDrafts.discard': async ({ draft }: { draft: string }) => {
      drafts.delete(draft);
      return success(null);
    },
    'documents.add': save('add'),
    'documents.replaceText': save('replaceText'),
  };
  const whole = createAppStore(api);
  const store = createStore<AppState>()((set, get, self) => ({
    ...whole.getInitialState(),
    ...createDocumentImportSlice(startOutlining)(api)(set, get, self),
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
    plan: bundledPlan,
    saveWritings: async () => 0,
    switchDocument: async () => true,
    takeText: (plan) => set({ plan }),
    notify: (notice) => set({ notices: [...get().notices, { ...notice, id: 1 }] }),
  }));
  const preview = () => {
    const state = store.getState().documentImport;
    if (state?.stage !== 'preview') throw new Error(`no preview: ${state?.stage}`);
    return state;
  };
  return { store, saved, preview, drafts, cancels: () => cancelled };
}

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
