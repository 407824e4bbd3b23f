import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Annotation } from '#core/annotation/annotation';
import { newTask } from '#core/annotation/task';
import { deadlinePresets } from '#core/ledger/deadline';
import { buildReport } from '#core/report/build-report';
import { ledgerText } from '#core/report/ledger-text';
import { notesText } from '#core/report/notes-text';
import type { ReportText } from '#core/report/report-text';
import { markdownParts } from '#core/report/to-markdown';
import { messages } from '#messages/zh-CN';
import { bundledPlan as plan } from '../search/bundled-plan.ts';
import { annotate, idOf, orphaned } from './annotate.ts';

const words = { ...messages.report, label: (label: string) => label, status: (status: string) => status };

function reportOf(annotations: Annotation[], tasksOnly = false) {
  return buildReport({
    plan,
    annotations,
    unreadable: 0,
    options: { includeHighlights: true, tasksOnly },
    rule: deadlinePresets.days,
    now: '2026-11-26T12:00:00+08:00',
  });
}

function written(
  annotations: Annotation[],
  content: 'notes' | 'ledger' = 'notes',
  change: Partial<ReportText> = {},
): string {
  const report = reportOf(annotations, content === 'ledger');
  const text =
    content === 'notes'
      ? notesText(report, words)
      : ledgerText(report, { columns: ['clause', 'measure', 'completion'] }, words);
  return [...markdownParts({ report, text: { ...text, ...change }, words })].map((part) => part()).join('');
}

