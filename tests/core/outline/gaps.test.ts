import { describe, expect, test } from 'vitest';
import { planFromBlocks } from '#core/outline/parse-outline';
import { planFromText } from '#core/outline/plan-from-text';
import { outlineOf } from './outline-lines.ts';

describe('a number that is left out is a missing heading only where the others speak for it', () => {
  test.each([
    { name: 'one between others', lines: ['一、甲', '三、丙'], outline: ['1 一、 甲', '2 二、 缺', '3 三、 丙'] },
    {
      name: 'not more of them than there are others',
      lines: ['一、甲', '五、戊'],
      outline: ['1 一、 甲', '5 五、 戊'],
    },
    { name: 'not before a lone one', lines: ['第十条 甲。', '第八条 乙。'], outline: ['10 第十条', '8 第八条'] },
    {
      name: 'not where the order is broken',
      lines: ['一、甲', '四、丁', '三、丙', '五、戊'],
      outline: ['1 一、 甲', '4 四、 丁', '3 三、 丙', '5 五、 戊'],
    },
    {
      name: 'not where the next one goes on as if it were right',
      lines: ['一、甲', '二、乙', '五、丙', '四、丁', '五、戊'],
      outline: ['1 一、 甲', '2 二、 乙', '5 五、 丙', '4 四、 丁', '5-2 五、 戊'],
    },
    {
      name: 'not where a number was used twice for it',
      lines: ['1.甲', '2.乙', '2.丙', '4.丁'],
      outline: ['1 1. 甲', '2 2. 乙', '2-2 2. 丙', '4 4. 丁'],
    },
    {
      name: 'not where the first was numbered like the second',
      lines: ['二、甲', '二、乙', '三、丙'],
      outline: ['2 二、 甲', '2-2 二、 乙', '3 三、 丙'],
    },
    {
      name: 'under the next heading the numbers begin anew',
      lines: ['一、甲', '（一）子', '（二）丑', '二、乙', '（二）寅', '（三）卯'],
      outline: [
        '1 一、 甲',
        '1.1 （一） 子',
        '1.2 （二） 丑',
        '2 二、 乙',
        '2.1 （一） 缺',
        '2.2 （二） 寅',
        '2.3 （三） 卯',
      ],
    },
  ])('$name', ({ lines, outline }) => {
    expect(outlineOf(lines)).toEqual(outline);
  });

  test('what is left out beyond that is told once, at the heading after it', () => {
    const { diagnostics } = planFromText('example', '规划\n一、甲\n六、己\n七、庚');
    expect(diagnostics).toEqual([{ code: 'missing-chapter', block: 2 }]);
  });

  test('a slip is told as what it is', () => {
    const { diagnostics } = planFromText('example', '规划\n一、甲\n二、乙\n五、丙\n四、丁');
    expect(diagnostics).toEqual([{ code: 'out-of-order', section: '5', block: 3 }]);
  });

  test('lines that the reader decided are text are not missing', () => {
    const decided = { decided: 'text' as const };
    const plan = planFromBlocks('example', [
      { text: '规划' },
      { text: '一、甲' },
      { text: '（一）子', hint: decided },
      { text: '（二）丑', hint: decided },
      { text: '（三）寅' },
      { text: '（四）卯' },
      { text: '二、乙' },
      { text: '（二）辰' },
    ]);
    expect(plan.sections.map(({ id }) => id)).toEqual(['1', '1.3', '1.4', '2', '2.1', '2.2']);
  });
});
