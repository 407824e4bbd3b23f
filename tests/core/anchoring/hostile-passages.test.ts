import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorSelectors } from '#core/anchoring/anchor';
import { describeRange } from '#core/anchoring/describe';
import { planFromText } from '#core/outline/plan-from-text';
import { canonicalText } from '#core/plan/canonical-text';
import { codePointLength } from '#core/text/code-points';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom('教育', '发展', '，', '。', '\n', '一、', '（二）', '😀', '\ud83d', '𠮷', '“', ' ', '2025', '㎡'),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

test('on any text: no error, a range inside it, the same answer twice; on its own text the passage itself', () => {
  fc.assert(
    fc.property(texts, texts, fc.nat(), fc.nat(), (before, after, from, size) => {
      const plan = planFromText('one', before);
      const length = codePointLength(canonicalText(plan));
      if (length === 0) return;
      const start = from % length;
      const range = { start, end: Math.min(length, start + 1 + (size % 30)) };
      const selectors = describeRange(plan, range);
      expect(anchorSelectors(plan, selectors)).toMatchObject({ state: 'anchored', range });
      const other = planFromText('one', after);
      const found = anchorSelectors(other, selectors);
      for (const { start, end } of [found.range, ...found.suggestions].filter((each) => each !== undefined)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(codePointLength(canonicalText(other)));
      }
      expect(found.range === undefined).toBe(found.state === 'orphaned');
      expect(anchorSelectors(planFromText('one', after), selectors)).toEqual(found);
    }),
    { numRuns: 150 },
  );
});

const sentence = (number: number) =>
  `第${number}项要求是完善${number * 7}所学校的办学条件并按期公布${number * 13}项结果。`;
const long = planFromText('long', Array.from({ length: 900 }, (_, number) => sentence(number)).join('\n'));

test('a quote of 20,000 characters is found in a text in which some of it changed', () => {
  const text = canonicalText(long);
  const selectors = describeRange(long, { start: 1000, end: 21_000 });
  const changed = planFromText('long', `前言一段。\n${text.replaceAll('按期', '及时').replace(sentence(300), '')}`);
  const { state, range } = anchorSelectors(changed, selectors);
  expect(state).toBe('review');
  expect(Math.abs((range?.start ?? 0) - 1006)).toBeLessThan(3);
  expect((range?.end ?? 0) - (range?.start ?? 0)).toBeGreaterThan(19_900);
});

test('punctuation alone is found by what stands around it', () => {
  const plan = planFromText('one', '一、甲\n完善评价办法，健全督导机制，保障教育投入，改善办学条件，提升治理水平。');
  const at = canonicalText(plan).indexOf('，保障');
  const selectors = describeRange(plan, { start: at, end: at + 1 });
  const changed = planFromText('one', `一、甲\n新增一句。\n${canonicalText(plan).split('\n')[1]}`);
  const { range } = anchorSelectors(changed, selectors);
  expect(range).toEqual({ start: at + 6, end: at + 7 });
});
