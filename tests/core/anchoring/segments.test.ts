import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MarkedRange, segmentsOf } from '#core/anchoring/segments';

const mark = (id: string, start: number, end: number): MarkedRange => ({
  id,
  label: 'important',
  range: { start, end },
});
const span = { start: 10, end: 20 };

test.each<{ name: string; marks: MarkedRange[]; expected: string[] }>([
  { name: 'no mark', marks: [], expected: ['10-20 '] },
  { name: 'one inside', marks: [mark('a', 12, 15)], expected: ['10-12 ', '12-15 a', '15-20 '] },
  { name: 'one that covers all', marks: [mark('a', 0, 30)], expected: ['10-20 a'] },
  {
    name: 'one that begins before and one that ends after',
    marks: [mark('a', 5, 12), mark('b', 18, 25)],
    expected: ['10-12 a', '12-18 ', '18-20 b'],
  },
  { name: 'neighbours outside', marks: [mark('a', 5, 10), mark('b', 20, 25)], expected: ['10-20 '] },
  { name: 'neighbours inside', marks: [mark('a', 10, 15), mark('b', 15, 20)], expected: ['10-15 a', '15-20 b'] },
  {
    name: 'overlapping: the shorter first',
    marks: [mark('a', 10, 18), mark('b', 14, 20)],
    expected: ['10-14 a', '14-18 ba', '18-20 b'],
  },
  {
    name: 'nested',
    marks: [mark('a', 11, 19), mark('b', 13, 15)],
    expected: ['10-11 ', '11-13 a', '13-15 ba', '15-19 a', '19-20 '],
  },
  {
    name: 'the same passage twice',
    marks: [mark('a', 12, 14), mark('b', 12, 14)],
    expected: ['10-12 ', '12-14 ab', '14-20 '],
  },
  { name: 'an empty one', marks: [mark('a', 12, 12)], expected: ['10-20 '] },
])('$name', ({ marks, expected }) => {
  const shape = segmentsOf(span, marks).map(
    (each) => `${each.start}-${each.end} ${each.marks.map(({ id }) => id).join('')}`,
  );
  expect(shape).toEqual(expected);
});

test('an empty span has no segments', () => {
  expect(segmentsOf({ start: 5, end: 5 }, [mark('a', 0, 10)])).toEqual([]);
});

test('segments cover the span without gaps, and every mark is on exactly what it covers', () => {
  const range = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
  fc.assert(
    fc.property(range, fc.array(range, { maxLength: 12 }), (whole, ranges) => {
      const marks = ranges.map((each, index) => ({ id: String(index), label: 'data', range: each }));
      const segments = segmentsOf(whole, marks);
      const covered = segments.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, index) => start + index),
      );
      expect(covered).toEqual(Array.from({ length: whole.end - whole.start }, (_, index) => whole.start + index));
      for (const { start, end, marks: on } of segments) {
        for (let at = start; at < end; at += 1) {
          const wanted = marks.filter((each) => each.range.start <= at && at < each.range.end).map(({ id }) => id);
          expect(on.map(({ id }) => id).sort()).toEqual(wanted.sort());
        }
      }
    }),
  );
});
