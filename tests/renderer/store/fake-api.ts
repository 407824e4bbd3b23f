import type { Annotation } from '#core/annotation/annotation';
import { applyChange } from '#core/annotation/apply-change';
import { mergeChange } from '#core/annotation/merge-change';
import { defaultSettings, defaultViewState } from '#core/settings/settings';
import { failure, success } from '#core/text/result';
import type { NoteDraft } from '#ipc/contract/drafts-contract';
import type { OperationError } from '#ipc/error-codes';
import type { Api } from '../../../src/renderer/api.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';

/** An API over memory that keeps what main would keep on disk; `failWith` makes every write fail. */
export function fakeApi() {
  const stored = new Map<string, Annotation>();
  const removed = new Map<string, Annotation>();
  const drafts = new Map<string, NoteDraft>();
  const read = new Map<string, string[]>();
  const state: {
    failWith: OperationError | undefined;
    viewWrites: number;
    /** Writes wait for it. */
    gate: Promise<void>;
    /** Notes whose file another program holds: no write reaches them. */
    held: Set<string>;
  } = { failWith: undefined, viewWrites: 0, gate: Promise.resolve(), held: new Set() };
  let made = 0;
  const write = async (make: () => Annotation | undefined, id = '') => {
    await state.gate;
    if (state.failWith !== undefined) return failure(state.failWith);
    if (state.held.has(id)) return failure({ code: 'file-busy' as const });
    const annotation = make();
    return annotation === undefined ? failure({ code: 'not-found' as const }) : success(annotation);
  };
  const move = (id: string, from: Map<string, Annotation>, to: Map<string, Annotation>) => {
    const found = from.get(id);
    if (found === undefined) return undefined;
    from.delete(id);
    to.set(id, found);
    return found;
  };
  const operations: Partial<Api> = {
    'library.open': async () => success(bundledPlan),
    'annotations.list': async () => success({ annotations: [...stored.values()], unreadable: [], missing: 0 }),
    'annotations.create': (draft) =>
      write(() => {
        made += 1;
        const time = '2026-11-23T09:20:00+08:00';
        const annotation = {
          ...draft,
          id: `note-${made}`,
          created: time,
          modified: time,
          author: '',
          device: '',
          rev: 1,
        };
        stored.set(annotation.id, annotation);
        return annotation;
      }),
    'annotations.change': ({ id, change, base }) =>
      write(() => {
        const before = stored.get(id);
        if (before === undefined) return undefined;
        const { modified, device } = before;
        const after = applyChange(before, mergeChange(change, base, before), { modified, device });
        stored.set(id, after);
        return after;
      }, id),
    'annotations.remove': ({ id }) => write(() => move(id, stored, removed), id),
    'annotations.restore': ({ id }) => write(() => move(id, removed, stored), id),
    'drafts.write': async (draft) => {
      drafts.set(draft.cell === undefined ? draft.id : `${draft.id}.${draft.cell.column}`, draft);
      return success(null);
    },
    'drafts.list': async () => success([...drafts.values()]),
    'drafts.discard': async ({ id, column }) => {
      drafts.delete(column === undefined ? id : `${id}.${column}`);
      return success(null);
    },
    'notesFolder.status': async () => success({ path: '/笔记', state: 'ready' as const }),
    'settings.read': async () => success({ settings: defaultSettings, reset: false }),
    'settings.change': async (change) =>
      state.failWith === undefined ? success({ ...defaultSettings, ...change }) : failure(state.failWith),
    'readSections.list': async ({ document }) => success(read.get(document) ?? []),
    'readSections.add': async ({ document, sections }) => {
      read.set(document, [...(read.get(document) ?? []), ...sections]);
      return success(null);
    },
    'viewState.read': async () => success(defaultViewState),
    'viewState.write': async () => {
      state.viewWrites += 1;
      return success(null);
    },
  };
  return { api: operations as Api, stored, removed, drafts, read, state };
}
