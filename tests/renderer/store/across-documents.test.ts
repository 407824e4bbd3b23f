import { beforeEach, describe, expect, test, vi } from 'vitest';
import { describeRange } from '#core/anchoring/describe';
import type { Annotation } from '#core/annotation/annotation';
import type { PlanDocument } from '#core/plan/plan';
import { failure, success } from '#core/text/result';
import type { ListedDocument } from '#ipc/contract/documents-contract';
import type { Api } from '../../../src/renderer/api.ts';
import { type AppStore, createAppStore } from '../../../src/renderer/store/app-store.ts';
import { noFilter } from '../../../src/renderer/store/note-filter.ts';
import { startAnchoringWorker } from '../../../src/renderer/workers/anchoring/anchoring-client.ts';
import { createSearchClient } from '../../../src/renderer/workers/search/search-client.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { planOf } from '../../core/search/plan-of.ts';
import { InProcessPort } from '../workers/search/in-process-port.ts';
import { fakeApi } from './fake-api.ts';

const own = planOf('own', ['1、总则', '本校加强督导，落实改革'], ['2、任务', '体育']);
const city = planOf('city', ['1、总则', '全市推进督导改革'], ['2、督导', '改革督导']);

let texts: Map<string, PlanDocument>;
let read: string[];
let notes: Map<string, Annotation[]>;
let store: AppStore;
const state = () => store.getState();
const patience = { timeout: 10_000 };

function listed({ id, title, sections }: PlanDocument): ListedDocument {
  const counts = { chapters: 1, sections: sections.length, characters: 10, notes: 1 };
  return { id, title, isBundled: id === bundledPlan.id, ...counts, source: null, problem: null };
}

beforeEach(() => {
  texts = new Map([bundledPlan, own, city].map((plan) => [plan.id, plan]));
  read = [];
  notes = new Map();
  const find = (id: string | null) => {
    const plan = texts.get(id ?? bundledPlan.id);
    return plan === undefined ? failure({ code: 'plan-missing' as const }) : success(structuredClone(plan));
  };
  const api: Api = {
    ...fakeApi().api,
    'library.open': async ({ document }) => find(document),
    'library.read': async ({ document }) => {
      read.push(document);
      return find(document);
    },
    'library.status': async () => success({ source: 'folder' as const, problem: null }),
    'documents.list': async () => success({ documents: [...texts.values()].map(listed), removed: [] }),
    'annotations.list': async ({ document }) =>
      success({ annotations: notes.get(document) ?? [], unreadable: [], missing: 0 }),
    'annotations.read': async ({ document }) => {
      const annotations = notes.get(document);
      return annotations === undefined
        ? failure({ code: 'file-busy' as const })
        : success({ annotations, unreadable: [] });
    },
    'documents.remove': async ({ document }) => {
      texts.delete(document);
      return success(null);
    },
  };
  store = createAppStore(api, startAnchoringWorker, (listeners) => createSearchClient(new InProcessPort(), listeners));
  store.setState({ plan: bundledPlan });
});

const counts = () => {
  const found = new Map<string, number>();
  for (const { document, count } of state().search.hits) found.set(document, (found.get(document) ?? 0) + count);
  return found;
};
const everywhere = async (query: string) => {
  state().openSearch('all');
  state().setSearchEverywhere(true);
  state().setSearchQuery(query);
  await vi.waitFor(() => {
    expect(state().readingTexts).toBeNull();
    expect(state().search.pending).toBe(false);
    expect(counts().size).toBe(3);
  }, patience);
};

describe('searching all documents', () => {
  test('every document is read once and answers; the open one alone when that is asked for', async () => {
    await everywhere('督导');
    expect(counts().get('own')).toBe(1);
    expect(counts().get('city')).toBe(3);
    expect(state().view.searchEverywhere).toBe(true);
    state().setSearchEverywhere(false);
    await vi.waitFor(() => expect([...counts().keys()]).toEqual([bundledPlan.id]), patience);
    state().setSearchEverywhere(true);
    await vi.waitFor(() => expect(counts().size).toBe(3), patience);
    expect(read).toEqual(['own', 'city']);
  });

  test('a document that is another by now is read again, and one that is gone answers no more', async () => {
    await everywhere('督导');
    texts.set('own', planOf('own', ['1、总则', '督导督导'], ['2、任务', '体育'], ['3、保障', '督导']));
    texts.delete('city');
    await state().readTexts();
    await vi.waitFor(() => expect([...counts()].slice(-1)).toEqual([['own', 3]]), patience);
    expect(counts().has('city')).toBe(false);
    expect(read).toEqual(['own', 'city', 'own']);
  });

  test('a result of another document opens it there, and the results stay', async () => {
    await everywhere('督导');
    state().setCurrentSection('3');
    const hit = state().search.hits.find(({ document, section }) => document === 'city' && section === '2');
    if (hit !== undefined) await state().chooseHit(hit);
    expect(state().plan?.id).toBe('city');
    expect(state().request?.place).toMatchObject({ document: 'city', range: hit?.ranges[0] });
    expect(state().search).toMatchObject({ open: true, scope: 'all', query: '督导' });
    const { ranges, current } = state().searchPaint;
    expect(ranges).toHaveLength(3);
    expect(ranges[current]).toEqual(hit?.ranges[0]);
    expect(state().leftTab).toBe('results');
    await vi.waitFor(() => expect(state().search.pending).toBe(false), patience);
    expect(counts().size).toBe(3);
  });

  test('another document without such a search ends the search', async () => {
    await everywhere('督导');
    state().setSearchEverywhere(false);
    await state().switchDocument('own');
    expect(state().search.open).toBe(false);
  });
});

