import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { newTask, type Task } from '#core/annotation/task';
import { isTaskStatus } from '#core/annotation/task-status';
import { deadlinePresets } from '#core/ledger/deadline';
import { buildReport } from '#core/report/build-report';
import { contentKinds } from '#core/report/report-content';
import { isAboutTasks, type ReportContent } from '#core/report/report-kinds';
import { readRecord, recordSheet } from '#core/sheet/sheet-record';
import { messages } from '#messages/zh-CN';
import { makeXlsx } from '../../../src/main/export/xlsx/make-xlsx.ts';
import { annotate, idOf, orphaned } from '../../core/report/annotate.ts';
import { bundledPlan as plan } from '../../core/search/bundled-plan.ts';

const words = {
  ...messages.report,
  label: (label: string) => label,
  status: (status: string) => (isTaskStatus(status) ? messages.ledger.statuses[status] : status),
};
const created = new Date('2026-11-26T04:00:00Z');

async function made(annotations: Annotation[], content: ReportContent = 'ledger') {
  const { toText } = contentKinds[content];
  const report = buildReport({
    plan,
    annotations,
    unreadable: 0,
    options: { includeHighlights: true, tasksOnly: isAboutTasks(content) },
    rule: deadlinePresets.days,
    now: '2026-11-26T12:00:00+08:00',
  });
  const text = toText(report, { columns: ['measure'], plan }, words);
  const work = { words, author: '王老师', created, styles: '', onProgress: () => undefined };
  return makeXlsx({ content, report, text }, work);
}

/** The file as a program that is not ours reads it. */
async function readBack(annotations: Annotation[], content: ReportContent = 'ledger') {
  return readXlsx(await made(annotations, content), { readStyles: true });
}

const task = (change: Partial<Task>): Task => ({ ...newTask, ...change });
const sport = annotate(plan, '深化体育教育改革', {
  id: idOf(1),
  task: task({
    status: 'active',
    measure: "=cmd|' /C calc'!A0",
    department: '体卫艺处',
    owner: '+86 王老师',
    partners: ['总务处', '年级组'],
    start: '2026-09-01',
    due: '2027-06-30',
    completion: 40,
    criterion: '_x0041_ & <b>"全部"</b>',
    progress: [
      { date: '2026-10-08', text: '场地划线' },
      { date: '', text: '@购器材' },
    ],
    remark: '坏\u0001字\ud800',
  }),
});
const basis = annotate(plan, '发展基础', { id: idOf(2), task: task({ completion: 33.3 }) });
const lost = orphaned(annotate(plan, '深化体育教育改革', { id: idOf(3), task: task({ department: '教务处' }) }));
const note = annotate(plan, '发展基础', { id: idOf(4), body: '只是批注' });

