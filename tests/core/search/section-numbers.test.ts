import { describe, expect, test } from 'vitest';
import { canonicalText } from '#core/plan/canonical-text';
import { createSearcher } from '#core/search/index';
import { sliceByCodePoints } from '#core/text/code-points';
import { bundledPlan } from './bundled-plan.ts';
import { planOf } from './plan-of.ts';

const searcher = createSearcher([bundledPlan]);

function first(query: string) {
  const [hit] = searcher.search(query, { related: false });
  const [range] = hit?.ranges ?? [];
  const quote = range && sliceByCodePoints(canonicalText(bundledPlan), range);
  return { section: hit?.section, tier: hit?.tier, count: hit?.count, quote };
}

describe('a section by its number', () => {
  test.each([
    ['as the plan writes it', '二（三）', '2.3', '（三）'],
    ['with half-width brackets', '二(三)', '2.3', '（三）'],
    ['with a blank', '二 （三）', '2.3', '（三）'],
    ['with a point', '2.3', '2.3', '（三）'],
    ['with full-width digits', '２．３', '2.3', '（三）'],
  ])('%s', (_, query, section, quote) => {
    expect(first(query)).toEqual({ section, tier: 'literal', count: 1, quote });
  });

  test('a chapter, before the sections that hold the character', () => {
    expect(first('二')).toMatchObject({ section: '2', tier: 'literal', quote: '二' });
    expect(searcher.search('二').length).toBeGreaterThan(1);
  });

  test('every section that has a heading comes first by its number', () => {
    for (const { id, headingBlock } of bundledPlan.sections) {
      const { number } = searcher.search(id).find((hit) => hit.section === id) ?? { number: undefined };
      if (headingBlock === undefined || number === undefined) continue;
      expect(first(number).section, number).toBe(id);
    }
  });

  test('a place in the heading is not counted twice', () => {
    const plan = planOf('decimal', ['1.2 目标', '见1.2']);
    const section = plan.sections[0];
    if (section) Object.assign(section, { id: '1.2', ordinal: '1.2' });
    for (const block of plan.blocks) block.section = '1.2';
    expect(createSearcher([plan]).search('1.2')).toMatchObject([{ section: '1.2', count: 2, ranges: [{}, {}] }]);
  });

  test.each(['23', '2', '2.', '.3', '2.99', '二（九十九）'])('%s is no number of a section', (query) => {
    for (const { ranges } of searcher.search(query, { related: false })) {
      for (const range of ranges) expect(sliceByCodePoints(canonicalText(bundledPlan), range)).not.toMatch(/^（三）$/u);
    }
  });
});

describe('terms', () => {
  const plan = planOf(
    'terms',
    ['一、教育督导', '健全机构'],
    ['二、经费', '教育投入', '督导检查'],
    ['三、教育', '教师'],
  );
  const sections = (query: string) =>
    createSearcher([plan])
      .search(query, { related: false })
      .map(({ section }) => section);

  test('one in the heading, one in the body', () => {
    expect(sections('机构 督导')).toEqual(['1']);
    expect(sections('检查 经费')).toEqual(['2']);
  });

  test('in two sections they are not together', () => {
    expect(sections('机构 经费')).toEqual([]);
    expect(sections('教师 督导')).toEqual([]);
  });

  test('three of them, once each, in any order, with any blanks', () => {
    expect(sections('督导　教育\t投入')).toEqual(['2']);
    expect(sections('督导 督导 经费')).toEqual(['2']);
  });

  test('the places of all terms are painted, in reading order', () => {
    const [hit] = createSearcher([plan]).search('督导 教育 经费', { related: false });
    const quotes = hit?.ranges.map((range) => sliceByCodePoints(canonicalText(plan), range));
    expect(quotes).toEqual(['经费', '教育', '督导']);
  });
});

describe('long queries', () => {
  const long = Array.from({ length: 700 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
  const plan = planOf('long', ['1、长句', long], ['2、别的', long.slice(300)]);

  test.each([201, 202, 400, 700])('%i characters are found where they are, from end to end', (length) => {
    const query = long.slice(0, length);
    const hits = createSearcher([plan]).search(query, { related: false });
    const start = '1、长句\n'.length;
    expect(hits).toMatchObject([{ section: '1', tier: 'literal', count: 1, ranges: [{ start, end: start + length }] }]);
  });

  test('what differs beyond the bigrams that are weighed is not found', () => {
    expect(createSearcher([plan]).search(`${long.slice(0, 600)}他`, { related: false })).toEqual([]);
  });
});
