import { describe, expect, test } from 'vitest';
import { planFromBlocks } from '#core/outline/parse-outline';
import { planFromText } from '#core/outline/plan-from-text';
import type { TextBlock } from '#core/outline/text-block';
import { canonicalText } from '#core/plan/canonical-text';
import { outlineLines, outlineOf } from './outline-lines.ts';

const body = ['一、总则', '（一）目的。为了规范。', '（二）范围。本市。', '二、附则', '正文。'];
const kinds = (lines: readonly string[]) =>
  planFromText('example', ['规划', ...lines].join('\n'))
    .blocks.filter(({ kind }) => kind === 'contents')
    .map(({ text }) => text);

describe('a table of contents is text, not headings', () => {
  test.each([
    { name: 'plain', contents: ['目录', '一、总则', '二、附则'] },
    { name: 'with leaders and pages', contents: ['目　录', '一、总则……………1', '（一）目的......2', '二、附则 3'] },
    { name: 'with tabs', contents: ['目 次', '一、总则\t1', '二、附则\t12'] },
    { name: 'an entry whose heading reads otherwise', contents: ['目录', '一、总 则………1', '前言………2', '二、附则………3'] },
    { name: 'with nothing before the page', contents: ['目录', '一、总则1', '（一）目的2', '二、附则12'] },
    { name: 'a radical in its title', contents: ['⽬录', '一、总则', '二、附则'] },
  ])('$name', ({ contents }) => {
    const lines = [...contents, ...body];
    expect(kinds(lines)).toEqual(contents);
    expect(outlineOf(lines)).toEqual(outlineOf(body));
    expect(planFromText('example', ['规划', ...lines].join('\n')).diagnostics).toEqual([
      { code: 'contents', block: 1 },
    ]);
  });

  test.each([
    ['entries that never come again', ['目录', '一、甲', '二、乙']],
    ['too few entries', ['目录', '一、总则', ...body.slice(1)]],
    ['a word in a sentence', ['目录如下。', ...body]],
  ])('not: %s', (_, lines) => {
    expect(kinds(lines)).toEqual([]);
  });

  test('as the file format says, with its title', () => {
    const contents: TextBlock[] = ['一、总则\t1', '二、附则\t2'].map((text) => ({ text, hint: { role: 'contents' } }));
    const plan = planFromBlocks('example', [
      { text: '规划' },
      { text: '目录' },
      ...contents,
      ...body.map((text) => ({ text })),
    ]);
    expect(plan.blocks.slice(0, 5).map(({ kind }) => kind)).toEqual([
      'title',
      'contents',
      'contents',
      'contents',
      'heading',
    ]);
    expect(outlineLines(plan)).toEqual(outlineOf(body));
  });
});

describe('what is cut out of a line counts as a line of its own', () => {
  test.each([
    { name: 'a heading after a run-in one comes again', text: '\n目录\n（二）\n目录\n\n目录\n一、。”（二）' },
    {
      name: 'an entry that runs in',
      text: '规划\n目录\n（一）甲。正文。\n（二）乙。\n一、总则\n（一）甲。子。\n（二）乙。丑。',
    },
    { name: 'two entries in a line', text: '规划\n目录\n一、甲。二、乙。\n一、甲\n二、乙' },
    { name: 'a page after a full stop', text: '规划\n目录\n（1）甲，乙。……3\n（1）甲，乙。' },
    { name: 'a clause below a list of attachments', text: `规划\n附件：1.表\n2.甲，乙。${'甲'.repeat(120)}` },
    { name: 'articles', text: '规划\n目录\n第一条 目的\n第二条 范围\n第一条 目的\n第二条 范围' },
    { name: 'a title after a run-in heading', text: '规划\n一、总则。目录\n二、甲\n三、乙\n二、甲\n三、乙' },
  ])('$name', ({ text }) => {
    const plan = planFromText('example', text);
    const again = planFromText('example', canonicalText(plan));
    expect(again.sections).toEqual(plan.sections);
    expect(canonicalText(again)).toBe(canonicalText(plan));
  });
});

