import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorSelectors } from '#core/anchoring/anchor';
import { describeRange } from '#core/anchoring/describe';
import { planFromText } from '#core/outline/plan-from-text';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength, sliceByCodePoints, type TextRange } from '#core/text/code-points';
import { bundledPlan } from '../search/bundled-plan.ts';

const plan = bundledPlan;
const text = canonicalText(plan);

function rangeOf(document: PlanDocument, quote: string, occurrence = 0): TextRange {
  const whole = canonicalText(document);
  let at = -1;
  for (let count = 0; count <= occurrence; count += 1) at = whole.indexOf(quote, at + 1);
  if (at < 0) throw new Error(`no “${quote}”`);
  const start = codePointLength(whole.slice(0, at));
  return { start, end: start + codePointLength(quote) };
}

describe('describing a passage', () => {
  test('gives the selectors that the note file documents', () => {
    expect(describeRange(plan, rangeOf(plan, '健全公办民办同步招生入学机制'))).toEqual({
      exact: '健全公办民办同步招生入学机制',
      prefix: '（二）稳步推进考试招生制度改革。\n完善义务教育免试就近入学制度，',
      suffix: '，规范招生\n（三）支持和规范民办教育健康发展。\n加强民办教育工作',
      start: 896,
      end: 910,
      sectionPath: '四/（二）',
      sectionHeading: '稳步推进考试招生制度改革',
      textHash: 'sha256-8bf7b261fd5c0741',
      occurrences: 1,
      decoy: 0,
    });
  });

  test('counts the other places of a frequent phrase', () => {
    const { occurrences, decoy } = describeRange(plan, rangeOf(plan, '教育发展'));
    expect(occurrences).toBe(text.split('教育发展').length - 1);
    expect(decoy).toBeGreaterThanOrEqual(0);
  });

  test('cuts no character in two', () => {
    const wide = planFromText('wide', `一、标题\n${'𠮷'.repeat(40)}中间${'𠮷'.repeat(40)}`);
    const { prefix, suffix } = describeRange(wide, rangeOf(wide, '中间'));
    expect(prefix).toBe('𠮷'.repeat(16));
    expect(suffix).toBe('𠮷'.repeat(16));
  });
});

describe('anchoring a passage', () => {
  test.each([
    ['发展基础', 'review'],
    ['教育', 'orphaned'],
  ])('%s without surroundings, as other programs write it: %s', (exact, state) => {
    const selectors = { exact, prefix: '', suffix: '', start: 0, end: codePointLength(exact) };
    const unknown = {
      sectionPath: '',
      sectionHeading: '',
      textHash: 'sha256-0000000000000000',
      occurrences: 1,
      decoy: 0,
    };
    expect(anchorSelectors(plan, { ...selectors, ...unknown }).state).toBe(state);
  });

  test('every passage of the plan is found again at its own place', () => {
    const length = codePointLength(text);
    fc.assert(
      fc.property(fc.nat(length - 2), fc.integer({ min: 1, max: 80 }), (start, size) => {
        const range = { start, end: Math.min(length, start + size) };
        const found = anchorSelectors(plan, describeRange(plan, range));
        expect(found).toMatchObject({ state: 'anchored', range });
        expect(sliceByCodePoints(text, range)).toBe(describeRange(plan, range).exact);
      }),
    );
  });

  const filler = '完善评价办法，健全督导机制，保障教育投入，改善办学条件，提升治理水平。';
  const before = planFromText(
    'one',
    `一、甲\n（一）改革。推进课程改革，减轻负担。${filler}\n（二）队伍。加强队伍建设。`,
  );
  const cases: { name: string; quote: string; after: string; state: string; found?: string }[] = [
    {
      name: 'text inserted farther away than its context reaches',
      quote: '加强队伍建设',
      after: `一、甲\n（一）新增。内容。\n（二）改革。推进课程改革，减轻负担。${filler}\n（二）队伍。加强队伍建设。`,
      state: 'anchored',
      found: '加强队伍建设',
    },
    {
      name: 'its surroundings rewritten',
      quote: '加强队伍建设',
      after: '一、甲\n（一）改革。另行规定。\n（二）教师。今后加强队伍建设，提高待遇。',
      state: 'review',
      found: '加强队伍建设',
    },
    { name: 'deleted', quote: '加强队伍建设', after: '一、甲\n（一）改革。推进课程改革。', state: 'orphaned' },
    {
      name: 'repeated in new surroundings',
      quote: '加强队伍建设',
      after: '一、甲\n（一）教师。必须加强队伍建设。\n（二）校长。也要加强队伍建设。',
      state: 'orphaned',
    },
  ];
  test.each(cases)('in another text: $name', ({ quote, after, state, found }) => {
    const changed = planFromText('one', after);
    const anchoring = anchorSelectors(changed, describeRange(before, rangeOf(before, quote)));
    expect(anchoring.state).toBe(state);
    if (found === undefined) expect(anchoring.range).toBeUndefined();
    else expect(sliceByCodePoints(canonicalText(changed), anchoring.range ?? { start: 0, end: 0 })).toBe(found);
  });

  const whole = '加强队伍建设';
  const withoutContext: { name: string; after: string; occurrences: number; state: string }[] = [
    { name: 'alone in another text', after: '一、甲\n今后加强队伍建设。', occurrences: 1, state: 'review' },
    { name: 'one of many where it was made', after: '一、甲\n今后加强队伍建设。', occurrences: 2, state: 'orphaned' },
    { name: 'the whole of another text', after: whole, occurrences: 2, state: 'anchored' },
  ];
  test.each(withoutContext)('a note without context: $name', ({ after, occurrences, state }) => {
    const selectors = { ...describeRange(before, rangeOf(before, whole)), prefix: '', suffix: '', occurrences };
    const changed: PlanDocument = {
      ...before,
      blocks: after.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
      sections: [],
    };
    expect(anchorSelectors(changed, selectors).state).toBe(state);
  });

  test('an ambiguous passage offers its places', () => {
    const changed = planFromText('one', '一、甲\n（一）教师。必须加强队伍建设。\n（二）校长。也要加强队伍建设。');
    const anchoring = anchorSelectors(changed, describeRange(before, rangeOf(before, '加强队伍建设')));
    expect(anchoring).toMatchObject({ reason: 'ambiguous' });
    expect(anchoring.suggestions).toHaveLength(2);
  });

  test('stored offsets that do not fit the quote are not believed', () => {
    const selectors = { ...describeRange(plan, rangeOf(plan, '健全公办民办同步招生入学机制')), start: 10, end: 24 };
    expect(anchorSelectors(plan, selectors)).toMatchObject({ state: 'anchored', range: { start: 896, end: 910 } });
  });
});
