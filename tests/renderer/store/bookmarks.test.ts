import { expect, test } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { beginningOf, bookmarkName, renamedBody } from '../../../src/renderer/store/bookmarks.ts';
import { placedBookmarks, placedNotes } from '../../../src/renderer/store/placed-annotations.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { fakeApi } from './fake-api.ts';
import { annotationOn } from './placed-mark.ts';

async function openStore() {
  const fake = fakeApi();
  const { getState: get } = createAppStore(fake.api);
  await get().openDocument('jilin-145-education');
  const quotes = () => placedBookmarks(get()).map(({ annotation }) => annotation.target.exact);
  return { ...fake, get, quotes };
}

test('marks the section that is read and takes the mark away again; both can be undone', async () => {
  const { get, quotes } = await openStore();
  get().setCurrentSection('2.3');
  await get().toggleBookmark();
  expect(quotes()).toEqual(['（三）深化体育教育改革。']);
  expect(placedNotes(get())).toEqual([]);
  await get().toggleBookmark();
  expect(quotes()).toEqual([]);
  expect(get().undoSteps.map(({ name }) => name)).toEqual(['添加书签', '删除书签']);
  await get().undo();
  expect(quotes()).toEqual(['（三）深化体育教育改革。']);
});

test('marks the selected passage, beside the section', async () => {
  const { get, quotes } = await openStore();
  get().setCurrentSection('2.3');
  await get().toggleBookmark();
  get().setSelection({ start: 896, end: 910 });
  await get().toggleBookmark();
  expect(quotes()).toEqual(['（三）深化体育教育改革。', '健全公办民办同步招生入学机制']);
  await get().toggleBookmark();
  expect(quotes()).toEqual(['（三）深化体育教育改革。']);
});

test.each([
  { name: 'the text itself', section: null, expected: '吉林市“十四五”教育发展规划' },
  { name: 'a chapter', section: '2', expected: '二、落实立德树人根本任务，为新时代培养有用人才' },
  {
    name: 'a chapter that the source lacks: what comes next',
    section: '3',
    expected: '（二）构建产业人才培养培训新体系',
  },
])('the beginning of $name', ({ section, expected }) => {
  const range = beginningOf(bundledPlan, section);
  const text = [...bundledPlan.blocks.map((block) => block.text).join('\n')].slice(range?.start, range?.end).join('');
  expect(text.startsWith(expected)).toBe(true);
});

test.each([
  { body: '', name: '深化体育教育改革', renamed: '体育' },
  { body: '学校体育', name: '学校体育', renamed: '体育' },
  { body: '\n学校体育\n\n下次会上讨论', name: '学校体育', renamed: '体育\n\n下次会上讨论' },
])('the name of a bookmark with the note $body', ({ body, name, renamed }) => {
  const bookmark = annotationOn('id', '深化体育教育改革', { motivation: 'bookmarking', body });
  expect(bookmarkName(bookmark)).toBe(name);
  expect(renamedBody(bookmark, '体育')).toBe(renamed);
  expect(bookmarkName({ ...bookmark, body: renamed })).toBe('体育');
});

test('a bookmark stays one when it is renamed', async () => {
  const { get } = await openStore();
  await get().toggleBookmark({ section: '2.3' });
  const id = get().annotations[0]?.id ?? '';
  await get().changeAnnotation(id, { body: '体育' });
  expect(get().undoSteps.at(-1)?.name).toBe('修改书签名称');
  expect(placedBookmarks(get())).toHaveLength(1);
});
