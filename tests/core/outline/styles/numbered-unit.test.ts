import { testStyle } from '../style-cases.ts';

testStyle({
  positive: [
    {
      name: 'parts, chapters, sections, articles',
      lines: ['第一编 总则', '第一章 基本规定', '第一节 一般规定', '第一条 为了规范教育。', '第二条 本市适用本条例。'],
      outline: ['1 第一编 总则', '1.1 第一章 基本规定', '1.1.1 第一节 一般规定', '1.1.1.1 第一条', '1.1.1.2 第二条'],
    },
    { name: 'no blank after it', lines: ['第一章总则', '第二章附则'], outline: ['1 第一章 总则', '2 第二章 附则'] },
    { name: 'alone on its line', lines: ['第一章', '正文。'], outline: ['1 第一章'] },
    { name: 'an article with its subject in brackets', lines: ['第一条【目的】为了规范。'], outline: ['1 第一条'] },
    {
      name: 'chapters above 一、',
      lines: ['第一章 甲', '一、子', '（一）丑', '第二章 乙', '一、寅'],
      outline: ['1 第一章 甲', '1.1 一、 子', '1.1.1 （一） 丑', '2 第二章 乙', '2.1 一、 寅'],
    },
  ],
  negative: [
    { name: 'inside a sentence', lines: ['依照第一章的规定。'], outline: [] },
    { name: 'a wrapped line that begins with a reference', lines: ['第一条规定的学校', '第三章，第四章'], outline: [] },
    { name: 'a long line without a blank after it', lines: [`第一章${'教育改革发展'.repeat(8)}`], outline: [] },
    { name: 'other words', lines: ['第一节课', '第一编辑室', '第一章程', '第一批学校', '第三年'], outline: [] },
  ],
  restarted: [
    {
      name: 'sections under every chapter',
      lines: ['第一章 甲', '第一节 子', '第二节 丑', '第二章 乙', '第一节 寅'],
      outline: ['1 第一章 甲', '1.1 第一节 子', '1.2 第二节 丑', '2 第二章 乙', '2.1 第一节 寅'],
    },
    {
      name: 'sections with the number of a chapter left out',
      lines: ['第一章 甲', '第一节 子', '第一节 丑', '第三章 丙'],
      outline: ['1 第一章 甲', '1.1 第一节 子', '2 第二章 缺', '2.1 第一节 丑', '3 第三章 丙'],
    },
    {
      name: 'not: articles go on through the chapters',
      lines: ['第一章 甲', '第一条 子。', '第二条 丑。', '第二章 乙', '第三条 寅。', '第三章 丙', '第四条 卯。'],
      outline: ['1 第一章 甲', '1.1 第一条', '1.2 第二条', '2 第二章 乙', '2.3 第三条', '3 第三章 丙', '3.4 第四条'],
    },
  ],
  skipped: [
    { name: 'a chapter', lines: ['第一章 甲', '第三章 丙'], outline: ['1 第一章 甲', '2 第二章 缺', '3 第三章 丙'] },
    {
      name: 'an article in a numbering that goes on',
      lines: ['第一章 甲', '第一条 子。', '第二章 乙', '第二条 丑。', '第三章 丙', '第四条 卯。'],
      outline: ['1 第一章 甲', '1.1 第一条', '2 第二章 乙', '2.2 第二条', '3 第三章 丙', '3.3 第三条 缺', '3.4 第四条'],
    },
  ],
  width: [
    { name: 'ASCII digits', lines: ['第1章 甲', '第3章 丙'], outline: ['1 第1章 甲', '2 第2章 缺', '3 第3章 丙'] },
    {
      name: 'full-width digits',
      lines: ['第１章　甲', '第３章　丙'],
      outline: ['1 第１章 甲', '2 第２章 缺', '3 第３章 丙'],
    },
    { name: 'blanks inside', lines: ['第 1 章 甲', '第 2 章 乙'], outline: ['1 第 1 章 甲', '2 第 2 章 乙'] },
    {
      name: 'digit by digit',
      lines: ['第一〇〇条 甲。', '第一〇一条 乙。'],
      outline: ['100 第一〇〇条', '101 第一〇一条'],
    },
  ],
});
