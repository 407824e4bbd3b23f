import { expect, test } from 'vitest';
import { evidenceOf, rememberPlace } from '#core/anchoring/place-annotations';
import { createCountSelector } from '../../../../src/renderer/features/outline/count-notes.ts';
import { createAppStore } from '../../../../src/renderer/store/app-store.ts';
import { doubtfulSection } from '../../../../src/renderer/store/doubtful-section.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';
import { fakeApi } from '../../store/fake-api.ts';
import { annotationOn, lostAnnotation } from '../../store/placed-mark.ts';

test('counts a note in its section and all above it, once for each change of the annotations', async () => {
  const store = createAppStore(fakeApi().api);
  const { openDocument, annotate, removeAnnotation } = store.getState();
  const select = createCountSelector();
  expect(select(store.getState()).size).toBe(0);
  await openDocument('jilin-145-education');
  const note = await annotate({ start: 896, end: 910 }, 'commenting', 'important');
  const counts = select(store.getState());
  expect([...counts].sort()).toEqual([
    ['4', 1],
    ['4.2', 1],
  ]);
  store.setState({ currentSection: '4.2' });
  expect(select(store.getState())).toBe(counts);
  await removeAnnotation(note?.id ?? '');
  expect(select(store.getState()).size).toBe(0);
});

const nowhere = { state: 'orphaned' as const, score: 0, suggestions: [] };

test('a lost annotation is doubtful where it was last known, a bookmark counts nowhere', async () => {
  const store = createAppStore(fakeApi().api);
  await store.getState().openDocument('jilin-145-education');
  const marks = [lostAnnotation('lost'), annotationOn('mark', '强化美育育人功能', { motivation: 'bookmarking' })];
  // it has been looked for in vain
  for (const mark of marks) rememberPlace(bundledPlan, evidenceOf(mark), nowhere);
  store.setState({ annotations: [...marks, annotationOn('sport', '深化体育教育改革')] });
  expect([...createCountSelector()(store.getState())].sort()).toEqual([
    ['2', 1],
    ['2.3', 1],
  ]);
  expect([...createCountSelector(doubtfulSection)(store.getState())].sort()).toEqual([
    ['2', 1],
    ['2.3', 1],
  ]);
});

test('another text may number its sections in another way: a lost annotation is where its heading is', async () => {
  const store = createAppStore(fakeApi().api);
  await store.getState().openDocument('jilin-145-education');
  const lost = lostAnnotation('lost');
  const renumbered = { ...lost, target: { ...lost.target, sectionPath: '九/（一）' } };
  const elsewhere = { ...lost, id: 'elsewhere', target: { ...renumbered.target, sectionHeading: '已删去的一节' } };
  for (const mark of [renumbered, elsewhere]) rememberPlace(bundledPlan, evidenceOf(mark), nowhere);
  store.setState({ annotations: [renumbered, elsewhere] });
  expect([...createCountSelector(doubtfulSection)(store.getState())].sort()).toEqual([
    ['2', 1],
    ['2.3', 1],
  ]);
});
