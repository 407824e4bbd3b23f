import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newTask } from '#core/annotation/task';
import { defaultSettings } from '#core/settings/settings';
import { success } from '#core/text/result';
import type { ExportFormat } from '../../../src/core/report/export-format.ts';
import type { PdfMaker } from '../../../src/main/export/made-file.ts';
import { createReportPages } from '../../../src/main/export/report-pages.ts';
import { createSavedFiles } from '../../../src/main/export/saved-files.ts';
import { exportHandlers } from '../../../src/main/ipc/handlers/export.ts';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { annotate, idOf, orphaned } from '../../core/report/annotate.ts';
import { bundledPlan as plan } from '../../core/search/bundled-plan.ts';
import { makeHere } from './export-set-up.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'departments-'));
});
afterEach(() => rm(folder, { recursive: true }));

const of = (number: number, department: string) =>
  annotate(plan, number % 2 ? '深化体育教育改革' : '发展基础', { id: idOf(number), task: { ...newTask, department } });
const tasks = [
  of(1, '教务处'),
  of(2, '教务处'),
  of(3, ''),
  of(4, '德育/总务:处'),
  of(5, '德育／总务：处'),
  orphaned(of(6, 'con')),
  of(7, '../../越界'),
];

function setUp(makePdf: PdfMaker) {
  const pages = createReportPages();
  const handlers = exportHandlers({
    library: { read: async () => success(plan) },
    annotations: { read: async () => success({ annotations: tasks, unreadable: [] }) },
    settings: { read: async () => success({ settings: defaultSettings, reset: false }) },
    writer: createAtomicWriter(),
    pages,
    savedFiles: createSavedFiles(),
    styleSheet: async () => 'app://reader/assets/report.css',
    styles: async () => '',
    makePdf,
    makeFile: makeHere,
    printOnPaper: async () => 'printed',
    showSaveDialog: async (fileName) => join(folder, fileName),
    showItemInFolder: () => undefined,
    sendProgress: () => undefined,
    now: () => new Date(2026, 10, 26, 12),
  });
  const save = async (format: ExportFormat) => {
    const prepared = await handlers['export.prepare']({
      document: plan.id,
      content: 'ledger',
      layout: 'table',
      includeHighlights: true,
      columns: ['clause', 'measure', 'department'],
      signature: false,
    });
    if (!prepared.ok) throw new Error(prepared.error.code);
    const { report } = prepared.value;
    return { report, saved: await handlers['export.save']({ report, format, byDepartment: true }) };
  };
  return { handlers, pages, save };
}

async function archive(): Promise<Record<string, Uint8Array>> {
  const [name = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);
  expect(name).toMatch(/台账 2026-11-26 分部门\.zip$/);
  return unzipSync(await readFile(join(folder, name)));
}

const names = ['_con', '德育／总务：处', '德育／总务：处 (2)', '教务处', '／..／越界', '未填部门'];

test('every task is in the workbook of its department and in no other, counted from 1 in each', async () => {
  const { save } = setUp(async () => undefined);
  expect((await save('xlsx')).saved).toMatchObject({ ok: true, value: { files: 6 } });
  const files = await archive();
  const ids: string[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    expect(name).toMatch(/^[^/\\:]+ 台账 2026-11-26( \(2\))?\.xlsx$/);
    const [sheet] = (await readXlsx(bytes)).sheets;
    const [head = [], ...rows] = sheet?.rows ?? [];
    const departments = new Set(rows.map((row) => row[head.indexOf('牵头部门')] ?? ''));
    expect(departments.size).toBe(1);
    ids.push(...rows.map(([id]) => String(id)));
    expect(rows.map((row) => Number(row[1]))).toEqual(rows.map((_, index) => index + 1));
  }
  expect(ids.sort()).toEqual(tasks.map(({ id }) => id));
});

test('tables and printed pages are taken apart likewise, and the preview stays', async () => {
  const printed: string[] = [];
  const { save, pages } = setUp(async (page) => {
    printed.push(page.html());
    return { bytes: page.title, pages: 1 };
  });
  const { report } = await save('pdf');
  const files = await archive();
  expect(
    Object.keys(files)
      .map((name) => name.replace(/ 台账 2026-11-26(.*)\.pdf$/, '$1'))
      .sort(),
  ).toEqual([...names].sort());
  expect(strFromU8(files['教务处 台账 2026-11-26.pdf'] ?? new Uint8Array())).toMatch(/（教务处）$/);
  expect(printed).toHaveLength(6);
  for (const html of printed) expect(html).toContain('<body class="table"');
  expect(pages.get(report)).toContain('<body class="table"');
});

test.each<[name: string, make: PdfMaker]>([
  ['fails', async (page) => (page.title.includes('越界') ? Promise.reject(new Error('no')) : { bytes: 'x' })],
  ['is cancelled', async (page) => (page.title.includes('越界') ? undefined : { bytes: 'x' })],
])('no file is left when one of them %s', async (_name, make) => {
  await setUp(make).save('pdf');
  expect(await readdir(folder)).toEqual([]);
});
