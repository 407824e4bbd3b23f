import { describe, expect, test } from 'vitest';
import { planFromBlocks } from '#core/outline/parse-outline';
import { planFromText } from '#core/outline/plan-from-text';
import { outlineOf } from './outline-lines.ts';

const boxOf = (lines: readonly string[]) =>
  planFromText('example', ['规划', ...lines].join('\n'))
    .blocks.filter(({ kind }) => kind === 'box')
    .map(({ text }) => text);

describe('a box without its frame', () => {
  test.each([
    {
      name: 'keeps its list to itself',
      lines: ['一、甲', '1.子', '2.丑', '专栏1 重点工程', '1.寅', '2.卯', '3.辰', '3.巳', '二、乙'],
      box: ['专栏1 重点工程', '1.寅', '2.卯', '3.辰'],
      outline: ['1 一、 甲', '1.1 1. 子', '1.2 2. 丑', '1.3 3. 巳', '2 二、 乙'],
    },
    {
      name: 'leaves what goes on with the list outside to it',
      lines: ['（一）甲', '1.子', '2.丑', '专栏2 重点工程', '1.寅', '2.卯', '3.辰', '4.巳', '（二）乙'],
      box: ['专栏2 重点工程', '1.寅', '2.卯'],
      outline: ['1 （一） 甲', '1.1 1. 子', '1.2 2. 丑', '1.3 3. 辰', '1.4 4. 巳', '2 （二） 乙'],
    },
    {
      name: 'has items that go on',
      lines: ['一、甲', '专栏 二：重点项目', '（1）寅', '续行', '（2）卯', '二、乙'],
      box: ['专栏 二：重点项目', '（1）寅', '续行', '（2）卯'],
      outline: ['1 一、 甲', '2 二、 乙'],
    },
    {
      name: 'has nothing but its title: text like any other',
      lines: ['一、甲', '专栏3 指标', '正文。', '（一）子', '二、乙'],
      box: [],
      outline: ['1 一、 甲', '1.1 （一） 子', '2 二、 乙'],
    },
    {
      name: 'not: a sentence about one',
      lines: ['一、甲', '专栏1的工程按期完成。', '1.寅', '2.卯'],
      box: [],
      outline: ['1 一、 甲', '1.1 1. 寅', '1.2 2. 卯'],
    },
  ])('$name', ({ lines, box, outline }) => {
    expect(boxOf(lines)).toEqual(box);
    expect(outlineOf(lines)).toEqual(outline);
  });

  test('what the reader decided is a heading is one', () => {
    const plan = planFromBlocks('example', [
      { text: '规划' },
      { text: '一、甲' },
      { text: '专栏1 工程' },
      { text: '1.寅', hint: { decided: { level: 2 } } },
      { text: '2.卯' },
    ]);
    expect(plan.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(3);
    expect(plan.blocks.filter(({ kind }) => kind === 'box')).toEqual([]);
  });
});
