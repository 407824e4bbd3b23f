import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';

const sentence = '教育是国之大计、党之大计，要加快推进教育现代化，建设教育强国，办好人民满意的教育，培养时代新人';
const headings = ['（一）甲。', '（二）乙。', '（三）丙。', '（四）丁。', '（五）戊。'];
const width = 40;

/** `text` as it would be printed at `width` characters a line. */
const wrap = (text: string) => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
const marks = (lines: readonly string[]) => {
  const { blocks } = planFromText('example', ['规划', ...lines].join('\n'));
  return {
    cutOff: blocks.filter((block) => block.cutOff).map(({ section }) => section),
    gapBefore: blocks.filter((block) => block.gapBefore).map(({ section }) => section),
  };
};
const cut = (text: string) => [...text].slice(0, width).join('');
const none = { cutOff: [], gapBefore: [] };

describe('cut lines', () => {
  test.each([
    {
      name: 'every passage breaks off at the edge',
      lines: headings.map((heading) => cut(heading + sentence)),
      expected: { cutOff: ['1', '2', '3', '4', '5'], gapBefore: [] },
    },
    {
      name: 'a second line in a section follows a gap',
      lines: headings.flatMap((heading, index) => [cut(heading + sentence), ...(index === 1 ? [cut(sentence)] : [])]),
      expected: { cutOff: ['1', '2', '2', '3', '4', '5'], gapBefore: ['2'] },
    },
    {
      name: 'a line that ends with its sentence is whole, though its neighbours are cut',
      lines: headings.map((heading, index) => (index === 4 ? `${heading}短句。` : cut(heading + sentence))),
      expected: { cutOff: ['1', '2', '3', '4'], gapBefore: [] },
    },
    {
      name: 'some paragraphs as long as the edge and without a full stop, in a document that is whole',
      lines: headings.map((heading, index) => (index < 3 ? cut(heading + sentence) : `${heading}短句。`)),
      expected: none,
    },
    { name: 'whole paragraphs', lines: headings.map((heading) => `${heading}${sentence}。`), expected: none },
    {
      name: 'whole paragraphs that are wrapped',
      lines: headings.flatMap((heading) => wrap(`${heading}${sentence}，${sentence}。`)),
      expected: none,
    },
    {
      name: 'paragraphs without full stops, of different lengths',
      lines: headings.map((heading, index) => heading + sentence.slice(index)),
      expected: none,
    },
    {
      name: 'cells of a table, all equally short',
      lines: headings.map((heading) => `${heading}负责单位`),
      expected: none,
    },
    {
      name: 'too few passages to tell',
      lines: [cut(`（一）甲。${sentence}`), cut(`（二）乙。${sentence}`)],
      expected: none,
    },
    { name: 'headings alone', lines: headings, expected: none },
  ])('$name', ({ lines, expected }) => {
    expect(marks(lines)).toEqual(expected);
  });

  test('nothing is marked in a full plan', () => {
    const text = readFileSync(new URL('../../fixtures/plans/full-text.txt', import.meta.url), 'utf8');
    const plan = planFromText('full-text', text);
    expect(plan.diagnostics).toEqual([]);
    expect(plan.blocks.filter((block) => block.cutOff || block.gapBefore)).toEqual([]);
  });
});
