import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linePieces } from '#core/text/line-pieces';

test.each([
  ['切实减轻义务教育阶段学生作业负担和校外培训负担', '学生'],
  ['构建一体化的思想政治工作体系', '一体化的'],
  ['构建学校家庭社会协同育人机制', '构建'],
])('no line of %s ends within a word, and none begins with a word of one character', (text, word) => {
  const pieces = linePieces(text);
  expect(pieces).toContain(word);
  expect(pieces.every((piece) => [...piece].length > 1)).toBe(true);
});

test('the pieces make the text again, and none begins with punctuation', () => {
  const texts = fc.string({
    unit: fc.constantFrom('教', '育', '的', '，', '“', '”', '5', 'a', ' ', '𠀀'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(texts, (text) => {
      const pieces = linePieces(text);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces.slice(1)) expect(piece).not.toMatch(/^[，“”\s]/u);
    }),
  );
});
