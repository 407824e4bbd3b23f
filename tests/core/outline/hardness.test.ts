import { describe, expect, test } from 'vitest';
import { planFromBlocks } from '#core/outline/parse-outline';
import type { TextBlock } from '#core/outline/text-block';
import { planSchema } from '#core/plan/plan-schema';

const million = 1_000_000;
const readsWhole = (blocks: readonly TextBlock[]) => {
  const plan = planFromBlocks('example', blocks);
  expect(planSchema.safeParse(plan).success).toBe(true);
  const characters = (texts: readonly { text: string }[]) =>
    texts
      .map(({ text }) => text)
      .join('')
      .replace(/\s/gu, '');
  expect(characters(plan.blocks) === characters(blocks)).toBe(true);
  return plan;
};

describe('hard documents', () => {
  test('300 levels of ten headings each', () => {
    const blocks = Array.from({ length: 3000 }, (_, index): TextBlock => {
      const level = Math.floor(index / 10) + 1;
      return { text: `标题${index}`, hint: { headingLevel: level } };
    });
    const { sections } = readsWhole([{ text: '规划' }, ...blocks]);
    expect(sections).toHaveLength(3000);
    expect(Math.max(...sections.map(({ level }) => level))).toBe(300);
  });

  test('every paragraph a level deeper', () => {
    const blocks = Array.from(
      { length: 5000 },
      (_, index): TextBlock => ({
        text: '标题',
        hint: { headingLevel: index + 1 },
      }),
    );
    expect(readsWhole(blocks).sections.every(({ level }) => level <= 300)).toBe(true);
  });

  test('60,000 paragraphs', () => {
    const blocks = Array.from({ length: 60_000 }, (_, index) => ({
      text:
        index % 20 === 0 ? `（${(index / 20) % 9 || '一'}）标题。` : '坚持优先发展，坚持改革创新，办好人民满意的教育。',
    }));
    readsWhole(blocks);
  });

  test.each([
    ['one line of a million characters', '教'.repeat(million)],
    ['a million blanks inside a line', `一、${' '.repeat(million)}甲`],
    ['a million digits', '1'.repeat(million)],
    ['a million dots', `目录\n一、甲${'.'.repeat(million)}1\n一、甲`],
    ['10,000 marks in one line', '一、甲。'.repeat(10_000)],
    ['10,000 ordinals in one line', '（一）'.repeat(10_000)],
    ['10,000 decimals', '1.1.1 甲。'.repeat(10_000)],
    ['10,000 tables of contents', '目录\n'.repeat(10_000)],
    ['10,000 attachments', '附件1\n附件：1.甲\n2.乙\n'.repeat(3_000)],
    ['characters that are not seen', `${'\u200B'.repeat(million)}一、甲`],
    ['lone surrogates', '一\uD83D、甲\n\uDE00二、乙\n\uD83D'],
    ['NUL', '一、\0甲\n\0\n二\0、乙'],
  ])('%s', (_, text) => {
    readsWhole([{ text: '规划' }, { text }]);
  });
});
