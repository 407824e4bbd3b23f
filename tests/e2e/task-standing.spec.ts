import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { focusedLedger } from './reader-actions.ts';

const grid = (window: Page) => window.getByRole('grid', { name: '台账' });
const section = (window: Page, name: RegExp) => window.getByRole('treeitem', { name });
const sports = /深化体育教育改革/;

async function fillDue(window: Page, row: number, day: string): Promise<void> {
  await grid(window)
    .getByRole('row')
    .nth(row)
    .getByRole('gridcell', { name: /^完成时限：/ })
    .dblclick();
  await window.getByLabel('完成时限', { exact: true }).last().fill(day);
  await window.keyboard.press('Enter');
}

test('the outline and the margin say of every task how it stands, of several on one clause too', async ({ window }) => {
  test.slow();
  await section(window, sports).click({ button: 'right' });
  await window.getByRole('menuitem', { name: '建立任务' }).click();
  await expect(focusedLedger(window)).toBeVisible();
  await expect(section(window, sports)).toHaveAccessibleName(/，1 项任务：未启动/);
  const mark = window.getByRole('main', { name: '正文' }).getByRole('button', { name: /^批注 1：/ });
  await expect(mark).toHaveAccessibleName(/^批注 1：待办，任务未启动，“.*深化体育教育改革/);

  await grid(window).getByRole('gridcell', { name: '条款：二（三）' }).click({ button: 'right' });
  await window.getByRole('menuitem', { name: '为此条款再建一项任务' }).click();
  await expect(grid(window).getByRole('row')).toHaveCount(3);
  await fillDue(window, 2, '2020-01-31');
  await expect(section(window, sports)).toHaveAccessibleName(/，2 项任务，最紧要：逾期/);
  await expect(window.getByRole('button', { name: /^批注 2：待办，任务逾期/ })).toBeVisible();
  await expect(window.getByRole('heading', { name: sports })).toHaveAccessibleDescription(
    '本段有 2 条批注：待办；任务：未启动、逾期',
  );
  // From the margin a task leads into the ledger that is open.
  await grid(window)
    .getByRole('gridcell', { name: /^本校举措/ })
    .first()
    .click();
  await window.getByRole('button', { name: /^批注 2：/ }).click();
  await expect(grid(window).getByRole('row', { selected: true })).toContainText('2020-01-31');

  // A folded chapter tells of what is in it.
  const chapter = section(window, /^二、/);
  await expect(chapter).not.toHaveAccessibleName(/项任务/);
  await chapter.focus();
  await window.keyboard.press('ArrowLeft');
  await expect(chapter).toHaveAccessibleName(/，2 项任务，最紧要：逾期/);
  for (const theme of ['浅色', '深色', '护眼']) {
    await window.keyboard.press('Control+Shift+p');
    await window.getByRole('combobox').fill(theme);
    await window.keyboard.press('Enter');
    await expectAccessible(window, { state: theme });
  }
});
