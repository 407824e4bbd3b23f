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

/** Once everything that was asked for has been done. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
export const lines = ['本校规划', '一、总则', '（一）目标。内容。', '二、任务', '内容。'];
export const readAs = (texts: readonly string[]): OpenedFile => ({
  reading: 'r1',
  fileName: '规划.txt',
  document: { blocks: JSON.stringify(texts.map((text) => ({ text }))), format: 'text', remarks: [] },
});
export const planOf = ({ plan }: OperationInput<'documents.add'>) => JSON.parse(plan) as PlanDocument;
const listed = (id: string, title: string) => ({
  ...{ id, title, isBundled: true, chapters: 1, sections: 1, characters: 1, notes: 0 },
  ...{ source: null, problem: null },
});

/** A store that imports what is given as read, with an API that keeps what is saved. */
export function storeOf(
  opened: OpenedFile,
  {
    title = bundledPlan.title,
    known = null as null | OperationInput<'documents.add'>['corrections'],
    others = [] as string[],
    other = null as PlanDocument | null,
  } = {},
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
    'documents.list': async () =>
      success({
        documents: [listed(bundledPlan.id, title), ...others.map((name, index) => listed(`doc-${index}`, name))],
        removed: [],
      }),
    'library.read': async ({ document }: { document: string }) =>
      other === null || document === bundledPlan.id
        ? failure({ code: 'plan-missing' as const, detail: document })
        : success(other),
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
