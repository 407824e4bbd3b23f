import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockRanges, canonicalText } from '#core/plan/canonical-text';
import { findInText } from '#core/search/find-in-text';
import { fold } from '#core/search/fold';
import { createSearcher, type SearchHit } from '#core/search/index';
import { rangesOf } from '#core/search/place-list';
import { codePointLength, sliceByCodePoints } from '#core/text/code-points';
import { bundledPlan } from './bundled-plan.ts';
import { planOf } from './plan-of.ts';

const searcher = createSearcher([bundledPlan]);
const text = canonicalText(bundledPlan);

const numbers = (hits: SearchHit[]) => hits.map(({ number }) => number);
const quotes = ({ ranges }: SearchHit) => ranges.map((range) => sliceByCodePoints(text, range));

test('lunr orders the bundled plan', () => {
  expect(searcher.isOrdered()).toBe(true);
});

test.each([
  ['a section by its heading', '劳动教育', 'literal', '二（五）', '劳动教育'],
  ['a chapter by its heading', '立德树人', 'literal', '二', '立德树人'],
  ['a piece across words', '化教育评', 'literal', '四（一）', '化教育评'],
  ['one character', '宣', 'literal', '三（五）', '宣'],
  ['from the heading into the body', '改革。加大力度', 'literal', '二（三）', '改革。\n加大力度'],
  ['the same with a line break', '改革。\n加大力度', 'literal', '二（三）', '改革。\n加大力度'],
  ['across a blank of the source', '中共中央国务院', 'literal', '二（五）', '中共中央 国务院'],
  ['traditional characters', '勞動教育', 'literal', '二（五）', '劳动教育'],
  ['radicals', '⻓效机制', 'literal', '三（三）', '长效机制'],
  ['half-width punctuation', '进教材、进课堂、进头脑,', 'literal', '二（一）', '进教材、进课堂、进头脑，'],
  ['without the quotes', '双创教育', 'loose', '三（四）', '双创”教育'],
  ['without three quotes', '放管服改革', 'loose', '四（六）', '放管服”改革'],
  ['with punctuation that is not there', '深化体育教育改革：', 'loose', '二（三）', '深化体育教育改革'],
  ['two terms', '体制 督导', 'and', '四（四）', '督导'],
  ['initials', 'xxjk', 'pinyin', '二（六）', '学校健康'],
  ['full pinyin', 'tiyujiaoshi', 'pinyin', '二（三）', '体育教师'],
  ['a question', '如何减轻学生作业负担', 'related', '二（二）', '减轻'],
])('%s', (_, query, tier, number, quote) => {
  const [first] = searcher.search(query);
  expect(first).toMatchObject({ document: bundledPlan.id, tier, number });
  expect(first && quotes(first)).toContain(quote);
});

test('the same place once: a section is in the best tier that found it', () => {
  const hits = searcher.search('深化 教育');
  expect(new Set(numbers(hits)).size).toBe(hits.length);
  expect(hits.map(({ tier }) => tier)).toEqual(hits.map(({ tier }) => tier).sort((a, b) => tierRank(a) - tierRank(b)));
});

test('text before the first heading has no section', () => {
  const hit = searcher.search('吉林市“十四五”教育发展规划').find(({ number }) => number === '');
  expect(hit).toMatchObject({ tier: 'literal', count: 1 });
  expect(hit).not.toHaveProperty('section');
});

test('a piece of a heading brings a section with that heading first', () => {
  const pieces = bundledPlan.sections.flatMap(({ heading = '' }) => {
    const characters = [...heading];
    return [2, 3, 4, 6].flatMap((size) =>
      characters
        .slice(0, Math.max(0, characters.length - size))
        .map((_, at) => characters.slice(at, at + size).join('')),
    );
  });
  const headingOf = new Map(bundledPlan.sections.map(({ id, heading }) => [id, heading ?? '']));
  for (const piece of pieces.filter((one) => /^\p{Script=Han}+$/u.test(one))) {
    const [first] = searcher.search(piece);
    expect(fold(headingOf.get(first?.section ?? '') ?? bundledPlan.title), piece).toContain(fold(piece));
  }
});

