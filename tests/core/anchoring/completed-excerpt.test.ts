import { expect, test } from 'vitest';
import { anchorSelectors } from '#core/anchoring/anchor';
import { describeRange } from '#core/anchoring/describe';
import { blockRanges, canonicalSlice } from '#core/plan/canonical-text';
import { bundledPlan } from '../search/bundled-plan.ts';
import { secondVersion } from './second-version.ts';

/** Every block of the excerpt, as it is found in the second version, in which most sentences go on and some sections are gone. */
const found = blockRanges(bundledPlan).map((range) => {
  const selectors = describeRange(bundledPlan, range);
  return { exact: selectors.exact, anchoring: anchorSelectors(secondVersion, selectors) };
});

test('what stands there word for word is found for sure, though all around it was completed', () => {
  const states = found.map(({ anchoring }) => anchoring.state);
  const count = (state: string) => states.filter((each) => each === state).length;
  expect({ anchored: count('anchored'), review: count('review'), orphaned: count('orphaned') }).toEqual({
    anchored: 118,
    review: 1,
    orphaned: 6,
  });
});

test('a heading with another number is found by its words, without a rest of the number', () => {
  const heading = found.find(({ exact }) => exact.startsWith('（六）加强'));
  expect(heading?.anchoring.state).toBe('anchored');
  const { start = 0, end = 0 } = heading?.anchoring.range ?? {};
  expect(canonicalSlice(secondVersion, { start, end })).toBe('加强新时代学校健康教育。');
});

test('what is not word for word is left to the reader', () => {
  for (const { exact, anchoring } of found) {
    if (anchoring.state !== 'review' || anchoring.range === undefined) continue;
    expect(canonicalSlice(secondVersion, anchoring.range)).not.toBe(exact);
  }
});
