import { testStyle } from '../style-cases.ts';

testStyle({
  positive: [
    {
      name: 'under bare numbers',
      lines: ['1 总则', '1.1 目的', '1.1.1 背景', '1.2 范围', '2 要求', '2.1 建设'],
      outline: ['1 1 总则', '1.1 1.1 目的', '1.1.1 1.1.1 背景', '1.2 1.2 范围', '2 2 要求', '2.1 2.1 建设'],
    },
    {
      name: 'under 1.',
      lines: ['1. 总则', '1.1 目的', '1.2 范围', '2. 要求', '2.1 建设'],
      outline: ['1 1. 总则', '1.1 1.1 目的', '1.2 1.2 范围', '2 2. 要求', '2.1 2.1 建设'],
    },
    {
      name: 'under 第一章',
      lines: ['第一章 甲', '1.1 子', '1.2 丑', '第二章 乙', '2.1 寅'],
      outline: ['1 第一章 甲', '1.1 1.1 子', '1.2 1.2 丑', '2 第二章 乙', '2.1 2.1 寅'],
    },
    { name: 'no blank after it', lines: ['1.甲', '1.1子', '1.2丑'], outline: ['1 1. 甲', '1.1 1.1 子', '1.2 1.2 丑'] },
    {
      name: 'words that could also count something',
      lines: ['1. 甲', '1.1 年度目标', '1.2 人才队伍', '1.3 和谐校园', '1.4 个性化'],
      outline: ['1 1. 甲', '1.1 1.1 年度目标', '1.2 1.2 人才队伍', '1.3 1.3 和谐校园', '1.4 1.4 个性化'],
    },
    {
      name: 'a point at the end',
      lines: ['1. 甲', '1.1. 子', '1.2. 丑'],
      outline: ['1 1. 甲', '1.1 1.1 子', '1.2 1.2 丑'],
    },
  ],
  negative: [
    { name: 'inside a sentence', lines: ['生均面积达到1.1 平方米。'], outline: [] },
    { name: 'quantities', lines: ['1.5亿元', '1.2 万名教师', '3.2%', '1.1～1.5倍', '1.3、1.4两项'], outline: [] },
    {
      name: 'dates and versions',
      lines: ['2021.3.15', '3.15.', '3.15', '12.30前完成', '3.15日', '1.2.3.4.5.6.7'],
      outline: [],
    },
    { name: 'a sentence', lines: [`1.1 ${'提高教育质量，'.repeat(10)}。`], outline: [] },
    { name: 'bare numbers in a document without decimals', lines: ['1 总则', '2 要求', '12 月'], outline: [] },
  ],
  restarted: [
    {
      name: 'under a chapter that is missing',
      lines: ['1. 甲', '1.1 子', '1.2 丑', '2.1 寅', '3. 丙'],
      outline: ['1 1. 甲', '1.1 1.1 子', '1.2 1.2 丑', '2 2. 缺', '2.1 2.1 寅', '3 3. 丙'],
    },
    {
      name: 'before the first chapter that is there',
      lines: ['1.1 子', '1.2 丑', '2. 乙', '2.1 寅'],
      outline: ['1 1. 缺', '1.1 1.1 子', '1.2 1.2 丑', '2 2. 乙', '2.1 2.1 寅'],
    },
    {
      name: 'without any chapters',
      lines: ['1.1 子', '1.2 丑', '2.1 寅'],
      outline: ['1 1 缺', '1.1 1.1 子', '1.2 1.2 丑', '2 2 缺', '2.1 2.1 寅'],
    },
    {
      name: 'two levels down, under a chapter that is missing',
      lines: ['1. 甲', '1.1 子', '1.1.1 丑', '2.1.1 寅'],
      outline: ['1 1. 甲', '1.1 1.1 子', '1.1.1 1.1.1 丑', '2 2. 缺', '2.1 2.1 缺', '2.1.1 2.1.1 寅'],
    },
  ],
  skipped: [
    {
      name: 'more parents than can be missing: none is made up',
      lines: ['1. 甲', '1.1 子', '60.1 丑'],
      outline: ['1 1. 甲', '1.1 1.1 子', '1.1-2 60.1 丑'],
    },
    {
      name: 'one',
      lines: ['1. 甲', '1.1 子', '1.3 寅'],
      outline: ['1 1. 甲', '1.1 1.1 子', '1.2 1.2 缺', '1.3 1.3 寅'],
    },
    {
      name: 'the level between',
      lines: ['1. 甲', '1.1.1 子', '1.1.2 丑'],
      outline: ['1 1. 甲', '1.1 1.1 缺', '1.1.1 1.1.1 子', '1.1.2 1.1.2 丑'],
    },
  ],
  width: [
    {
      name: 'full width',
      lines: ['１．甲', '１．１　子', '１．２　丑'],
      outline: ['1 １． 甲', '1.1 １．１ 子', '1.2 １．２ 丑'],
    },
    { name: 'mixed', lines: ['1. 甲', '1．1 子', '1．2 丑'], outline: ['1 1. 甲', '1.1 1．1 子', '1.2 1．2 丑'] },
  ],
});