describe('the notes of all documents', () => {
  const noteOf = (document: PlanDocument, id: string, fields: Partial<Annotation> = {}): Annotation => ({
    id,
    document: document.id,
    documentTitle: document.title,
    motivation: 'commenting',
    label: 'important',
    tags: [],
    target: describeRange(document, { start: 5, end: 8 }),
    body: '',
    created: '2026-11-23T09:20:00+08:00',
    modified: '2026-11-23T09:20:00+08:00',
    author: '',
    device: '',
    rev: 1,
    ...fields,
  });
  const listedIn = (id: string) =>
    state()
      .otherNotes.get(id)
      ?.notes.map(({ annotation }) => annotation.id);

  beforeEach(() => {
    notes.set('own', [noteOf(own, 'a'), noteOf(own, 'b', { motivation: 'bookmarking' })]);
    notes.set('city', [noteOf(city, 'c', { tags: ['体育'] })]);
    store.setState({ isLoaded: true });
  });

  test('are read and placed, bookmarks left out; what was looked at is not among what is changed', async () => {
    state().setNotesEverywhere(true);
    await vi.waitFor(() => expect(listedIn('city')).toEqual(['c']));
    expect(listedIn('own')).toEqual(['a']);
    expect(state().otherNotes.get('own')?.notes[0]).toMatchObject({ state: 'anchored', section: '1' });
    expect(state().annotations).toEqual([]);
    expect(await state().changeAnnotation('a', { body: 'x' })).toBeNull();
    expect(state().view.notesEverywhere).toBe(true);
  });

  test('one of them opens its document there; the filter stays, but for its chapters', async () => {
    state().setNotesEverywhere(true);
    await vi.waitFor(() => expect(listedIn('city')).toEqual(['c']));
    state().setNoteFilter({ ...noFilter, tags: ['体育'], groups: ['1'] });
    state().beginChoosing();
    await state().openNote('city', 'c', { start: 5, end: 8 });
    expect(state().plan?.id).toBe('city');
    expect(state().selectedAnnotation).toBe('c');
    expect(state().request?.place).toEqual({ range: { start: 5, end: 8 }, document: 'city' });
    expect(state().noteFilter).toEqual({ ...noFilter, tags: ['体育'] });
    expect(state().isChoosing).toBe(false);
    expect(state().otherNotes.has(bundledPlan.id)).toBe(true);
  });

  test('the one document alone drops the filter with the document', async () => {
    state().setNoteFilter({ ...noFilter, tags: ['体育'] });
    await state().switchDocument('city');
    expect(state().noteFilter).toEqual(noFilter);
    expect(state().otherNotes.size).toBe(1);
  });

  test('a document whose notes cannot be read again keeps what was seen last', async () => {
    state().setNotesEverywhere(true);
    await vi.waitFor(() => expect(listedIn('city')).toEqual(['c']));
    notes.delete('city');
    notes.set('own', []);
    await state().loadOtherNotes();
    expect(listedIn('city')).toEqual(['c']);
    expect(listedIn('own')).toEqual([]);
  });
});

describe('the way back', () => {
  test('leads through documents, each time to the place that was left', async () => {
    state().changeView({ position: { document: bundledPlan.id, section: '2.1', offset: 40 } });
    await state().switchDocument('own', { place: { section: '2' } });
    expect(state().request?.place).toEqual({ section: '2', document: 'own' });
    state().changeView({ position: { document: 'own', section: '2', offset: 7 } });
    state().goTo({ section: '1' });
    state().changeView({ position: { document: 'own', section: '1', offset: 0 } });
    state().back();
    expect(state().request?.place).toMatchObject({ section: '2', offset: 7 });
    expect(state().plan?.id).toBe('own');
    state().back();
    await vi.waitFor(() => expect(state().plan?.id).toBe(bundledPlan.id));
    expect(state().request?.place).toMatchObject({ section: '2.1', offset: 40, document: bundledPlan.id });
    expect(state().backPlaces).toEqual([]);
    expect(state().forwardPlaces).toHaveLength(2);
    state().forward();
    await vi.waitFor(() => expect(state().plan?.id).toBe('own'));
    expect(state().backPlaces).toMatchObject([{ document: bundledPlan.id, section: '2.1' }]);
    expect(state().forwardPlaces).toMatchObject([{ document: 'own' }]);
  });

  test('leads nowhere that is gone', async () => {
    await state().switchDocument('own');
    await state().switchDocument('city');
    expect(state().backPlaces.map(({ document }) => document)).toEqual([bundledPlan.id, 'own']);
    await state().removeDocument('own');
    expect(state().backPlaces.map(({ document }) => document)).toEqual([bundledPlan.id]);
  });

  test('asked for twice, a document is entered once', async () => {
    await Promise.all([state().switchDocument('own'), state().switchDocument('own')]);
    expect(state().backPlaces).toHaveLength(1);
    expect(state().view.others?.map(({ document }) => document)).toEqual([bundledPlan.id]);
  });
});

test('a change that was saved only after the document was left can be undone in it, and nowhere else', async () => {
  const undo = async () => 'done' as const;
  const step = { name: '修改批注', document: bundledPlan.id, parts: [{ undo, redo: undo }] };
  await state().switchDocument(own.id);
  state().recordStep(step);
  state().offerUndo('已保存', step);
  expect(state().undoSteps).toEqual([]);
  expect(state().notices.at(-1)?.action).toBeUndefined();
  await state().switchDocument(bundledPlan.id);
  expect(state().undoSteps).toEqual([step]);
});
