import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DifferencePart, differencesBetween, linesOf } from '#core/comparison/text-differences';

const written = (parts: readonly DifferencePart[]) =>
  parts.map(({ kind, text }) => (kind === 'changed' ? `[${text}]` : text)).join('');

test.each([
  ['nothing', '深化体育教育改革', '深化体育教育改革', '深化体育教育改革', '深化体育教育改革'],
  ['a word added', '深化体育改革', '深化学校体育改革', '深化体育改革', '深化[学校]体育改革'],
  ['a word taken away', '全面深化体育改革', '深化体育改革', '[全面]深化体育改革', '深化体育改革'],
  [
    'one of several sentences',
    '甲乙。劳动教育。丙丁。',
    '甲乙。劳动技术教育。丙丁。',
    '甲乙。劳动教育。丙丁。',
    '甲乙。劳动[技术]教育。丙丁。',
  ],
  ['nothing but form', '（一）发展，ＡＢ\n二', '(一)发展,ab二', '（一）发展，ＡＢ\n二', '(一)发展,ab二'],
  ['everything', '劳动教育', '体育美育', '[劳动教育]', '[体育美育]'],
])('%s is different', (_name, before, now, expectedBefore, expectedNow) => {
  const differences = differencesBetween(before, now);
  expect(written(differences.left)).toBe(expectedBefore);
  expect(written(differences.right)).toBe(expectedNow);
});

test('neither side loses a character', () => {
  const words = fc.string({ unit: fc.constantFrom('教', '育', '体', '，', '\n', '👩‍🏫', 'a', ' '), maxLength: 40 });
  fc.assert(
    fc.property(words, words, (before, now) => {
      const differences = differencesBetween(before, now);
      expect(differences.left.map(({ text }) => text).join('')).toBe(before);
      expect(differences.right.map(({ text }) => text).join('')).toBe(now);
    }),
  );
});

test('passages that have nothing in common are different as a whole, and soon', () => {
  const before = Array.from({ length: 4000 }, (_, index) => `甲${index}`).join('，');
  const now = Array.from({ length: 4000 }, (_, index) => `乙${index * 7}`).join('。');
  const differences = differencesBetween(before, now);
  expect(differences.left).toEqual([{ kind: 'changed', text: before }]);
  expect(differences.right).toEqual([{ kind: 'changed', text: now }]);
});

test('lines are those of the text; empty ones are left out', () => {
  const lines = linesOf([
    { kind: 'around', text: '甲\n乙' },
    { kind: 'same', text: '丙\n\n丁' },
    { kind: 'around', text: '\n' },
  ]);
  expect(lines.map((line) => line.map(({ text }) => text))).toEqual([['甲'], ['乙', '丙'], ['丁']]);
  expect(new Set(lines.flat().map(({ at }) => at)).size).toBe(4);
});
