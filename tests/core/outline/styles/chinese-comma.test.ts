import { testStyle } from '../style-cases.ts';

testStyle({
  positive: [
    { name: 'whole lines', lines: ['一、总体要求', '二、主要任务'], outline: ['1 一、 总体要求', '2 二、 主要任务'] },
    {
      name: 'numbers of two and three characters',
      lines: ['九、甲', '十、乙', '十一、丙', '二十、丁', '二十一、戊'],
      outline: ['9 九、 甲', '10 十、 乙', '11 十一、 丙', '20 二十、 丁', '21 二十一、 戊'],
    },
    { name: 'a blank after the mark', lines: ['一、 总则', '二 、附则'], outline: ['1 一、 总则', '2 二 、 附则'] },
    { name: 'a point for the comma', lines: ['一．总则', '二.附则'], outline: ['1 一． 总则', '2 二. 附则'] },
    { name: 'run in before its text', lines: ['一、加强领导。各校要提高认识。'], outline: ['1 一、 加强领导'] },
    { name: 'an ordinal alone', lines: ['一、', '正文'], outline: ['1 一、'] },
    {
      name: 'a heading that begins with the next number, where that is its turn',
      lines: ['一、甲', '二、乙', '三、四项重点工程', '四、丁'],
      outline: ['1 一、 甲', '2 二、 乙', '3 三、 四项重点工程', '4 四、 丁'],
    },
  ],
  negative: [
    { name: 'inside a sentence', lines: ['坚持一、二年级不布置书面作业。'], outline: [] },
    { name: 'an enumeration at the beginning of a line', lines: ['一、二年级不布置书面作业。'], outline: [] },
    {
      name: 'an enumeration whose number would be the next',
      lines: ['一、甲', '二、乙', '三、四年级每天作业不超过六十分钟。', '三、丙'],
      outline: ['1 一、 甲', '2 二、 乙', '3 三、 丙'],
    },
    {
      name: 'an enumeration before the first chapter',
      lines: ['一、二年级不布置书面作业。', '一、总则', '二、附则'],
      outline: ['1 一、 总则', '2 二、 附则'],
    },
    { name: 'a number without a mark', lines: ['一体化推进改革', '十四五期间'], outline: [] },
    { name: 'a character that is no number', lines: ['百、千', '市、县两级政府'], outline: [] },
  ],
  restarted: [
    {
      name: 'under every part',
      lines: ['第一编 甲', '一、子', '二、丑', '第二编 乙', '一、寅'],
      outline: ['1 第一编 甲', '1.1 一、 子', '1.2 二、 丑', '2 第二编 乙', '2.1 一、 寅'],
    },
    {
      name: 'without any heading between',
      lines: ['一、甲', '二、乙', '一、丙', '二、丁'],
      outline: ['1 一、 甲', '2 二、 乙', '1-2 一、 丙', '2-2 二、 丁'],
    },
  ],
  skipped: [
    { name: 'one', lines: ['一、甲', '三、丙'], outline: ['1 一、 甲', '2 二、 缺', '3 三、 丙'] },
    {
      name: 'several, the first among them',
      lines: ['二、乙', '五、戊'],
      outline: ['1 一、 缺', '2 二、 乙', '3 三、 缺', '4 四、 缺', '5 五、 戊'],
    },
    {
      name: 'one that comes later, out of order',
      lines: ['一、甲', '三、丙', '二、乙', '四、丁'],
      outline: ['1 一、 甲', '3 三、 丙', '2 二、 乙', '4 四、 丁'],
    },
  ],
  width: [
    {
      name: 'formal numerals',
      lines: ['壹、甲', '贰、乙', '肆、丁'],
      outline: ['1 壹、 甲', '2 贰、 乙', '3 叁、 缺', '4 肆、 丁'],
    },
    { name: 'ideographic space before and after', lines: ['　　一、　总则'], outline: ['1 一、 总则'] },
  ],
});
