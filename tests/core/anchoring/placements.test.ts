import { expect, test } from 'vitest';
import { measureOutcomes } from '../../bench/anchoring/measure.ts';

test('of 300 passages of known fate none is put in a wrong place (npm run bench -- anchoring measures many more)', () => {
  const { anchored, nearestQuote } = measureOutcomes([11], 20, 8_000);
  expect(anchored).toEqual({
    intact: { right: 207, shifted: 0, misproposed: 0, wrong: 0, orphaned: 0 },
    altered: { right: 83, shifted: 1, misproposed: 0, wrong: 0, orphaned: 1 },
    remnant: { right: 0, shifted: 0, misproposed: 0, wrong: 0, orphaned: 5 },
    deleted: { right: 0, shifted: 0, misproposed: 0, wrong: 0, orphaned: 3 },
  });
  expect(Object.values(nearestQuote).reduce((sum, { wrong }) => sum + wrong, 0)).toBeGreaterThan(10);
}, 120_000);
