import { describe, expect, test } from 'vitest';
import { planFromBlocks } from '#core/outline/parse-outline';
import type { TextBlock } from '#core/outline/text-block';
import { outlineLines } from './outline-lines.ts';

const line = (text: string, fontSize: number, page = 1): TextBlock => ({ text, hint: { fontSize, page } });
const bold = (text: string, fontSize = 12): TextBlock => ({ text, hint: { fontSize, page: 1, isBold: true } });
const body = (text = '坚持优先发展，坚持改革创新，坚持公平普惠，坚持服务大局，办好人民满意的教育。') => line(text, 12);

describe('size and weight of letters, where the format has no headings', () => {
  test.each([
    {
      name: 'larger lines are headings, larger sizes further out',
      blocks: [
        line('规划', 22),
        line('前言', 16),
        body(),
        line('背景', 14),
        body(),
        line('目标', 14),
        body(),
        line('结语', 16),
        body(),
      ],
      outline: ['0  前言', '0.0  背景', '0.0-2  目标', '0-2  结语'],
    },
    {
      name: 'bold and short lines too',
      blocks: [line('规划', 22), bold('前言'), body(), bold('结语'), body()],
      outline: ['0  前言', '0-2  结语'],
    },
    {
      name: 'beside numbered ones of the same look',
      blocks: [
        line('规划', 22),
        line('前言', 16),
        body(),
        line('一、总则', 16),
        body('（一）目的。为了规范。'),
        line('二、附则', 16),
        body(),
      ],
      outline: ['0  前言', '1 一、 总则', '1.1 （一） 目的', '2 二、 附则'],
    },
    {
      name: 'not a look that only one line has',
      blocks: [line('规划', 22), line('注意', 16), body(), body()],
      outline: [],
    },
    {
      name: 'not a sentence',
      blocks: [line('规划', 22), line('请各校注意。', 16), body(), line('请各县注意，', 16), body()],
      outline: [],
    },
    {
      name: 'not a look that mostly long lines have',
      blocks: [
        line('规划', 22),
        ...Array.from({ length: 4 }, () => line('百年大计。', 14)),
        line('甲', 14),
        line('乙', 14),
        body(),
        body(),
        body(),
      ],
      outline: [],
    },
    {
      name: 'not the second line of a heading',
      blocks: [
        line('规划', 22),
        line('一、全面开启新征程', 16),
        line('努力让人民满意', 16),
        body(),
        line('二、附则', 16),
        body(),
      ],
      outline: ['1 一、 全面开启新征程', '2 二、 附则'],
    },
    {
      name: 'not bold lines of a bold document',
      blocks: [bold('规划', 22), bold('前言'), bold('正文'), bold('结语')],
      outline: [],
    },
  ])('$name', ({ blocks, outline }) => {
    const plan = planFromBlocks('example', blocks);
    expect(outlineLines(plan)).toEqual(outline);
    expect(plan.blocks.map(({ text }) => text).join('')).toBe(
      blocks
        .map(({ text }) => text)
        .join('')
        .replace('（一）目的。为了规范。', '（一）目的。为了规范。'),
    );
  });

  test.each([
    {
      name: 'a title over two lines',
      blocks: [line('吉林市“十四五”', 22), line('教育发展规划', 22), body()],
      title: '吉林市“十四五”教育发展规划',
      count: 2,
    },
    {
      name: 'Latin words keep their distance',
      blocks: [line('STEM', 22), line('Plan', 22), body()],
      title: 'STEM Plan',
      count: 2,
    },
    {
      name: 'under a letterhead',
      blocks: [line('吉林市教育局文件', 30), line('吉教〔2021〕1号', 12), line('关于印发规划的通知', 22), body()],
      title: '关于印发规划的通知',
      count: 1,
    },
    {
      name: 'not on a later page',
      blocks: [line('通知', 12), body(), line('大字', 22, 2), body()],
      title: '通知',
      count: 1,
    },
  ])('title: $name', ({ blocks, title, count }) => {
    const plan = planFromBlocks('example', blocks);
    expect(plan.title).toBe(title);
    expect(plan.blocks.filter(({ kind }) => kind === 'title')).toHaveLength(count);
  });
});

describe('levels of the format', () => {
  const heading = (text: string, headingLevel: number): TextBlock => ({ text, hint: { headingLevel } });

  test('go before sizes', () => {
    const blocks = [
      heading('规划', 1),
      heading('前言', 2),
      { text: '大字', hint: { fontSize: 30 } },
      body(),
      heading('结语', 2),
    ];
    expect(outlineLines(planFromBlocks('example', blocks))).toEqual(['0  前言', '0-2  结语']);
  });

  test('make no heading of a whole paragraph', () => {
    const blocks = [{ text: '规划' }, heading('前言', 1), heading('坚持优先发展。'.repeat(20), 1), heading('结语', 1)];
    expect(outlineLines(planFromBlocks('example', blocks))).toEqual(['0  前言', '0-2  结语']);
  });

  test('that the reader decided on go before marks and hints', () => {
    const decided = (text: string, decided: { level: number } | 'text', headingLevel?: number): TextBlock => ({
      text,
      hint: { decided, ...(headingLevel !== undefined && { headingLevel }) },
    });
    const blocks = [
      { text: '规划' },
      { text: '一、甲' },
      { text: '（一）子' },
      decided('前言', { level: 2 }),
      decided('二、不是标题', 'text', 1),
      decided('二、乙', { level: 1 }),
      decided('（一）升格', { level: 1 }),
      { text: '三、丙' },
      decided('附言。'.repeat(40), { level: 2 }),
    ];
    const plan = planFromBlocks('example', blocks);
    expect(plan.sections.map(({ id, level, heading }) => `${id} ${level} ${heading?.slice(0, 6)}`)).toEqual([
      '1 1 甲',
      '1.1 2 子',
      '1.0 2 前言',
      '2 1 乙',
      '0 1 （一）升格',
      '3 1 丙',
      '3.0 2 附言。附言。',
    ]);
    expect(plan.diagnostics).toEqual([]);
  });
});