test('counts all and locates as many as asked', () => {
  const all = searcher.search('教育');
  const some = searcher.search('教育', { locate: 2 });
  expect(some.map(({ count }) => count)).toEqual(all.map(({ count }) => count));
  expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(text.split('教育').length - 1);
  expect(some.map(({ ranges }) => ranges.length > 0)).toEqual(all.map((_, index) => index < 2));
});

describe('several documents', () => {
  const other = planOf('other', ['1、教育督导', '健全督导机构'], ['2、财务', '经费']);
  const both = createSearcher([bundledPlan, other]);

  test('all of them', () => {
    expect(new Set(both.search('督导').map(({ document }) => document))).toEqual(new Set([bundledPlan.id, 'other']));
  });

  test('one of them', () => {
    expect(both.search('督导', { document: 'other' }).map(({ section }) => section)).toEqual(['1']);
  });
});

describe('paragraphs', () => {
  const plan = planOf('paragraphs', ['1、甲', '教育发', '展规划'], ['2、乙', '末尾']);
  const gap = planOf('gap', ['1、甲。', '残缺的话']);
  const gapBlock = gap.blocks[1];
  if (gapBlock) gapBlock.gapBefore = true;

  test.each([
    ['no hit across paragraphs', plan, '发展', []],
    ['no hit across sections', plan, '规划2', []],
    ['a query with a line break finds both sides', plan, '教育发\n展规划', [{ start: 4, end: 11 }]],
    ['no hit across a gap', gap, '甲。残缺', []],
    ['a heading without a full stop stands alone', plan, '甲教育', []],
  ])('%s', (_, document, query, ranges) => {
    const [hit] = createSearcher([document]).search(query, { related: false });
    expect(hit?.ranges ?? []).toEqual(ranges);
    expect(rangesOf(findInText(document, query))).toEqual(ranges);
  });
});

describe('every slice of every section', () => {
  const spans = blockRanges(bundledPlan);
  const sections = bundledPlan.sections.flatMap(({ id }) => {
    const own = bundledPlan.blocks.flatMap((block, index) => (block.section === id ? (spans[index] ?? []) : []));
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [{ id, start: first.start, end: last.end }] : [];
  });
  const slice = fc
    .tuple(fc.constantFrom(...sections), fc.nat(), fc.nat())
    .map(([section, from, size]) => {
      const length = section.end - section.start;
      const start = section.start + (from % length);
      const end = Math.min(section.end, start + 1 + (size % length));
      return { section: section.id, ...trimmed({ start, end }) };
    })
    .filter(({ start, end }) => start < end);

  test('is found by the literal tier at its place, and nothing else is painted', () => {
    fc.assert(
      fc.property(slice, ({ section, start, end }) => {
        const query = sliceByCodePoints(text, { start, end });
        const hit = searcher.search(query).find((one) => one.section === section);
        expect(hit?.tier).toBe('literal');
        expect(hit?.ranges).toContainEqual({ start, end });
        for (const range of hit?.ranges ?? []) expect(fold(sliceByCodePoints(text, range))).toBe(fold(query));
      }),
      { numRuns: 1500 },
    );
  });

  test('is found in the text at its place', () => {
    fc.assert(
      fc.property(slice, ({ start, end }) => {
        const query = sliceByCodePoints(text, { start, end });
        expect(rangesOf(findInText(bundledPlan, query))).toContainEqual({ start, end });
      }),
      { numRuns: 1500 },
    );
  });

  /** Blanks and breaks at the ends of a query are not looked for. */
  function trimmed({ start, end }: { start: number; end: number }) {
    const part = sliceByCodePoints(text, { start, end });
    const withoutFirst = codePointLength(part.trimStart());
    return { start: end - withoutFirst, end: end - withoutFirst + codePointLength(part.trim()) };
  }
});

