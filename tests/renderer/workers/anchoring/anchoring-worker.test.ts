import { expect, test, vi } from 'vitest';
import { anchorSelectors } from '#core/anchoring/anchor';
import { createAnchoringClient } from '../../../../src/renderer/workers/anchoring/anchoring-client.ts';
import type { AnchoringResponse } from '../../../../src/renderer/workers/anchoring/anchoring-messages.ts';
import { createAnswerer } from '../../../../src/renderer/workers/anchoring/answer-anchoring.ts';
import { secondVersion } from '../../../core/anchoring/second-version.ts';
import { annotate } from '../../../core/report/annotate.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';
import { InProcessPort } from './in-process-port.ts';

const passages = ['深化体育教育改革', '强化美育育人功能', '完善教育督导体制机制', '深化创新创业教育'].map(
  (words) => annotate(bundledPlan, words).target,
);
const expected = passages.map((passage) => anchorSelectors(secondVersion, passage));

/** Collects what a client answers. */
function collect() {
  const found: unknown[] = [];
  const portions: number[] = [];
  const onLocated = (from: number, anchorings: readonly unknown[]) => {
    portions.push(anchorings.length);
    anchorings.forEach((anchoring, index) => {
      found[from + index] = anchoring;
    });
  };
  return { found, portions, onLocated };
}

test('the answer comes in portions, complete and in order', async () => {
  const { found, portions, onLocated } = collect();
  createAnchoringClient(new InProcessPort()).locate(secondVersion, passages, onLocated);
  await vi.waitFor(() => expect(found).toEqual(expected));
  expect(portions).toEqual([1, 1, 1, 1]);
});

test('the text is handed over once', async () => {
  const port = new InProcessPort();
  const client = createAnchoringClient(port);
  const first = collect();
  client.locate(secondVersion, passages, first.onLocated);
  await vi.waitFor(() => expect(first.found).toHaveLength(4));
  const second = collect();
  client.locate(secondVersion, passages.slice(0, 1), second.onLocated);
  await vi.waitFor(() => expect(second.found).toEqual(expected.slice(0, 1)));
  expect(port.requests.map(({ kind }) => kind)).toEqual(['load', 'locate', 'locate']);
});

test('a newer question gives up on the one before', async () => {
  const older = collect();
  const newer = collect();
  const client = createAnchoringClient(new InProcessPort());
  client.locate(secondVersion, passages, older.onLocated);
  client.locate(secondVersion, passages.slice(0, 2), newer.onLocated);
  await vi.waitFor(() => expect(newer.found).toEqual(expected.slice(0, 2)));
  expect(older.found).toEqual([]);
});

test('when the worker breaks down in the middle, the page goes on where it was', async () => {
  const { found, portions, onLocated } = collect();
  const port = new InProcessPort();
  createAnchoringClient(port).locate(secondVersion, passages, (from, anchorings) => {
    onLocated(from, anchorings);
    if (portions.length === 1) port.dispatchEvent(new Event('error'));
  });
  await vi.waitFor(() => expect(found.filter(Boolean)).toHaveLength(4));
  expect(found).toEqual(expected);
});

test('without workers the page itself looks', async () => {
  const { found, onLocated } = collect();
  createAnchoringClient(undefined).locate(secondVersion, passages, onLocated);
  await vi.waitFor(() => expect(found).toEqual(expected));
});

test('nothing is answered before there is a text', () => {
  const said: AnchoringResponse[] = [];
  createAnswerer((response) => said.push(response), { slice: 8, pace: 0 })({ kind: 'locate', id: 1, passages });
  expect(said).toEqual([]);
});
