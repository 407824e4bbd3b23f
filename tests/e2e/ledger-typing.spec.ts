import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { focusedLedger, noteFiles } from './reader-actions.ts';

const grid = (window: Page) => window.getByRole('grid', { name: '台账' });
const cell = (window: Page, column: string) =>
  grid(window)
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell', { name: new RegExp(`^${column}：`) });
const field = (window: Page, column: string) => window.getByRole('group', { name: column, exact: true });
const open = (window: Page) => window.locator('fieldset[data-editor]');
const says = (window: Page, column: string, text: string | RegExp) =>
  expect(cell(window, column)).toHaveAccessibleName(typeof text === 'string' ? `${column}：${text}` : text);

async function makeTask(window: Page): Promise<void> {
  await window.getByRole('treeitem', { name: /深化体育教育改革/ }).click();
  await window.keyboard.press('Control+Shift+t');
  await expect(focusedLedger(window)).toBeVisible();
  await expect(cell(window, '本校举措')).toBeVisible();
}

async function draftsIn(profile: string): Promise<string> {
  const folder = join(profile, 'drafts');
  const texts = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).join();
}

/** An input method at work: nothing of it comes as a key. */
async function inputMethod(window: Page) {
  const session = await window.context().newCDPSession(window);
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text: string) => session.send('Input.insertText', { text }),
  };
}

test('an input method writes straight into the cell that has the focus, unbroken, and Escape puts back what was there', async ({
  window,
}) => {
  await makeTask(window);
  const { compose, commit } = await inputMethod(window);
  const text = window.getByRole('textbox', { name: '本校举措' });
  await compose('m');
  await expect(open(window)).toHaveCount(1);
  for (const letters of ['mei', 'mei tian', 'mei tian duan', 'mei tian duan lian']) await compose(letters);
  await expect(text).toHaveValue('mei tian duan lian');
  await commit('每天锻炼');
  await compose('yi xiao shi');
  await commit('一小时');
  await expect(text).toHaveValue('每天锻炼一小时');
  await window.keyboard.press('Tab');
  await says(window, '本校举措', '每天锻炼一小时');
  // The next cell is typed into at once, too, and the one after it.
  await compose('jiao wu chu');
  await commit('教务处');
  await window.keyboard.press('Tab');
  await says(window, '牵头部门', '教务处');
  await window.keyboard.insertText('王老师');
  await window.keyboard.press('Enter');
  await says(window, '责任人', '王老师');

  // In place of what was there, until Escape.
  await compose('li');
  await commit('李');
  await expect(window.getByRole('combobox', { name: '责任人' })).toHaveValue('李');
  await window.keyboard.press('Escape');
  await expect(open(window)).toHaveCount(0);
  await says(window, '责任人', '王老师');
  // A composition that comes to nothing has typed nothing.
  await compose('li');
  await expect(open(window)).toHaveCount(1);
  await compose('');
  await expect(open(window)).toHaveCount(0);
  await says(window, '责任人', '王老师');
  await commit('李老师');
  await window.keyboard.press('Enter');
  await says(window, '责任人', '李老师');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('ArrowLeft');
  await expect(grid(window)).toHaveAttribute('aria-activedescendant', /-measure$/);
  await window.keyboard.press('Control+z');
  await says(window, '责任人', '王老师');
  await window.keyboard.press('Backspace');
  await says(window, '本校举措', '未填');
  await window.keyboard.press('Control+z');
  await says(window, '本校举措', '每天锻炼一小时');
});

test('what is pasted comes into the cell; a cell that cannot be written in takes nothing', async ({ app, window }) => {
  await makeTask(window);
  await app.evaluate(({ clipboard }) => clipboard.writeText('体育组'));
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Control+v');
  await expect(field(window, '牵头部门')).toBeVisible();
  await window.keyboard.press('Enter');
  await says(window, '牵头部门', '体育组');
  const { compose, commit } = await inputMethod(window);
  for (const column of ['原文', '条款']) {
    await cell(window, column).click();
    const before = await cell(window, column).getAttribute('aria-label');
    await expect(grid(window)).toBeFocused();
    await compose('ti');
    await commit('体');
    await window.keyboard.insertText('体');
    await window.keyboard.type('abc');
    await window.keyboard.press('Control+v');
    await window.keyboard.press('Delete');
    await window.keyboard.press('Backspace');
    await expect(open(window)).toHaveCount(0);
    expect(await cell(window, column).getAttribute('aria-label')).toBe(before);
  }
  await expect(grid(window).getByRole('row')).toHaveCount(2);
  await expect(grid(window)).toHaveAttribute('aria-activedescendant', /-clause$/);
  // A blank is no text: the cell keeps what it has.
  await cell(window, '牵头部门').click();
  await window.keyboard.press('Space');
  await expect(open(window)).toHaveCount(0);
  await window.keyboard.press('ArrowRight');
  await says(window, '牵头部门', '体育组');
});

