import { expect, test } from './fixtures.ts';
import { dragOver, noteFiles, notes, painted, writeNote } from './reader-actions.ts';

test('bookmarks: set, listed in order, renamed, gone to, removed, and no notes', async ({
  window,
  relaunch,
  notesFolder,
}) => {
  const bookmarks = window.getByRole('list', { name: '书签' }).getByRole('listitem');
  await window.getByRole('tab', { name: '书签' }).click();
  await expect(window.getByText('还没有书签')).toBeVisible();

  await dragOver(window, '健全公办民办同步招生入学机制');
  await window.keyboard.press('Control+d');
  await expect(window.getByRole('toolbar', { name: '选区工具' })).toBeHidden();
  await window.getByRole('tab', { name: '目录' }).click();
  await window.getByRole('treeitem', { name: /^（三）深化体育教育改革/ }).click({ button: 'right' });
  await window.getByRole('menuitem', { name: '加书签或去掉书签' }).click();
  await window.getByRole('tab', { name: '书签' }).click();
  await expect(bookmarks).toHaveText([/^（三）深化体育教育改革二（三）/, /^健全公办民办同步招生入学机制四（二）/]);

  await test.step('they are files like notes, but neither listed, painted nor counted as such', async () => {
    const files = await noteFiles(notesFolder);
    expect([...files.values()].filter((content) => content.includes('motivation: "bookmarking"'))).toHaveLength(2);
    await expect(notes(window)).toHaveCount(0);
    await expect(window.getByText('批注 0')).toBeVisible();
    expect(await painted(window, 'annotation-other')).toEqual([]);
  });

  await bookmarks.nth(1).hover();
  await bookmarks
    .nth(1)
    .getByRole('button', { name: /^改名：/ })
    .click();
  await window.getByRole('textbox', { name: '书签名称' }).fill('招生');
  await window.keyboard.press('Enter');
  await expect(bookmarks.nth(1)).toHaveText(/^招生四（二）/);

  await bookmarks
    .nth(1)
    .getByRole('button', { name: /^招生 ?四（二）/ })
    .click();
  await expect(window.locator('[data-section="4.2"]')).toBeInViewport();
  await expect(window.getByRole('main', { name: '正文' }).getByRole('button', { name: '书签：招生' })).toBeVisible();

  await bookmarks.nth(0).hover();
  await bookmarks
    .nth(0)
    .getByRole('button', { name: /^删除书签：/ })
    .click();
  await expect(bookmarks).toHaveCount(1);
  await window
    .getByRole('status')
    .filter({ hasText: '书签已移到回收站' })
    .getByRole('button', { name: '撤销' })
    .click();
  await expect(bookmarks).toHaveCount(2);

  const { window: again } = await relaunch();
  await again.getByRole('tab', { name: '书签' }).click();
  await expect(again.getByRole('list', { name: '书签' }).getByRole('listitem')).toHaveCount(2);
});

test('a bookmark is left out of the export', async ({ window }) => {
  await window.keyboard.press('Control+d');
  await expect(window.getByText('已加书签')).toBeVisible();
  await writeNote(window, '健全公办民办同步招生入学机制', '报备。');
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await expect(dialog.getByText('共 1 条', { exact: true })).toBeVisible();
});

test('bookmarks without the keyboard: at the place being read, and on what is selected', async ({ window }) => {
  const bookmarks = window.getByRole('list', { name: '书签' }).getByRole('listitem');
  await window.getByRole('tab', { name: '书签' }).click();
  await window.getByRole('button', { name: '在当前位置加书签' }).click();
  await expect(bookmarks).toHaveText([/^吉林市“十四五”教育发展规划/]);

  await dragOver(window, '健全公办民办同步招生入学机制');
  const toolbar = window.getByRole('toolbar', { name: '选区工具' });
  await toolbar.getByRole('button', { name: '书签' }).click();
  await expect(toolbar).toBeHidden();
  await expect(bookmarks).toHaveText([/^吉林市“十四五”教育发展规划/, /^健全公办民办同步招生入学机制四（二）/]);
});
