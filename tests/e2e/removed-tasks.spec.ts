import { copyFile, cp, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { dragOver, focusedLedger, noteFiles, notes } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';
const grid = (window: Page) => window.getByRole('grid', { name: '台账' });
const cell = (window: Page, column: string) =>
  grid(window)
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell', { name: new RegExp(`^${column}：`) });
const noteOf = (window: Page) => notes(window).filter({ hasText: measure });
const taskOf = (window: Page) => noteOf(window).getByRole('button', { name: /^查看任务/ });

async function fill(window: Page, column: string, text: string): Promise<void> {
  await cell(window, column).click();
  await window.keyboard.press('Enter');
  await window.keyboard.insertText(text);
  await window.keyboard.press('Tab');
  await expect(cell(window, column)).toHaveAccessibleName(`${column}：${text}`);
}

async function makeTask(window: Page): Promise<void> {
  await dragOver(window, measure);
  await window.keyboard.press('Control+Shift+t');
  await expect(focusedLedger(window)).toBeVisible();
  await fill(window, '牵头部门', '教务处');
}

async function takeOut(window: Page): Promise<void> {
  await cell(window, '条款').click({ button: 'right' });
  await window.getByRole('menuitem', { name: '移出台账（批注保留）' }).click();
  await window.getByRole('tab', { name: '批注' }).click();
  await expect(noteOf(window)).toHaveCount(1);
  await expect(taskOf(window)).toHaveCount(0);
}

async function chooseCommand(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: '菜单', exact: true }).click();
  await window.getByRole('menuitem', { name: '文件' }).click();
  await window.getByRole('menuitem', { name, exact: true }).click();
}

test('a task that was taken out of the ledger does not come back with an old copy of the folder, but by undo it does', async ({
  window,
  notesFolder,
}, testInfo) => {
  await makeTask(window);
  const aside = testInfo.outputPath('旧副本');
  await mkdir(aside, { recursive: true });
  await cp(notesFolder, aside, { recursive: true });
  const [stale = ''] = (await noteFiles(aside)).keys();
  expect(await readFile(stale, 'utf8')).toContain('task-department: "教务处"');
  // What was filled in later is no reason for the old copy to count as a change.
  await fill(window, '责任人', '王老师');
  await takeOut(window);

  const [path = ''] = (await noteFiles(notesFolder)).keys();
  const conflict = join(path, '..', basename(path).replace('.md', '.sync-conflict-20261126-090000-MSWIQBQ.md'));
  const deliver = async () => {
    await copyFile(stale, conflict);
    await expect.poll(async () => [...(await noteFiles(notesFolder)).keys()], { timeout: 20_000 }).toEqual([path]);
  };
  await deliver();
  expect(await readFile(path, 'utf8')).not.toContain('task-');
  await expect(noteOf(window)).toHaveCount(1);
  await expect(taskOf(window)).toHaveCount(0);

  await window.keyboard.press('Control+z');
  await expect(taskOf(window)).toBeVisible();
  await deliver();
  const text = await readFile(path, 'utf8');
  for (const line of ['task-department: "教务处"', 'task-owner: "王老师"']) expect(text).toContain(line);
  await expect(taskOf(window)).toBeVisible();
});

test('nor with a file of annotations that was exported before', async ({ app, window, notesFolder }, testInfo) => {
  await makeTask(window);
  const path = testInfo.outputPath('以前.jsonld');
  await answerSaveDialog(app, path);
  await chooseCommand(window, '导出批注（JSON-LD）…');
  await expect(window.getByRole('status').filter({ hasText: '已导出' })).toBeVisible();
  await takeOut(window);
  await answerOpenDialog(app, [path]);
  await chooseCommand(window, '导入批注…');
  const dialog = window.getByRole('dialog', { name: '导入批注' });
  await expect(dialog.getByRole('heading', { name: '没有需要导入的批注' })).toBeVisible();
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await expect(taskOf(window)).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(taskOf(window)).toBeVisible();
  expect([...(await noteFiles(notesFolder)).values()].join()).toContain('task-department: "教务处"');
});

test('what was filled in is kept with the note, and is there again when it is made a task again, also after a restart', async ({
  window,
  relaunch,
  notesFolder,
}) => {
  const cells: [column: string, text: string][] = [
    ['本校举措', '公办民办同步招生'],
    ['责任人', '王老师'],
  ];
  const told = (page: Page) => page.getByRole('status').filter({ hasText: '已恢复移出台账前填写的内容' });
  const makeAgain = async (page: Page) => {
    await noteOf(page)
      .getByRole('button', { name: new RegExp(measure) })
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: '建立任务' }).click();
    await expect(told(page)).toBeVisible();
  };
  const everyCell = async (page: Page) => {
    for (const [column, text] of [['牵头部门', '教务处'], ['完成时限', '2027-06-30'], ...cells])
      await expect(cell(page, column ?? '')).toHaveAccessibleName(new RegExp(`^${column}：${text}`));
  };
  await makeTask(window);
  for (const [column, text] of cells) await fill(window, column, text);
  await cell(window, '完成时限').click();
  await window.keyboard.press('Enter');
  await window.getByLabel('完成时限', { exact: true }).last().fill('2027-06-30');
  await window.keyboard.press('Enter');
  await expect(cell(window, '完成时限')).toHaveAccessibleName(/^完成时限：2027-06-30/);
  await takeOut(window);
  await expect(
    window.getByRole('status').filter({ hasText: '已移出台账，填写的内容随批注保留，重新建立任务即恢复' }),
  ).toBeVisible();
  await expect(noteOf(window).getByText('有移出台账的填写内容')).toBeVisible();

  await makeAgain(window);
  await everyCell(window);
  await window.keyboard.press('Control+z');
  await expect(grid(window)).toHaveCount(0);

  const { window: again } = await relaunch();
  await again.getByRole('tab', { name: '批注' }).click();
  await expect(noteOf(again).getByText('有移出台账的填写内容')).toBeVisible();
  await makeAgain(again);
  await everyCell(again);
  await again.getByRole('button', { name: '改为空白任务' }).click();
  await expect(cell(again, '责任人')).toHaveAccessibleName('责任人：未填');
  await again.keyboard.press('Control+z');
  await everyCell(again);
  expect([...(await noteFiles(notesFolder)).values()].join()).toContain('task-owner: "王老师"');
});
