import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { newTask, type Task } from '#core/annotation/task';
import { deadlinePresets } from '#core/ledger/deadline';
import { type LedgerColumn, type LedgerOrder, ledgerColumns } from '#core/ledger/ledger-rows';
import { buildReport } from '#core/report/build-report';
import { ledgerText } from '#core/report/ledger-text';
import { notesText } from '#core/report/notes-text';
import { entriesOf, type Report } from '#core/report/report';
import { contentKinds } from '#core/report/report-content';
import { ledgerTable, notesTable } from '#core/report/report-table';
import { tableToCsv } from '#core/report/to-csv';
import { toHtml } from '#core/report/to-html';
import { messages } from '#messages/zh-CN';
import { bundledPlan as plan } from '../search/bundled-plan.ts';
import { annotate, idOf, orphaned } from './annotate.ts';

const words = {
  ...messages.report,
  label: (label: string) => label,
  status: (status: string) => (status === 'active' ? '进行中' : status === 'pending' ? '未启动' : status),
};

const task = (change: Partial<Task>): Task => ({ ...newTask, ...change });

const sport = annotate(plan, '深化体育教育改革', {
  id: idOf(1),
  body: '',
  task: task({
    status: 'active',
    measure: '每天一小时',
    department: '体卫艺处',
    owner: '王老师',
    partners: ['总务处', '年级组'],
    due: '2026-11-20',
    completion: 40,
    progress: [
      { date: '2026-10-08', text: '场地划线' },
      { date: '', text: '=购器材' },
    ],
  }),
});
const basis = annotate(plan, '发展基础', { id: idOf(2), body: '看', task: task({}) });
const lost = orphaned(annotate(plan, '深化体育教育改革', { id: idOf(3), task: task({ department: '教务处' }) }));
const note = annotate(plan, '发展基础', { id: idOf(4), body: '只是批注' });

function reportOf(annotations: Annotation[], tasksOnly = true, order?: LedgerOrder): Report {
  return buildReport({
    plan,
    annotations,
    unreadable: 0,
    options: { includeHighlights: false, tasksOnly, ...(order && { order }) },
    rule: deadlinePresets.days,
    now: '2026-11-26T12:00:00+08:00',
  });
}

describe('a report on the ledger', () => {
  const report = reportOf([sport, basis, lost, note]);

  test('has every task once and nothing else', () => {
    expect(entriesOf(report).map(({ annotation }) => annotation)).toEqual([basis.id, sport.id, lost.id]);
    expect(report.counts).toMatchObject({ entries: 3, tasks: 3, orphans: 1, overdue: 1 });
  });

  test('is one table, and one of the tasks whose clause is lost', () => {
    const text = ledgerText(report, { columns: ['clause', 'owner'] }, words);
    expect(text.blocks).toHaveLength(1);
    expect(text.blocks[0]).toMatchObject({
      table: {
        columns: [{ title: '序号' }, { title: '条款' }, { title: '责任人' }],
        rows: [{ cells: [1, '一（一）', ''] }, { cells: [2, '二（三）', '王老师'] }],
      },
    });
    expect(text.sections.map(({ title }) => title)).toEqual(['失联任务']);
  });

  test('is one table for each department, those without one last', () => {
    const text = ledgerText(report, { columns: ['clause'], group: 'department' }, words);
    expect(text.sections.map(({ title }) => title)).toEqual(['体卫艺处（1 项）', '未填部门（1 项）', '失联任务']);
    const rows = text.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
    );
    expect(
      rows.map(({ cells: [number] }) => number),
      'counted down the page',
    ).toEqual([1, 2, 3]);
    expect(rows.map(({ annotation }) => annotation)).toEqual([sport.id, basis.id, lost.id]);
  });

  test('prints a table with a head, and per cents as such', () => {
    const text = ledgerText(report, { columns: [...ledgerColumns] }, words);
    const html = toHtml(text, { layout: 'table', words, styleSheet: 'x.css', hasContents: false });
    expect(html).toContain('<h1>《吉林市“十四五”教育发展规划》任务台账</h1>');
    expect(html).toContain('<span>共 3 项，其中逾期 1 项</span>');
    expect(html).toContain('<td class="percent"><p>40%</p></td>');
    expect(html).toContain('<p>2026-10-08　场地划线</p><p>=购器材</p>');
  });

  test('as CSV turns no cell into a formula', () => {
    const csv = tableToCsv(ledgerTable(entriesOf(report), ['progress', 'status'], words));
    expect(csv).toContain('序号,进展记录,状态');
    expect(csv).toContain('"2026-10-08　场地划线\n=购器材",进行中');
  });
});

