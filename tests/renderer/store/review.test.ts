import { expect, test, vi } from 'vitest';
import type { Motivation } from '#core/annotation/annotation';
import { textHash } from '#core/plan/text-hash';
import { failure, success } from '#core/text/result';
import { messages } from '#messages/zh-CN';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { placeCounts } from '../../../src/renderer/store/place-counts.ts';
import { placedAnnotations } from '../../../src/renderer/store/placed-annotations.ts';
import { earlierText, foundButUnsure, searchedNotes } from '../../../src/renderer/store/review.ts';
import { secondVersion } from '../../core/anchoring/second-version.ts';
import { annotate } from '../../core/report/annotate.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { fakeApi } from './fake-api.ts';

const passages = ['健全公办民办同步招生入学机制', '劳动教育', '深化创新创业教育，增强学生对创新创业的感知和体验'];

/** Notes of the text that ships, with the second version open. */
async function openReview(more: readonly [words: string, motivation: Motivation][] = []) {
  const fake = fakeApi();
  const texts = new Map([bundledPlan, structuredClone(secondVersion)].map((plan) => [textHash(plan), plan]));
  let inUse = textHash(bundledPlan);
  fake.api['library.open'] = async () => success(texts.get(inUse) ?? bundledPlan);
  fake.api['library.useVersion'] = async ({ hash }) => {
    const plan = texts.get(hash);
    if (plan === undefined) return failure({ code: 'version-missing' });
    inUse = hash;
    return success(plan);
  };
  const store = createAppStore(fake.api);
  const get = store.getState;
  await get().openDocument(bundledPlan.id);
  for (const words of passages) await get().annotate(annotate(bundledPlan, words).target, 'highlighting', 'important');
  for (const [words, motivation] of more) {
    await get().annotate(annotate(bundledPlan, words).target, motivation, 'important');
  }
  await get().useVersion(textHash(secondVersion));
  await vi.waitFor(() => expect(get().locating).toBeNull());
  const marks = () => new Map(placedAnnotations(get()).map((mark) => [mark.annotation.target.exact, mark]));
  const idOf = (words: string) => marks().get(words)?.annotation.id ?? '';
  return { ...fake, store, get, marks, idOf, texts };
}

const [found = '', , deleted = ''] = passages;
const alsoDeleted = '培育创新创业意识';

test('notes of an earlier text are listed, what needs a decision first', async () => {
  const { get } = await openReview();
  const states = searchedNotes(placedAnnotations(get())).map(({ state }) => state);
  expect(states).toHaveLength(3);
  const order = ['review', 'orphaned', 'moved', 'anchored'];
  expect(states).toEqual([...states].sort((left, right) => order.indexOf(left) - order.indexOf(right)));
  expect(earlierText(placedAnnotations(get()))).toBe(textHash(bundledPlan));
});

test('a decision is kept with the note, the place where it was made stays, and both can be undone', async () => {
  const { get, stored, marks, idOf } = await openReview();
  const id = idOf(found);
  const { target } = stored.get(id) ?? {};
  const range = marks().get(found)?.anchoring.range ?? { start: 0, end: 1 };
  expect(await get().decidePlace(id, range, 'confirm')).toBe(true);
  expect(stored.get(id)).toMatchObject({ target, placement: { ...range, textHash: textHash(secondVersion) } });
  expect(marks().get(found)).toMatchObject({ state: 'anchored', isSearched: false, anchoring: { range } });
  expect(get().undoSteps.at(-1)?.name).toBe('确认位置');
  await get().undo();
  expect(stored.get(id)).not.toHaveProperty('placement');
  expect(marks().get(found)?.isSearched).toBe(true);
  await get().redo();
  expect(stored.get(id)?.placement).toMatchObject(range);
});

test('a decision that cannot be saved is none', async () => {
  const { get, state, marks, idOf } = await openReview();
  state.failWith = { code: 'disk-full' };
  expect(await get().decidePlace(idOf(found), { start: 10, end: 20 }, 'relocate')).toBe(false);
  expect(marks().get(found)?.isSearched).toBe(true);
});

test('all that is found but not sure is confirmed as one step', async () => {
  const { get, stored } = await openReview();
  const unsure = foundButUnsure(get()).length;
  const steps = get().undoSteps.length;
  expect(await get().confirmFound()).toBe(unsure);
  expect([...stored.values()].filter(({ placement }) => placement !== undefined)).toHaveLength(unsure);
  expect(get().undoSteps).toHaveLength(steps + Math.min(unsure, 1));
  if (unsure > 0) await get().undo();
  expect([...stored.values()].filter(({ placement }) => placement !== undefined)).toEqual([]);
});

test('several that are confirmed at once can be taken back from what is said of them', async () => {
  const { get, stored } = await openReview([
    ['落实立德树人根本任务', 'highlighting'],
    ['意识形态安全', 'highlighting'],
  ]);
  const unsure = foundButUnsure(get()).length;
  expect(unsure).toBeGreaterThan(1);
  await get().confirmFound();
  const { text, action } = get().notices.at(-1) ?? {};
  expect(text).toBe(messages.review.confirmed(unsure));
  action?.run();
  const confirmed = () => [...stored.values()].filter(({ placement }) => placement !== undefined);
  await vi.waitFor(() => expect(confirmed()).toEqual([]));
});

