import { testStyle } from '../style-cases.ts';

testStyle({
  positive: [
    { name: 'whole lines', lines: ['①甲', '②乙'], outline: ['1 ① 甲', '2 ② 乙'] },
    { name: 'run in before its text', lines: ['①建设。新建学校。'], outline: ['1 ① 建设'] },
    {
      name: 'under （1）',
      lines: ['（1）甲', '①子', '②丑', '（2）乙'],
      outline: ['1 （1） 甲', '1.1 ① 子', '1.2 ② 丑', '2 （2） 乙'],
    },
    {
      name: 'beyond twenty',
      lines: ['⑲甲', '⑳乙', '㉑丙', '㊱丁', '㊿戊'],
      outline: ['19 ⑲ 甲', '20 ⑳ 乙', '21 ㉑ 丙', '36 ㊱ 丁', '50 ㊿ 戊'],
    },
  ],
  negative: [
    { name: 'inside a sentence', lines: ['见图①所示。'], outline: [] },
    { name: 'several in a row', lines: ['①②两项由教育局负责', '①至③项'], outline: [] },
  ],
  restarted: [
    {
      name: 'with the number of its parent left out',
      lines: ['（1）甲', '①子', '②丑', '①寅', '（3）丙'],
      outline: ['1 （1） 甲', '1.1 ① 子', '1.2 ② 丑', '2 （2） 缺', '2.1 ① 寅', '3 （3） 丙'],
    },
  ],
  skipped: [{ name: 'one', lines: ['①甲', '③丙'], outline: ['1 ① 甲', '2 ② 缺', '3 ③ 丙'] }],
  width: [{ name: 'a blank or comma after it', lines: ['① 甲', '②、乙'], outline: ['1 ① 甲', '2 ② 乙'] }],
});
