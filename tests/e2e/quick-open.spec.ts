import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { answerOpenDialog } from './dialogs.ts';
import { plan } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { dragOver, notes, painted, toolbarButton } from './reader-actions.ts';

const quickOpen = (window: Page) => window.getByRole('dialog', { name: '快速打开' });
const palette = (window: Page) => window.getByRole('dialog', { name: '命令面板' });
const box = (window: Page) => window.getByRole('combobox');
const options = (window: Page) => window.getByRole('listbox', { name: '可打开的项目' }).getByRole('option');
const current = (window: Page) => window.getByRole('option', { selected: true });
const reading = (window: Page) => window.getByRole('main', { name: '正文' });
const heading = (window: Page, id: string) => reading(window).locator(`[data-section="${id}"]`);
const selected = (window: Page) => window.evaluate(() => String(document.getSelection()));

async function importPlan(
  app: ElectronApplication,
  window: Page,
  path: string,
  lines: readonly string[],
): Promise<void> {
  await writeFile(path, lines.join('\n\n'));
  await answerOpenDialog(app, [path]);
  await window.keyboard.press('Control+o');
  const dialog = window.getByRole('dialog', { name: '导入文档' });
  await dialog.getByRole('button', { name: '保存', exact: true }).click({ timeout: 60_000 });
  await expect(dialog).toBeHidden({ timeout: 60_000 });
}

test.describe.configure({ timeout: 120_000 });

test('a section is found by its words, initials, pinyin with characters, and number', async ({ window }) => {
  for (const typed of ['深化体育', 'shtyjy', '体育jiaoyu', '2.3', '二（三）', '体育 改革']) {
    await window.keyboard.press('Control+k');
    await expect(box(window)).toBeFocused();
    await box(window).fill(typed);
    await expect(current(window)).toHaveAccessibleName(
      '二（三） 深化体育教育改革，二、落实立德树人根本任务，为新时代培养有用人才',
    );
    await window.keyboard.press('Enter');
    await expect(quickOpen(window)).toBeHidden();
    await expect(heading(window, '2.3')).toBeInViewport();
    await expect(reading(window)).toBeFocused();
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(heading(window, '2.3')).not.toBeInViewport();
  }
});

