import { expect, test, vi } from 'vitest';
import { placeAnnotations } from '#core/anchoring/place-annotations';
import type { Api } from '../../../src/renderer/api.ts';
import { createAppStore } from '../../../src/renderer/store/app-store.ts';
import { placedAnnotations } from '../../../src/renderer/store/placed-annotations.ts';
import {
  createAnchoringClient,
  type StartAnchoring,
} from '../../../src/renderer/workers/anchoring/anchoring-client.ts';
import { secondVersion } from '../../core/anchoring/second-version.ts';
import { annotate, idOf } from '../../core/report/annotate.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { InProcessPort } from '../workers/anchoring/in-process-port.ts';

const annotations = ['深化体育教育改革', '强化美育育人功能', '完善教育督导体制机制', '深化创新创业教育'].map(
  (words, index) => annotate(bundledPlan, words, { id: idOf(index + 1) }),
);
/** A plan of its own for each test: what was found in it is remembered with it. */
const editedPlan = () => structuredClone(secondVersion);
const complete = () => placeAnnotations(editedPlan(), annotations);

function openStore() {
  const port = new InProcessPort();
  const start = vi.fn<StartAnchoring>(() => createAnchoringClient(port));
  const store = createAppStore({} as Api, start);
  return { store, start, port, states: () => placedAnnotations(store.getState()).map(({ state }) => state) };
}

test('notes of this very text have their places at once, without a worker', () => {
  const { store, start, states } = openStore();
  store.setState({ plan: bundledPlan, annotations });
  expect(states()).toEqual(['anchored', 'anchored', 'anchored', 'anchored']);
  expect(start).not.toHaveBeenCalled();
  expect(store.getState().locating).toBeNull();
});

test('notes of another text get them one after the other, the same as everywhere else', async () => {
  const { store, states } = openStore();
  const progress: unknown[] = [];
  store.subscribe(({ locating }) => {
    const said = locating && `${locating.done}/${locating.total}`;
    if (progress.at(-1) !== said) progress.push(said);
  });
  store.setState({ plan: editedPlan(), annotations });
  expect(states()).toEqual(['locating', 'locating', 'locating', 'locating']);
  await vi.waitFor(() => expect(store.getState().locating).toBeNull());
  expect(progress).toEqual(['0/4', '1/4', '2/4', '3/4', null]);
  expect(placedAnnotations(store.getState())).toEqual(complete());
});

test('a note that is changed keeps its place, and one that is new is looked for alone', async () => {
  const { store, port } = openStore();
  store.setState({ plan: editedPlan(), annotations: annotations.slice(1) });
  await vi.waitFor(() => expect(store.getState().locating).toBeNull());
  const asked = port.requests.length;
  const edited = annotations.slice(1).map((annotation) => structuredClone({ ...annotation, body: '报备。' }));
  store.setState({ annotations: edited });
  expect(placedAnnotations(store.getState()).map(({ state }) => state)).not.toContain('locating');
  expect(port.requests).toHaveLength(asked);
  store.setState({ annotations });
  await vi.waitFor(() => expect(store.getState().locating).toBeNull());
  expect(port.requests.at(-1)).toMatchObject({ passages: [annotations[0]?.target] });
});

test('going back to the text of the notes asks nothing', async () => {
  const { store, states } = openStore();
  store.setState({ plan: editedPlan(), annotations });
  store.setState({ plan: bundledPlan });
  expect(states()).toEqual(['anchored', 'anchored', 'anchored', 'anchored']);
  expect(store.getState().locating).toBeNull();
});
