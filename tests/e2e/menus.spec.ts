import { expect, test } from './fixtures.ts';
import { highlight } from './reader-actions.ts';

test('menus say which of their choices are in force', async ({ window }) => {
  await highlight(window, '深化体育教育改革', '重点');
  const choice = (kind: 'menuitemradio' | 'menuitemcheckbox', name: string) =>
    window.getByRole(kind, { name, exact: true });

  await test.step('order', async () => {
    const open = () => window.getByRole('button', { name: '排序和分组' }).click();
    await open();
    await expect(choice('menuitemradio', '按原文顺序')).toBeChecked();
    await expect(choice('menuitemradio', '最近修改在前')).not.toBeChecked();
    await expect(choice('menuitemcheckbox', '按章分组')).not.toBeChecked();
    await choice('menuitemradio', '最近修改在前').click();
    await expect(window.getByRole('menu')).toHaveCount(0);
    await open();
    await expect(choice('menuitemradio', '最近修改在前')).toBeChecked();
    await choice('menuitemcheckbox', '按章分组').click();
    await open();
    await expect(choice('menuitemcheckbox', '按章分组')).toBeChecked();
    const left = (element: Element) => element.querySelector('span')?.getBoundingClientRect().left;
    const other = await choice('menuitemradio', '最近修改在前').evaluate(left);
    expect(await window.getByRole('menuitem', { name: '回收站…' }).evaluate(left), 'names stand below each other').toBe(
      other,
    );
    await choice('menuitemcheckbox', '按章分组').click();
    await open();
    await expect(choice('menuitemcheckbox', '按章分组')).not.toBeChecked();
    await choice('menuitemradio', '最近修改在前').press('Enter');
    await open();
    await expect(choice('menuitemradio', '最近修改在前'), 'one of them is always in force').toBeChecked();
    await window.keyboard.press('Escape');
  });

  await test.step('theme', async () => {
    const open = async () => {
      await window.getByRole('button', { name: '菜单' }).click();
      await window.getByRole('menuitem', { name: '主题' }).hover();
    };
    await open();
    await expect(choice('menuitemradio', '跟随系统')).toBeChecked();
    await choice('menuitemradio', '护眼').click();
    await open();
    await expect(choice('menuitemradio', '护眼')).toBeChecked();
    await expect(choice('menuitemradio', '跟随系统')).not.toBeChecked();
  });
});
