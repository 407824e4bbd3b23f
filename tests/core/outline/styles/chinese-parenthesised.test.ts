import { testStyle } from '../style-cases.ts';

testStyle({
  positive: [
    {
      name: 'whole lines',
      lines: ['（一）发展基础', '（二）发展形势'],
      outline: ['1 （一） 发展基础', '2 （二） 发展形势'],
    },
    {
      name: 'run in before its text',
      lines: ['（一）深化评价改革。以评价为牵引。', '（二）改革考试制度。'],
      outline: ['1 （一） 深化评价改革', '2 （二） 改革考试制度'],
    },
    {
      name: 'under a chapter',
      lines: ['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅'],
      outline: ['1 一、 甲', '1.1 （一） 子', '1.2 （二） 丑', '2 二、 乙', '2.1 （一） 寅'],
    },
    {
      name: 'above a chapter, where the document nests so',
      lines: ['（一）甲', '一、子', '二、丑', '（二）乙', '一、寅'],
      outline: ['1 （一） 甲', '1.1 一、 子', '1.2 二、 丑', '2 （二） 乙', '2.1 一、 寅'],
    },
    {
      name: 'a heading about projects',
      lines: ['（一）项目建设', '（二）条件保障', '（三）目的和目标'],
      outline: ['1 （一） 项目建设', '2 （二） 条件保障', '3 （三） 目的和目标'],
    },
  ],
  negative: [
    { name: 'inside a sentence', lines: ['按照（一）的要求执行。'], outline: [] },
    {
      name: 'a reference to a clause in a wrapped line',
      lines: ['（一）项规定的情形除外。', '（二）款、第三款'],
      outline: [],
    },
    { name: 'words in brackets', lines: ['（试行）', '（一期）工程', '（二〇二一）五号'], outline: [] },
    { name: 'an open bracket', lines: ['（一', '（一年级'], outline: [] },
  ],
  restarted: [
    {
      name: 'with the number of a chapter left out: the chapter is missing',
      lines: ['一、甲', '（一）子', '（二）丑', '（一）寅', '（二）卯', '三、丙'],
      outline: [
        '1 一、 甲',
        '1.1 （一） 子',
        '1.2 （二） 丑',
        '2 二、 缺',
        '2.1 （一） 寅',
        '2.2 （二） 卯',
        '3 三、 丙',
      ],
    },
    {
      name: 'twice, with two chapters left out',
      lines: ['一、甲', '（一）子', '（一）丑', '（一）寅', '四、丁'],
      outline: ['1 一、 甲', '1.1 （一） 子', '2 二、 缺', '2.1 （一） 丑', '3 三、 缺', '3.1 （一） 寅', '4 四、 丁'],
    },
    {
      name: 'before the first chapter that is there',
      lines: ['（一）子', '（二）丑', '二、乙', '（一）寅'],
      outline: ['1 一、 缺', '1.1 （一） 子', '1.2 （二） 丑', '2 二、 乙', '2.1 （一） 寅'],
    },
    {
      name: 'with no chapter left out: the number is used twice',
      lines: ['一、甲', '（一）子', '（二）丑', '（一）寅', '二、乙'],
      outline: ['1 一、 甲', '1.1 （一） 子', '1.2 （二） 丑', '1.1-2 （一） 寅', '2 二、 乙'],
    },
    {
      name: 'at the end, where nothing shows a chapter',
      lines: ['一、甲', '（一）子', '（二）丑', '（二）寅'],
      outline: ['1 一、 甲', '1.1 （一） 子', '1.2 （二） 丑', '1.2-2 （二） 寅'],
    },
  ],
  skipped: [
    {
      name: 'the first of a chapter',
      lines: ['一、甲', '（一）子', '二、乙', '（二）寅', '三、丙', '（一）卯'],
      outline: [
        '1 一、 甲',
        '1.1 （一） 子',
        '2 二、 乙',
        '2.1 （一） 缺',
        '2.2 （二） 寅',
        '3 三、 丙',
        '3.1 （一） 卯',
      ],
    },
    { name: 'in the middle', lines: ['（一）甲', '（三）丙'], outline: ['1 （一） 甲', '2 （二） 缺', '3 （三） 丙'] },
  ],
  width: [
    {
      name: 'half-width and mixed brackets',
      lines: ['(一)甲', '(二）乙', '（三)丙'],
      outline: ['1 (一) 甲', '2 (二） 乙', '3 （三) 丙'],
    },
    { name: 'single characters', lines: ['㈠甲', '㈢丙'], outline: ['1 ㈠ 甲', '2 ㈡ 缺', '3 ㈢ 丙'] },
    {
      name: 'a missing one takes the brackets of its neighbour',
      lines: ['(一)甲', '(三)丙'],
      outline: ['1 (一) 甲', '2 (二) 缺', '3 (三) 丙'],
    },
    { name: 'formal numerals', lines: ['（壹）甲', '（贰）乙'], outline: ['1 （壹） 甲', '2 （贰） 乙'] },
  ],
});
