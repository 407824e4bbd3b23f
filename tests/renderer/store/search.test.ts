import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sliceByCodePoints } from '#core/text/code-points';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { annotationOn } from './placed-mark.ts';
import { patience, setUpSearch, text } from './search-store.ts';

const { state, setState, settled, current, port } = setUpSearch();
const placesOf = (word: string) => {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    places.push([...text.slice(0, at)].length);
  return places;
};

describe('in the text', () => {
  test('the first place after the section being read is the current one', async () => {
    state().setCurrentSection('8');
    state().openSearch('text');
    state().setSearchQuery('创新');
    await settled();
    expect(state().searchPaint.ranges.map(({ start }) => start)).toEqual(placesOf('创新'));
    expect(current()?.start).toBe(placesOf('创新')[5]);
  });

  test('typing on keeps the place as long as it fits', async () => {
    state().openSearch('text');
    state().setSearchQuery('创新');
    await settled();
    state().stepHit(1);
    const second = current()?.start;
    expect(second).toBe(placesOf('创新')[1]);
    state().setSearchQuery('创新创业');
    await settled();
    expect(current()?.start).toBe(second);
    state().setSearchQuery('创新创业意识');
    await settled();
    expect(current()?.start).toBe(placesOf('创新创业意识')[0]);
    state().setSearchQuery('创新');
    await settled();
    expect(current()?.start).toBe(placesOf('创新创业意识')[0]);
  });

  test('steps go round in both directions', async () => {
    state().openSearch('text');
    state().setSearchQuery('创新');
    await settled();
    state().stepHit(-1);
    expect(state().searchPaint.current).toBe(6);
    state().stepHit(1);
    expect(state().searchPaint.current).toBe(0);
  });

  test('a step asked for before the answer is made after it', async () => {
    state().openSearch('text');
    state().setSearchQuery('创新');
    state().stepHit(1);
    state().stepHit(1);
    await settled();
    expect(state().searchPaint.current).toBe(2);
  });

  test('what is selected is looked for, and its place is the current one', async () => {
    const start = placesOf('创新')[3] ?? 0;
    state().setSelection({ start, end: start + 2 });
    state().openSearch('text');
    await settled();
    expect(state().search.query).toBe('创新');
    expect(current()).toEqual({ start, end: start + 2 });
  });

  test('a whole paragraph is not taken over', () => {
    state().setSelection({ start: 0, end: 200 });
    state().openSearch('text');
    expect(state().search.query).toBe('');
  });

  test('closing drops what was on its way; F3 brings the last query back', async () => {
    state().openSearch('text');
    state().setSearchQuery('创新');
    state().closeSearch();
    state().setSearchQuery('');
    state().closeSearch();
    await settled();
    expect(state().searchPaint.ranges).toEqual([]);
    state().stepHit(1);
    await settled();
    expect(state().search).toMatchObject({ open: true, query: '创新' });
    expect(state().searchPaint.current).toBe(0);
  });

  test('the last answer wins', async () => {
    state().openSearch('text');
    for (const query of ['创', '创新', '创新创', '创新', '督', '督导']) state().setSearchQuery(query);
    await settled();
    expect(state().searchPaint.ranges.map((range) => sliceByCodePoints(text, range))).toEqual(['督导', '督导', '督导']);
  });

  test('an empty query shows nothing', async () => {
    state().openSearch('text');
    state().setSearchQuery('创新');
    await settled();
    state().setSearchQuery(' ');
    expect(state().searchPaint).toEqual({ ranges: [], current: -1 });
  });
});

