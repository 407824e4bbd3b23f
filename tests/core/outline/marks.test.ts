import { describe, expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { outlineOf } from './outline-lines.ts';

describe('marks in unusual characters', () => {
  test.each([
    { name: 'Kangxi radicals', lines: ['⼀、甲', '⼆、乙'], outline: ['1 ⼀、 甲', '2 ⼆、 乙'] },
    {
      name: 'compatibility ideographs',
      lines: ['五、甲', '\uF9D1、乙'],
      outline: ['5 五、 甲', '6 \uF9D1、 乙'],
    },
    { name: 'formal numerals, traditional ones too', lines: ['壹、甲', '貳、乙'], outline: ['1 壹、 甲', '2 貳、 乙'] },
    { name: 'a traditional unit', lines: ['第一節 甲', '第二節 乙'], outline: ['1 第一節 甲', '2 第二節 乙'] },
    { name: 'small and vertical punctuation', lines: ['一﹑甲', '二﹑乙'], outline: ['1 一﹑ 甲', '2 二﹑ 乙'] },
    { name: 'vertical brackets', lines: ['︵一︶甲', '︵二︶乙'], outline: ['1 ︵一︶ 甲', '2 ︵二︶ 乙'] },
    {
      name: 'a mark before it that is not seen',
      lines: ['\u200B一、甲', '\u2060\u00AD二、乙'],
      outline: ['1 \u200B一、 甲', '2 \u2060\u00AD二、 乙'],
    },
    {
      name: 'not seen inside it',
      lines: ['一\u200B、甲', '（\u200D一）子'],
      outline: ['1 一\u200B、 甲', '1.1 （\u200D一） 子'],
    },
    { name: 'NUL inside it', lines: ['一\0、甲', '二、乙'], outline: ['1 一\0、 甲', '2 二、 乙'] },
    { name: 'a circle with a variation selector', lines: ['①\uFE0F甲', '②\uFE0E乙'], outline: ['1 ① 甲', '2 ② 乙'] },
    {
      name: 'blanks inside it',
      lines: ['第 一 章 甲', '第 二 章 乙', '一 、子'],
      outline: ['1 第 一 章 甲', '2 第 二 章 乙', '2.1 一 、 子'],
    },
    {
      name: 'blanks inside a numeral',
      lines: ['第 十 一 条 甲。'],
      outline: ['11 第 十 一 条'],
    },
    { name: 'full width', lines: ['１．甲', '２．乙'], outline: ['1 １． 甲', '2 ２． 乙'] },
    {
      name: 'a missing one is printed in usual characters',
      lines: ['⼀、甲', '\u200B三、丙'],
      outline: ['1 ⼀、 甲', '2 二、 缺', '3 \u200B三、 丙'],
    },
  ])('$name', ({ lines, outline }) => {
    expect(outlineOf(lines)).toEqual(outline);
  });

  test('the text stays as the source has it', () => {
    const text = '规划\n\u200B⼀ 、总\u200B则\n（\u200D一）子。正文';
    expect(planFromText('example', text).blocks.map((block) => block.text)).toEqual([
      '规划',
      '\u200B⼀ 、总\u200B则',
      '（\u200D一）子。',
      '正文',
    ]);
  });

  test('beyond a hundred, where it is the turn of the number', () => {
    const lines = Array.from({ length: 101 }, (_, index) => `${index + 1}.甲`);
    expect(outlineOf(lines).at(-1)).toBe('101 101. 甲');
    expect(outlineOf(['1.甲', '110、报警电话'])).toEqual(['1 1. 甲']);
    expect(outlineOf(['一百、甲'])).toEqual([]);
  });
});

describe('a heading that runs into its text', () => {
  test.each([
    { name: 'up to a 。', line: '（一）深化改革。完善制度。', heading: '深化改革', text: ['完善制度。'] },
    {
      name: 'up to a colon before several clauses',
      line: '（一）发展目标：到2025年，基本建成，人民满意。其次。',
      heading: '发展目标',
      text: ['到2025年，基本建成，人民满意。其次。'],
    },
    {
      name: 'not at a colon inside the heading',
      line: '（一）办学：新格局。正文。',
      heading: '办学：新格局',
      text: ['正文。'],
    },
    {
      name: 'not in a whole line',
      line: '（一）总目标：优化结构，提升质量',
      heading: '总目标：优化结构，提升质量',
      text: [],
    },
  ])('$name', ({ line, heading, text }) => {
    const plan = planFromText('example', `规划\n${line}`);
    expect(plan.sections.map((section) => section.heading)).toEqual([heading]);
    expect(plan.blocks.slice(2).map((block) => block.text)).toEqual(text);
  });
});

describe('numbers that are no headings', () => {
  test.each([
    ['an amount', ['1.5万人', '3.2亿元']],
    ['a year', ['2025年建成', '2025.']],
    ['a date', ['2021年3月15日', '12.30前完成']],
    ['points inside a sentence', ['一是加强领导。二是落实责任。']],
    ['a telephone number', ['0432-62048000', '12345、110']],
    ['a sentence with a number of no sequence', ['3.我市教育事业持续发展。']],
    ['a number of a document', ['（2021）12号']],
  ])('%s', (_, lines) => {
    expect(outlineOf(lines)).toEqual([]);
  });
});

describe('odd numbering is told', () => {
  test.each([
    {
      name: 'a list that begins again',
      lines: ['一、甲', '（一）子', '（二）丑', '（一）寅', '（二）卯'],
      diagnostics: [{ code: 'restarted-numbers', section: '1.1-2', block: 4 }],
    },
    {
      name: 'a number out of order',
      lines: ['一、甲', '三、丙', '二、乙'],
      diagnostics: [{ code: 'out-of-order', section: '2', block: 3 }],
    },
    {
      name: 'a number twice',
      lines: ['一、甲', '二、乙', '二、丙'],
      diagnostics: [{ code: 'duplicate-number', section: '2-2', block: 3 }],
    },
    {
      name: 'a number left out',
      lines: ['一、甲', '三、丙'],
      diagnostics: [{ code: 'missing-chapter', section: '2' }],
    },
  ])('$name', ({ lines, diagnostics }) => {
    expect(planFromText('example', ['规划', ...lines].join('\n')).diagnostics).toEqual(diagnostics);
  });
});
