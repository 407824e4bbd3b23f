import type { Page } from '@playwright/test';
import { noteOn, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { highlight, noteFiles, notes, writeNote } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';

/** Chooses from the window's own menu. */
async function choose(window: Page, menu: string, item: string | RegExp): Promise<void> {
  await window.getByRole('button', { name: '菜单' }).click();
  await window.getByRole('menuitem', { name: menu }).click();
  await window.getByRole('menuitem', { name: item }).click();
}

async function removeNote(window: Page, words: string): Promise<void> {
  const note = notes(window).filter({ hasText: words });
  await note.hover();
  await note.getByRole('button', { name: '删除', exact: true }).click();
  await expect(note).toHaveCount(0);
}

const bin = (window: Page) => window.getByRole('dialog', { name: '回收站' });
const removedNotes = (window: Page) => bin(window).getByRole('listbox', { name: '已删除的批注' }).getByRole('option');

test('what was deleted lies in the recycle bin, is found, chosen, restored, and the restoring is undone', async ({
  window,
}) => {
  test.slow();
  await writeNote(window, measure, '报备。');
  await highlight(window, '健全安全保障体系', '其他');
  await highlight(window, '深化体育教育改革', '疑问');
  await removeNote(window, measure);
  await removeNote(window, '健全安全保障体系');

  await test.step('from the menu of the list, of a note, and of the window', async () => {
    await window.getByRole('button', { name: '排序和分组' }).click();
    await window.getByRole('menuitem', { name: /^回收站/ }).click();
    await expect(removedNotes(window)).toHaveCount(2);
    await window.keyboard.press('Escape');
    await notes(window).first().click({ button: 'right' });
    await window.getByRole('menuitem', { name: /^回收站/ }).click();
    await expect(removedNotes(window)).toHaveCount(2);
    await window.keyboard.press('Escape');
    await choose(window, '编辑', /^回收站/);
  });
  await expect(removedNotes(window)).toHaveCount(2);
  await expect(removedNotes(window).filter({ hasText: '健全安全保障体系' })).toHaveCount(1);
  await expect(removedNotes(window).last()).toContainText('还会保留 30 天');

  await bin(window).getByRole('searchbox', { name: '筛选已删除的批注' }).fill('报备');
  await expect(removedNotes(window)).toHaveCount(1);
  await removedNotes(window).click();
  await bin(window).getByRole('button', { name: '恢复', exact: true }).click();
  await expect(bin(window).getByText('没有符合条件的批注。')).toBeVisible();
  await expect(window.getByRole('status').filter({ hasText: '已恢复 1 条批注' })).toBeVisible();

  // Undo works here as well, but a text field keeps its own.
  await bin(window).getByRole('searchbox', { name: '筛选已删除的批注' }).fill('');
  await removedNotes(window).first().focus();
  await window.keyboard.press('Control+z');
  await expect(removedNotes(window)).toHaveCount(2);
  await bin(window).getByRole('button', { name: '全部恢复' }).click();
  await expect(bin(window).getByText('回收站里没有批注')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(notes(window)).toHaveCount(3);
  await expect(notes(window).filter({ hasText: measure })).toContainText('报备。');
  await window.keyboard.press('Control+z');
  await expect(notes(window)).toHaveCount(1);
});

test('deleting for good is asked about, and deletes only what is chosen', async ({ window, relaunch, notesFolder }) => {
  test.slow();
  await saveNotes(window, [noteOn(measure, { body: '留下' }), noteOn('健全安全保障体系', { body: '不要了' })]);
  const { window: again } = await relaunch();
  await removeNote(again, '留下');
  await removeNote(again, '不要了');
  await choose(again, '编辑', /^回收站/);
  await removedNotes(again).filter({ hasText: '不要了' }).click();
  await bin(again).getByRole('button', { name: '永久删除…' }).click();
  const question = bin(again).getByRole('alertdialog', { name: '永久删除所选的 1 条批注' });
  await expect(question.getByRole('button', { name: '取消' })).toBeFocused();
  await question.getByRole('button', { name: '取消' }).click();
  await expect(removedNotes(again)).toHaveCount(2);
  await bin(again).getByRole('button', { name: '永久删除…' }).click();
  await question.getByRole('button', { name: '永久删除', exact: true }).click();
  await expect(removedNotes(again)).toHaveCount(1);
  expect([...(await noteFiles(notesFolder)).values()].join()).not.toContain('不要了');
  await again.keyboard.press('Escape');
  await expect(bin(again)).toBeHidden();
  await again.keyboard.press('Control+z');
  await expect(again.getByRole('alert')).toBeVisible();
  await again.keyboard.press('Control+z');
  await expect(notes(again)).toHaveCount(1);
});

test('the menu says what would be undone and redone, and does it', async ({ window }) => {
  test.slow();
  const item = (name: string | RegExp) => window.getByRole('menuitem', { name });
  const openEdit = async () => {
    await window.getByRole('button', { name: '菜单' }).click();
    await item('编辑').click();
  };
  await openEdit();
  await expect(item(/^撤销/)).toHaveAttribute('aria-disabled', 'true');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await highlight(window, measure, '重点');
  await removeNote(window, measure);
  await openEdit();
  await expect(item(/^重做/)).toHaveAttribute('aria-disabled', 'true');
  await item(/^撤销：删除批注/).click();
  await expect(notes(window)).toHaveCount(1);
  await openEdit();
  await expect(item(/^撤销：添加批注/)).toBeVisible();
  await item(/^重做：删除批注/).click();
  await expect(notes(window)).toHaveCount(0);
  await expect(window.getByRole('status').filter({ hasText: '已重做：删除批注' })).toBeVisible();
});

test('a notice covers no button of a dialog, and goes when its step is undone', async ({ app, window }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  await highlight(window, measure, '重点');
  await removeNote(window, measure);
  const removal = window.getByRole('status').filter({ hasText: '批注已移到回收站' });
  await expect(removal).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(window.getByRole('status').filter({ hasText: '已撤销：删除批注' })).toBeVisible();
  await expect(removal).toHaveCount(0);

  await removeNote(window, measure);
  for (const [key, name] of [
    ['Control+e', '导出'],
    ['Control+,', '设置'],
  ] as const) {
    await window.keyboard.press(key);
    const dialog = window.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    const boxes = await dialog
      .locator('button, input, [role="radio"]')
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.closest('[role=status]') === null)
          .map((control) => control.getBoundingClientRect().toJSON() as DOMRect),
      );
    const notice = await removal.boundingBox();
    if (notice === null) throw new Error('the notice is gone');
    const covered = boxes.filter(
      ({ left, right, top, bottom }) =>
        left < notice.x + notice.width && right > notice.x && top < notice.y + notice.height && bottom > notice.y,
    );
    expect(boxes.length).toBeGreaterThan(1);
    expect(covered).toEqual([]);
    await window.keyboard.press('Escape');
  }
});
