import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { failure } from '#core/text/result';
import { messages } from '#messages/zh-CN';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { writingOf } from '../../../src/renderer/store/note-writing.ts';
import { fakeApi } from './fake-api.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const document = 'jilin-145-education';

async function openNote() {
  const fake = fakeApi();
  const store = createAppStore(fake.api);
  await store.getState().openDocument(document);
  const created = await store.getState().annotate({ start: 896, end: 910 }, 'commenting', 'important');
  if (created === null) throw new Error('no note');
  const writing = writingOf(store, created);
  writing.open(() => {});
  const draft = () => fake.drafts.get(created.id);
  return { ...fake, store, id: created.id, created, writing, draft };
}

/** The page that comes after the one that ended; the main process has kept what it had. */
async function nextPage({ api }: Pick<ReturnType<typeof fakeApi>, 'api'>) {
  const store = createAppStore(api);
  await store.getState().openDocument(document);
  await store.getState().loadAnnotations();
  await vi.runOnlyPendingTimersAsync();
  const texts = store.getState().notices.map(({ text }) => text);
  return { store, texts, edited: store.getState().editedAnnotation };
}

const bodies = (stored: Map<string, Annotation>) => [...stored.values()].map(({ body }) => body);

describe('while a note is written', () => {
  test('each input is kept at once, and no longer than until it is saved', async () => {
    const { writing, draft } = await openNote();
    writing.change('报');
    expect(draft()).toMatchObject({ body: '报', bases: [''], tag: '' });
    writing.change('报备');
    expect(draft()?.body).toBe('报备');
    await vi.advanceTimersByTimeAsync(500);
    expect(draft()).toBeUndefined();
  });

  test('what is being saved counts as a base, and what is typed meanwhile stays kept', async () => {
    const { writing, draft, state } = await openNote();
    let open = () => {};
    state.gate = new Promise((resolve) => {
      open = resolve;
    });
    writing.change('甲');
    const saving = writing.save();
    writing.change('甲乙');
    expect(draft()).toMatchObject({ body: '甲乙', bases: ['', '甲'] });
    open();
    expect(await saving).toBe(true);
    expect(draft()).toBeUndefined();
  });

  test('what cannot be saved stays kept', async () => {
    const { writing, draft, state } = await openNote();
    state.failWith = { code: 'disk-full' };
    writing.change('写满磁盘');
    await writing.save();
    expect(draft()?.body).toBe('写满磁盘');
  });

  test('a tag that is typed is kept, and forgotten when it is wiped out', async () => {
    const { writing, draft } = await openNote();
    writing.draftTag('招');
    expect(draft()).toMatchObject({ body: '', tag: '招' });
    writing.draftTag('');
    expect(draft()).toBeUndefined();
  });

  test('opening and closing a note keeps nothing and asks for nothing', async () => {
    const { writing, api } = await openNote();
    const discard = vi.spyOn(api, 'drafts.discard');
    writing.close();
    await vi.runAllTimersAsync();
    expect(discard).not.toHaveBeenCalled();
  });
});

describe('the page after one that ended', () => {
  test('has the words, saves them, opens their note and says so', async () => {
    const before = await openNote();
    before.writing.change('没有来得及保存');
    const { texts, edited } = await nextPage(before);
    expect(bodies(before.stored)).toEqual(['没有来得及保存']);
    expect(edited).toBe(before.id);
    expect(texts).toEqual([messages.annotations.draftsFound]);
    expect(before.draft()).toBeUndefined();
  });

  test('takes a typed tag up as well', async () => {
    const before = await openNote();
    before.writing.draftTag('招生');
    await nextPage(before);
    expect(before.stored.get(before.id)?.tags).toEqual(['招生']);
  });

  test.each<[name: string, stored: string, expected: RegExp]>([
    ['that it had saved itself are not a conflict', '甲', /^甲乙$/],
    ['of another program stay below the own ones', '同事的话', /^甲乙\n\n— 冲突副本（.*）—\n\n同事的话$/u],
  ])('words %s', async (_name, inFile, expected) => {
    const before = await openNote();
    before.state.gate = new Promise(() => {});
    before.writing.change('甲');
    void before.writing.save();
    before.writing.change('甲乙');
    before.stored.set(before.id, { ...before.created, body: inFile });
    before.state.gate = Promise.resolve();
    await nextPage(before);
    expect(bodies(before.stored)).toEqual([expect.stringMatching(expected)]);
  });

  test('words that did reach the file are not spoken of', async () => {
    const before = await openNote();
    before.writing.change('已经保存');
    before.stored.set(before.id, { ...before.created, body: '已经保存' });
    const { texts, edited } = await nextPage(before);
    expect(texts).toEqual([]);
    expect(edited).toBeNull();
    expect(before.draft()).toBeUndefined();
  });

  test('words whose note is gone become a new note, open for writing', async () => {
    const before = await openNote();
    before.writing.change('不能丢的话');
    before.stored.delete(before.id);
    const { texts, edited } = await nextPage(before);
    const [kept] = before.stored.values();
    expect(kept).toMatchObject({ body: '不能丢的话', target: before.created.target });
    expect(edited).toBe(kept?.id);
    expect(texts).toEqual([messages.annotations.rescued]);
    expect(before.drafts.size).toBe(0);
  });

  test('keeps what cannot be saved now either', async () => {
    const before = await openNote();
    before.writing.change('仍然写不进去');
    before.state.failWith = { code: 'disk-full' };
    const { store } = await nextPage(before);
    expect(before.draft()?.body).toBe('仍然写不进去');
    expect(writingOf(store, before.created).text()).toBe('仍然写不进去');
  });

  test('takes drafts up once: one that is still there when notes come from elsewhere is of this page', async () => {
    const before = await openNote();
    before.writing.change('甲');
    const { store, edited } = await nextPage(before);
    expect(edited).toBe(before.id);
    store.getState().editAnnotation(null);
    for (const notice of store.getState().notices) store.getState().dismissNotice(notice.id);
    // Saved already, with the words of another program below; the word that the draft is not needed any more is on its way.
    before.drafts.set(before.id, { id: before.id, note: before.created, body: '甲', tag: '', bases: [''] });
    before.stored.set(before.id, { ...before.created, body: '甲\n\n— 冲突副本（PC-B，）—\n\n同事的话' });
    await store.getState().followNotes(document);
    expect(store.getState().editedAnnotation).toBeNull();
    expect(store.getState().notices).toEqual([]);
  });

  test('takes drafts up as soon as they and the notes can be read', async () => {
    const before = await openNote();
    before.writing.change('没有来得及保存');
    const { api, state } = before;
    // The page that ended does nothing more.
    state.failWith = { code: 'folder-missing' };
    const list = api['drafts.list'];
    const notes = api['annotations.list'];
    api['annotations.list'] = async () => failure({ code: 'folder-missing' });
    const { store, edited } = await nextPage(before);
    expect(edited).toBeNull();
    api['annotations.list'] = notes;
    api['drafts.list'] = async () => failure({ code: 'file-system' });
    await store.getState().loadAnnotations();
    expect(store.getState().editedAnnotation).toBeNull();
    api['drafts.list'] = list;
    state.failWith = undefined;
    await store.getState().loadAnnotations();
    expect(store.getState().editedAnnotation).toBe(before.id);
  });

  test('leaves alone what is being written when the notes are read again', async () => {
    const { store, writing, draft } = await openNote();
    writing.change('正在写');
    await store.getState().loadAnnotations();
    expect(draft()?.body).toBe('正在写');
    expect(store.getState().notices).toEqual([]);
  });
});