const awkward = [
  ...[
    '教育:',
    '教育~',
    '教育^',
    '+',
    '-',
    '*',
    '教+育',
    '-教育',
    '教育*',
    'title:教育',
    '教育~2',
    '教育^10',
    '教育 AND 评价',
  ],
  ...[
    '“',
    '《',
    '(',
    '[',
    '\\',
    '.*',
    '\u0000',
    '\u0001',
    '\ud83d',
    '\udc00教',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...['\ufffe', '\u202e教育', '教\u200b育', '％', '𠮷', '👨‍👩‍👧', 'ﷺ', '½', "'", '"', '\n\n', 'a\nb', '<b>教育</b>'],
];

describe('no input throws', () => {
  test.each(awkward)('%j', (query) => {
    expect(() => searcher.search(query)).not.toThrow();
    expect(() => rangesOf(findInText(bundledPlan, query))).not.toThrow();
  });

  test.each([
    ['Chinese', '教'.repeat(10_000)],
    ['the plan three times', text.repeat(3).slice(0, 10_000)],
    ['letters', 'jiaoyu'.repeat(1700)],
    ['blanks between terms', '教 育 '.repeat(2500)],
    ['punctuation', '：~^*'.repeat(2500)],
    ['line breaks', '教\n'.repeat(5000)],
    ['lone surrogates', '\ud83d'.repeat(10_000)],
  ])('10,000 characters: %s', { timeout: 5000 }, (_, query) => {
    expect(() => searcher.search(query)).not.toThrow();
    expect(() => rangesOf(findInText(bundledPlan, query))).not.toThrow();
  });

  test('whatever else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        for (const hit of searcher.search(query)) expect(hit.count).toBeGreaterThan(0);
      }),
    );
  });
});

test.each(['', ' ', '　', '\n', '\u200b', '\ud83d', '\u0001'])('nothing is found for %j', (query) => {
  expect(searcher.search(query)).toEqual([]);
  expect(rangesOf(findInText(bundledPlan, query))).toEqual([]);
});

describe('without an index', () => {
  const bare = createSearcher([bundledPlan], { order: 'never' });

  test('it is the scan alone', () => {
    expect(bare.isOrdered()).toBe(false);
    expect(bare.search('如何减轻学生作业负担')).toEqual([]);
  });

  test('the same sections are found at the same places', () => {
    const characters = [...text];
    const query = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 8 })).map(([from, size]) => {
      const start = from % characters.length;
      return characters.slice(start, start + size).join('');
    });
    const places = (hits: SearchHit[]) =>
      hits
        .map(({ number, tier, count, ranges }) => ({ number, tier, count, ranges }))
        .sort((left, right) => (left.number < right.number ? -1 : 1));
    fc.assert(
      fc.property(fc.oneof(query, fc.constantFrom(...awkward, 'jyfz', '督导 体制', '双创教育')), (wanted) => {
        expect(places(bare.search(wanted, { related: false }))).toEqual(
          places(searcher.search(wanted, { related: false })),
        );
      }),
      { numRuns: 500 },
    );
  });
});

test('the index joins step by step, and searching works in between', () => {
  const growing = createSearcher([bundledPlan], { order: 'later' });
  const steps = growing.buildOrder();
  let count = 0;
  while (!steps.next().done) {
    count += 1;
    if (count % 20 === 0) expect(numbers(growing.search('劳动教育'))).toContain('二（五）');
  }
  expect(count).toBeGreaterThan(bundledPlan.sections.length);
  expect(growing.isOrdered()).toBe(true);
  expect(growing.search('劳动教育')).toEqual(searcher.search('劳动教育'));
});

function tierRank(tier: SearchHit['tier']): number {
  return ['literal', 'loose', 'and', 'pinyin', 'related'].indexOf(tier);
}

describe('many hits in several documents', () => {
  const many = Array.from({ length: 40 }, (_, index) => [`${index + 1}、督导`, '督导督导']);
  const large = planOf('large', ...many);
  const small = planOf('small', ['1、总则', '督导']);

  test('each that answers gets its share of places to show', () => {
    const hits = createSearcher([large, small]).search('督导', { locate: 10 });
    const shown = hits.filter(({ ranges }) => ranges.length > 0).map(({ document }) => document);
    expect(hits).toHaveLength(41);
    expect([shown.filter((id) => id === 'large').length, shown.filter((id) => id === 'small').length]).toEqual([5, 1]);
    expect(createSearcher([large]).search('督导', { locate: 10 })[10]?.ranges).toEqual([]);
  });

  test('what was built for a document serves the next searcher too', () => {
    const first = createSearcher([large]);
    const both = createSearcher([large, small], { order: 'later', known: first });
    expect(both.isOrdered()).toBe(false);
    expect([...both.buildOrder()].length).toBeLessThan(
      [...createSearcher([large], { order: 'later' }).buildOrder()].length,
    );
    expect(both.isOrdered()).toBe(true);
    expect(both.search('督导', { document: 'large' })).toEqual(first.search('督导'));
  });
});
