import { canonicalText } from '../../src/core/plan/canonical-text.ts';
import { noteOn, plan } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { notes, toolbarButton, writeNote } from './reader-actions.ts';

/** Three notes in document order. */
const three = [
  foreignNote(0, { ...noteOn('深化体育教育改革'), body: '体育。', tags: ['体育', '教师'] }),
  foreignNote(1, { ...noteOn('强化美育育人功能'), body: '美育。', tags: ['教师'] }),
  foreignNote(2, { ...noteOn('健全安全保障体系'), body: '安全。' }),
];

test('Ctrl+A selects the text of the plan, of a field, or all notes while several are chosen', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, three);
  const { app, window } = await launch();
  await expect(notes(window)).toHaveCount(3);
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+c');
  const copied = async () => {
    const text = await app.evaluate(({ clipboard }) => clipboard.readText());
    return text.replaceAll(/\s*\n\s*/gu, '\n');
  };
  await expect.poll(copied).toBe(canonicalText(plan));
  await expect(window.getByRole('toolbar', { name: '选区工具' })).toHaveCount(0);

  const filter = window.getByRole('searchbox', { name: '筛选目录' });
  await filter.fill('美育');
  await window.keyboard.press('Control+a');
  await window.keyboard.type('体育');
  await expect(filter).toHaveValue('体育');

  await window.getByRole('button', { name: '多选' }).click();
  await window.getByRole('main', { name: '正文' }).focus();
  await window.keyboard.press('Control+a');
  await expect(window.getByRole('toolbar', { name: '所选批注' })).toContainText('已选 3 条');
});

test('Ctrl+T goes to the row of the section that is read, or to the first that the filter shows', async ({
  window,
}) => {
  const tree = window.getByRole('tree', { name: '目录' });
  const row = tree.getByRole('treeitem', { name: /^（四）健全安全保障体系/ });
  await row.click();
  await window.getByRole('main', { name: '正文' }).focus();
  await tree.locator('..').evaluate((scroller) => scroller.scrollTo(0, 0));
  await window.keyboard.press('Control+t');
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
  await expect(row).not.toHaveCSS('outline-style', 'none');

  await window.getByRole('button', { name: '收起全部' }).click();
  await window.keyboard.press('Control+t');
  await expect(tree.getByRole('treeitem', { name: /^十二、/ })).toBeFocused();
  await window.getByRole('searchbox', { name: '筛选目录' }).fill('安全');
  await window.keyboard.press('Control+t');
  await expect(tree.getByRole('treeitem').first()).toBeFocused();
});

