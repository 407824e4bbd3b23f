import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { picture } from './pictures.ts';
import { clickOn, dragOver, focusedLedger, noteFiles, notes, toolbarButton, writeNote } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';
const grid = (window: Page) => window.getByRole('grid', { name: '台账' });
const cell = (window: Page, row: number, column: string) =>
  grid(window)
    .getByRole('row')
    .nth(row)
    .getByRole('gridcell', { name: new RegExp(`^${column}：`) });
const saved = (window: Page) => expect(window.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();

/** Writes into the current cell and goes to the next one to the right. */
async function fill(window: Page, text: string): Promise<void> {
  await window.keyboard.press('Enter');
  await window.keyboard.insertText(text);
  await window.keyboard.press('Tab');
}

test('a task that was asked for is gone to once, not whenever the ledger is opened again', async ({ window }) => {
  await dragOver(window, measure);
  await window.keyboard.press('Control+Shift+t');
  await expect(focusedLedger(window)).toBeVisible();
  const tab = (name: string) => window.getByRole('tab', { name });
  await tab('批注').click();
  await expect(grid(window)).toHaveCount(0);
  await tab('台账').click();
  await expect(grid(window)).toBeVisible();
  await expect(tab('台账')).toBeFocused();
});

test('a measure becomes a task in two steps, is filled in by keyboard, kept in its note and found again', async ({
  window,
  notesFolder,
  relaunch,
}) => {
  await dragOver(window, measure);
  await window.keyboard.press('Control+Shift+t');
  await expect(focusedLedger(window)).toBeVisible();
  await expect(cell(window, 1, '原文')).toHaveAccessibleName(`原文：${measure}`);
  await expect(cell(window, 1, '条款')).toHaveAccessibleName('条款：四（二）');
  await fill(window, '全程公开，接受监督');
  await fill(window, '教务处');
  await fill(window, '王老师');
  await expect(cell(window, 1, '责任人')).toHaveAccessibleName('责任人：王老师');
  // From the end of a wide row the first column is one key away.
  await window.keyboard.press('End');
  await window.keyboard.press('Home');
  await expect(grid(window).getByRole('columnheader', { name: '原文' })).toBeInViewport({ ratio: 1 });
  for (let column = 0; column < 5; column += 1) await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await window.getByLabel('完成时限', { exact: true }).last().fill('2020-01-31');
  await window.keyboard.press('Tab');
  await expect(cell(window, 1, '完成时限')).toHaveAccessibleName(/^完成时限：2020-01-31，逾期 \d+ 天$/);
  await window.keyboard.press('Enter');
  await window.getByRole('combobox', { name: '状态' }).selectOption('进行中');
  await expect(cell(window, 1, '状态')).toHaveAccessibleName('状态：进行中');
  await window.keyboard.press('End');
  await window.keyboard.press('Enter');
  await window.getByRole('textbox', { name: '进展记录' }).fill('已公布招生简章');
  await window.keyboard.press('Enter');
  await expect(cell(window, 1, '进展记录')).toHaveAccessibleName(/^进展记录：\d{4}-\d\d-\d\d 已公布招生简章$/);
  await expect(window.getByRole('button', { name: '逾期 1，在台账中查看' })).toBeVisible();
  await saved(window);

  const [text = ''] = (await noteFiles(notesFolder)).values();
  for (const line of [
    'task-status: "进行中"',
    'task-department: "教务处"',
    'task-owner: "王老师"',
    'task-due: "2020-01-31"',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/task-progress:\n {2}- "\d{4}-\d\d-\d\d 已公布招生简章"/);

  const { window: again } = await relaunch();
  await expect(cell(again, 1, '责任人')).toHaveAccessibleName('责任人：王老师');
  await cell(again, 1, '原文').click();
  await expect(again.getByRole('main', { name: '正文' }).getByText(measure).first()).toBeInViewport();
  // Every change was a step of its own.
  await cell(again, 1, '责任人').click();
  await again.keyboard.press('Delete');
  await expect(cell(again, 1, '责任人')).toHaveAccessibleName('责任人：未填');
  await again.keyboard.press('Control+z');
  await expect(cell(again, 1, '责任人')).toHaveAccessibleName('责任人：王老师');
});

test('a note becomes a task and stops being one; a section is a task as a whole; Escape keeps what was there', async ({
  window,
}) => {
  await writeNote(window, measure, '先摸底');
  await clickOn(window, measure);
  await toolbarButton(window, '建立任务').click();
  await expect(grid(window).getByRole('row')).toHaveCount(2);
  await window.getByRole('treeitem', { name: /深化体育教育改革/ }).click();
  await window.keyboard.press('Control+Shift+t');
  await expect(cell(window, 1, '条款')).toHaveAccessibleName('条款：二（三）');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('写错了');
  await window.keyboard.press('Escape');
  await expect(cell(window, 1, '本校举措')).toHaveAccessibleName('本校举措：未填');
  await expect(focusedLedger(window)).toBeVisible();

  await window.getByRole('tab', { name: '批注' }).click();
  const card = notes(window).filter({ hasText: '深化体育教育改革' });
  await card.getByRole('button', { name: /^查看任务：未启动/ }).click();
  await cell(window, 1, '条款').click({ button: 'right' });
  await window.getByRole('menuitem', { name: '移出台账（批注保留）' }).click();
  await expect(cell(window, 1, '条款')).toHaveAccessibleName('条款：四（二）');
  await window.getByRole('tab', { name: '批注' }).click();
  await expect(notes(window)).toHaveCount(2);
  await expect(card.getByRole('button', { name: /^查看任务/ })).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(card.getByRole('button', { name: /^查看任务：未启动/ })).toBeVisible();
});

test('the ledger is narrowed, sorted and grouped; columns hide, move and are remembered', async ({
  window,
  relaunch,
}) => {
  const rows: [section: RegExp, department: string][] = [
    [/深化体育教育改革/, '体育组'],
    [/强化美育育人功能/, '艺术组'],
    [/加强新时代劳动教育/, '体育组'],
  ];
  for (const [section, department] of rows) {
    await window.getByRole('treeitem', { name: section }).click();
    await window.keyboard.press('Control+Shift+t');
    await expect(focusedLedger(window)).toBeVisible();
    await window.keyboard.press('ArrowRight');
    await fill(window, department);
    await expect(
      grid(window)
        .getByRole('gridcell', { name: `牵头部门：${department}` })
        .last(),
    ).toBeVisible();
  }
  const clauses = async () =>
    grid(window)
      .getByRole('gridcell', { name: /^条款：/ })
      .allInnerTexts();
  expect(await clauses()).toEqual(['二（三）', '二（四）', '二（五）']);
  await grid(window).getByRole('columnheader', { name: '牵头部门' }).getByRole('button').click();
  expect(await clauses()).toEqual(['二（三）', '二（五）', '二（四）']);
  await window.getByRole('searchbox', { name: '筛选台账' }).fill('艺术');
  await expect(window.getByText('1 / 3 项')).toBeVisible();
  await window.getByRole('searchbox', { name: '筛选台账' }).fill('没有的词');
  await window.getByRole('button', { name: '清除筛选' }).click();
  await window.getByRole('button', { name: '筛选', exact: true }).last().click();
  await window.getByRole('checkbox', { name: /体育组/ }).click({ force: true });
  await window.keyboard.press('Escape');
  await expect(window.getByText('2 / 3 项')).toBeVisible();

  await window.getByRole('button', { name: '分组、列和文件' }).click();
  await window.getByRole('menuitemradio', { name: '按牵头部门' }).click();
  await expect(grid(window).getByText(/体育组\s*2/)).toBeVisible();
  await grid(window).getByRole('columnheader', { name: '原文' }).getByRole('button').click({ button: 'right' });
  await window.getByRole('menuitem', { name: '隐藏此列' }).click();
  await expect(grid(window).getByRole('columnheader', { name: '原文' })).toHaveCount(0);

  const { window: again } = await relaunch();
  await expect(grid(again).getByText(/体育组\s*2/)).toBeVisible();
  await expect(grid(again).getByRole('columnheader', { name: '原文' })).toHaveCount(0);
  await expectAccessible(again);
});

test('the ledger is searched with everything, or alone; a result leads to its row', async ({ window }) => {
  await window.getByRole('treeitem', { name: /深化体育教育改革/ }).click();
  await window.keyboard.press('Control+Shift+t');
  await expect(focusedLedger(window)).toBeVisible();
  // What is typed on a cell takes the place of what was there.
  await window.keyboard.type('abc');
  await window.keyboard.press('Enter');
  await expect(cell(window, 1, '本校举措')).toHaveAccessibleName('本校举措：abc');
  await window.keyboard.press('Delete');
  await expect(cell(window, 1, '本校举措')).toHaveAccessibleName('本校举措：未填');
  await fill(window, '每天锻炼一小时');
  await expect(cell(window, 1, '本校举措')).toHaveAccessibleName('本校举措：每天锻炼一小时');
  await window.getByRole('tab', { name: '批注' }).click();
  await window.keyboard.press('Control+Shift+f');
  await window.getByRole('searchbox', { name: '搜索' }).fill('duanlian');
  const results = window.getByRole('listbox', { name: '搜索结果' });
  const found = results.getByRole('group', { name: /台账/ }).getByRole('option');
  await expect(found).toHaveCount(1);
  await expect(found.locator('mark')).toHaveText('锻炼');
  await window.getByRole('searchbox', { name: '搜索' }).fill('台账:体育');
  await expect(results.getByRole('option')).toHaveCount(1);
  await results.getByRole('option').click();
  await expect(grid(window).getByRole('row', { selected: true })).toContainText('每天锻炼一小时');
});

test('words in a cell are saved when the window closes over them, and what cannot be kept stays open', async ({
  window,
  relaunch,
}) => {
  await window.getByRole('treeitem', { name: /深化体育教育改革/ }).click();
  await window.keyboard.press('Control+Shift+t');
  await expect(focusedLedger(window)).toBeVisible();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('教'.repeat(61));
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('内容太长');
  await window.getByRole('combobox', { name: '牵头部门' }).fill('教务处');
  await cell(window, 1, '原文').click();
  await expect(cell(window, 1, '牵头部门')).toHaveAccessibleName('牵头部门：教务处');
  await cell(window, 1, '责任人').dblclick();
  await window.keyboard.insertText('王老师');
  const { window: again } = await relaunch();
  await expect(cell(again, 1, '责任人')).toHaveAccessibleName('责任人：王老师');
});

test('the first click into a ledger that is scrolled to the side is for the cell below the pointer', async ({
  window,
  relaunch,
}) => {
  await dragOver(window, measure);
  await window.keyboard.press('Control+Shift+t');
  await fill(window, '全程公开');
  await saved(window);
  const { window: again } = await relaunch();
  await expect(cell(again, 1, '状态')).toBeAttached();
  await grid(again).evaluate((element) => element.parentElement?.scrollTo(10_000, 0));
  await cell(again, 1, '状态').click();
  await expect(grid(again)).toHaveAttribute('aria-activedescendant', /-status$/);
  await expect(cell(again, 1, '状态')).toBeInViewport({ ratio: 1 });
});

test('the ledger takes the whole window, and gives it back as it was', async ({ app, window }, testInfo) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await dragOver(window, measure);
  await window.keyboard.press('Control+Shift+t');
  await expect(focusedLedger(window)).toBeVisible();
  await fill(window, '全程公开，接受监督');
  const passage = window.getByRole('main', { name: '正文' }).getByText(measure).first();
  await window.getByRole('button', { name: '展开台账' }).click();
  for (const column of ['条款', '进展记录'])
    await expect(grid(window).getByRole('columnheader', { name: column })).toBeInViewport({ ratio: 1 });
  await expect(window.getByRole('main', { name: '正文' })).toBeHidden();
  await expect(window.getByRole('tree', { name: '目录' })).toBeHidden();
  await expect(window.getByRole('button', { name: '收回台账' })).toBeFocused();
  await expectAccessible(window);

  // Keys write on; Escape in a field is for the field.
  await cell(window, 1, '牵头部门').click();
  await fill(window, '教务处');
  await expect(cell(window, 1, '牵头部门')).toHaveAccessibleName('牵头部门：教务处');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('main', { name: '正文' })).toBeHidden();
  const current = await grid(window).getAttribute('aria-activedescendant');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await expect(focusedLedger(window)).toBeVisible();
  expect(await grid(window).getAttribute('aria-activedescendant')).toBe(current);
  await expect(passage).toBeInViewport();

  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
      width,
      height,
    ] as [number, number]);
    await window.getByRole('button', { name: '展开台账' }).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme });
      await picture(window, testInfo, `wide-${width}-${colorScheme}`);
    }
    await cell(window, 1, '条款').dblclick();
    await expect(passage).toBeInViewport();
  }
});
