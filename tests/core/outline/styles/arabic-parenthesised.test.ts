import { testStyle } from '../style-cases.ts';

testStyle({
  positive: [
    { name: 'whole lines', lines: ['（1）建设', '（2）管理'], outline: ['1 （1） 建设', '2 （2） 管理'] },
    { name: 'run in before its text', lines: ['（1）建设。新建学校。'], outline: ['1 （1） 建设'] },
    {
      name: 'under 1.',
      lines: ['1.甲', '（1）子', '（2）丑', '2.乙'],
      outline: ['1 1. 甲', '1.1 （1） 子', '1.2 （2） 丑', '2 2. 乙'],
    },
  ],
  negative: [
    { name: 'inside a sentence', lines: ['参见（1）和（2）。'], outline: [] },
    { name: 'the number of a document', lines: ['（2021）12号', '（100）'], outline: [] },
    { name: 'a reference to a clause', lines: ['（1）项规定的情形'], outline: [] },
    { name: 'a number and words in brackets', lines: ['（1个）', '（12所学校）'], outline: [] },
  ],
  restarted: [
    {
      name: 'with the number of its parent left out',
      lines: ['1.甲', '（1）子', '（2）丑', '（1）寅', '3.丙'],
      outline: ['1 1. 甲', '1.1 （1） 子', '1.2 （2） 丑', '2 2. 缺', '2.1 （1） 寅', '3 3. 丙'],
    },
  ],
  skipped: [{ name: 'one', lines: ['（1）甲', '（3）丙'], outline: ['1 （1） 甲', '2 （2） 缺', '3 （3） 丙'] }],
  width: [
    { name: 'half-width brackets', lines: ['(1)甲', '(3)丙'], outline: ['1 (1) 甲', '2 (2) 缺', '3 (3) 丙'] },
    { name: 'full-width digits', lines: ['（１）甲', '（２）乙'], outline: ['1 （１） 甲', '2 （２） 乙'] },
    { name: 'single characters', lines: ['⑴甲', '⑶丙'], outline: ['1 ⑴ 甲', '2 ⑵ 缺', '3 ⑶ 丙'] },
  ],
});
