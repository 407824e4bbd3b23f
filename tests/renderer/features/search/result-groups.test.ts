import { expect, test } from 'vitest';
import { createSearcher } from '#core/search/index';
import { type Results, resultGroups } from '../../../../src/renderer/features/search/result-groups.ts';
import type { FoundNotes } from '../../../../src/renderer/workers/search/search-messages.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';
import { planOf } from '../../../core/search/plan-of.ts';
import { annotationOn, placedMarks } from '../../store/placed-mark.ts';

const own = planOf('own', ['1、督导', '督导督导'], ['2、体育', '减轻作业负担']);
const city = planOf('city', ['1、督导', '体育']);
const searcher = createSearcher([bundledPlan, own, city]);
const noNotes: FoundNotes = { listed: [], count: 0, taskCount: 0 };

function results(query: string, change: Partial<Results> = {}): Results {
  return {
    home: 'own',
    plan: own,
    texts: new Map([city, bundledPlan].map((plan) => [plan.id, plan])),
    isEverywhere: true,
    ...searcher.answer(query, change.isEverywhere === false ? { document: 'own' } : {}),
    notes: noNotes,
    searchedNotes: [],
    ...change,
  };
}

/** Each group with its amount, and its sections with how many results are listed. */
function shape(given: Results) {
  return resultGroups(given).map(({ key, name, amount, sections }) =>
    [key, name, amount, ...sections.map(({ heading, items }) => `${heading} ${items.length}`)].join(' '),
  );
}

test('one document: what was found, and then what is related', () => {
  expect(shape(results('督导', { isEverywhere: false }))).toEqual(['here 本文 3 本文 1']);
  expect(shape(results('如何减轻学生作业负担', { isEverywhere: false }))).toEqual(['related 相关内容 1 相关内容 1']);
});

test('all documents: the one where the search began first, by its title, the others in the order of reading', () => {
  const [here, elsewhere] = resultGroups(results('督导'));
  expect(here).toMatchObject({ name: 'own', amount: 3, sections: [{ heading: 'own', document: 'own' }] });
  expect(elsewhere).toMatchObject({
    name: '其他文档',
    sections: [{ heading: 'city' }, { heading: bundledPlan.title }],
  });
});

test('going to another document leaves everything where it is, and called as it was', () => {
  const texts = new Map([city, bundledPlan, own].map((plan) => [plan.id, plan]));
  expect(shape(results('督导', { plan: city, texts }))).toEqual(shape(results('督导')));
});

test('notes are a group of their own; one that is gone meanwhile is left out', () => {
  const note = (id: string, document = bundledPlan.id) => {
    const excerpt = { body: [], quote: [], task: [], tags: [] };
    return { document, id, tier: 'literal' as const, isTask: false, excerpt };
  };
  const notes: FoundNotes = { listed: [note('a'), note('gone')], count: 7, taskCount: 0 };
  const marks = placedMarks(annotationOn('a', '深化体育教育改革'));
  const of = { document: bundledPlan.id, title: bundledPlan.title, plan: bundledPlan, notes: marks };
  const [group] = resultGroups(results('航天', { notes, searchedNotes: [of] }));
  expect(group).toMatchObject({ key: 'notes', name: '批注', amount: 7, detail: '7 条' });
  expect(group?.sections[0]?.items).toMatchObject([
    { kind: 'note', title: bundledPlan.title, mark: { section: '2.3' } },
  ]);
  const open = resultGroups(results('航天', { plan: bundledPlan, notes, searchedNotes: [of] }));
  expect(open[0]?.sections[0]?.items).toMatchObject([{ title: bundledPlan.title }]);
  const only = resultGroups(results('航天', { isEverywhere: false, plan: bundledPlan, notes, searchedNotes: [of] }));
  expect(only[0]?.sections[0]?.items).toMatchObject([{ title: null }]);
});

test('nothing found, no group', () => {
  expect(resultGroups(results('航天'))).toEqual([]);
});