test('a lost note is attached to what the reader selects', async () => {
  const { get, stored, idOf } = await openReview();
  const id = idOf(deleted);
  get().openReview(id);
  get().beginAttaching(id);
  expect([get().dialog, get().attaching]).toEqual([null, id]);
  expect(get().request, 'nothing tells where it may belong').toBeNull();
  expect(await get().attachToSelection(), 'nothing is selected').toBe(false);
  get().setSelection({ start: 40, end: 60 });
  expect(await get().attachToSelection()).toBe(true);
  expect(stored.get(id)?.placement).toMatchObject({ start: 40, end: 60 });
  expect(get().attaching).toBeNull();
  expect(get().undoSteps.at(-1)?.name).toBe('重新定位');
});

test('after attaching by hand the review goes on with the next note that needs a decision, until there is none', async () => {
  const { get, idOf } = await openReview([[alsoDeleted, 'highlighting']]);
  const attach = async (words: string, start: number) => {
    get().openReview(idOf(words));
    get().beginAttaching(idOf(words));
    get().setSelection({ start, end: start + 10 });
    expect(await get().attachToSelection()).toBe(true);
  };
  await attach(alsoDeleted, 60);
  expect([get().dialog, get().reviewed, get().attaching]).toEqual(['review', idOf(deleted), null]);
  await attach(deleted, 40);
  expect([get().dialog, get().attaching]).toEqual([null, null]);
});

test('bookmarks are counted apart from the notes, which alone stand in the list', async () => {
  const { get } = await openReview([
    [alsoDeleted, 'bookmarking'],
    ['发展形势', 'bookmarking'],
  ]);
  const { located, unsure, lost } = placeCounts(get());
  expect(located).toEqual({ notes: 2, bookmarks: 1 });
  expect(unsure).toEqual({ notes: 0, bookmarks: 0 });
  expect(lost).toEqual({ notes: 1, bookmarks: 1 });
});

test('the place that was found is shown while another one is chosen by hand', async () => {
  const { get, idOf } = await openReview();
  const mark =
    foundButUnsure(get())[0] ??
    placedAnnotations(get()).find(({ isSearched, anchoring }) => isSearched && anchoring.range !== undefined);
  get().beginAttaching(mark?.annotation.id ?? idOf(deleted));
  expect(get().request?.place).toEqual({ range: mark?.anchoring.range });
});

test('the earlier text is one step away, and back', async () => {
  const { get, stored } = await openReview();
  const before = structuredClone([...stored.values()]);
  expect(await get().useVersion(textHash(bundledPlan))).toBe(true);
  expect(placedAnnotations(get()).map(({ state, isSearched }) => [state, isSearched])).toEqual([
    ['anchored', false],
    ['anchored', false],
    ['anchored', false],
  ]);
  await get().undo();
  expect(textHash(get().plan ?? bundledPlan)).toBe(textHash(secondVersion));
  await get().redo();
  expect(textHash(get().plan ?? secondVersion)).toBe(textHash(bundledPlan));
  expect([...stored.values()]).toEqual(before);
});

test('a version that is gone is said, and nothing changes', async () => {
  const { get, texts } = await openReview();
  texts.delete(textHash(bundledPlan));
  const steps = get().undoSteps.length;
  expect(await get().useVersion(textHash(bundledPlan))).toBe(false);
  expect(textHash(get().plan ?? bundledPlan)).toBe(textHash(secondVersion));
  expect(get().undoSteps).toHaveLength(steps);
  expect(get().notices.at(-1)).toMatchObject({ kind: 'error' });
});

test('another folder may hold another text; the same text is the same object', async () => {
  const { get, api } = await openReview();
  const { plan } = get();
  api['library.status'] = async () => success({ source: 'folder', problem: null });
  await get().followText();
  expect(get().plan).toBe(plan);
  api['library.open'] = async () => success(bundledPlan);
  api['library.status'] = async () => success({ source: 'bundled', problem: 'damaged' });
  await get().followText();
  expect(get().plan).toBe(bundledPlan);
  expect(get().notices.at(-1)).toMatchObject({ kind: 'error', text: expect.stringContaining('plan.json') });
});

test('a text that another program brings is shown and said; texts that are kept by now are read again', async () => {
  const { get, api, texts } = await openReview();
  texts.set(textHash(bundledPlan), bundledPlan);
  api['library.status'] = async () => success({ source: 'folder', problem: null });
  api['library.version'] = async () => failure({ code: 'version-missing' });
  const { textOf, plan } = get();
  expect(await textOf(textHash(bundledPlan))).toBeNull();
  await get().followTexts('another-document');
  expect(get().textOf).toBe(textOf);
  await get().followTexts(bundledPlan.id);
  expect(get().plan, 'only a kept text has come').toBe(plan);
  expect(get().textOf).not.toBe(textOf);
  const told = get().notices;
  api['library.open'] = async () => success(bundledPlan);
  await get().followTexts(bundledPlan.id);
  expect(get().plan).toBe(bundledPlan);
  expect(get().notices.filter((notice) => !told.includes(notice))).toMatchObject([
    { kind: 'done', text: expect.stringContaining('显示的是新文本') },
  ]);
});

test('of a text that cannot be read only that is said, not that a new one is shown', async () => {
  const { get, api } = await openReview();
  const told = get().notices;
  api['library.open'] = async () => success(bundledPlan);
  api['library.status'] = async () => success({ source: 'bundled', problem: 'damaged' });
  await get().followTexts(bundledPlan.id);
  expect(get().plan).toBe(bundledPlan);
  expect(get().notices.filter((notice) => !told.includes(notice))).toMatchObject([
    { kind: 'error', text: expect.stringContaining('已损坏') },
  ]);
});
