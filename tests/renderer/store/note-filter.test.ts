import { expect, test } from 'vitest';
import { conflictHeading } from '#core/annotation/label';
import { matchesPinyin } from '#core/search/pinyin';
import {
  choiceCount,
  choiceFields,
  countChoices,
  filterNotes,
  isFiltering,
  type NoteFilter,
  noFilter,
  taskStateOf,
  toggleChoice,
} from '../../../src/renderer/store/note-filter.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { annotationOn, lostAnnotation, placedMarks } from './placed-mark.ts';

const placed = placedMarks(
  annotationOn('title', '教育发展规划', { label: 'other' }),
  annotationOn('sport', '深化体育教育改革', { body: '配齐教师\n- [ ] 招聘\n- [x] 摸底', tags: ['体育', '教师'] }),
  annotationOn('art', '强化美育育人功能', { label: 'question', body: '- [x] 已报备', tags: ['教师'] }),
  annotationOn('school', '健全公办民办同步招生入学机制', { label: 'todo', body: 'Deadline 8 月', tags: ['招生'] }),
  lostAnnotation('lost', { label: '别的程序写的' }),
);

const cases: { name: string; filter: Partial<NoteFilter>; keep?: string[]; expected: string[] }[] = [
  { name: 'nothing asked', filter: {}, expected: ['title', 'sport', 'art', 'school', 'lost'] },
  { name: 'blanks ask nothing', filter: { text: '  ' }, expected: ['title', 'sport', 'art', 'school', 'lost'] },
  { name: 'a word of the quote', filter: { text: '美育' }, expected: ['art'] },
  { name: 'a word of the note, in any case', filter: { text: 'deadline' }, expected: ['school'] },
  { name: 'a word of a tag', filter: { text: '招生' }, expected: ['school'] },
  { name: 'all words, wherever they are', filter: { text: '体育　配齐 教师' }, expected: ['sport'] },
  { name: 'initials in pinyin', filter: { text: 'tyjy' }, expected: ['sport'] },
  { name: 'one label', filter: { labels: ['question'] }, expected: ['art'] },
  { name: 'any of two labels', filter: { labels: ['question', 'todo'] }, expected: ['art', 'school'] },
  { name: 'a foreign label is painted as other', filter: { labels: ['other'] }, expected: ['title', 'lost'] },
  { name: 'a tag', filter: { tags: ['教师'] }, expected: ['sport', 'art'] },
  { name: 'all of two tags', filter: { tags: ['教师', '体育'] }, expected: ['sport'] },
  { name: 'a chapter', filter: { groups: ['2'] }, expected: ['sport', 'art'] },
  { name: 'any of two groups', filter: { groups: ['front', '4'] }, expected: ['title', 'school'] },
  { name: 'those without a place', filter: { groups: ['lost'] }, expected: ['lost'] },
  { name: 'something left to do', filter: { tasks: ['open'] }, expected: ['sport'] },
  { name: 'all done', filter: { tasks: ['done'] }, expected: ['art'] },
  { name: 'with a note', filter: { bodies: ['with'] }, expected: ['sport', 'art', 'school'] },
  { name: 'without a note', filter: { bodies: ['without'] }, expected: ['title', 'lost'] },
  { name: 'orphans', filter: { states: ['orphaned'] }, expected: ['lost'] },
  { name: 'fields combine', filter: { groups: ['2'], tags: ['教师'], labels: ['important'] }, expected: ['sport'] },
  { name: 'fields that exclude each other', filter: { groups: ['4'], labels: ['question'] }, expected: [] },
  { name: 'what is in use stays', filter: { text: '没有的词' }, keep: ['art'], expected: ['art'] },
];

test.each(cases)('$name', ({ filter, keep = [], expected }) => {
  const options = { plan: bundledPlan, filter: { ...noFilter, ...filter }, keep, isSpelled: matchesPinyin };
  expect(filterNotes(placed, options).map(({ annotation }) => annotation.id)).toEqual(expected);
});

