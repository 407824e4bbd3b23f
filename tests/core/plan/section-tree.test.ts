import { describe, expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { isMissing } from '#core/plan/plan';
import {
  isBranch,
  isHeadingOnly,
  numberedTitle,
  numberOfPath,
  type SectionNode,
  sectionNumber,
  sectionPath,
  sectionTree,
} from '#core/plan/section-tree';
import { examplePlan } from './example-plan.ts';

const idsOf = (nodes: readonly SectionNode[]): unknown[] =>
  nodes.map(({ section, children }) => (children.length > 0 ? [section.id, idsOf(children)] : section.id));

describe('the tree of sections', () => {
  test('holds every section under its parent, in order', () => {
    expect(idsOf(sectionTree(examplePlan))).toEqual([
      ['1', ['1.1']],
      ['2', ['2.2']],
    ]);
  });

  test('of a plan without sections is empty', () => {
    expect(sectionTree({ ...examplePlan, sections: [] })).toEqual([]);
  });

  test.each([
    { id: '2', path: ['2'] },
    { id: '2.2', path: ['2', '2.2'] },
    { id: '9', path: [] },
  ])('path to $id', ({ id, path }) => {
    expect(sectionPath(examplePlan, id).map((section) => section.id)).toEqual(path);
  });

  test('titles with the numbers of the plan, and with what is missing', () => {
    const missing = { chapter: '（缺章名）', section: '（缺节名）' };
    const titles = examplePlan.sections.map((section) => numberedTitle(examplePlan, section, missing));
    expect(titles).toEqual(['一 总则', '一（一）𠮷', '二（缺章名）', '二（二）甲']);
  });

  test('a heading alone is left where the source breaks off behind it', () => {
    const [, section] = examplePlan.sections;
    if (section === undefined) throw new Error('the example has no section');
    const bare = { ...section, bodyBlocks: [] };
    expect([section, bare].map((each) => isHeadingOnly(examplePlan, each))).toEqual([false, true]);
    expect(isHeadingOnly({ ...examplePlan, diagnostics: [] }, bare)).toBe(false);
  });

  test('a branch has sections below it', () => {
    expect(examplePlan.sections.filter(({ id }) => isBranch(examplePlan, id)).map(({ id }) => id)).toEqual(['1', '2']);
    expect(isBranch(examplePlan, '9')).toBe(false);
  });

  test('a section without a heading in the source is missing', () => {
    expect(examplePlan.sections.filter(isMissing).map(({ id }) => id)).toEqual(['2']);
  });
});

describe('the number of a section, as the plan names it', () => {
  test.each([
    { name: 'chapter', lines: ['一、甲'], id: '1', number: '一' },
    { name: 'section', lines: ['一、甲', '（一）子', '（二）丑'], id: '1.2', number: '一（二）' },
    {
      name: 'deeper',
      lines: ['一、甲', '（一）子', '1.丑', '（1）寅', '①卯'],
      id: '1.1.1.1.1',
      number: '一（一）1（1）①',
    },
    { name: 'missing', lines: ['一、甲', '（二）丑'], id: '1.1', number: '一（一）' },
    { name: 'chapter and article', lines: ['第一章 甲', '第一条 子。'], id: '1.1', number: '第一章第一条' },
    { name: 'decimal', lines: ['1. 甲', '1.1 子', '1.1.1 丑'], id: '1.1.1', number: '1.1.1' },
    { name: 'below a decimal', lines: ['1. 甲', '1.1 子', '（1）丑'], id: '1.1.1', number: '1.1（1）' },
    { name: 'unknown', lines: ['一、甲'], id: '7', number: '' },
  ])('$name', ({ lines, id, number }) => {
    expect(sectionNumber(planFromText('example', ['规划', ...lines].join('\n')), id)).toBe(number);
  });
});

test.each([
  { path: '三/（四）', number: '三（四）' },
  { path: '十', number: '十' },
  { path: '1/1.2', number: '1.2' },
  { path: '', number: '' },
])('the path $path of a note is written $number', ({ path, number }) => {
  expect(numberOfPath(path)).toBe(number);
});
