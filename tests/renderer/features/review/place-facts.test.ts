import { expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength } from '#core/text/code-points';
import { factsOf } from '../../../../src/renderer/features/review/place-facts.ts';
import { passageIn, passageOfSelectors } from '../../../../src/renderer/features/review/surroundings.ts';
import { annotate } from '../../../core/report/annotate.ts';

const words = '每校配备一名专职教师';
const before = planFromText(
  'old',
  ['规划', '一、主要任务', '（一）体育工作', `保证课时。${words}。开展足球。`].join('\n'),
);
const after = planFromText(
  'new',
  [
    '规划',
    '一、总体要求',
    '（一）发展基础',
    `学校众多。${words}。队伍稳定。`,
    '二、主要任务',
    '（一）体育工作',
    `保证课时。${words}。开展足球。`,
    `场地开放，要求${words}，并组建校队`,
    '（二）美育工作',
    `开齐课程。${words}。举办艺术节。`,
  ].join('\n'),
);
const { target: selectors } = annotate(before, words);
const ranges = [...canonicalText(after).matchAll(new RegExp(words, 'gu'))].map(({ index }) => {
  const start = codePointLength(canonicalText(after).slice(0, index));
  return { start, end: start + codePointLength(words) };
});

test.each<[string, PlanDocument | null]>([
  ['the text it was made in is kept', before],
  ['it is not', null],
])('places with the same words are told apart by heading, sentence and nearness, where %s', (_name, text) => {
  const passage = text === null ? passageOfSelectors(selectors) : passageIn(text, selectors);
  const facts = factsOf(after, ranges, { selectors, passage, text });
  expect(facts.map(({ headings }) => headings.join(' › '))).toEqual([
    '一、总体要求 › （一）发展基础',
    '二、主要任务 › （一）体育工作',
    '二、主要任务 › （一）体育工作',
    '二、主要任务 › （二）美育工作',
  ]);
  expect(facts.map((each) => `${each.before}|${each.quote}|${each.after}`)).toEqual([
    `学校众多。|${words}|。队伍稳定。`,
    `保证课时。|${words}|。开展足球。`,
    `场地开放，要求|${words}|，并组建校队`,
    `开齐课程。|${words}|。举办艺术节。`,
  ]);
  expect(facts.map(({ likeness }) => likeness)).toEqual([100, 100, 100, 100]);
  expect(Math.max(...facts.map(({ likenessAround }) => likenessAround))).toBe(facts[1]?.likenessAround);
  expect(facts.map(({ isInSection }) => isInSection)).toEqual([false, true, true, false]);
  expect(facts.map(({ isNearest }) => isNearest)).toEqual([false, true, false, false]);
  const there = factsOf(after, ranges.slice(1, 3), { selectors, passage, text });
  expect(
    there.map(({ isInSection }) => isInSection),
    'what is true of all tells nothing',
  ).toEqual([false, false]);
});

test('a long passage is shown from both ends, and what was changed in it counts', () => {
  const long = '全面贯彻党的教育方针，落实立德树人根本任务，培养德智体美劳全面发展的社会主义建设者';
  const old = planFromText('old', `规划\n一、任务\n${long}。`);
  const changed = planFromText('new', `规划\n一、任务\n${long.replace('根本任务', '首要职责')}。`);
  const made = annotate(old, long).target;
  const start = codePointLength(canonicalText(changed).split('全面贯彻')[0] ?? '');
  const range = { start, end: start + codePointLength(long) };
  const [facts] = factsOf(changed, [range], { selectors: made, passage: passageIn(old, made), text: old });
  expect(facts?.quote).toBe('全面贯彻党的教育方针，落…全面发展的社会主义建设者');
  expect(facts?.likeness).toBeGreaterThan(80);
  expect(facts?.likeness).toBeLessThan(100);
  expect(facts?.isNearest, 'alone it is not nearer than others').toBe(false);
});
