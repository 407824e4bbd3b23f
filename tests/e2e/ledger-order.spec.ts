import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { newTask } from '../../src/core/annotation/task.ts';
import { answerSaveDialog } from './dialogs.ts';
import { chooseFormat, openDialog, previewAsPage } from './export-dialog.ts';
import { noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { picture } from './pictures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { pagesOf } from './read-pdf.ts';

const tasks = [
  foreignNote(0, { ...noteOn('深化体育教育改革'), task: { ...newTask, measure: '甲事', due: '2099-06-30' } }),
  foreignNote(1, { ...noteOn('强化美育育人功能'), task: { ...newTask, measure: '乙事', due: '2020-03-05' } }),
  foreignNote(2, { ...noteOn('构建产业人才培养培训新体系'), task: { ...newTask, measure: '丙事', due: '2098-01-01' } }),
];

/** The rows of the table in the preview. */
async function previewed(window: Page): Promise<string[]> {
  const rows = (await previewAsPage(window)).locator('tbody tr');
  await expect(rows).toHaveCount(3);
  return rows.allInnerTexts();
}

const inOrder = (rows: readonly string[]) => rows.map((row) => /[甲乙丙]事/.exec(row)?.[0]);

test('a ledger that is sorted is previewed, printed and saved so, with what is overdue marked, or as the text', async ({
  launch,
  notesFolder,
  allowProblem,
}, testInfo) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  await placeNotes(notesFolder, tasks);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.keyboard.press('Control+l');
  await window.getByRole('button', { name: '展开台账' }).click();
  const head = window.getByRole('grid', { name: '台账' }).getByRole('columnheader', { name: '完成时限' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await window.getByRole('button', { name: '收回台账' }).click();

  const dialog = await openDialog(window);
  await dialog.getByText('台账', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: /按台账的排序（完成时限，升序）/ })).toBeVisible();
  await expect.poll(async () => inOrder(await previewed(window))).toEqual(['乙事', '丙事', '甲事']);
  const rows = await previewed(window);
  expect(rows.map((row) => /^\d+/.exec(row)?.[0])).toEqual(['1', '2', '3']);
  expect(rows[0]).toMatch(/2020-03-05\s*▲逾期\s\d+\s天/);
  expect(rows.slice(1).join('')).not.toContain('▲');
  await picture(window, testInfo, 'sorted');

  const path = testInfo.outputPath('台账.pdf');
  await chooseFormat(window, 'PDF');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  await expect(dialog).toBeHidden({ timeout: 40_000 });
  const text = (await pagesOf(path)).map((page) => page.text).join('\n');
  expect(text.match(/[甲乙丙]事/g)).toEqual(['乙事', '丙事', '甲事']);
  expect(text).toContain('▲逾期');

  await openDialog(window);
  await dialog.getByRole('button', { name: /次序/ }).click();
  await window.getByRole('option', { name: '按原文顺序' }).click();
  await expect.poll(async () => inOrder(await previewed(window))).toEqual(['甲事', '乙事', '丙事']);
  await window.keyboard.press('Escape');
  await openDialog(window);
  await expect(dialog.getByRole('button', { name: /按原文顺序.*次序/ })).toBeVisible();
  const table = testInfo.outputPath('台账.csv');
  await chooseFormat(window, 'CSV');
  await answerSaveDialog(app, table);
  await dialog.getByRole('button', { name: '导出 CSV' }).click();
  await expect(dialog).toBeHidden();
  const csv = await readFile(table, 'utf8');
  expect(inOrder(csv.split('\n').slice(1, 4))).toEqual(['甲事', '乙事', '丙事']);
  expect(csv).not.toContain('▲');
});

test('what the ledger shows is what is exported from it; the text itself is not signed by the way', async ({
  launch,
  notesFolder,
  allowProblem,
}) => {
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  await placeNotes(notesFolder, [...tasks, foreignNote(3, noteOn('深化体育教育改革'))]);
  const { window } = await launch();
  await window.getByRole('button', { name: '逾期 1，在台账中查看' }).click();
  await expect(window.getByRole('grid', { name: '台账' })).toBeVisible();
  const dialog = await openDialog(window);
  await expect(dialog.getByRole('radio', { name: '台账' })).toBeChecked();
  await expect(dialog.getByRole('button', { name: /范围/ })).toContainText('当前筛选结果');
  const preview = await previewAsPage(window);
  await expect(preview.locator('tbody tr')).toHaveCount(1);
  await expect(preview.locator('tbody tr')).toContainText('乙事');

  const signature = dialog.getByRole('checkbox', { name: '末尾加签字、盖章栏' });
  await dialog.getByText('末尾加签字、盖章栏').click();
  await expect(signature).toBeChecked();
  await dialog.getByText('正文', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: /范围/ })).toContainText('全文');
  await expect(signature).not.toBeChecked();
  await dialog.getByText('台账', { exact: true }).click();
  await expect(signature).toBeChecked();
  await expect(preview.locator('tbody tr')).toHaveCount(1);
  await window.keyboard.press('Escape');

  await window.getByRole('tab', { name: '批注' }).click();
  await openDialog(window);
  await expect(dialog.getByRole('radio', { name: '台账' })).toBeChecked();
  await dialog.getByText('批注', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: /范围/ })).toContainText('全部批注');
});

test('a signature never stands alone on the last page', async ({ launch, notesFolder, allowProblem }, testInfo) => {
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  const departments = ['教务处', '德育处', '总务处'];
  // So many rows fill a page to its end.
  const many = Array.from({ length: 10 }, (_, index) =>
    foreignNote(index, {
      ...noteOn('深化体育教育改革'),
      task: { ...newTask, measure: `甲事${index}`, department: departments[index % 3] ?? '' },
    }),
  );
  await placeNotes(notesFolder, many);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.keyboard.press('Control+l');
  const dialog = await openDialog(window);
  await dialog.getByText('末尾加签字、盖章栏').click();
  await dialog.getByRole('button', { name: /分组/ }).click();
  await window.getByRole('option', { name: '按牵头部门' }).click();
  const path = testInfo.outputPath('台账.pdf');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  await expect(dialog).toBeHidden({ timeout: 40_000 });
  const pages = await pagesOf(path);
  expect(pages).toHaveLength(2);
  expect(pages.at(-1)?.text).toMatch(/甲事\d.*签字/su);
});
