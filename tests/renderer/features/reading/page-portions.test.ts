import { describe, expect, it } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import {
  firstPortions,
  isWhole,
  morePortions,
  pageNodes,
  portionAt,
  portionsOf,
} from '../../../../src/renderer/features/reading/page-portions.ts';

const lines = (count: number, text: string) => Array.from({ length: count }, (_, index) => `${text}${index}。`);
const planOf = (...parts: string[][]) => planFromText('example', ['规划', ...parts.flat()].join('\n'));

const short = planOf(['一、总则'], lines(300, '内容'));
const long = planOf(
  lines(500, '前言'),
  ['一、总则'],
  lines(500, '内容'),
  ['（一）目标'],
  lines(10, '目标'),
  ['二、任务'],
  lines(200, '任务'),
);

describe('what comes into the page at once', () => {
  it('is a whole section of a short text', () => {
    expect(portionsOf(short).map(({ section }) => section)).toEqual([-1, 0]);
    expect(isWhole(short, firstPortions(short, 0))).toBe(true);
  });

  it('is no more than some blocks of a long section, each of them once and in order', () => {
    const portions = portionsOf(long);
    expect(Math.max(...portions.map(({ blocks }) => blocks.length))).toBeLessThanOrEqual(75);
    const headings = long.sections.flatMap(({ headingBlock }) => headingBlock ?? []);
    const all = [...portions.flatMap(({ blocks }) => blocks), ...headings].sort((one, other) => one - other);
    expect(all).toEqual(long.blocks.map((_, index) => index));
  });

  it('keeps the rows of a table together', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `甲${index}\t乙`);
    const read = planOf(['一、总则'], lines(70, '内容'), rows, lines(400, '其他'));
    const blocks = read.blocks.map((block) => (block.text.includes('乙') ? { ...block, kind: 'row' as const } : block));
    const plan = { ...read, blocks };
    const [, first] = portionsOf(plan);
    expect(first?.blocks.filter((block) => plan.blocks[block]?.kind === 'row')).toHaveLength(40);
  });

  it.each([0, 4, 8])('grows from portion %i to all of the text', (at) => {
    let range = firstPortions(long, at);
    let steps = 0;
    for (; !isWhole(long, range) && steps < 100; steps += 1) range = morePortions(long, range);
    expect(isWhole(long, range)).toBe(true);
    expect(steps).toBeGreaterThan(3);
  });

  it('is found by a block in the middle of a section, or by a heading', () => {
    const middle = long.sections[0]?.bodyBlocks[400] ?? 0;
    const at = portionAt(long, { section: '1', block: middle });
    expect(portionsOf(long)[at ?? -1]?.blocks).toContain(middle);
    expect(portionsOf(long)[portionAt(long, { section: '1' }) ?? -1]?.blocks[0]).toBe(long.sections[0]?.bodyBlocks[0]);
    expect(portionAt(long, { section: 'none' })).toBeUndefined();
  });
});

it('gives each section its own portions, with those inside it between', () => {
  const [first, second] = pageNodes(long);
  expect(first?.children.map(({ section }) => section.id)).toEqual(['1.1']);
  expect([first?.ownTo, first?.to]).toEqual([first?.children[0]?.from, second?.from]);
  expect(second?.to).toBe(portionsOf(long).length);
});
