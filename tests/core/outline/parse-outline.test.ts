import { describe, expect, test } from 'vitest';
import { planFromBlocks } from '#core/outline/parse-outline';
import { planFromText } from '#core/outline/plan-from-text';
import type { TextBlock } from '#core/outline/text-block';
import { planSchema } from '#core/plan/plan-schema';
import { outlineLines } from './outline-lines.ts';

const blocksOf = (text: string) => planFromText('example', text).blocks.map(({ kind, text }) => `${kind}: ${text}`);
const diagnosticsOf = (text: string) => planFromText('example', text).diagnostics;

describe('headings and their text', () => {
  test.each([
    {
      name: 'a run-in heading ends at the first 。 and keeps it',
      text: '规划\n（一）稳步推进改革。完善制度。健全机制。',
      blocks: ['title: 规划', 'heading: （一）稳步推进改革。', 'paragraph: 完善制度。健全机制。'],
    },
    {
      name: 'a closing quotation mark belongs to the sentence',
      text: '规划\n（一）坚持“育人为本。”完善制度。',
      blocks: ['title: 规划', 'heading: （一）坚持“育人为本。”', 'paragraph: 完善制度。'],
    },
    {
      name: 'an article is a mark before its text',
      text: '条例\n第一条　为了规范教育，制定本条例。',
      blocks: ['title: 条例', 'heading: 第一条', 'paragraph: 为了规范教育，制定本条例。'],
    },
    {
      name: 'layout goes, blanks inside a line stay',
      text: '\uFEFF\t规划  \r\n\r\n　　一、《中共中央 国务院关于》  \r\u2028正文 。',
      blocks: ['title: 规划', 'heading: 一、《中共中央 国务院关于》', 'paragraph: 正文 。'],
    },
    { name: 'nothing', text: ' \n\t\n', blocks: [] },
    {
      name: 'a first sentence is no title',
      text: '为了规范教育，制定本规划。',
      blocks: ['paragraph: 为了规范教育，制定本规划。'],
    },
    {
      name: 'a first heading is no title',
      text: '一、总则\n正文。',
      blocks: ['heading: 一、总则', 'paragraph: 正文。'],
    },
  ])('$name', ({ text, blocks }) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  test.each([
    ['the title line', '规划\n一、总则', '规划'],
    ['else the beginning of the first line', '一、总则\n正文', '一、总则'],
    ['a sentence is not a title line, yet names the document', '为了规范。\n一、总则', '为了规范。'],
    ['else the id', '', 'example'],
  ])('title: %s', (_, text, title) => {
    expect(planFromText('example', text).title).toBe(title);
  });

  test('text before the first heading belongs to no section', () => {
    const plan = planFromText('example', '规划\n前言。\n一、总则\n正文。');
    expect(plan.blocks.map(({ section }) => section)).toEqual([undefined, undefined, '1', '1']);
    expect(plan.sections.map(({ bodyBlocks }) => bodyBlocks)).toEqual([[3]]);
  });
});

describe('diagnostics', () => {
  test.each([
    { name: 'a whole plan has none', text: '规划\n一、甲\n（一）子。正文。\n二、乙', diagnostics: [] },
    { name: 'no headings', text: '规划\n正文。', diagnostics: [{ code: 'no-headings' }] },
    { name: 'empty', text: '', diagnostics: [{ code: 'no-headings' }] },
    {
      name: 'a missing chapter and the sections inferred to be its own',
      text: '规划\n一、甲\n（一）子\n（一）丑\n三、丙',
      diagnostics: [
        { code: 'missing-chapter', section: '2' },
        { code: 'inferred-parent', section: '2.1', block: 3 },
      ],
    },
    {
      name: 'a missing section',
      text: '规划\n一、甲\n（一）子\n（三）寅',
      diagnostics: [{ code: 'missing-section', section: '1.2' }],
    },
    {
      name: 'a number used twice',
      text: '规划\n一、甲\n（一）子\n（一）丑',
      diagnostics: [{ code: 'duplicate-number', section: '1.1-2', block: 3 }],
    },
    {
      name: 'a gap too wide to be filled is told once, at the heading after it',
      text: '规划\n一、甲\n六十、乙',
      diagnostics: [{ code: 'missing-chapter', block: 2 }],
    },
  ])('$name', ({ text, diagnostics }) => {
    expect(diagnosticsOf(text)).toEqual(diagnostics);
  });
});

describe('levels come from the document', () => {
  const nested = (text: string) =>
    planFromText('example', `规划\n${text}`).sections.map(({ id, level }) => `${id}:${level}`);

  test.each([
    {
      name: 'usual order',
      text: '一、甲\n（一）子\n1.丑\n（1）寅\n①卯',
      levels: ['1:1', '1.1:2', '1.1.1:3', '1.1.1.1:4', '1.1.1.1.1:5'],
    },
    {
      name: 'a list in the preface does not contain the chapters',
      text: '1.甲\n2.乙\n一、丙\n二、丁',
      levels: ['1:1', '2:1', '1-2:1', '2-2:1'],
    },
    {
      name: 'turned round',
      text: '①甲\n（1）子\n1.丑\n（2）寅\n②乙',
      levels: ['1:1', '1.1:2', '1.1.1:3', '1.2:2', '2:1'],
    },
    {
      name: 'the majority decides',
      text: '一、甲\n（一）子\n二、乙\n（一）丑\n一、丙',
      levels: ['1:1', '1.1:2', '2:1', '2.1:2', '1-2:1'],
    },
  ])('$name', ({ text, levels }) => {
    expect(nested(text)).toEqual(levels);
  });
});

describe('hints of the file format', () => {
  const heading = (text: string, headingLevel: number): TextBlock => ({ text, hint: { headingLevel } });

  test('a heading without a number stands beside the numbered ones of its level', () => {
    const plan = planFromBlocks('example', [
      { text: '规划' },
      heading('前言', 1),
      { text: '为了规范。' },
      heading('一、总则', 1),
      heading('（一）目的', 2),
      heading('背景', 2),
      heading('说明', 3),
      heading('附件', 1),
    ]);
    expect(outlineLines(plan)).toEqual([
      '0  前言',
      '1 一、 总则',
      '1.1 （一） 目的',
      '1.0  背景',
      '1.0.0  说明',
      'a0 附件',
    ]);
    expect(planSchema.safeParse(plan).success).toBe(true);
  });

  test('headings without any numbers nest by their levels', () => {
    const plan = planFromBlocks('example', [
      heading('规划', 1),
      heading('总则', 2),
      heading('目的', 3),
      heading('附则', 2),
    ]);
    expect(plan.title).toBe('规划');
    expect(plan.blocks[0]).toEqual({ kind: 'title', text: '规划' });
    expect(outlineLines(plan)).toEqual(['0  总则', '0.0  目的', '0-2  附则']);
  });

  test('a first heading that has equals is a heading', () => {
    const plan = planFromBlocks('example', [heading('总则', 1), { text: '正文。' }, heading('附则', 1)]);
    expect(outlineLines(plan)).toEqual(['0  总则', '0-2  附则']);
    expect(plan.blocks[0]?.kind).toBe('heading');
  });

  test('a block of several lines is several blocks; the hint speaks for the first', () => {
    const plan = planFromBlocks('example', [{ text: '规划' }, heading('总则\n正文。', 1), heading('附则', 1)]);
    expect(plan.blocks.map(({ kind }) => kind)).toEqual(['title', 'heading', 'paragraph', 'heading']);
  });
});
