import { describe, expect, test } from 'vitest';
import { describeRange } from '#core/anchoring/describe';
import {
  anchorAnnotation,
  placeAnnotations,
  placeKnownAnnotations,
  rememberPlace,
} from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { planFromText } from '#core/outline/plan-from-text';
import { canonicalSlice, canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength, type TextRange } from '#core/text/code-points';
import { bundledPlan } from '../search/bundled-plan.ts';

function annotation(id: string, range: TextRange, change: Partial<Annotation['target']> = {}): Annotation {
  return {
    id,
    document: bundledPlan.id,
    documentTitle: bundledPlan.title,
    created: '2026-11-23T09:20:00+08:00',
    modified: '2026-11-23T09:20:00+08:00',
    author: '',
    device: '',
    rev: 1,
    motivation: 'highlighting',
    label: 'important',
    tags: [],
    target: { ...describeRange(bundledPlan, range), ...change },
    body: '',
  };
}

test('document order: earlier first, then the longer, then the older; orphans last and none lost', () => {
  const gone = { exact: '原文没有的话', textHash: 'sha256-0000000000000000' };
  const placed = placeAnnotations(bundledPlan, [
    annotation('05', { start: 10, end: 14 }, gone),
    annotation('04', { start: 896, end: 900 }),
    annotation('03', { start: 896, end: 910 }),
    annotation('02', { start: 300, end: 310 }),
    annotation('01', { start: 896, end: 910 }),
  ]);
  expect(placed.map((mark) => mark.annotation.id)).toEqual(['02', '01', '03', '04', '05']);
  expect(placed[1]).toMatchObject({ section: '4.2', anchoring: { state: 'anchored' } });
  expect(placed[4]).toMatchObject({ anchoring: { state: 'orphaned' } });
  expect(placed[4]?.section).toBeUndefined();
});

test('only what changed is placed anew; the others keep their place as the same object', () => {
  const kept = annotation('01', { start: 300, end: 310 });
  const edited = annotation('02', { start: 896, end: 910 });
  const before = placeAnnotations(bundledPlan, [kept, edited]);
  const after = placeAnnotations(bundledPlan, [{ ...edited, body: '报备。' }, kept]);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[1]).toEqual({ ...before[1], annotation: { ...edited, body: '报备。' } });
});

test('another text is another place', () => {
  const mark = annotation('01', { start: 300, end: 310 });
  const [here] = placeAnnotations(bundledPlan, [mark]);
  const [there] = placeAnnotations({ ...bundledPlan, blocks: bundledPlan.blocks.slice(0, 2) }, [mark]);
  expect(here?.anchoring.state).toBe('anchored');
  expect(there?.anchoring.state).toBe('orphaned');
});

test('the reader’s decision counts in the text that it was made for, and the target in its own', () => {
  const elsewhere = { ...bundledPlan, blocks: [...bundledPlan.blocks.slice(0, 2), ...bundledPlan.blocks.slice(4)] };
  const made = annotation('01', { start: 300, end: 310 });
  const decided = { ...made, placement: describeRange(elsewhere, { start: 400, end: 420 }) };
  expect(anchorAnnotation(elsewhere, decided)).toMatchObject({ state: 'anchored', range: { start: 400, end: 420 } });
  expect(anchorAnnotation(bundledPlan, decided)).toMatchObject({ state: 'anchored', range: { start: 300, end: 310 } });
});

test('in a third text the passage that the reader decided on is looked for, not the first one', () => {
  const second = { ...bundledPlan, blocks: bundledPlan.blocks.slice(2) };
  const third = { ...bundledPlan, blocks: bundledPlan.blocks.slice(4) };
  const made = annotation('01', { start: 0, end: 5 }, { exact: '已经没有的话' });
  const passage = { start: 896, end: 910 };
  const decided = { ...made, placement: describeRange(second, passage) };
  const { range } = anchorAnnotation(third, decided);
  expect(range && canonicalSlice(third, range)).toBe(canonicalSlice(second, passage));
});

