import { describe, expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { coverageCells, coverageOf } from '#core/overview/coverage';
import { neighbour } from '../../../../src/renderer/features/overview/map-moves.ts';

const sections = (count: number) =>
  Array.from({ length: count }, (_, index) => `（${'一二三四五六七八'[index]}）甲${index}。乙。`);
const plan = planFromText(
  'moves',
  ['规划', '一、总则', ...sections(8), '二、任务', ...sections(3), '三、保障', ...sections(5)].join('\n'),
);
const coverage = coverageOf(plan, { notes: [], tasks: [], read: new Set() });
/** With three fields to a line the first chapter takes three lines, the last one two. */
const go = (from: string, ...keys: string[]) =>
  keys.reduce((id, key) => neighbour(coverage.rows, 3, id, key) ?? `${id}!`, from);

describe('from field to field', () => {
  test.each([
    ['1.2', 'ArrowDown', '1.5'],
    ['1.5', 'ArrowDown', '1.8'],
    ['1.6', 'ArrowDown', '1.8'],
    ['1.8', 'ArrowDown', '2.2'],
    ['2.3', 'ArrowDown', '3.3'],
    ['3.3', 'ArrowDown', '3.5'],
    ['3.4', 'ArrowUp', '3.1'],
    ['3.1', 'ArrowUp', '2.1'],
    ['2.3', 'ArrowUp', '1.8'],
    ['1.7', 'ArrowUp', '1.4'],
    ['1', 'ArrowDown', '2'],
    ['3', 'ArrowUp', '2'],
    ['2', 'ArrowUp', '1'],
    ['1.3', 'ArrowRight', '1.4'],
    ['1.4', 'ArrowLeft', '1.3'],
    ['1.1', 'ArrowLeft', '1'],
    ['1.5', 'Home', '1'],
    ['1.2', 'End', '1.8'],
    ['2.2', 'Control+Home', '1'],
    ['2.2', 'Control+End', '3.5'],
  ])('%s, %s: %s', (from, key, to) => {
    expect(go(from, key)).toBe(to);
  });

  test('at the edges there is nothing', () => {
    for (const [from, key] of [
      ['1.2', 'ArrowUp'],
      ['3.4', 'ArrowDown'],
      ['1', 'ArrowLeft'],
      ['1.8', 'ArrowRight'],
      ['1', 'ArrowUp'],
      ['1.2', 'Tab'],
    ] as const) {
      expect(neighbour(coverage.rows, 3, from, key)).toBeUndefined();
    }
  });

  test('sections without a chapter stand under one another as well', () => {
    const law = planFromText('law', '办法\n第一条 甲。\n第二条 乙。\n第三条 丙。\n第四条 丁。\n第五条 戊。');
    const rows = coverageOf(law, { notes: [], tasks: [], read: new Set() }).rows;
    const ids = coverageCells({ rows, elsewhere: coverage.elsewhere }).map(({ section }) => section.id);
    expect(neighbour(rows, 3, ids[1] ?? '', 'ArrowDown')).toBe(ids[4]);
    expect(neighbour(rows, 3, ids[4] ?? '', 'ArrowUp')).toBe(ids[1]);
    expect(neighbour(rows, 3, ids[2] ?? '', 'ArrowDown')).toBe(ids[4]);
  });
});
