import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { picture } from './pictures.ts';
import { focusedLedger } from './reader-actions.ts';

const grid = (window: Page) => window.getByRole('grid', { name: '台账' });
const rows = (window: Page) => grid(window).getByRole('row');
const cell = (window: Page, row: number, column: string) =>
  rows(window)
    .nth(row)
    .getByRole('gridcell', { name: new RegExp(`^${column}：`) });
const marked = (window: Page) => grid(window).getByRole('row', { selected: true });
const sections = [/深化体育教育改革/, /强化美育育人功能/, /加强新时代劳动教育/];

async function makeTasks(window: Page): Promise<void> {
  for (const [index, section] of sections.entries()) {
    await window.getByRole('treeitem', { name: section }).click();
    await window.keyboard.press('Control+Shift+t');
    await expect(focusedLedger(window)).toBeVisible();
    await expect(rows(window)).toHaveCount(index + 2);
  }
}

/** The row of the current cell and the marked row are one. */
async function expectCurrent(window: Page, clause: string): Promise<void> {
  await expect(marked(window)).toHaveCount(1);
  await expect(marked(window).getByRole('gridcell', { name: /^条款：/ })).toHaveAccessibleName(`条款：${clause}`);
  const current = await grid(window).getAttribute('aria-activedescendant');
  await expect(marked(window).locator(`[id="${current}"]`)).toHaveCount(1);
}

test('one row is marked: that of the cell with the focus, of the menu, and of what is taken out and comes back', async ({
  window,
}, testInfo) => {
  await makeTasks(window);
  await expectCurrent(window, '二（五）');
  await cell(window, 1, '原文').click({ button: 'right' });
  await expect(window.getByRole('menu', { name: '任务操作' })).toBeVisible();
  await picture(window, testInfo, 'menu');
  await window.keyboard.press('Escape');
  await expectCurrent(window, '二（三）');
  await window.keyboard.press('ArrowDown');
  await expectCurrent(window, '二（四）');
  await window.keyboard.press('Shift+F10');
  await expect(window.getByRole('menu', { name: '任务操作' })).toBeVisible();
  await window.getByRole('menuitem', { name: '移出台账（批注保留）' }).click();
  await expect(rows(window)).toHaveCount(3);
  await expect(grid(window)).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(rows(window)).toHaveCount(4);
  await expectCurrent(window, '二（四）');
  await picture(window, testInfo, 'undone');
  await window.keyboard.press('Shift+F10');
  await window.getByRole('menuitem', { name: '删除任务和批注' }).click();
  await expect(rows(window)).toHaveCount(3);
  await window.keyboard.press('ArrowUp');
  await expectCurrent(window, '二（三）');
});

test('a task that is made or asked for is seen from its clause on, wherever the ledger was scrolled to', async ({
  app,
  window,
}, testInfo) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await makeTasks(window);
  const head = (column: string) => grid(window).getByRole('columnheader', { name: column });
  const scrollToEnd = async () => {
    await cell(window, 1, '条款').click();
    await window.keyboard.press('End');
    await expect(head('进展记录')).toBeInViewport({ ratio: 1 });
    await expect(head('原文')).not.toBeInViewport({ ratio: 1 });
  };
  const pane = grid(window).locator('..');
  await scrollToEnd();
  await window.getByRole('treeitem', { name: /构建产业人才培养培训新体系/ }).click();
  await window.keyboard.press('Control+Shift+t');
  await expect(rows(window)).toHaveCount(sections.length + 2);
  await expectCurrent(window, '三（二）');
  await expect(grid(window)).toHaveAttribute('aria-activedescendant', /-measure$/);
  for (const column of ['条款', '原文', '本校举措']) await expect(cell(window, 4, column)).toBeInViewport({ ratio: 1 });
  expect(await pane.evaluate((element) => element.scrollLeft)).toBe(0);
  await window.screenshot({ path: testInfo.outputPath('made.png') });

  await test.step('arrows move the view no more than they need', async () => {
    await scrollToEnd();
    const { scrollLeft, before } = await pane.evaluate(({ scrollLeft }) => ({ scrollLeft, before: scrollLeft }));
    await window.keyboard.press('ArrowLeft');
    await expect(grid(window)).toHaveAttribute('aria-activedescendant', /-completion$/);
    expect(await pane.evaluate((element) => element.scrollLeft)).toBe(before);
    expect(scrollLeft).toBeGreaterThan(0);
  });
});

test('a field covers its cell, stays in the pane and is seen as a whole, in the narrow pane and in the wide one', async ({
  app,
  window,
}, testInfo) => {
  test.setTimeout(120_000);
  await makeTasks(window);
  const pane = grid(window).locator('..');
  const columns = ['本校举措', '牵头部门', '责任人', '完成时限', '状态', '完成度', '进展记录'];
  const boxOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    if (box === null) throw new Error('not in the page');
    return box;
  };
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await app.evaluate(({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x, y), [
      width,
      height,
    ] as const);
    await cell(window, 3, '条款').click();
    await window.keyboard.press('ArrowRight');
    for (const column of columns) {
      await window.keyboard.press('ArrowRight');
      await window.keyboard.press('Enter');
      const field = window.getByRole('group', { name: column, exact: true });
      await expect(field).toBeInViewport({ ratio: 1 });
      const [inside, around, room] = await Promise.all([boxOf(field), boxOf(field.locator('..')), boxOf(pane)]);
      expect(inside.y).toBeCloseTo(around.y, 0);
      expect(inside.height).toBeGreaterThanOrEqual(around.height - 0.5);
      expect(inside.x).toBeLessThanOrEqual(around.x + 0.5);
      expect(inside.x + inside.width).toBeGreaterThanOrEqual(around.x + around.width - 0.5);
      expect(inside.x).toBeGreaterThanOrEqual(room.x);
      expect(inside.x + inside.width).toBeLessThanOrEqual(room.x + room.width);
      if (column === '本校举措') await window.keyboard.insertText('每学期开两次家长学校，'.repeat(6));
      await expect(field).toBeInViewport({ ratio: 1 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await window.emulateMedia({ colorScheme });
        await picture(window, testInfo, `${column}-${width}-${colorScheme}`);
      }
      await window.keyboard.press('Escape');
    }
  }
});
