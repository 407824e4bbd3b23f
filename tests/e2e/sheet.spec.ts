import { readFile, writeFile } from 'node:fs/promises';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { type CellValue, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { newTask } from '../../src/core/annotation/task.ts';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { chooseFormat } from './export-dialog.ts';
import { noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { picture } from './pictures.ts';
import { foreignNote, noteId, placeNotes } from './placed-notes.ts';
import { noteFiles } from './reader-actions.ts';

const tasks = [
  foreignNote(0, {
    ...noteOn('深化体育教育改革'),
    task: {
      ...newTask,
      measure: '每天一小时体育锻炼',
      department: '体卫艺处',
      completion: 40,
      progress: [{ date: '2026-10-08', text: '场地划线' }],
    },
  }),
  foreignNote(1, { ...noteOn('强化美育育人功能'), task: { ...newTask, measure: '开齐美育课', department: '教务处' } }),
  foreignNote(2, { ...noteOn('构建产业人才培养培训新体系'), task: { ...newTask, remark: '与企业联系' } }),
];

async function exportLedger(app: ElectronApplication, window: Page, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await dialog.getByText('台账', { exact: true }).click();
  await chooseFormat(window, 'Excel');
  await dialog.getByRole('button', { name: '导出 Excel' }).click();
  await expect(dialog).toBeHidden();
}

/** The file as a department sends it back: cells changed in another program, which writes it anew. */
async function filledIn(
  path: string,
  cells: readonly [task: number, title: string, value: CellValue][],
  back = path.replace('.xlsx', '-回.xlsx'),
): Promise<string> {
  const { sheets } = await readXlsx(await readFile(path), { readStyles: true });
  const rows = sheets[0]?.rows ?? [];
  for (const [task, title, value] of cells) {
    const row = rows.find(([id]) => id === noteId(task));
    const column = rows[0]?.indexOf(title) ?? -1;
    if (row === undefined || column < 0) throw new Error(`no cell ${title}`);
    row[column] = value;
  }
  const kept = sheets.map((sheet) => ({ ...sheet, cells: new Map() })) as unknown as WriteSheet[];
  await writeFile(back, await writeXlsx({ sheets: kept }));
  return back;
}

async function openSheet(app: ElectronApplication, window: Page, ...paths: string[]): Promise<Locator> {
  await answerOpenDialog(app, paths);
  await window.getByRole('button', { name: '菜单', exact: true }).click();
  await window.getByRole('menuitem', { name: '文件' }).click();
  await window.getByRole('menuitem', { name: '导入台账（Excel）…', exact: true }).click();
  const dialog = window.getByRole('dialog', { name: '导入台账' });
  await expect(dialog).toBeVisible();
  return dialog;
}

const kind = (dialog: Locator, name: string) =>
  dialog.getByRole('list', { name: '分类' }).getByRole('listitem').filter({ hasText: name });

test.beforeEach(({ allowProblem }) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
});

test('a ledger goes out, is filled in, comes back cell by cell, and is taken back in one step', async ({
  launch,
  notesFolder,
}, testInfo) => {
  test.setTimeout(120_000);
  await placeNotes(notesFolder, tasks);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const path = testInfo.outputPath('台账.xlsx');
  await exportLedger(app, window, path);
  const back = await filledIn(path, [
    [0, '状态', '进行中'],
    [0, '完成度', '60%'],
    [0, '进展记录', '2026-10-08　场地划线\n2026-11-20 全部开课'],
    [1, '责任人', '李老师'],
    [1, '备注', '表格里写的'],
    [1, '完成时限', '年底前'],
    [2, '备注', ''],
  ]);
  await window.evaluate(
    (id) =>
      self.api['annotations.change']({ id, change: { task: { remark: '本机写的' } }, base: { task: { remark: '' } } }),
    noteId(1),
  );
  const before = await noteFiles(notesFolder);

  const dialog = await openSheet(app, window, back);
  await expect(kind(dialog, '有变化')).toContainText('4 格');
  await expect(kind(dialog, '冲突')).toContainText('1 格');
  await expect(kind(dialog, '被清空')).toContainText('1 格');
  await expect(kind(dialog, '须留意')).toContainText('1 处');
  await expect(dialog.getByRole('option', { name: /^完成度 .*现在 40% 表格 60%$/ })).toBeVisible();
  await picture(window, testInfo, 'changed');
  await kind(dialog, '须留意').getByRole('button').click();
  await expect(dialog.getByRole('list', { name: '须留意' })).toContainText('完成时限第 3 行年底前不是日期');
  await picture(window, testInfo, 'remarks');
  await kind(dialog, '冲突').getByRole('button').click();
  await expect(dialog.getByRole('option')).toContainText('导出时（空）现在本机写的表格表格里写的');
  await picture(window, testInfo, 'conflict');
  expect(await noteFiles(notesFolder)).toEqual(before);

  await dialog.getByRole('button', { name: '写入台账（4 格）' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('status').filter({ hasText: '已写入台账 4 格' })).toBeVisible();
  const text = async (task: number) =>
    [...(await noteFiles(notesFolder))].find(([name]) => name.includes(noteId(task)))?.[1] ?? '';
  for (const line of [
    'task-status: "进行中"',
    'task-completion: 60',
    '"2026-10-08 场地划线"',
    '"2026-11-20 全部开课"',
  ]) {
    expect(await text(0)).toContain(line);
  }
  expect(await text(1)).toContain('task-owner: "李老师"');
  expect(await text(1)).toContain('task-remark: "本机写的"');
  expect(await text(2)).toContain('task-remark: "与企业联系"');

  await window.keyboard.press('Control+z');
  await expect(window.getByRole('status').filter({ hasText: '已撤销：导入台账（4 格）' })).toBeVisible();
  expect(await text(0)).toContain('task-completion: 40');
  expect(await text(0)).not.toContain('全部开课');
  expect(await text(1)).not.toContain('李老师');
});

test('the ledger itself sends out and takes in, and shows a hidden column that something was written into', async ({
  launch,
  notesFolder,
}, testInfo) => {
  await placeNotes(notesFolder, tasks);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.keyboard.press('Control+l');
  const choose = async (name: string) => {
    await window.getByRole('button', { name: '分组、列和文件' }).click();
    await window.getByRole('menuitem', { name }).click();
  };
  const path = testInfo.outputPath('台账.xlsx');
  await answerSaveDialog(app, path);
  await choose('导出台账…');
  const exporting = window.getByRole('dialog', { name: '导出' });
  await expect(exporting.getByRole('radio', { name: '台账' })).toBeChecked();
  await chooseFormat(window, 'Excel');
  await exporting.getByRole('button', { name: '导出 Excel' }).click();
  await expect(exporting).toBeHidden();
  const grid = window.getByRole('grid', { name: '台账' });
  await expect(grid.getByRole('columnheader', { name: '分管领导' })).toHaveCount(0);
  await answerOpenDialog(app, [await filledIn(path, [[1, '分管领导', '刘副校长']])]);
  await choose('导入台账（Excel）…');
  await window.getByRole('button', { name: '写入台账（1 格）' }).click();
  await expect(grid.getByRole('columnheader', { name: '分管领导' })).toHaveCount(1);
  await expect(grid.getByRole('gridcell', { name: '分管领导：刘副校长' })).toHaveCount(1);
});

test('what is no ledger of this text is refused in words, and nothing is touched', async ({
  launch,
  notesFolder,
}, testInfo) => {
  await placeNotes(notesFolder, tasks);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const before = await noteFiles(notesFolder);
  const refuse = async (name: string, bytes: Uint8Array | string, sentence: string) => {
    const path = testInfo.outputPath(name);
    await writeFile(path, bytes);
    const dialog = await openSheet(app, window, path);
    await expect(dialog.getByRole('alert')).toContainText(sentence);
    await dialog.getByRole('button', { name: '关闭' }).last().click();
  };
  await refuse('文本.xlsx', '编号,状态', '这不是 Excel 工作簿');
  await refuse('别的.xlsx', await writeXlsx({ sheets: [{ name: 'a', rows: [['甲', '乙']] }] }), '没有找到台账');
  expect(await noteFiles(notesFolder)).toEqual(before);
});

test('several ledgers, and an archive of them, are one list and one step; what they disagree about is a conflict', async ({
  launch,
  notesFolder,
}, testInfo) => {
  test.setTimeout(120_000);
  await placeNotes(notesFolder, tasks);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const path = testInfo.outputPath('台账.xlsx');
  await exportLedger(app, window, path);
  const fill = (name: string, cells: Parameters<typeof filledIn>[1]) =>
    filledIn(path, cells, testInfo.outputPath(name));
  const sport = await fill('体卫艺处.xlsx', [
    [0, '完成度', '60%'],
    [0, '进展记录', '2026-10-08　场地划线\n2026-11-20 全部开课'],
    [1, '责任人', '李老师'],
  ]);
  const teaching = await fill('教务处.xlsx', [
    [0, '进展记录', '2026-10-08　场地划线\n2026-11-21 课表报备'],
    [1, '责任人', '王老师'],
    [2, '完成时限', '年底前'],
  ]);
  const moral = await fill('德育处.xlsx', [[2, '备注', '已联系三家企业']]);
  const archive = testInfo.outputPath('回收.zip');
  const zipped = { '教务处.xlsx': await readFile(teaching), '说明.txt': Buffer.from('请查收') };
  await writeFile(archive, zipSync(zipped));
  const before = await noteFiles(notesFolder);

  const dialog = await openSheet(app, window, sport, moral, archive);
  await expect(dialog.getByText('3 个文件：体卫艺处.xlsx、德育处.xlsx、回收.zip')).toBeVisible();
  await expect(kind(dialog, '有变化')).toContainText('4 格');
  await expect(kind(dialog, '冲突')).toContainText('2 格');
  await expect(kind(dialog, '须留意')).toContainText('2 处');
  await expect(dialog.getByRole('option', { name: /^完成度 .*体卫艺处\.xlsx/ })).toBeVisible();
  await expect(dialog.getByRole('option', { name: /^备注 .*德育处\.xlsx/ })).toBeVisible();
  await picture(window, testInfo, 'several');
  await kind(dialog, '须留意').getByRole('button').click();
  const remarks = dialog.getByRole('list', { name: '须留意' });
  await expect(remarks).toContainText('回收.zip：说明.txt这不是 Excel 工作簿');
  await expect(remarks).toContainText('完成时限第 4 行年底前回收.zip：教务处.xlsx不是日期');
  await picture(window, testInfo, 'several-remarks');
  await kind(dialog, '冲突').getByRole('button').click();
  const [li, wang] = ['李老师', '王老师'].map((name) => dialog.getByRole('option').filter({ hasText: name }));
  await li?.click();
  await wang?.click();
  await expect(wang ?? dialog).toHaveAttribute('aria-selected', 'true');
  await expect(li ?? dialog).toHaveAttribute('aria-selected', 'false');
  await picture(window, testInfo, 'several-conflict');
  expect(await noteFiles(notesFolder)).toEqual(before);

  await dialog.getByRole('button', { name: '写入台账（5 格）' }).click();
  await expect(dialog).toBeHidden();
  const text = async (task: number) =>
    [...(await noteFiles(notesFolder))].find(([name]) => name.includes(noteId(task)))?.[1] ?? '';
  for (const line of ['task-completion: 60', '2026-10-08 场地划线', '2026-11-20 全部开课', '2026-11-21 课表报备']) {
    expect(await text(0)).toContain(line);
  }
  expect(await text(1)).toContain('task-owner: "王老师"');
  expect(await text(2)).toContain('已联系三家企业');
  await window.keyboard.press('Control+z');
  await expect(window.getByRole('status').filter({ hasText: '已撤销：导入台账（5 格）' })).toBeVisible();
  for (const words of ['全部开课', '课表报备', '王老师', '已联系三家企业']) {
    expect([...(await noteFiles(notesFolder)).values()].join('\n')).not.toContain(words);
  }
});
