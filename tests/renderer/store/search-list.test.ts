import { describe, expect, test, vi } from 'vitest';
import { sliceByCodePoints } from '#core/text/code-points';
import { planOf } from '../../core/search/plan-of.ts';
import { patience, setUpSearch, text } from './search-store.ts';

const { state, setState, settled, current } = setUpSearch();

describe('one list', () => {
  const words = () => state().searchPaint.ranges.map((range) => sliceByCodePoints(text, range));
  const listed = () => state().search.hits.flatMap(({ ranges }) => ranges);

  test.each(['改革', '教育', '督导 机构', 'jiaoyu', '的'])('F3 goes through “%s” as it is listed', async (query) => {
    state().openSearch('all');
    state().setSearchQuery(query);
    await settled();
    const { tallies } = state().search;
    const found = state().search.hits.filter(({ tier }) => tier !== 'related');
    expect(state().searchPaint.ranges).toEqual(found.flatMap(({ ranges }) => ranges));
    expect(words()).toHaveLength(tallies[0]?.places ?? 0);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(tallies[0]?.places);
    state().stepHit(1);
    expect(current()).toEqual(listed()[0]);
    state().stepHit(1);
    expect(current()).toEqual(listed()[1 % listed().length]);
  });

  test('a step back from the beginning leads to its end', async () => {
    state().openSearch('all');
    state().setSearchQuery('改革');
    await settled();
    state().stepHit(-1);
    expect(current()).toEqual(listed().at(-1));
  });

  test('from a chosen hit on, and through all of it after what is only related was looked at', async () => {
    const sections = [
      ['1、督导', '减轻作业负担'],
      ['2、体育', '作业要少，负担要轻，减轻压力'],
      ['3、其他', '航天'],
    ];
    setState({ plan: planOf('short', ...sections) });
    state().searchFor('减轻作业负担');
    await vi.waitFor(() => expect(state().search.hits.some(({ tier }) => tier === 'related')).toBe(true), patience);
    const all = state().searchPaint.ranges;
    const [first] = state().search.hits;
    const related = state().search.hits.find(({ tier }) => tier === 'related');
    if (related) await state().chooseHit(related);
    expect(state().searchPaint.ranges).toEqual(related?.ranges);
    if (first) await state().chooseHit(first);
    expect(state().searchPaint).toEqual({ ranges: all, current: 0 });
  });
});
