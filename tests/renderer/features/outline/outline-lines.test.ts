import { describe, expect, it, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { sectionPath, sectionTree } from '#core/plan/section-tree';
import { innermostLine, outlineLines, outlineStep } from '../../../../src/renderer/features/outline/outline-lines.ts';

const plan = planFromText(
  'p',
  ['规划', '一、起点。', '（一）成绩。', '1.学校。', '2.教师。', '（二）问题。', '二、目标。'].join('\n'),
);
const nodes = sectionTree(plan);
const headings = (folded: string[]) => outlineLines(nodes, new Set(folded)).map(({ section }) => section.heading);

test('lines follow the text; what is inside a folded section is left out', () => {
  expect(headings([])).toEqual(['起点', '成绩', '学校', '教师', '问题', '目标']);
  expect(headings(['1.1'])).toEqual(['起点', '成绩', '问题', '目标']);
  expect(headings(['1'])).toEqual(['起点', '目标']);
});

test('a line tells its depth, its place among its siblings and its parent', () => {
  const lines = outlineLines(nodes, new Set(['1.1']));
  expect(lines.map(({ depth, position, siblings, parent }) => [depth, position, siblings, parent])).toEqual([
    [1, 1, 2, -1],
    [2, 1, 2, 0],
    [2, 2, 2, 0],
    [1, 2, 2, -1],
  ]);
  expect(lines.map(({ hasChildren, isExpanded }) => [hasChildren, isExpanded])).toEqual([
    [true, true],
    [true, false],
    [false, false],
    [false, false],
  ]);
});

describe('keys', () => {
  const lines = outlineLines(nodes, new Set(['1.1']));
  it.each([
    ['Enter', 1, 'open'],
    [' ', 1, 'open'],
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 3],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['PageDown', 0, 2],
    ['PageDown', 2, 3],
    ['PageUp', 1, 0],
    ['ArrowRight', 0, 1],
    ['ArrowRight', 1, 'unfold'],
    ['ArrowRight', 2, undefined],
    ['ArrowLeft', 0, 'fold'],
    ['ArrowLeft', 1, 0],
    ['ArrowLeft', 2, 0],
    ['ArrowLeft', 3, undefined],
    ['x', 0, undefined],
    ['ArrowDown', 9, undefined],
  ] as const)('%s at line %i: %s', (key, index, step) => {
    expect(outlineStep(lines, index, key, 2)).toBe(step);
  });
});

test('a section in a folded one is shown by that one', () => {
  const lines = outlineLines(nodes, new Set(['1.1']));
  const at = (id: string) => lines[innermostLine(lines, sectionPath(plan, id))]?.section.id;
  expect(at('1.1.2')).toBe('1.1');
  expect(at('2')).toBe('2');
  expect(innermostLine([], sectionPath(plan, '2'))).toBe(-1);
});
