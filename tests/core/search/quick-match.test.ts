import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionNumber, sectionTitle } from '#core/plan/section-tree';
import {
  type QuickMatchKind,
  type QuickName,
  quickMatch,
  quickName,
  quickQuery,
  quickRank,
} from '#core/search/quick-match';
import { codePointLength, sliceByCodePoints } from '#core/text/code-points';
import { bundledPlan } from './bundled-plan.ts';

const name = (title: string, lead = 0, id = '', ...forms: string[]): QuickName => quickName(title, { lead, id, forms });
const sport = name('（三）深化体育教育改革', 3, '2.3', '二（三）', '（三）');
const twelfth = name('十二、保障', 3, '12', '十二', '十二、');

test.each<[what: string, typed: string, kind: QuickMatchKind, marked: string]>([
  ['start of the heading', '深化', 'start', '深化'],
  ['heading with its ordinal', '（三）深化', 'start', '（三）深化'],
  ['inside the heading', '教育改革', 'inside', '教育改革'],
  ['traditional characters', '體育', 'inside', '体育'],
  ['full pinyin', 'tiyu', 'pinyin', '体育'],
  ['full pinyin, unfinished', 'shenhuat', 'pinyin', '深化体'],
  ['pinyin in syllables', 'ti yu', 'pinyin', '体育'],
  ['initials', 'tyjy', 'initials', '体育教育'],
  ['initials and a whole syllable', 'tyjiaoyu', 'initials', '体育教育'],
  ['characters, then initials', '体育jygg', 'initials', '体育教育改革'],
  ['characters, then pinyin', '体育jiaoyu', 'pinyin', '体育教育'],
  ['pinyin, then characters', 'shenhua体育', 'pinyin', '深化体育'],
  ['initials between characters', '深h体', 'initials', '深化体'],
  ['the number as the plan writes it', '二（三）', 'number', '（三）'],
  ['the number with half-width brackets', '二(三)', 'number', '（三）'],
  ['the number in digits', '2.3', 'number', '（三）'],
  ['the number in full-width digits', '２．３', 'number', '（三）'],
  ['the number, mixed', '2（3）', 'number', '（三）'],
  ['the number, unfinished', '2.', 'numberStart', '（三）'],
  ['the number, unfinished, in characters', '二（', 'numberStart', '（三）'],
  ['the chapter', '二', 'numberStart', '（三）'],
  ['the ordinal alone', '（三）', 'numberStart', '（三）'],
  ['terms in any order', '改革 体育', 'inside', '体育改革'],
  ['terms of several kinds', 'gg 体育', 'initials', '体育改革'],
  ['a number with a term', '2 体育', 'inside', '（三）体育'],
  ['shortened', '深体改', 'scattered', '深体改'],
  ['nothing', ' ', 'all', ''],
])('%s: %s', (_, typed, kind, marked) => {
  const match = quickMatch(quickQuery(typed), sport);
  expect(match?.kind).toBe(kind);
  expect(match?.marks.map((mark) => sliceByCodePoints('（三）深化体育教育改革', mark)).join('')).toBe(marked);
});

test.each([
  ['another order of letters', 'jyty'],
  ['another number', '2.4'],
  ['a longer number', '2.3.1'],
  ['a number that begins alike', '2.31'],
  ['another order of characters', '革改'],
  ['one character only, elsewhere', '美'],
  ['a term that is missing', '体育 美育'],
  ['punctuation', '%'],
  ['what would be a pattern', '.*'],
  ['initials of too many', 'tyjyggx'],
])('not %s: %s', (_, typed) => {
  expect(quickMatch(quickQuery(typed), sport)).toBeUndefined();
});

test('a numeral is not cut: 十 and 1 do not begin 十二', () => {
  for (const typed of ['十', '1', '二']) expect(quickMatch(quickQuery(typed), twelfth), typed).toBeUndefined();
  for (const typed of ['十二', '12', '十二、'])
    expect(quickMatch(quickQuery(typed), twelfth)?.kind, typed).toBe('number');
});

test('punctuation inside a heading need not be typed', () => {
  const match = quickMatch(quickQuery('双创教育'), name('深化“双创”教育'));
  expect(match).toEqual({ kind: 'inside', at: 3, marks: [{ start: 3, end: 8 }] });
});

test('order: number, start, inside, pinyin, initials, shortened; what cannot be had comes last', () => {
  const titles = ['改进教育、鼓励革新', '教育改革', '推进改革', '改革教育', '概各'];
  const items = titles.map((title) => ({ title, quick: name(title), recency: Number.POSITIVE_INFINITY }));
  const order = (typed: string, from = items) => quickRank(quickQuery(typed), from).map(({ item }) => item.title);
  expect(order('改革')).toEqual(['改革教育', '教育改革', '推进改革', '改进教育、鼓励革新']);
  expect(order('gaige')).toEqual(['改革教育', '概各', '教育改革', '推进改革']);
  expect(order('gg')).toEqual(['改革教育', '概各', '教育改革', '推进改革']);
  const [first, second, ...others] = items;
  if (first === undefined || second === undefined) throw new Error('no items');
  const used = [
    first,
    { ...second, isBlocked: true },
    ...others.map((item, index) => ({ ...item, recency: 9 - index })),
  ];
  expect(order('gaige', used), 'used last first').toEqual(['概各', '改革教育', '推进改革', '教育改革']);
  expect(order('', used)).toEqual(['概各', '改革教育', '推进改革', '改进教育、鼓励革新', '教育改革']);
});

describe('every heading of the shipped plan', () => {
  const words = { chapter: '', section: '' };
  const sections = bundledPlan.sections
    .filter(({ headingBlock }) => headingBlock !== undefined)
    .map((section) => ({
      id: section.id,
      heading: section.heading ?? '',
      quick: quickName(sectionTitle(bundledPlan, section, words), {
        lead: codePointLength(section.ordinal),
        id: section.id,
        forms: [sectionNumber(bundledPlan, section.id), section.ordinal],
      }),
    }));

  test('is the first that its number finds, in both forms', () => {
    for (const { id } of sections) {
      for (const typed of [id, sectionNumber(bundledPlan, id)]) {
        const found = sections.filter(({ quick }) => quickMatch(quickQuery(typed), quick)?.kind === 'number');
        expect(
          found.map((section) => section.id),
          typed,
        ).toEqual([id]);
      }
    }
  });

  test('is found by every part of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sections), fc.nat(), fc.nat(), ({ heading, quick }, left, right) => {
        const [start = 0, end = 0] = [left, right].map((at) => at % (heading.length + 1)).sort((a, b) => a - b);
        return quickMatch(quickQuery(heading.slice(start, end)), quick) !== undefined;
      }),
    );
  });
});

test('any name is found by any part of it, and nothing typed ever throws', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(anything, anything, fc.nat(), fc.nat(), (title, typed, left, right) => {
      const quick = quickName(title);
      const other = quickMatch(quickQuery(typed), quick);
      const length = codePointLength(title);
      for (const { start, end } of other?.marks ?? []) expect(0 <= start && start < end && end <= length).toBe(true);
      const [start = 0, end = 0] = [left, right].map((at) => at % (title.length + 1)).sort((a, b) => a - b);
      expect(quickMatch(quickQuery(title.slice(start, end)), quick)).toBeDefined();
    }),
    { numRuns: 2000 },
  );
});