describe('everything', () => {
  test('lists sections in the left pane and leaves the text where it is', async () => {
    state().openSearch('all');
    expect(state().leftTab).toBe('results');
    state().setSearchQuery('改革');
    await settled();
    expect(state().search.hits.length).toBe(10);
    expect(state().searchPaint).toMatchObject({ current: -1, ranges: { length: 12 } });
  });

  test('a chosen hit becomes the current place', async () => {
    state().openSearch('all');
    state().setSearchQuery('改革');
    await settled();
    const [, second] = state().search.hits;
    if (second) await state().chooseHit(second);
    expect(current()).toEqual(second?.ranges[0]);
    state().stepHit(1);
    expect(current()).not.toEqual(second?.ranges[0]);
  });

  test('typing on keeps the chosen section as long as it answers', async () => {
    state().openSearch('all');
    state().setSearchQuery('教');
    await settled();
    const hit = state().search.hits.find(({ section }) => section === '4.4');
    if (hit !== undefined) await state().chooseHit(hit);
    const chosen = current();
    state().setSearchQuery('教育');
    await settled();
    expect(current()?.start).toBe(chosen?.start);
    state().setSearchQuery('督导机构');
    await settled();
    expect(current()?.start).toBe(placesOf('督导机构')[0]);
    state().setSearchQuery('立交桥');
    await settled();
    expect(current()).toBeUndefined();
  });

  test('the index joins: related sections come by themselves, and are painted when chosen', async () => {
    state().searchFor('如何减轻学生作业负担');
    await vi.waitFor(
      () => expect(state().search.hits).toMatchObject([{ number: '二（二）', tier: 'related' }]),
      patience,
    );
    expect(state().searchPaint.ranges).toEqual([]);
    const [hit] = state().search.hits;
    if (hit) await state().chooseHit(hit);
    expect(state().searchPaint.ranges.map((range) => sliceByCodePoints(text, range))).toContain('减轻');
  });

  test('back to the text with the same query', async () => {
    state().openSearch('all');
    state().setSearchQuery('改革');
    await settled();
    state().setSearchScope('text');
    await settled();
    expect(state().leftTab).toBe('outline');
    expect(state().search.hits).toEqual([]);
    expect(state().searchPaint).toMatchObject({ current: 0, ranges: { length: 12 } });
  });

  test('a hidden left pane is shown for results', () => {
    const changeView = vi.fn();
    setState({ changeView, view: { ...state().view, outlineVisible: false } });
    state().openSearch('all');
    expect(changeView).toHaveBeenCalledWith({ outlineVisible: true });
  });
});

describe('notes', () => {
  const ids = () => state().search.notes.listed.map(({ id }) => id);
  beforeEach(() => {
    setState({
      isLoaded: true,
      view: { ...state().view, notesVisible: true },
      annotations: [
        annotationOn('sport', '深化体育教育改革', { body: '找**体卫**组商量', tags: ['待办'] }),
        annotationOn('lost', '强化美育育人功能', { body: '体卫组' }),
      ],
    });
  });

  test('answer with the text; a prefix leaves the text out, and what is asked of them is a list', async () => {
    state().openSearch('all');
    state().setSearchQuery('体育');
    await settled();
    expect(ids()).toEqual(['sport']);
    expect(state().search.hits.length).toBeGreaterThan(0);
    state().setSearchQuery('批注：体卫');
    await settled();
    expect(ids()).toEqual(['sport', 'lost']);
    expect(state().search.hits).toEqual([]);
    state().closeSearch();
    state().openSearch('text');
    state().setSearchQuery('标签:待办');
    await settled();
    expect(state().search.scope).toBe('all');
    expect(ids()).toEqual(['sport']);
  });

  test('lead to their passage and their card, with one way back; the next step goes on from there', async () => {
    state().openSearch('all');
    state().setSearchQuery('改革');
    await settled();
    await state().chooseNote({ document: bundledPlan.id, id: 'sport' });
    const [range] = placesOf('深化体育教育改革').map((start) => ({ start, end: start + 8 }));
    expect(state().request?.place).toEqual({ range });
    expect(state()).toMatchObject({ selectedAnnotation: 'sport', search: { chosenNote: { id: 'sport' } } });
    await state().chooseNote({ document: bundledPlan.id, id: 'lost' });
    expect(state().backPlaces).toHaveLength(1);
    await state().chooseNote({ document: bundledPlan.id, id: 'sport' });
    state().stepHit(1);
    expect(current()?.start).toBe((range?.start ?? 0) + 6);
    expect(state().search.chosenNote).toBeNull();
  });

  test('that change are asked again', async () => {
    state().openSearch('all');
    state().setSearchQuery('航天');
    await settled();
    expect(ids()).toEqual([]);
    setState({ annotations: [annotationOn('sport', '深化体育教育改革', { body: '航天' })] });
    await vi.waitFor(() => expect(ids()).toEqual(['sport']));
  });
});

test('without a plan nothing is asked', () => {
  setState({ plan: null });
  const post = vi.spyOn(port(), 'postMessage');
  state().openSearch('text');
  state().setSearchQuery('创新');
  expect(post).not.toHaveBeenCalled();
  expect(state().search.pending).toBe(false);
});

test('a worker that breaks down is told to the reader', () => {
  state().openSearch('text');
  state().setSearchQuery('创新');
  port().dispatchEvent(new Event('error'));
  expect(state().search.pending).toBe(false);
  expect(state().notices).toMatchObject([{ kind: 'error' }]);
});
