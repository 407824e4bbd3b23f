import { expect, test } from 'vitest';
import { countCharacters } from '#core/text/count-characters';

test.each([
  ['', 0],
  ['一、总则。', 5],
  ['某市　教育\t规划\n第 1 条\u00a0', 9],
  ['𠮷😀', 2],
  ['ABC def', 6],
])('%j has %i', (text, count) => {
  expect(countCharacters(text)).toBe(count);
});
