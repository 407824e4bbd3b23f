import { expect, test } from 'vitest';
import { deadlinePresets } from '#core/ledger/deadline';
import { canonicalText } from '#core/plan/canonical-text';
import { buildReport } from '#core/report/build-report';
import { planText } from '#core/report/plan-text';
import type { ReportText, TextBlock, TextSection } from '#core/report/report-text';
import { toHtml } from '#core/report/to-html';
import { messages } from '#messages/zh-CN';
import { bundledPlan as plan } from '../search/bundled-plan.ts';
import { annotate, orphaned } from './annotate.ts';

const words = { ...messages.report, label: (label: string) => label, status: (status: string) => status };

function textOf(annotations = [annotate(plan, '深化体育教育改革', { body: '先办' })], section?: string): ReportText {
  const report = buildReport({
    plan,
    annotations,
    unreadable: 0,
    options: { includeHighlights: false, ...(section !== undefined && { section }) },
    rule: deadlinePresets.days,
    now: '2026-11-26T12:00:00+08:00',
  });
  return planText(report, { plan, ...(section !== undefined && { section }) }, words);
}

const blocksIn = ({ blocks, sections }: Pick<ReportText | TextSection, 'blocks' | 'sections'>): TextBlock[] => [
  ...blocks,
  ...sections.flatMap(blocksIn),
];

test('has every paragraph of the plan once, in its order, and no word beside it', () => {
  const paragraphs = blocksIn(textOf([])).flatMap((block) =>
    block.kind === 'paragraph' && block.role !== 'lack' ? [block.text] : [],
  );
  const bodies = plan.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'heading');
  expect(paragraphs).toEqual(bodies.map(({ text }) => text.replaceAll('\t', '　')));
  expect(canonicalText(plan)).toContain(paragraphs[0]);
});

test('says where a section is a mere heading, that all is an excerpt, and at the end what is missing', () => {
  const text = textOf([]);
  expect(text.sections[0]?.sections[0]?.blocks).toEqual([
    { kind: 'paragraph', role: 'lack', text: '〔本节原文仅有标题〕' },
  ]);
  expect(text.remarks).toEqual(['本文为节选。原文缺漏之处均如实标明，未作补写。']);
  expect(text.day).toBe('打印日期：2026年11月26日');
  expect(text.sections.at(-1)?.kind).toBe('missing');
});

test('says what is missing where it is missing', () => {
  const html = toHtml(textOf(), { layout: 'official', words, styleSheet: 'x.css', hasContents: false });
  expect(html).toContain('三、〔原文此处缺章标题〕');
  expect(html).toContain('<span class="lack">……（节选至此）</span>');
});

test('has the notes of a section after its paragraphs, and lost ones at the end', () => {
  const text = textOf([
    annotate(plan, '深化体育教育改革', { body: '先办' }),
    orphaned(annotate(plan, '发展基础', { body: '失联的' })),
  ]);
  const section = text.sections
    .flatMap(({ sections }) => sections)
    .find(({ title }) => title.includes('深化体育教育改革'));
  expect(section?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'entry']);
  expect(text.sections.at(-2)).toMatchObject({ kind: 'orphans', blocks: [{ kind: 'explanation' }, { kind: 'entry' }] });
  expect(text.counts).toBe('附批注 2 条');
});

test('says nothing of notes that are left out', () => {
  const highlight = annotate(plan, '深化体育教育改革', { body: '' });
  expect(textOf([highlight]).remarks.join()).not.toContain('未列入');
});

test('of a chapter is that chapter alone', () => {
  expect(textOf([], '2').sections.map(({ title }) => title)).toEqual([
    '二、落实立德树人根本任务，为新时代培养有用人才',
    '原文缺漏说明',
  ]);
});