describe('a report on a ledger that is sorted', () => {
  const early = annotate(plan, '强化美育育人功能', {
    id: idOf(5),
    task: task({ department: '体卫艺处', due: '2026-01-02' }),
  });
  const lostEarly = orphaned(annotate(plan, '发展形势', { id: idOf(6), task: task({ due: '2025-01-01' }) }));
  const all = [sport, basis, lost, early, lostEarly];
  const numbersOf = (order: LedgerOrder, group?: 'department') => {
    const text = ledgerText(reportOf(all, true, order), { columns: ['due'], ...(group && { group }) }, words);
    const blocks = [...text.blocks, ...text.sections.flatMap((section) => section.blocks)];
    return blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table.rows.map(({ annotation, cells: [number] }) => [annotation, number])] : [],
    );
  };

  test('is numbered in its order, those whose clause is lost last', () => {
    expect(numbersOf({ column: 'due', isDescending: false })).toEqual([
      [
        [early.id, 1],
        [sport.id, 2],
        [basis.id, 3],
      ],
      [
        [lostEarly.id, 4],
        [lost.id, 5],
      ],
    ]);
    expect(numbersOf({ column: 'due', isDescending: true })[0]).toEqual([
      [sport.id, 1],
      [early.id, 2],
      [basis.id, 3],
    ]);
  });

  test('keeps it within each department and in spreadsheets', () => {
    const order = { column: 'due', isDescending: false } as const;
    expect(numbersOf(order, 'department')[0]).toEqual([
      [early.id, 1],
      [sport.id, 2],
    ]);
    const { rows } = contentKinds.ledger.toTable(reportOf(all, true, order), words);
    expect(rows.map(({ annotation }) => annotation)).toEqual([early.id, sport.id, basis.id, lostEarly.id, lost.id]);
  });

  test('still has its entries under the headings of the text', () => {
    const ids = entriesOf(reportOf(all, true, { column: 'due', isDescending: false })).map((entry) => entry.annotation);
    expect(ids).toEqual([basis.id, sport.id, early.id, lostEarly.id, lost.id]);
  });
});

describe('an overdue task', () => {
  const printed = (columns: LedgerColumn[], annotations = [sport, basis]) =>
    toHtml(ledgerText(reportOf(annotations), { columns }, words), {
      layout: 'table',
      words,
      styleSheet: 'x.css',
      hasContents: false,
    });

  test('is marked in print where its last day stands, and nowhere else', () => {
    const html = printed(['due', 'status']);
    expect(html).toContain('<td class="date"><p>2026-11-20</p><p class="mark">▲逾期 6\u00a0天</p></td>');
    expect(html.split('▲')).toHaveLength(2);
  });

  test.each<[LedgerColumn[], string]>([
    [['status', 'clause'], '<p>进行中</p><p class="mark">'],
    [['clause'], '<p>二（三）</p><p class="mark">'],
    [['owner'], '<p>2</p><p class="mark">'],
  ])('is marked without that column, too: %j', (columns, cell) => {
    expect(printed(columns)).toContain(cell);
  });

  test('that is done or rests is none', () => {
    const done = { ...sport, task: task({ status: 'done', due: '2026-11-20' }) };
    expect(printed(['due'], [done])).not.toContain('▲');
  });

  test('keeps its values what they are where they are read again', () => {
    const { rows } = contentKinds.ledger.toTable(reportOf([sport]), words);
    expect(JSON.stringify(rows)).not.toContain('▲');
  });
});

describe('tasks in a report on notes', () => {
  const report = reportOf([sport, note], false);

  test('are told below their quote', () => {
    const html = toHtml(notesText(report, words), {
      layout: 'official',
      words,
      styleSheet: 'x.css',
      hasContents: false,
    });
    expect(html).toContain('<span>进行中</span> <span class="overdue">逾期 6 天</span>');
    expect(html).toContain('<dt>责任人</dt><dd>王老师</dd>');
  });

  test('have their columns in the table, which mere notes do without', () => {
    const titles = (one: Report) => notesTable(entriesOf(one), words).columns.map(({ title }) => title);
    expect(titles(report)).toContain('牵头部门');
    expect(titles(reportOf([note], false))).not.toContain('牵头部门');
  });
});