function treeOf(markdown: string): Nodes {
  return fromMarkdown(markdown.replace(/^---\n.*?\n---\n/s, ''), {
    extensions: [gfm(), cjkFriendlyExtension()],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

/** The words of a tree, a line break for every `break` and `<br>`. */
function textOf(node: Nodes): string {
  if (node.type === 'break' || (node.type === 'html' && node.value === '<br>')) return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function nodesOf(node: Nodes, type: Nodes['type']): Nodes[] {
  const below = 'children' in node ? node.children.flatMap((child) => nodesOf(child, type)) : [];
  return node.type === type ? [node, ...below] : below;
}

const note = annotate(plan, '深化体育教育改革', {
  id: idOf(1),
  tags: ['体育'],
  body: '# 标题\n\n**先办：**三件事\n\n1. 课表\n2. 场地\n\n- [x] 已办\n\n| 部门 | 事 |\n|-|-|\n| 教务处 | 排课 |\n\n[网页](https://example.cn/)',
});
const task = annotate(plan, '发展基础', { id: idOf(2), task: { ...newTask, measure: '甲|乙\n丙', completion: 40 } });
const lost = orphaned(annotate(plan, '深化体育教育改革', { id: idOf(3), body: '失联的批注' }));

describe('a report in Markdown', () => {
  const markdown = written([note, task, lost]);

  test('begins with what programs ask about it', () => {
    const matter: unknown = parse(/^---\n(.*?)\n---\n/s.exec(markdown)?.[1] ?? '');
    expect(matter).toMatchObject({
      title: '《吉林市“十四五”教育发展规划》批注汇编',
      date: '2026-11-26T12:00:00+08:00',
      counts: { entries: 3, orphans: 1, tasks: 1 },
    });
  });

  test('has headings, and each annotation once as an item of its own with the quote as a quote', () => {
    const tree = treeOf(markdown);
    const headings = nodesOf(tree, 'heading').map((node) => [
      '#'.repeat(node.type === 'heading' ? node.depth : 0),
      textOf(node),
    ]);
    expect(headings).toContainEqual(['#', '《吉林市“十四五”教育发展规划》批注汇编']);
    expect(headings).toContainEqual(['###', '（三）深化体育教育改革']);
    expect(headings).toContainEqual(['######', '标题']);
    const entries = 'children' in tree ? tree.children.filter(({ type }) => type === 'list') : [];
    expect(entries.map((list) => list.type === 'list' && list.start)).toEqual([1, 2, 3]);
    expect(nodesOf(tree, 'blockquote').map(textOf)).toEqual(['发展基础', '深化体育教育改革', '规划里没有这句话']);
    for (const once of ['三件事', '失联的批注', '甲|乙']) expect(textOf(tree).split(once)).toHaveLength(2);
  });

  test('keeps what a note is made of', () => {
    expect(markdown).toContain('**先办：**三件事');
    expect(markdown).toContain('1. 课表');
    expect(markdown).toMatch(/[-*] \[x\] 已办/);
    expect(markdown).toContain('| 教务处 | 排课 |');
    expect(markdown).toContain('[网页](https://example.cn/)');
  });

  test('has the ledger as a table', () => {
    const tree = treeOf(written([task], 'ledger'));
    expect(nodesOf(tree, 'tableRow').map((row) => ('children' in row ? row.children.map(textOf) : []))).toEqual([
      ['序号', '条款', '本校举措', '完成度'],
      ['1', '一（一）', '甲|乙\n丙', '40%'],
    ]);
  });

  const mark = fc.constantFrom(
    ...'*_`~#>-+=|\\[](){}<>!&"\'.:;^$@0123456789 \t\n　，。“”（）甲乙'.split(''),
    '---',
    '```',
    '$$',
    '<br>',
    'https://a.cn',
    '[^1]',
    '&amp;',
    '- [ ] ',
    '1. ',
    '    ',
  );
  const anyText = fc.oneof(
    fc.array(mark, { maxLength: 24 }).map((marks) => marks.join('')),
    fc.string({ unit: 'grapheme', maxLength: 24 }),
  );
  const normal = (text: string) => text.replace(/[\s\u00a0\ufeff]+/gu, ' ').trim();

  test('reads back as what was written, whatever is in titles, cells and measures', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, measure) => {
        const filled = { ...task, task: { ...newTask, measure } };
        const report = { sections: [], title: `题${title}` };
        const table = treeOf(written([filled], 'ledger', report));
        const [, row] = nodesOf(table, 'tableRow');
        const cells = row && 'children' in row ? row.children.map(textOf) : [];
        expect(normal(cells[2] ?? '')).toBe(normal(measure).replaceAll('\0', '\ufffd'));
        expect(normal(textOf(nodesOf(table, 'heading')[0] ?? table))).toBe(normal(`题${title}`));
        const listed = treeOf(written([{ ...task, task: { ...newTask, measure: `甲${measure}乙` } }]));
        expect(normal(textOf(listed))).toContain(normal(`本校举措　甲${measure}乙`).replaceAll('\0', '\ufffd'));
      }),
      { numRuns: 60 },
    );
  });

  test.each(['\n', '\r\n', ' \n ', '\n\n'])('a title that ends with %j ends its heading', (end) => {
    const tree = treeOf(written([task], 'ledger', { sections: [], title: `题${end}` }));
    expect(textOf(nodesOf(tree, 'heading')[0] ?? tree)).toBe('题');
  });

  test('headings of notes stand below those of the report, in lists and quotations, too', () => {
    const tree = treeOf(written([{ ...note, body: '# 一\n\n> # 二\n\n- # 三' }]));
    const depths = nodesOf(tree, 'heading').map((node) => [textOf(node), 'depth' in node && node.depth]);
    expect(depths.filter(([text]) => ['一', '二', '三'].includes(String(text)))).toEqual([
      ['一', 6],
      ['二', 6],
      ['三', 6],
    ]);
  });

  test('a note never reaches what stands after it', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const tree = treeOf(written([{ ...note, body: `甲${body}` }, lost]));
        expect(nodesOf(tree, 'heading').map(textOf)).toContain('失联批注');
        expect(nodesOf(tree, 'blockquote').map(textOf)).toContain('规划里没有这句话');
      }),
      { numRuns: 60 },
    );
  });
});
