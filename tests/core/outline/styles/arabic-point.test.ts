import { testStyle } from '../style-cases.ts';

testStyle({
  positive: [
    { name: 'whole lines', lines: ['1.学前教育', '2.义务教育'], outline: ['1 1. 学前教育', '2 2. 义务教育'] },
    {
      name: 'a blank after the point',
      lines: ['1. 学前教育', '2. 2025年目标'],
      outline: ['1 1. 学前教育', '2 2. 2025年目标'],
    },
    {
      name: 'a comma for the point',
      lines: ['1、学前教育', '2、2025年目标'],
      outline: ['1 1、 学前教育', '2 2、 2025年目标'],
    },
    { name: 'run in before its text', lines: ['1.扩大资源。新建幼儿园。'], outline: ['1 1. 扩大资源'] },
    {
      name: 'directly under a chapter that has no sections',
      lines: ['一、甲', '（一）子', '1.丑', '二、乙', '1.寅'],
      outline: ['1 一、 甲', '1.1 （一） 子', '1.1.1 1. 丑', '2 二、 乙', '2.1 1. 寅'],
    },
    {
      name: 'a numbered sentence too long for a heading',
      lines: [`1.${'提高教育质量，'.repeat(15)}。`, '2.乙'],
      outline: ['1 1.', '2 2. 乙'],
    },
    {
      name: 'run in within a run-in heading',
      lines: ['（一）主要任务。1.扩大资源。新建幼儿园。'],
      outline: ['1 （一） 主要任务', '1.1 1. 扩大资源'],
    },
  ],
  negative: [
    { name: 'inside a sentence', lines: ['其中1.小学二十所。'], outline: [] },
    {
      name: 'items of a list',
      lines: ['任务：', '1.开齐课程；', '2.减轻负担；', '3.落实经费。', '此外。'],
      outline: [],
    },
    {
      name: 'items of a list, but not the headings around it',
      lines: ['1.课程', '要求：', '（1）开齐；', '（2）开足。', '2.教师', '配齐。'],
      outline: ['1 1. 课程', '2 2. 教师'],
    },
    {
      name: 'no list: one of them stands apart',
      lines: ['1.开齐课程；', '内容。', '2.减轻负担。', '内容。'],
      outline: ['1 1. 开齐课程；', '2 2. 减轻负担'],
    },
    { name: 'a quantity in a wrapped line', lines: ['1.5万名教师', '3.25亿元'], outline: [] },
    { name: 'an enumeration of numbers', lines: ['3、4月份开展活动'], outline: [] },
    { name: 'a year, a plain number', lines: ['2025.', '2025年', '12个县'], outline: [] },
  ],
  restarted: [
    {
      name: 'under every section',
      lines: ['（一）甲', '1.子', '2.丑', '（二）乙', '1.寅'],
      outline: ['1 （一） 甲', '1.1 1. 子', '1.2 2. 丑', '2 （二） 乙', '2.1 1. 寅'],
    },
    {
      name: 'not, but numbered through the document',
      lines: ['（一）甲', '1.子', '2.丑', '（二）乙', '3.寅', '（三）丙', '5.辰'],
      outline: [
        '1 （一） 甲',
        '1.1 1. 子',
        '1.2 2. 丑',
        '2 （二） 乙',
        '2.3 3. 寅',
        '3 （三） 丙',
        '3.4 4. 缺',
        '3.5 5. 辰',
      ],
    },
  ],
  skipped: [
    { name: 'one', lines: ['1.甲', '3.丙'], outline: ['1 1. 甲', '2 2. 缺', '3 3. 丙'] },
    { name: 'too many to be shown one by one', lines: ['1.甲', '60.乙'], outline: ['1 1. 甲', '60 60. 乙'] },
  ],
  width: [
    { name: 'full-width point', lines: ['1．甲', '3．丙'], outline: ['1 1． 甲', '2 2． 缺', '3 3． 丙'] },
    { name: 'full-width digits', lines: ['１．甲', '３．丙'], outline: ['1 １． 甲', '2 ２． 缺', '3 ３． 丙'] },
    { name: 'single characters', lines: ['⒈甲', '⒊丙'], outline: ['1 ⒈ 甲', '2 ⒉ 缺', '3 ⒊ 丙'] },
  ],
});
