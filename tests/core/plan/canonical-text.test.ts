import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockIndexAt, blockRanges, canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { textHash } from '#core/plan/text-hash';
import { codePointLength, sliceByCodePoints } from '#core/text/code-points';
import { examplePlan } from './example-plan.ts';

const withBlocks = (texts: readonly string[]): PlanDocument => ({
  ...examplePlan,
  blocks: texts.map((text) => ({ kind: 'paragraph', text })),
});

describe('canonical text', () => {
  test('is the blocks, one a line', () => {
    expect(canonicalText(examplePlan)).toBe('示例😀规划\n一、总则\n（一）𠮷。\n正文\n（二）甲\n续');
    expect(canonicalText(withBlocks([]))).toBe('');
  });

  test('each block has its span in code points', () => {
    expect(blockRanges(examplePlan).slice(0, 4)).toEqual([
      { start: 0, end: 5 },
      { start: 6, end: 10 },
      { start: 11, end: 16 },
      { start: 17, end: 19 },
    ]);
  });

  test.each([
    { name: 'the first character', offset: 0, block: 0 },
    { name: 'the line break after a block', offset: 5, block: 0 },
    { name: 'the first character of the next', offset: 6, block: 1 },
    { name: 'the last character', offset: 25, block: 5 },
    { name: 'beyond the end', offset: 1000, block: 5 },
    { name: 'before the beginning', offset: -1, block: 0 },
  ])('block at $name', ({ offset, block }) => {
    expect(blockIndexAt(blockRanges(examplePlan), offset)).toBe(block);
  });

  const blocks = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });

  test('the span of every block cuts out its text', () => {
    fc.assert(
      fc.property(blocks, (texts) => {
        const plan = withBlocks(texts);
        const text = canonicalText(plan);
        expect(blockRanges(plan).map((range) => sliceByCodePoints(text, range))).toEqual(texts);
        expect(blockRanges(plan).at(-1)?.end).toBe(codePointLength(text));
      }),
    );
  });

  test('every offset is found in its block', () => {
    fc.assert(
      fc.property(blocks, (texts) => {
        const ranges = blockRanges(withBlocks(texts));
        for (const [index, { start, end }] of ranges.entries()) {
          for (let offset = start; offset <= end; offset += 1) expect(blockIndexAt(ranges, offset)).toBe(index);
        }
      }),
    );
  });
});

describe('text hash', () => {
  test('is the beginning of the SHA-256 of the text in UTF-8', () => {
    expect(textHash(withBlocks(['abc']))).toBe('sha256-ba7816bf8f01cfea');
    expect(textHash(withBlocks([]))).toBe('sha256-e3b0c44298fc1c14');
  });

  test('changes with the text and with nothing else', () => {
    expect(textHash({ ...examplePlan, id: 'other', title: '别名' })).toBe(textHash(examplePlan));
    expect(textHash(withBlocks(['a', 'b']))).not.toBe(textHash(withBlocks(['ab'])));
  });
});
