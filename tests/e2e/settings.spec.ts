import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { answerOpenDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { highlight, notes } from './reader-actions.ts';

/** Types as an input method does: letter by letter, and then the words that are chosen for them. */
async function compose(window: Page, letters: string, beforeChoice: () => Promise<void>, chosen: string) {
  const input = await window.context().newCDPSession(window);
  for (let length = 1; length <= letters.length; length += 1) {
    const text = letters.slice(0, length);
    await input.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
  }
  await beforeChoice();
  await input.send('Input.insertText', { text: chosen });
}

test('a label gets a name by an input method, with a blank in it, and keeps it', async ({ window, relaunch }) => {
  await window.keyboard.press('Control+,');
  const dialog = window.getByRole('dialog', { name: '设置' });
  const field = dialog.getByRole('textbox', { name: '重点' });
  await field.focus();
  const letters = 'jiaoyuduanxiangmu';
  await compose(window, letters, () => expect(field).toHaveValue(letters), '教育大项目');
  await expect(field).toHaveValue('教育大项目');
  await window.keyboard.type(' 甲');
  await expect(field).toHaveValue('教育大项目 甲');
  await window.keyboard.press('Enter');
  await expect(field).toHaveValue('教育大项目 甲');
  await dialog.getByRole('textbox', { name: '署名' }).fill('王老师');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('alert')).toHaveCount(0);

  const { window: again } = await relaunch();
  await expect(again.getByRole('tree', { name: '目录' })).toBeVisible();
  await highlight(again, '深化体育教育改革', '教育大项目 甲');
  await again.keyboard.press('Control+,');
  await expect(again.getByRole('textbox', { name: '署名' })).toHaveValue('王老师');
});

test('a filter waits until the input method has finished', async ({ window }) => {
  await highlight(window, '深化体育教育改革', '重点');
  await window.getByRole('searchbox', { name: '筛选批注' }).focus();
  await compose(window, 'tiyu', () => expect(notes(window)).toHaveCount(1), '体育');
  await expect(window.getByRole('searchbox', { name: '筛选批注' })).toHaveValue('体育');
  await expect(notes(window)).toHaveCount(1);

  const tree = window.getByRole('tree', { name: '目录' });
  const filter = window.getByRole('searchbox', { name: '筛选目录' });
  await filter.focus();
  const all = await tree.getByRole('treeitem').count();
  await compose(
    window,
    'meiyu',
    async () => {
      await expect(filter).toHaveValue('meiyu');
      await expect(tree.getByRole('treeitem')).toHaveCount(all);
    },
    '美育',
  );
  await expect(filter).toHaveValue('美育');
  await expect(tree.getByRole('treeitem', { name: /^（四）强化美育育人功能/ })).toBeVisible();
  await expect.poll(() => tree.getByRole('treeitem').count()).toBeLessThan(all);
});

test('an error behind the dialog is told and can be dismissed, and the dialog stays', async ({
  app,
  window,
}, testInfo) => {
  const file = testInfo.outputPath('不是文件夹');
  await writeFile(file, '');
  await answerOpenDialog(app, [file]);
  await window.keyboard.press('Control+,');
  const dialog = window.getByRole('dialog', { name: '设置' });
  await dialog.getByRole('button', { name: '更改…' }).click();
  const alert = window.getByRole('region', { name: '提示' }).getByRole('alert');
  await expect(alert).toBeVisible();
  expect(await alert.evaluate((element) => element.closest('[inert], [aria-hidden="true"]'))).toBeNull();
  await alert.getByRole('button', { name: '关闭提示' }).click();
  await expect(alert).toBeHidden();
  await expect(dialog).toBeVisible();
});

test('at the limit of a step button the focus stays on it, and Escape closes the panel', async ({ window }) => {
  await window.getByRole('button', { name: '阅读设置' }).click();
  const panel = window.getByRole('dialog', { name: '阅读设置' });
  const larger = panel.getByRole('button', { name: '增大字号' });
  await larger.focus();
  await expect(async () => {
    await window.keyboard.press('Enter');
    await expect(panel.getByRole('group', { name: '字号' })).toContainText('28 像素', { timeout: 100 });
  }).toPass();
  await expect(larger).toBeDisabled();
  await expect(larger).toBeFocused();
  await expect(larger).toHaveAccessibleDescription('已是最大');
  await window.keyboard.press('Enter');
  await expect(panel.getByRole('group', { name: '字号' })).toContainText('28 像素');
  await window.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});