describe('the ledger as a workbook', () => {
  test('has every task once below its head, days and shares as numbers, and texts as they are', async () => {
    const { sheets } = await readBack([sport, basis, lost, note]);
    const [sheet] = sheets;
    expect(sheets.map(({ name, veryHidden }) => [name, veryHidden === true])).toEqual([
      ['台账', false],
      [recordSheet, true],
    ]);
    const [head = [], ...rows] = sheet?.rows ?? [];
    expect(head).toEqual(['任务编号（请勿改动）', '序号', ...Object.values(messages.ledger.columns)]);
    expect(rows.map(([id]) => id)).toEqual([idOf(2), idOf(1), idOf(3)]);
    const of = (title: string, row = 1) => rows[row]?.[head.indexOf(title)];
    expect(of('本校举措')).toBe("=cmd|' /C calc'!A0");
    expect(of('责任人')).toBe('+86 王老师');
    expect(of('协办')).toBe('总务处、年级组');
    expect(of('完成标志')).toBe('_x0041_ & <b>"全部"</b>');
    expect(of('备注')).toBe('坏\ufffd字\ufffd');
    expect(of('进展记录')).toBe('2026-10-08　场地划线\n@购器材');
    expect(of('状态')).toBe('进行中');
    expect(of('开始')).toEqual(new Date('2026-09-01T00:00:00Z'));
    expect(of('完成时限')).toEqual(new Date('2027-06-30T00:00:00Z'));
    expect(of('完成度')).toBe(0.4);
    expect(of('完成度', 0)).toBeCloseTo(0.333, 5);
    expect(of('条款', 2)).toContain('失联');
    const cells = [...(sheet?.cells?.values() ?? [])];
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  test('is ready to be filled in and printed', async () => {
    const [sheet] = (await readBack([sport, basis])).sheets;
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    expect(sheet?.autoFilter?.range).toBe('A1:Q3');
    expect(sheet?.columns?.map(({ hidden }) => hidden === true)).toEqual([true, ...Array(16).fill(false)]);
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    });
    expect(sheet?.headerFooter?.oddFooter).toBe('&C第 &P 页，共 &N 页');
    const rules = sheet?.dataValidations ?? [];
    expect(rules.map(({ type, range }) => [type, range])).toEqual([
      ['date', 'J2:J3'],
      ['date', 'K2:K3'],
      ['list', 'L2:L3'],
      ['decimal', 'M2:M3'],
    ]);
    expect(rules[2]).toMatchObject({ values: Object.values(messages.ledger.statuses), showErrorMessage: true });
    expect(rules[3]).toMatchObject({ formula1: '0', formula2: '1' });
    expect(sheet?.cells?.get('1,4')?.style).toMatchObject({
      numFmt: '@',
      alignment: { wrapText: true, vertical: 'top' },
    });
  });

  test('has rows as tall as their texts, which grow when more is filled in', async () => {
    const long = { ...sport, task: task({ measure: '落实到课表，面向全体学生。'.repeat(10), remark: '一\n二\n三' }) };
    const endless = annotate(plan, '发展基础', { id: idOf(5), task: task({ measure: '长'.repeat(5_000) }) });
    const bytes = await made([long, basis, endless]);
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect([...sheet.matchAll(/ ht="([\d.]+)"/g)].map(([, height]) => Number(height))).toEqual([
      16.5, 16.5, 409, 163.75,
    ]);
    expect(sheet).not.toContain('customHeight');
  });

  test('remembers what it was in a hidden sheet, which shows when it was touched', async () => {
    const rows = ((await readBack([sport, lost])).sheets[1]?.rows ?? []).map((row) =>
      row.map((cell) => String(cell ?? '')),
    );
    const record = readRecord(rows);
    expect(record).toMatchObject({
      document: plan.id,
      documentTitle: plan.title,
      exported: '2026-11-26T12:00:00+08:00',
    });
    expect([...(record?.values.keys() ?? [])]).toEqual([idOf(1), idOf(3)]);
    expect(Object.fromEntries(record?.values.get(idOf(1)) ?? [])).toMatchObject({
      due: '2027-06-30',
      completion: '40',
      status: '进行中',
    });
    const touched = rows.map((row) => row.map((cell) => (cell === '40' ? '41' : cell)));
    expect(readRecord(touched)).toBeUndefined();
  });

  test('a text that no cell can hold ends with a remark', async () => {
    const [sheet] = (await readBack([{ ...sport, task: task({ remark: '长'.repeat(40_000) }) }])).sheets;
    const remark = String(sheet?.rows[1]?.at(-1));
    expect(remark).toHaveLength(32_767);
    expect(remark).toMatch(/长……（后文超出单元格长度）$/);
  });
});

describe('notes as a workbook', () => {
  test('have one row each, and nothing is hidden beside their ids', async () => {
    const { sheets, properties } = await readBack([note, basis], 'notes');
    expect(sheets.map(({ name }) => name)).toEqual(['批注']);
    expect(sheets[0]?.rows.slice(1).map(([id]) => id)).toEqual([idOf(4), idOf(2)].sort());
    expect(sheets[0]?.rows[0]).toContain('批注');
    expect(properties).toMatchObject({ creator: '王老师', title: messages.report.title(plan.title) });
  });
});
