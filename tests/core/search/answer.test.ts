import { describe, expect, test } from 'vitest';
import { canonicalText } from '#core/plan/canonical-text';
import { createSearcher } from '#core/search/index';
import { rangesOf } from '#core/search/place-list';
import { sliceByCodePoints } from '#core/text/code-points';
import { bundledPlan } from './bundled-plan.ts';
import { planOf } from './plan-of.ts';

describe('the answer for a list', () => {
  const large = planOf(
    'large',
    ...Array.from({ length: 9 }, (_, index) => [`${index}、督导`, '督导 机构', '督导制度']),
  );
  const both = createSearcher([bundledPlan, large]);

  test.each(['督导', '教育', '机构 督导', 'dudao', '如何减轻学生作业负担', '2.3', '没有的词', '', '的'])(
    'counts and paints what all hits say: “%s”',
    (query) => {
      for (const id of [bundledPlan.id, 'large']) {
        const hits = both.search(query);
        const answer = both.answer(query, { places: id, locate: 6 });
        const own = hits.filter(({ document, tier }) => document === id && tier !== 'related');
        expect(rangesOf(answer.places)).toEqual(own.flatMap(({ ranges }) => ranges));
        const tally = answer.tallies.find(({ document }) => document === id);
        const places = own.reduce((sum, { count }) => sum + count, 0);
        expect(tally ?? { sections: 0, places: 0 }).toMatchObject({ sections: own.length, places });
        for (const { section, count } of own) {
          const { sections } = id === 'large' ? large : bundledPlan;
          expect(tally?.counts[sections.findIndex((each) => each.id === section) + 1]).toBe(count);
        }
      }
    },
  );

  test('has the first hits of each document, in their order', () => {
    const { hits } = both.answer('督导', { locate: 6 });
    expect(hits).toEqual(both.search('督导', { locate: 6 }).filter(({ ranges }) => ranges.length > 0));
    expect(hits.filter(({ document }) => document === 'large')).toHaveLength(3);
    expect(hits.some(({ document }) => document === bundledPlan.id)).toBe(true);
  });

  test('of more places than a hit has ranges all are painted', () => {
    const plan = planOf('long', ['1、督', '督'.repeat(700)]);
    const searcherOfLong = createSearcher([plan]);
    expect(searcherOfLong.search('督')[0]).toMatchObject({ count: 701, ranges: { length: 500 } });
    expect(searcherOfLong.answer('督', { places: 'long' }).places).toHaveLength(2 * 701);
  });

  test('a text in which no character stands where its code point does', () => {
    const plan = planOf('uneven', ['1、𠮷督', '㎡ 督 ＡＢ 督导', 'ﬁ督\u200b督'], ['2、督', '督 a 督 b']);
    const hits = createSearcher([plan]).search('督');
    const text = canonicalText(plan);
    for (const range of hits.flatMap(({ ranges }) => ranges)) expect(sliceByCodePoints(text, range)).toBe('督');
    const { places, tallies } = createSearcher([plan]).answer('督', { places: 'uneven' });
    expect(rangesOf(places)).toEqual(hits.flatMap(({ ranges }) => ranges));
    expect(tallies).toMatchObject([{ sections: 2, places: 8 }]);
  });
});

test('a passage with blanks is no list of words that all must be somewhere', () => {
  const words = Array.from({ length: 40 }, (_, index) => String.fromCodePoint(0x6559 + index));
  const searcher = createSearcher([planOf('words', ['1、词', ...words])], { order: 'never' });
  expect(searcher.search(words.slice(0, 30).reverse().join(' '), { related: false })).toMatchObject([{ tier: 'and' }]);
  expect(searcher.search([...words].reverse().join(' '), { related: false })).toEqual([]);
});
