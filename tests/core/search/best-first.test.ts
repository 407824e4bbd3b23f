import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestFirst } from '#core/search/best-first';

test.each([
  ['nothing', [], []],
  ['highest first', [1, 3, 2], [1, 2, 0]],
  ['equal ones in their order', [0, 2, 2, 0, 2], [1, 2, 4, 0, 3]],
  ['a million more than all others', [0.001, 1_000_000.001, 12], [1, 2, 0]],
])('%s', (_, scores, order) => {
  expect(bestFirst(scores)).toEqual(order);
});

test('as by comparison, but for differences that nobody sees', () => {
  const score = fc.double({ min: 0, max: 2e6, noNaN: true }).map((value) => Math.round(value * 1000) / 1000);
  fc.assert(
    fc.property(fc.array(score, { maxLength: 300 }), (scores) => {
      const expected = scores
        .map((_, index) => index)
        .sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0));
      expect(bestFirst(scores)).toEqual(expected);
    }),
  );
});
