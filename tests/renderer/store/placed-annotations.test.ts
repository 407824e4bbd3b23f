import { expect, test } from 'vitest';
import type { Api } from '../../../src/renderer/api.ts';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import {
  differInPlacesOnly,
  placedAnnotations,
  placedBookmarks,
  placedNotes,
} from '../../../src/renderer/store/placed-annotations.ts';
import { secondVersion } from '../../core/anchoring/second-version.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { annotationOn } from './placed-mark.ts';

const annotations = [
  annotationOn('a', '深化体育教育改革'),
  annotationOn('b', '劳动教育', { motivation: 'bookmarking' }),
];

test('a list may be shown later only where nothing but places is new: never in the place of one of another text', () => {
  const store = createAppStore({} as Api, () => ({ locate: () => undefined }));
  const lists = () => [placedAnnotations, placedNotes, placedBookmarks].map((select) => select(store.getState()));
  store.setState({ plan: secondVersion, annotations });
  const first = lists();
  const verdicts = () => lists().map((latest, index) => differInPlacesOnly(first[index] ?? [], latest));
  store.setState({ places: {} });
  expect(lists()[0]).not.toBe(first[0]);
  expect(verdicts()).toEqual([true, true, true]);
  store.setState({ plan: bundledPlan });
  expect(verdicts()).toEqual([false, false, false]);
  store.setState({ plan: secondVersion, annotations: [...annotations] });
  expect(verdicts()).toEqual([false, false, false]);
});