test('rows, notes and boxes are text and never headings', () => {
  const roles = ['row', 'note', 'box'] as const;
  const plan = planFromBlocks('example', [
    { text: '规划' },
    { text: '一、总则' },
    ...roles.map((role): TextBlock => ({ text: '二、专栏1\t重点', hint: { role, headingLevel: 1 } })),
  ]);
  expect(plan.blocks.slice(2)).toEqual(roles.map((kind) => ({ kind, text: '二、专栏1\t重点', section: '1' })));
  expect(plan.sections.map(({ bodyBlocks }) => bodyBlocks)).toEqual([[2, 3, 4]]);
});

describe('attachments', () => {
  test.each([
    {
      name: 'numbering begins anew in each',
      lines: ['一、甲', '二、乙', '附件1', '一、子', '二、丑', '附件2：名单', '一、寅'],
      outline: ['1 一、 甲', '2 二、 乙', 'a1 附件1', 'a1.1 一、 子', 'a1.2 二、 丑', 'a2 附件2 名单', 'a2.1 一、 寅'],
    },
    { name: 'alone', lines: ['一、甲', '附件', '一、子'], outline: ['1 一、 甲', 'a0 附件', 'a0.1 一、 子'] },
    { name: 'with a colon', lines: ['一、甲', '附件：重点项目表'], outline: ['1 一、 甲', 'a0 附件 重点项目表'] },
    {
      name: 'an appendix',
      lines: ['一、甲', '附录A 术语', '附录B 说明'],
      outline: ['1 一、 甲', 'a1 附录A 术语', 'a2 附录B 说明'],
    },
    {
      name: 'blanks inside',
      lines: ['一、甲', '附 件 1', '（一）子'],
      outline: ['1 一、 甲', 'a1 附 件 1', 'a1.1 （一） 子'],
    },
    {
      name: 'articles begin anew',
      lines: [
        '第一章 甲',
        '第一条 子。',
        '第二章 乙',
        '第二条 丑。',
        '第三章 丙',
        '第三条 寅。',
        '附件1',
        '第一条 卯。',
      ],
      outline: [
        '1 第一章 甲',
        '1.1 第一条',
        '2 第二章 乙',
        '2.2 第二条',
        '3 第三章 丙',
        '3.3 第三条',
        'a1 附件1',
        'a1.1 第一条',
      ],
    },
    {
      name: 'a list of them below the text is none',
      lines: ['一、甲', '附件：1.指标表', '2.项目表', '附件1', '指标', '附件2', '项目'],
      outline: ['1 一、 甲', 'a1 附件1 指标', 'a2 附件2 项目'],
    },
    {
      name: 'one that is only named before it comes',
      lines: ['一、甲', '附件：指标表', '附件', '指标表'],
      outline: ['1 一、 甲', 'a0 附件 指标表'],
    },
    {
      name: 'the title on the next line',
      lines: ['一、甲', '附件1', '重点任务分解表', '任务。', '附件2', '指标如下：', '入园率。', '附件3', '落实经费。'],
      outline: ['1 一、 甲', 'a1 附件1 重点任务分解表', 'a2 附件2', 'a3 附件3'],
    },
    {
      name: 'words of a sentence',
      lines: ['一、甲', '附件所列项目。', '附件1、附件2所列项目。', '附件1所列，如下。'],
      outline: ['1 一、 甲'],
    },
  ])('$name', ({ lines, outline }) => {
    expect(outlineOf(lines)).toEqual(outline);
    expect(planFromText('example', ['规划', ...lines].join('\n')).diagnostics).toEqual([]);
  });

  test('one that is missing is told, and gets no place', () => {
    const plan = planFromText('example', '规划\n一、甲\n附件2 名单');
    expect(outlineLines(plan)).toEqual(['1 一、 甲', 'a2 附件2 名单']);
    expect(plan.diagnostics).toEqual([{ code: 'missing-attachment', block: 2 }]);
  });
});