test('a status is typed by its characters or its pinyin, a day and a percentage in figures; Enter opens list and calendar', async ({
  window,
}) => {
  await makeTask(window);
  const { compose, commit } = await inputMethod(window);
  await cell(window, '状态').click();
  await compose('jin xing');
  await commit('进行');
  await expect(field(window, '状态').getByText('即“进行中”')).toBeVisible();
  await window.keyboard.press('Enter');
  await says(window, '状态', '进行中');
  await window.keyboard.type('zt');
  await window.keyboard.press('Enter');
  await says(window, '状态', '暂停');
  await window.keyboard.insertText('差不多了');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toHaveText('状态填未启动、进行中、已完成、滞后、暂停之一。');
  await expect(window.getByRole('textbox', { name: '状态' })).toHaveValue('差不多了');
  await window.keyboard.press('Escape');
  await says(window, '状态', '暂停');
  await window.keyboard.press('Enter');
  await window.getByRole('combobox', { name: '状态' }).selectOption('滞后');
  await says(window, '状态', '滞后');

  await window.keyboard.press('ArrowRight');
  await window.keyboard.insertText('６０％');
  await window.keyboard.press('Enter');
  await says(window, '完成度', '60%');
  await cell(window, '完成时限').click();
  await window.keyboard.type('2099.6.30');
  await window.keyboard.press('Enter');
  await says(window, '完成时限', /^完成时限：2099-06-30/);
  await window.keyboard.insertText('明年');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('日期写成');
  await window.keyboard.press('Escape');
  await says(window, '完成时限', /^完成时限：2099-06-30/);
  await window.keyboard.press('F2');
  await expect(window.getByLabel('完成时限', { exact: true }).last()).toHaveValue('2099-06-30');
});

test('a cell is emptied by key and by menu, with a way back, and the task stays', async ({ window }) => {
  await makeTask(window);
  await window.keyboard.insertText('每天锻炼');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Shift+Tab');
  await cell(window, '本校举措').click({ button: 'right' });
  await window.getByRole('menuitem', { name: '清空此格' }).click();
  await says(window, '本校举措', '未填');
  await window
    .getByRole('status')
    .filter({ hasText: '已清空“本校举措”' })
    .getByRole('button', { name: '撤销', exact: true })
    .click();
  await says(window, '本校举措', '每天锻炼');
  await cell(window, '进展记录').click();
  await window.keyboard.insertText('2020-10-08 已召开动员会');
  await window.keyboard.press('Enter');
  await says(window, '进展记录', '2020-10-08 已召开动员会');
  await window.keyboard.press('Delete');
  await cell(window, '进展记录').click({ button: 'right' });
  await expect(window.getByRole('menuitem', { name: '清空此格' })).toBeDisabled();
  await window.keyboard.press('Escape');
  await says(window, '进展记录', '2020-10-08 已召开动员会');
  await expect(grid(window).getByRole('row')).toHaveCount(2);

  await cell(window, '状态').click();
  await window.keyboard.insertText('已完成');
  await window.keyboard.press('Enter');
  await says(window, '完成度', '100%');
  const told = window.getByRole('status').filter({ hasText: '状态改为“已完成”，完成度随之改为 100%' });
  await told.getByRole('button', { name: '撤销', exact: true }).click();
  await says(window, '状态', '未启动');
  await says(window, '完成度', '0%');
});

test('the cell that waits for the first character tells itself to screen readers, and says so to the eye', async ({
  app,
  window,
}, testInfo) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await makeTask(window);
  const waiting = grid(window).locator(':focus');
  await expect(waiting).toHaveAccessibleName('本校举措：未填');
  await expect(waiting).toHaveAttribute('placeholder', '直接输入');
  await expectAccessible(window);
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    await window.screenshot({ path: testInfo.outputPath(`waiting-${colorScheme}.png`) });
  }
  await window.keyboard.insertText('每天锻炼');
  await window.screenshot({ path: testInfo.outputPath('typed.png') });
  await window.keyboard.press('Enter');
  await expect(waiting).toHaveAccessibleName('本校举措：每天锻炼');
  await expectAccessible(window);
  for (const [column, text] of [
    ['状态', '进'],
    ['完成时限', '2099'],
  ] as const) {
    await cell(window, column).click();
    await window.keyboard.insertText(text);
    await expect(field(window, column)).toBeInViewport({ ratio: 1 });
    await window.screenshot({ path: testInfo.outputPath(`${column}.png`) });
    await window.keyboard.press('Escape');
  }

  // One stop for Tab, in both directions; F6 and the keys of the program are as ever.
  await cell(window, '本校举措').click();
  await window.keyboard.press('Tab');
  await expect(focusedLedger(window)).toHaveCount(0);
  await window.keyboard.press('Shift+Tab');
  await expect(waiting).toHaveAccessibleName('本校举措：每天锻炼');
  await window.keyboard.press('Shift+Tab');
  await expect(focusedLedger(window)).toHaveCount(0);
  await window.keyboard.press('Tab');
  await expect(waiting).toHaveAccessibleName('本校举措：每天锻炼');
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('combobox').first()).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(waiting).toHaveAccessibleName('本校举措：每天锻炼');
  await window.keyboard.press('F10');
  await window.keyboard.press('Escape');
});

test('what was typed straight into a cell outlives the program', async ({
  app,
  window,
  notesFolder,
  profile,
  relaunch,
}) => {
  await makeTask(window);
  const { compose, commit } = await inputMethod(window);
  await compose('ting dian');
  await commit('停电之前');
  await expect(window.getByRole('textbox', { name: '本校举措' })).toHaveValue('停电之前');
  await expect.poll(() => draftsIn(profile)).toContain('停电之前');
  const gone = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await gone;
  const { window: again } = await relaunch();
  await expect(again.getByText('已找回未保存的文字')).toBeVisible();
  const text = again.getByRole('textbox', { name: '本校举措' });
  await expect(text).toHaveValue('停电之前');
  await expect(text).toBeFocused();
  await again.keyboard.insertText('填的');
  await again.keyboard.press('Enter');
  await says(again, '本校举措', '停电之前填的');
  await expect.poll(async () => [...(await noteFiles(notesFolder)).values()].join()).toContain('停电之前填的');
});