test('the focus goes on where a condition is taken away, and while many notes get a tag', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, [
    ...three,
    ...Array.from({ length: 27 }, (_, index) => foreignNote(index + 3, noteOn('加强新时代劳动教育'))),
  ]);
  const { window } = await launch();
  const first = notes(window).first();
  await first.getByRole('button', { name: '体育', exact: true }).click();
  await first.getByRole('button', { name: '教师', exact: true }).click();
  const chip = (name: string) => window.getByRole('button', { name: `去掉条件：${name}` });
  await chip('体育').press('Enter');
  await expect(chip('教师')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: '筛选', exact: true })).toBeFocused();

  await expect(notes(window)).toHaveCount(30);
  await window.getByRole('button', { name: '多选' }).press('Enter');
  await window.keyboard.press('Control+a');
  const bar = window.getByRole('toolbar', { name: '所选批注' });
  await expect(bar).toContainText('已选 30 条');
  await bar.getByRole('button', { name: '标签' }).press('Enter');
  const field = window.getByRole('textbox', { name: '给所选批注加标签' });
  await expect(field).toBeFocused();
  await window.keyboard.type('备案');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: '去掉标签 备案，30 条' })).toBeVisible();
  await expect(field).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(bar.getByRole('button', { name: '标签' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});

test('the list of notes by keyboard: F6, arrows, Delete, and a note is done from its tags', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, three);
  const { window } = await launch();
  const quote = (index: number) => notes(window).nth(index).locator('button').first();
  await expect(notes(window)).toHaveCount(3);
  await window.getByRole('main', { name: '正文' }).focus();
  await window.keyboard.press('F6');
  await expect(quote(0)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(quote(1)).toBeFocused();
  await window.keyboard.press('End');
  await expect(quote(2)).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(quote(1)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(notes(window).nth(1)).toHaveAttribute('data-selected', 'true');
  await window.keyboard.press('F6');
  await window.getByRole('main', { name: '正文' }).focus();
  await window.keyboard.press('F6');
  await expect(quote(1)).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(notes(window)).toHaveCount(2);
  await expect(quote(1)).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(notes(window)).toHaveCount(3);

  const tags = window.getByRole('textbox', { name: '标签' });
  await quote(0).dblclick();
  await tags.fill('场地');
  await window.keyboard.press('Escape');
  await expect(tags).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await expect(tags).toBeHidden();
  await expect(notes(window).first().getByRole('button', { name: '场地' })).toBeVisible();
  await quote(0).dblclick();
  await tags.focus();
  await window.keyboard.press('Escape');
  await expect(tags).toBeHidden();
  await window.keyboard.press('F1');
  await window.getByRole('tab', { name: '快捷键' }).click();
  await expect(window.getByRole('dialog', { name: '用法和快捷键' })).toContainText('Ctrl+回车');
});

test('a long list of notes is walked through by keyboard', async ({ launch, notesFolder }) => {
  await placeNotes(
    notesFolder,
    Array.from({ length: 300 }, (_, index) => foreignNote(index, noteOn('深化体育教育改革'))),
  );
  const { window } = await launch();
  const at = (position: number) => window.locator(`li[aria-posinset="${position}"] button`).first();
  await at(1).focus();
  await window.keyboard.press('End');
  await expect(at(300)).toBeFocused();
  await expect(at(300)).toBeInViewport();
  await window.keyboard.press('Home');
  await expect(at(1)).toBeFocused();
  for (let step = 0; step < 30; step += 1) await window.keyboard.press('ArrowDown');
  await expect(at(31)).toBeFocused();
  await expect(at(31)).toBeInViewport();
});

test('bookmarks by keyboard: arrows, Delete, F6', async ({ window }) => {
  for (const section of [/^（三）深化体育教育改革/, /^（四）强化美育育人功能/, /^（四）健全安全保障体系/]) {
    await window.getByRole('treeitem', { name: section }).click();
    await window.keyboard.press('Control+d');
  }
  await window.getByRole('tab', { name: '书签' }).click();
  const items = window.getByRole('list', { name: '书签' }).getByRole('listitem');
  await expect(items).toHaveCount(3);
  const place = (index: number) => items.nth(index).locator('button').first();
  await place(0).click();
  await window.getByRole('button', { name: '菜单' }).focus();
  await window.keyboard.press('F6');
  await expect(place(0)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(place(1)).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(items).toHaveCount(2);
  await expect(place(1)).toBeFocused();
});

test('selection mode ends with the note that was made in it, and begins at the section one has gone to', async ({
  window,
}) => {
  const mode = window.getByRole('status').filter({ hasText: /^选择模式|^已选 \d+ 字|^光标/ });
  const selected = () => window.evaluate(() => String(document.getSelection()));
  await window.keyboard.press('F7');
  await window.keyboard.press('p');
  await expect(mode).toBeAttached();
  await window.keyboard.press('Control+m');
  await expect(window.getByRole('textbox', { name: '批注内容' })).toBeFocused();
  await expect(mode).toHaveCount(0);
  expect(await selected()).toBe('');
  await window.keyboard.press('Escape');
  await test.step('from the toolbar as well', async () => {
    await window.keyboard.press('F7');
    await window.keyboard.press('p');
    await window.keyboard.press('Enter');
    await toolbarButton(window, '批注').press('Enter');
    await expect(window.getByRole('textbox', { name: '批注内容' })).toBeFocused();
    await expect(mode).toHaveCount(0);
    await expect.poll(selected).toBe('');
    await window.keyboard.press('Escape');
  });

  await window.keyboard.press('F7');
  await window.keyboard.press('p');
  await window.keyboard.press('Control+t');
  await expect(mode).toHaveCount(0);
  const row = window.getByRole('treeitem', { name: /^（四）健全安全保障体系/ });
  await row.focus();
  await window.keyboard.press('Enter');
  await window.keyboard.press('F7');
  await window.keyboard.press('p');
  await expect.poll(selected).toBe('（四）健全安全保障体系。');

  await test.step('and goes along when one goes on to the next section meanwhile', async () => {
    await window.keyboard.press('Alt+ArrowUp');
    await window.keyboard.press('p');
    await expect.poll(selected).toBe('（三）完善教育经费投入和管理机制。');
  });
});

test('批注整段 opens a note on the whole paragraph, and the same one again', async ({ window }) => {
  const block = window.locator('[data-row]', { hasText: '加大力度配齐配好中小学体育教师' }).first();
  const field = window.getByRole('textbox', { name: '批注内容' });
  await block.hover();
  await block.getByRole('button', { name: '批注整段' }).click();
  await expect(field).toBeFocused();
  await window.keyboard.type('整段都要落实');
  await window.keyboard.press('Control+Enter');
  await expect(notes(window)).toContainText(/加大力度配齐配好.*整段都要落实/);
  await block.hover();
  await block.getByRole('button', { name: '批注整段' }).click();
  await expect(field).toHaveValue('整段都要落实');
  await expect(notes(window)).toHaveCount(1);
});

test('menus lead to the panes: notes to filter and to choose, bookmarks, the outline folded, places to review', async ({
  window,
}) => {
  const run = async (name: string) => {
    await window.keyboard.press('Control+Shift+p');
    await window.getByRole('combobox', { name: '命令面板' }).fill(name);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('combobox', { name: '命令面板' })).toBeHidden();
  };
  await writeNote(window, '深化体育教育改革', '报备。');
  await window.keyboard.press('Control+d');
  await window.getByRole('button', { name: '批注窗格' }).click();
  await window.getByRole('button', { name: '目录窗格' }).click();
  await run('筛选批注');
  await expect(window.getByRole('searchbox', { name: '筛选批注' })).toBeFocused();
  await run('多选批注');
  const choice = notes(window).first().getByRole('checkbox');
  await expect(notes(window).first().locator(':focus')).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(choice).toBeChecked();
  await window.keyboard.press('Escape');
  await run('转到书签');
  await expect(window.getByRole('list', { name: '书签' }).getByRole('button').first()).toBeFocused();
  await run('收起全部目录');
  const rows = window.getByRole('tree', { name: '目录' }).getByRole('treeitem');
  await expect(rows).toHaveCount(12);
  await run('展开全部目录');
  await expect(rows).toHaveCount(70);
  await run('核对位置');
  await expect(window.getByRole('dialog', { name: /核对/ })).toBeVisible();
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: '菜单' }).click();
  await window.getByRole('menuitem', { name: '批注', exact: true }).hover();
  for (const name of ['筛选批注', '多选批注']) await expect(window.getByRole('menuitem', { name })).toBeVisible();
});

test('the key for menus opens those of a section and of a note, and the tools for what is selected', async ({
  window,
}) => {
  await writeNote(window, '深化体育教育改革', '报备。');
  await window.keyboard.press('Control+t');
  await window.keyboard.press('Shift+F10');
  await expect(window.getByRole('menuitem', { name: '展开全部' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('tree', { name: '目录' }).locator(':focus')).toHaveCount(1);
  const quote = notes(window).first().locator('button').first();
  await quote.focus();
  await window.keyboard.press('Shift+F10');
  await expect(window.getByRole('menuitem', { name: '转到原文' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(quote).toBeFocused();
  await window.keyboard.press('F7');
  await window.keyboard.press('p');
  await window.keyboard.press('ContextMenu');
  await expect(toolbarButton(window, '高亮：重点')).toBeFocused();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await expect(notes(window)).toHaveCount(2);
});