test('offsets that do not hold what they should are no place, whatever the hash says', () => {
  const made = annotation('01', { start: 300, end: 310 });
  const moved = { ...made, target: { ...made.target, start: 301, end: 311 } };
  expect(anchorAnnotation(bundledPlan, moved)).toMatchObject({ range: { start: 300, end: 310 } });
});

test('what the reader is told: here, moved, not known yet', () => {
  const made = annotation('01', { start: 896, end: 910 });
  const shorter = { ...bundledPlan, blocks: bundledPlan.blocks.slice(2) };
  const [here] = placeAnnotations(bundledPlan, [made]);
  expect(here).toMatchObject({ state: 'anchored', isSearched: false });
  const [unknown] = placeKnownAnnotations(shorter, [made]);
  expect(unknown).toMatchObject({ state: 'locating', isSearched: true });
  expect(unknown?.anchoring.range).toBeUndefined();
  rememberPlace(shorter, made.target, {
    state: 'anchored',
    range: { start: 300, end: 314 },
    score: 1,
    suggestions: [],
  });
  expect(placeKnownAnnotations(shorter, [made])).toMatchObject([{ state: 'moved', isSearched: true }]);
  const decided = { ...made, placement: describeRange(shorter, { start: 300, end: 314 }) };
  expect(placeKnownAnnotations(shorter, [decided])).toMatchObject([{ state: 'anchored', isSearched: false }]);
});

describe('moved is what stands in another clause', () => {
  const passage = '健全校园安全制度';
  const planOf = (...lines: string[]) => planFromText('sample', ['规划', ...lines].join('\n'));
  const before = planOf(
    '一、总则',
    '从严治校。',
    '二、安全',
    '（一）目标',
    `我们要${passage}，落实到人。`,
    '（二）措施',
    '每月检查。',
  );

  test.each<[name: string, now: string[], state: string]>([
    [
      'text was added before it',
      [
        '一、总则',
        '从严治校。',
        '新增一段。',
        '二、安全',
        '（一）目标',
        '说明。',
        `我们要${passage}，落实到人。`,
        '（二）措施',
      ],
      'anchored',
    ],
    [
      'its clause has another number',
      ['一、总则', '二、队伍', '建设队伍。', '三、安全', '（一）目标', `我们要${passage}，落实到人。`],
      'anchored',
    ],
    [
      'its clause has other marks in its heading',
      ['一、总则', '二、安全', '（一）目 标', `我们要${passage}，落实到人。`],
      'anchored',
    ],
    [
      'it stands in another clause',
      ['一、总则', '二、安全', '（一）目标', '说明。', '（二）措施', `我们要${passage}，落实到人。`],
      'moved',
    ],
    ['it stands before all clauses', [`我们要${passage}，落实到人。`, '一、总则', '二、安全'], 'moved'],
    [
      'another clause of the same name has it',
      ['一、总则', '（一）目标', `我们要${passage}，落实到人。`, '二、安全', '（一）目标', '说明。'],
      'moved',
    ],
  ])('%s', (_, now, state) => {
    const rangeIn = (plan: PlanDocument) => {
      const start = codePointLength(canonicalText(plan).split(passage)[0] ?? '');
      return { start, end: start + codePointLength(passage) };
    };
    const target = describeRange(before, rangeIn(before));
    const note = { ...annotation('01', { start: 0, end: 1 }), document: 'sample', target };
    const plan = planOf(...now);
    rememberPlace(plan, target, { state: 'anchored', range: rangeIn(plan), score: 1, suggestions: [] });
    expect(placeKnownAnnotations(plan, [note])).toMatchObject([{ state, isSearched: true }]);
  });
});

test('found where it was is not moved, though the text is another', () => {
  const longer = { ...bundledPlan, blocks: [...bundledPlan.blocks, { kind: 'paragraph' as const, text: '附记。' }] };
  const [found] = placeAnnotations(longer, [annotation('01', { start: 896, end: 910 })]);
  expect(found).toMatchObject({ state: 'anchored', isSearched: true });
});
