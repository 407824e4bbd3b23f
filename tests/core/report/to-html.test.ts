import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { deadlinePresets } from '#core/ledger/deadline';
import { buildReport } from '#core/report/build-report';
import { notesText } from '#core/report/notes-text';
import { reportOutline } from '#core/report/report-text';
import { toHtml } from '#core/report/to-html';
import { messages } from '#messages/zh-CN';
import { bundledPlan as plan } from '../search/bundled-plan.ts';
import { annotate, idOf, orphaned } from './annotate.ts';

const words = {
  ...messages.report,
  label: (label: string) => (label === 'todo' ? '待办' : label),
  status: (status: string) => status,
};

function pageOf(annotations: Annotation[], title = plan.title): string {
  const report = buildReport({
    plan: { ...plan, title },
    annotations,
    unreadable: 0,
    options: { includeHighlights: true },
    rule: deadlinePresets.days,
    now: '2026-11-23T12:00:00+08:00',
  });
  return toHtml(notesText(report, words), {
    layout: 'official',
    words,
    styleSheet: 'app://reader/assets/report.css',
    hasContents: false,
  });
}

/** Tags as written, without text. */
const tagsOf = (page: string) => page.match(/<[^>]*>/g) ?? [];

describe('toHtml', () => {
  const page = pageOf([
    annotate(plan, '深化体育教育改革', {
      label: 'todo',
      tags: ['体育', '师资'],
      body: '**先**办\n再议',
      modified: '2026-11-22T08:00:00+08:00',
    }),
    orphaned(annotate(plan, '发展基础', { id: idOf(2) })),
  ]);

  test.each([
    ['a title line', '<h1>《吉林市“十四五”教育发展规划》批注汇编</h1>'],
    ['the day and the counts', '<span>2026年11月23日</span> <span>共 2 条，其中失联 1 条</span>'],
    ['the chapter', '<h2>二、落实立德树人根本任务，为新时代培养有用人才</h2>'],
    ['the section', '<h3>（三）深化体育教育改革</h3>'],
    ['the label in words, with the class of its line', '<span class="label todo">待办</span>'],
    ['the days of writing and changing', '2026-11-20，改于 2026-11-22'],
    ['the quote', '<blockquote class="quote"><p>深化体育教育改革</p></blockquote>'],
    ['the note as Markdown', '<p><strong>先</strong>办<br>\n再议</p>'],
    ['each tag by itself', '标签：<span class="tag">体育</span>、<span class="tag">师资</span>'],
    ['orphans under a heading of their own', '<h2>失联批注</h2>'],
    ['where an orphan was', '原位置：一（一）　发展基础'],
    ['why it is one', '现文本中没有这段文字'],
    ['its style sheet', '<link rel="stylesheet" href="app://reader/assets/report.css">'],
  ])('has %s', (_name, markup) => {
    expect(page).toContain(markup);
  });

  test('says what is missing where it is missing', () => {
    const missing = pageOf([
      annotate(
        plan,
        '构建产业人才培养培训新体系。\n建设我市重点产业领域人才数据平台，建立产业人才需求参考目录发布机制',
      ),
    ]);
    expect(missing).toContain('<h2>三、〔原文此处缺章标题〕</h2>');
    expect(missing).toContain('<h3>（二）构建产业人才培养培训新体系<span class="lack">〔归属推定〕</span></h3>');
    expect(missing).toContain('发布机制<span class="lack">……（节选至此）</span>');
    expect(missing).toContain('<p>原文缺全节：<span class="reference">三（一）</span>。</p>');
  });

  test('an empty report says so', () => {
    expect(pageOf([])).toContain('<p class="empty">没有可列出的批注。</p>');
  });

  test('writes out where a link leads, unless its text says it', () => {
    const note = '[通知](https://example.cn/a?b=1&c=2) https://example.cn/d <mailto:a@example.cn>';
    const html = pageOf([annotate(plan, '发展基础', { body: note })]);
    expect(html).toContain('>通知（example.cn/a?b=1&#x26;c=2）</a>');
    expect(html).toContain('>https://example.cn/d</a>');
    expect(html).toContain('>mailto:a@example.cn</a>');
  });

  test('sets a table that would not fit as running rows', () => {
    const table = (columns: number) => `${'|甲'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n`;
    expect(pageOf([annotate(plan, '发展基础', { body: table(8) })])).not.toContain('class="wide"');
    expect(pageOf([annotate(plan, '发展基础', { body: table(9) })])).toContain('<tr class="wide">');
  });

  test('keeps the words of short columns together, as many as leave room for the others', () => {
    const page = (...rows: string[][]) => {
      const [head = [], ...others] = rows.map((cells) => `|${cells.join('|')}|\n`);
      return pageOf([
        annotate(plan, '发展基础', { body: `${head}${'|-'.repeat(rows[0]?.length ?? 0)}|\n${others.join('')}` }),
      ]);
    };
    const long = '牵头制定方案，明确责任人和完成时限';
    const withLong = page(['部门', '事项', '时限'], ['教务处', long, '3 月 15 日']);
    expect(withLong).toContain('<td class="short">教务处</td>');
    expect(withLong).toContain('<td class="short">3 月 15 日</td>');
    expect(withLong).toContain('<th>事项</th>');
    expect(page(Array(6).fill('四个汉字')).match(/class="short"/g)).toHaveLength(2);
  });

  test('keeps short entries together and lets long ones flow', () => {
    expect(pageOf([annotate(plan, '发展基础', { body: '短' })])).toContain('<article class="entry">');
    expect(pageOf([annotate(plan, '发展基础', { body: '长'.repeat(200) })])).toContain('<article class="entry long">');
  });

  test('every heading of the outline has its element, and a link that makes Chromium note its page', () => {
    const report = buildReport({
      plan,
      annotations: [
        annotate(plan, plan.title),
        annotate(plan, '深化体育教育改革'),
        orphaned(annotate(plan, '发展基础')),
      ],
      unreadable: 0,
      options: { includeHighlights: true },
      rule: deadlinePresets.days,
      now: '2026-11-23T12:00:00+08:00',
    });
    const text = notesText(report, words);
    const outline = reportOutline(text);
    const html = toHtml(text, { layout: 'plain', words, styleSheet: 'x.css', hasContents: false });
    expect(outline.map(({ title, children }) => [title, children.map((child) => child.title)])).toEqual([
      ['文首', []],
      ['二、落实立德树人根本任务，为新时代培养有用人才', ['（三）深化体育教育改革']],
      ['失联批注', []],
      ['原文缺漏说明', []],
    ]);
    for (const { key } of outline.flatMap((item) => [item, ...item.children])) {
      expect(html).toContain(` id="${key}"`);
      expect(html).toContain(`<a href="#${key}"></a>`);
    }
  });
});

describe('whatever a note file says', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('"><script>alert(1)</script>', "'onmouseover='alert(1)", '<img src=x onerror=alert(1)>', '`<b>'),
  );

  test('adds no element and no attribute to the page', () => {
    const pageWith = (label: string, tag: string, quote: string, title: string) => {
      const annotation = annotate(plan, '发展基础', { label, tags: [tag], body: '' });
      const exact = `不在规划里${quote.replaceAll('\n', ' ')}`;
      return pageOf([{ ...annotation, target: { ...annotation.target, exact, textHash: 'sha256-0' } }], title);
    };
    const harmless = tagsOf(pageWith('标', '甲', '引', '题'));
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (...values) => {
        expect(tagsOf(pageWith(...values))).toEqual(harmless);
      }),
      { numRuns: 300 },
    );
  });
});