test('rows are chosen by keys or pointer, counted, and grouped; Esc goes back to where one was', async ({ window }) => {
  const row = window.getByRole('treeitem', { name: /^（四）强化美育育人功能/ });
  await row.click();
  await window.keyboard.press('Control+k');
  await box(window).fill('教育');
  const count = await options(window).count();
  await expect(quickOpen(window)).toContainText(`${count} 项`);
  await expect(window.getByRole('group', { name: '章节', exact: true }).getByRole('option').first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(quickOpen(window).locator('mark').first()).toHaveText('教育');
  const active = async () => (await current(window).getAttribute('id')) ?? '';
  const first = await active();
  await expect(box(window)).toHaveAttribute('aria-activedescendant', first);
  await window.keyboard.press('ArrowUp');
  await expect(options(window).last()).toHaveAttribute('aria-selected', 'true');
  await expect(options(window).last()).toBeInViewport();
  await window.keyboard.press('ArrowDown');
  expect(await active()).toBe(first);
  await window.keyboard.press('PageDown');
  await expect(options(window).nth(8)).toHaveAttribute('aria-selected', 'true');
  await expect(box(window)).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(quickOpen(window)).toBeHidden();
  await expect(row).toBeFocused();

  await window.getByRole('button', { name: '菜单' }).click();
  await window.getByRole('menuitem', { name: '转到' }).hover();
  await window.getByRole('menuitem', { name: /^快速打开/ }).click();
  await expect(box(window)).toBeFocused();
  await window.getByRole('option', { name: /^十二 / }).click();
  await expect(heading(window, '12')).toBeInViewport();
  await window.keyboard.press('Control+k');
  const recent = window.getByRole('group', { name: '最近去过' }).getByRole('option');
  await expect(recent.first()).toHaveAccessibleName(/^二（四） 强化美育育人功能/);
});

test('a document is opened by its name, and what no name has is searched for in the text', async ({
  app,
  window,
  profile,
}) => {
  await importPlan(app, window, join(profile, '本校规划.md'), ['# 本校发展规划', '## 一、总则', '立德树人。']);
  const switcher = window.getByRole('button', { name: /^切换文档/ });
  await expect(switcher).toContainText('本校发展规划');
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('group', { name: '最近阅读' }).getByRole('option')).toHaveAccessibleName(
    new RegExp(`^${plan.title}，上次阅读 `),
  );
  await box(window).fill('jlssswjyfzgh');
  await expect(current(window)).toHaveAccessibleName(new RegExp(plan.title));
  await window.keyboard.press('Enter');
  await expect(switcher).toContainText(plan.title);

  await window.keyboard.press('Control+k');
  await box(window).fill('免试就近入学');
  await expect(window.getByRole('group', { name: '没有名为“免试就近入学”的章节、文档或命令' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('searchbox', { name: '搜索' })).toHaveValue('免试就近入学');
  await expect(window.getByRole('listbox', { name: '搜索结果' }).getByRole('option')).toHaveCount(1);
});

test('a command acts on what was selected before the palette opened', async ({ window, relaunch }) => {
  const passage = '完善义务教育免试就近入学制度';
  await dragOver(window, passage);
  await expect(toolbarButton(window, '批注')).toBeVisible();
  await window.keyboard.press('Control+Shift+p');
  await expect(box(window)).toBeFocused();
  expect(await painted(window, 'held-selection'), 'what is selected is still to be seen').toEqual([passage]);
  await window.keyboard.press('Escape');
  await expect.poll(() => selected(window)).toBe(passage);
  await expect(toolbarButton(window, '批注')).toBeVisible();
  expect(await painted(window, 'held-selection')).toEqual([]);

  await window.keyboard.press('Control+Shift+p');
  await box(window).fill('glsx');
  await expect(current(window)).toHaveAccessibleName('高亮所选，批注，Ctrl+H');
  await window.keyboard.press('Enter');
  await expect(palette(window)).toBeHidden();
  await expect(notes(window)).toHaveCount(1);
  await expect(notes(window)).toContainText(passage);
  await expect.poll(() => painted(window, 'annotation-important')).toEqual([passage]);

  await test.step('what was selected by keyboard as well', async () => {
    await window.keyboard.press('F7');
    await window.keyboard.press('p');
    const paragraph = await selected(window);
    await window.keyboard.press('Control+Shift+p');
    await box(window).fill('批注所选');
    await window.keyboard.press('Enter');
    const field = window.getByRole('textbox', { name: '批注内容' });
    await expect(field).toBeFocused();
    await window.keyboard.type('逐校落实');
    await window.keyboard.press('Control+Enter');
    await expect(notes(window)).toHaveCount(2);
    await expect(notes(window).filter({ hasText: '逐校落实' })).toContainText(paragraph.slice(0, 12));
  });

  await test.step('commands that were used come first, in the next session too', async () => {
    const { window: again } = await relaunch();
    await expect(notes(again)).toHaveCount(2);
    await again.keyboard.press('Control+Shift+p');
    await box(again).fill('所选');
    await expect(options(again).first(), 'nothing is selected now').toHaveAttribute('aria-disabled', 'true');
    await expect(options(again).first()).toHaveAccessibleName('批注所选，先在正文中选中文字，Ctrl+M');
    await again.keyboard.press('Enter');
    await expect(palette(again)).toBeVisible();
  });
});

test('a note that is being written is gone on with after a command', async ({ window }) => {
  await dragOver(window, '完善义务教育免试就近入学制度');
  await toolbarButton(window, '批注').click();
  const field = window.getByRole('textbox', { name: '批注内容' });
  await field.pressSequentially('先写一半');
  await window.keyboard.press('Control+Shift+p');
  await box(window).fill('主题：深色');
  await window.keyboard.press('Enter');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(field).toBeFocused();
  await window.keyboard.type('，再写一半');
  await expect(field).toHaveValue('先写一半，再写一半');
});

test('one palette leads to the other', async ({ window }) => {
  await window.keyboard.press('Control+k');
  await expect(box(window)).toBeFocused();
  await window.keyboard.type('>');
  await expect(palette(window)).toBeVisible();
  await expect(box(window)).toHaveValue('');
  await window.keyboard.type('kjj');
  await expect(current(window)).toHaveAccessibleName('用法和快捷键，帮助，F1');
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Delete');
  await window.keyboard.press('Backspace');
  await expect(quickOpen(window)).toBeVisible();
  await window.keyboard.insertText('》kjj');
  await expect(palette(window)).toBeVisible();
  await window.keyboard.press('Control+k');
  await expect(quickOpen(window)).toBeVisible();
  await expect(box(window)).toHaveValue('kjj');
  await window.keyboard.press('Control+Shift+p');
  await expect(palette(window)).toBeVisible();
  await window.keyboard.press('Enter');
  const shortcuts = window.getByRole('dialog', { name: '用法和快捷键' });
  await shortcuts.getByRole('tab', { name: '快捷键' }).click();
  await expect(shortcuts).toContainText('Ctrl+K');
  await expect(shortcuts).toContainText('Ctrl+Shift+P');
});

test('nothing happens while an input method composes', async ({ window }) => {
  await window.keyboard.press('Control+k');
  await expect(box(window)).toBeFocused();
  const before = await options(window).count();
  const input = await window.context().newCDPSession(window);
  await input.send('Input.imeSetComposition', { text: 'ti yu', selectionStart: 5, selectionEnd: 5 });
  await expect(box(window)).toHaveValue('ti yu');
  await expect(options(window)).toHaveCount(before);
  const active = await current(window).getAttribute('id');
  for (const key of ['ArrowDown', 'Enter']) await window.keyboard.press(key);
  await expect(quickOpen(window)).toBeVisible();
  await expect(current(window)).toHaveAttribute('id', active ?? '');
  await input.send('Input.imeSetComposition', { text: '体育', selectionStart: 2, selectionEnd: 2 });
  await input.send('Input.insertText', { text: '体育' });
  await expect(box(window)).toHaveValue('体育');
  await expect(current(window)).toHaveAccessibleName(/^二（三） 深化体育教育改革/);
});

test('in a document of 2,000 headings one types and goes without waiting', async ({ app, window, profile }) => {
  const lines = Array.from({ length: 2000 }, (_, index) => [
    `第${index + 1}条 落实教育工作第 ${index + 1} 项的组织领导与经费保障`,
    '按计划推进。',
  ]);
  await importPlan(app, window, join(profile, '细则.txt'), ['实施细则', ...lines.flat()]);
  await window.keyboard.press('Control+k');
  await box(window).fill('zzld');
  await expect(quickOpen(window)).toContainText('2000 项，显示前 50 项');
  await expect(options(window)).toHaveCount(50);
  await box(window).fill('第 1999 项');
  await expect(current(window)).toHaveAccessibleName(/第 1999 项/);
  await window.keyboard.press('Enter');
  await expect(reading(window).getByText('第 1999 项')).toBeInViewport();
});

test('nothing that axe knows is wrong with either palette, in either theme', async ({ window }) => {
  test.slow();
  const check = async (state: string) => {
    // Colours are told when nothing moves any more.
    await window
      .getByRole('dialog')
      .evaluate((dialog) =>
        Promise.all(
          (dialog.closest('[class*="modal"]') ?? dialog)
            .getAnimations({ subtree: true })
            .map(({ finished }) => finished),
        ),
      );
    await expectAccessible(window, { part: '[role="dialog"]', state });
  };
  for (const theme of ['浅色', '深色']) {
    await window.keyboard.press('Control+Shift+p');
    await box(window).fill(`主题：${theme}`);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toBeHidden();
    await window.keyboard.press('Control+k');
    await check('empty box');
    await box(window).fill('教育');
    await check('sections');
    await box(window).fill('zzzz');
    await check('nothing found');
    await window.keyboard.press('Control+Shift+p');
    await check('no command found');
    await box(window).fill('');
    await check('all commands');
    await box(window).fill('撤');
    await check('a command that cannot run');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  }
});