test('notes that hold two texts are found, beside those of the states of places that are asked for as well', () => {
  const twofold = `一份\n\n${conflictHeading('PC-B', '2026-11-23T09:00:00+08:00')}\n\n另一份`;
  const marks = [...placed, ...placedMarks(annotationOn('both', '深化体育教育改革', { body: twofold }))];
  const found = (states: NoteFilter['states']) =>
    filterNotes(marks, { plan: bundledPlan, filter: { ...noFilter, states } }).map(({ annotation }) => annotation.id);
  expect(found(['conflict'])).toEqual(['both']);
  expect(found(['conflict', 'orphaned'])).toEqual(['lost', 'both']);
  expect(found(['anchored'])).toContain('both');
});

test('a filter that asks nothing answers the very same list', () => {
  expect(filterNotes(placed, { plan: bundledPlan, filter: noFilter })).toBe(placed);
});

const counted: { name: string; filter: Partial<NoteFilter> }[] = [
  { name: 'nothing', filter: {} },
  { name: 'a tag', filter: { tags: ['招生'] } },
  { name: 'two tags', filter: { tags: ['教师', '体育'] } },
  { name: 'a label and its neighbours', filter: { labels: ['question', 'todo'] } },
  { name: 'two fields', filter: { labels: ['question'], groups: ['2'] } },
  { name: 'fields that exclude each other', filter: { labels: ['question'], tags: ['体育'] } },
  { name: 'two fields that leave nothing, and text', filter: { text: '教师', groups: ['4'], tasks: ['done'] } },
  { name: 'pinyin', filter: { text: 'tyjy' } },
];

test.each(counted)('each choice counts what would be listed with it beside $name', ({ filter }) => {
  const options = { plan: bundledPlan, isSpelled: matchesPinyin };
  const inForce = { ...noFilter, ...filter };
  const counts = countChoices(placed, { ...options, filter: inForce });
  for (const field of choiceFields) {
    const chosen: readonly string[] = inForce[field];
    for (const [value, { listed }] of counts.get(field) ?? []) {
      // of several choices in one field any will do, but of tags all must be there
      const alone = { ...inForce, [field]: field === 'tags' ? [...chosen, value] : [value] };
      expect([field, value, listed]).toEqual([field, value, filterNotes(placed, { ...options, filter: alone }).length]);
    }
  }
});

test('choices that would leave nothing are still counted among all', () => {
  const filter = { ...noFilter, tags: ['招生'] };
  const counts = countChoices(placed, { plan: bundledPlan, filter });
  expect(counts.get('tasks')?.get('open')).toEqual({ all: 1, listed: 0 });
  expect(counts.get('tags')?.get('招生')).toEqual({ all: 1, listed: 1 });
});

test('choices are added and taken away; text is no choice', () => {
  const one = toggleChoice(noFilter, 'labels', 'todo');
  const two = toggleChoice({ ...one, text: '招生' }, 'tags', '民办');
  expect([choiceCount(noFilter), choiceCount(one), choiceCount(two)]).toEqual([0, 1, 2]);
  expect(toggleChoice(two, 'labels', 'todo')).toEqual({ ...noFilter, text: '招生', tags: ['民办'] });
  expect([isFiltering(noFilter), isFiltering({ ...noFilter, text: ' ' }), isFiltering(one)]).toEqual([
    false,
    false,
    true,
  ]);
});

test.each([
  ['没有清单', undefined],
  ['[链接](https://example.org)', undefined],
  ['- [ ] 一\n- [x] 二', 'open'],
  ['- [X] 一', 'done'],
  ['```\n- [ ] 代码\n```', undefined],
])('to-do list of %j: %s', (body, expected) => {
  expect(taskStateOf(annotationOn('id', '深化体育教育改革', { body }))).toBe(expected);
});
