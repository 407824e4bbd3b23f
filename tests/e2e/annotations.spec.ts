import { expect, test } from './fixtures.ts';
import { clickOn, dragOver, highlight, noteFiles, notes, painted, toolbarButton, writeNote } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';

test('a highlight and a note are there again tomorrow', async ({ window, relaunch, notesFolder }) => {
  await highlight(window, '加大力度配齐配好中小学体育教师', '数据');
  await writeNote(window, measure, '**我校落实**：秋季招生方案报教育局备案。');
  await expect.poll(() => painted(window, 'annotation-data')).toEqual(['加大力度配齐配好中小学体育教师']);
  await expect.poll(() => painted(window, 'annotation-important')).toEqual([measure]);
  const before = await noteFiles(notesFolder);
  expect(before.size).toBe(2);

  const { window: again } = await relaunch();
  await expect(notes(again)).toHaveCount(2);
  await expect(notes(again).filter({ hasText: measure })).toContainText('我校落实');
  await expect.poll(() => painted(again, 'annotation-important')).toEqual([measure]);
  expect(await noteFiles(notesFolder)).toEqual(before);
});

test('the note file is what its description says', async ({ window, notesFolder }) => {
  await writeNote(window, measure, '报备。');
  const [[path, content] = ['', '']] = await noteFiles(notesFolder);
  expect(path).toMatch(/吉林市“十四五”教育发展规划 \[jilin-145-education\]\/\d{4}-\d{2}\/[0-9A-Z]{26}\.md$/u);
  expect(content).toContain(`exact: "${measure}"`);
  expect(content).toContain('prefix: "（二）稳步推进考试招生制度改革。\\n完善义务教育免试就近入学制度，"');
  expect(content).toContain('start: 896\nend: 910\n');
  expect(content).toContain('sectionPath: "四/（二）"');
  expect(content).toContain('textHash: "sha256-8bf7b261fd5c0741"');
  expect(content).toMatch(/\n---\n\n?报备。\n?$/u);
});

test('highlights overlap; a click finds each, changes its meaning, deletes it, and all of it can be undone', async ({
  window,
}) => {
  await highlight(window, '完善义务教育免试就近入学制度，健全公办民办', '重点');
  await highlight(window, '免试就近入学', '疑问');
  await expect(notes(window)).toHaveCount(2);

  await clickOn(window, '免试就近入学');
  await expect(toolbarButton(window, '高亮：疑问')).toHaveAttribute('aria-pressed', 'true');
  await toolbarButton(window, '此处有多条批注').click();
  await expect(toolbarButton(window, '高亮：重点')).toHaveAttribute('aria-pressed', 'true');
  await toolbarButton(window, '高亮：待办').click();
  await expect.poll(() => painted(window, 'annotation-todo')).toHaveLength(1);

  await clickOn(window, '免试就近入学');
  await toolbarButton(window, '删除').click();
  await expect(notes(window)).toHaveCount(1);
  await expect(window.getByRole('status').filter({ hasText: '批注已移到回收站' })).toBeVisible();

  await window.keyboard.press('Control+z');
  await expect(notes(window)).toHaveCount(2);
  await window.keyboard.press('Control+z');
  await expect.poll(() => painted(window, 'annotation-important')).toHaveLength(1);
  await window.keyboard.press('Control+y');
  await expect.poll(() => painted(window, 'annotation-todo')).toHaveLength(1);
  await window.keyboard.press('Control+Shift+z');
  await expect(notes(window)).toHaveCount(1);
});

test('list and text lead to each other; marks stand in the margin', async ({ window }) => {
  await writeNote(window, measure, '报备。');
  await highlight(window, '健全安全保障体系', '其他');
  await notes(window)
    .filter({ hasText: measure })
    .getByRole('button', { name: new RegExp(measure) })
    .click();
  await expect(window.locator('[data-section="4.2"]')).toBeInViewport();
  await expect.poll(() => painted(window, 'annotation-selected')).toEqual([measure]);
  await window
    .getByRole('main', { name: '正文' })
    .getByRole('button', { name: /^批注 1：重点/ })
    .click();
  await expect(notes(window).filter({ hasText: measure })).toHaveAttribute('data-selected', 'true');
});

test('tags, filters and labels', async ({ window }) => {
  await writeNote(window, measure, '报备。');
  await highlight(window, '健全安全保障体系', '其他');
  await notes(window).filter({ hasText: measure }).hover();
  await notes(window).filter({ hasText: measure }).getByRole('button', { name: '编辑批注' }).click();
  const tags = window.getByRole('textbox', { name: '标签' });
  await tags.fill('招生');
  await tags.press('Enter');
  await tags.fill('民办，备案');
  await tags.press('Enter');
  await window.getByRole('button', { name: '完成' }).click();
  await expect(notes(window).filter({ hasText: measure })).toContainText('招生民办备案');
  await window.getByRole('searchbox', { name: '筛选批注' }).fill('备案');
  await expect(notes(window)).toHaveCount(1);
  await window.getByRole('searchbox', { name: '筛选批注' }).fill('没有的词');
  await expect(window.getByText('没有符合条件的批注。')).toBeVisible();
  await window.getByRole('button', { name: '清除筛选' }).click();
  await window.getByRole('button', { name: '筛选', exact: true }).click();
  await window.getByRole('button', { name: '只看：其他' }).click();
  await expect(notes(window)).toHaveCount(1);
});

test('what is typed in the last moment is saved when the window closes', async ({ window, relaunch }) => {
  await dragOver(window, measure);
  await toolbarButton(window, '批注').click();
  await window.getByRole('textbox', { name: '批注内容' }).pressSequentially('最后一刻的字');
  const { window: again } = await relaunch();
  await expect(notes(again)).toContainText('最后一刻的字');
});

test('by keyboard alone: selection mode, whole paragraph, citation', async ({ app, window }) => {
  await window.keyboard.press('F7');
  await expect(window.getByRole('status').filter({ hasText: '选择模式' })).toBeAttached();
  await window.keyboard.press('p');
  await expect(window.getByRole('status').filter({ hasText: /^已选 \d+ 字/ })).toBeAttached();
  await window.keyboard.press('Enter');
  await expect(toolbarButton(window, '高亮：重点')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(notes(window)).toHaveCount(1);

  await window.keyboard.press('F7');
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Control+m');
  await expect(window.getByRole('textbox', { name: '批注内容' })).toBeFocused();
  await window.keyboard.type('键盘写的批注');
  await window.keyboard.press('Control+Enter');
  await expect(notes(window).filter({ hasText: '键盘写的批注' })).toBeVisible();

  await dragOver(window, '深化体育教育改革');
  await window.keyboard.press('Control+Shift+c');
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('《吉林市“十四五”教育发展规划》二（三）：“深化体育教育改革”');
});

test('a double click selects the word under the pointer, a triple click stays in its paragraph', async ({ window }) => {
  const text = '深化教育评价改革';
  await dragOver(window, text);
  const box = await window.evaluate(() => {
    const range = document.getSelection()?.getRangeAt(0);
    const node = range?.startContainer;
    if (range === undefined || node === undefined) throw new Error('no selection');
    const glyph = document.createRange();
    const at = range.startOffset + 3;
    glyph.setStart(node, at);
    glyph.setEnd(node, at + 1);
    const { right, top, height } = glyph.getBoundingClientRect();
    return { x: right - 2, y: top + height / 2 };
  });
  await window.keyboard.press('Escape');
  await window.mouse.dblclick(box.x, box.y);
  await expect.poll(() => window.evaluate(() => String(document.getSelection()))).toBe('教育');
  await window.mouse.click(box.x, box.y, { clickCount: 3 });
  await toolbarButton(window, '高亮：重点').click();
  await expect.poll(() => painted(window, 'annotation-important')).toEqual(['（一）深化教育评价改革。']);
});

test.describe('the focus', () => {
  test('goes from the toolbar back to the text, where the mode goes on until Esc', async ({ window }) => {
    const text = window.getByRole('main', { name: '正文' });
    await window.keyboard.press('F7');
    await window.keyboard.press('p');
    await window.keyboard.press('Enter');
    await expect(toolbarButton(window, '高亮：重点')).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('toolbar', { name: '选区工具' })).toBeHidden();
    await expect(text).toBeFocused();
    const selected = await window.evaluate(() => String(document.getSelection()));
    await window.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => window.evaluate(() => String(document.getSelection()))).not.toBe(selected);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('status').filter({ hasText: /选择模式|^已选/ })).toHaveCount(0);

    await window.keyboard.press('F7');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Enter');
    await expect(notes(window)).toHaveCount(1);
    await expect(text).toBeFocused();
  });

  test('goes from a note that is written to its button, from one that is removed to the next', async ({ window }) => {
    for (const text of ['深化体育教育改革', '健全安全保障体系']) await highlight(window, text, '其他');
    await notes(window).first().getByRole('button', { name: '写批注' }).click();
    await window.keyboard.type('先写一条');
    await window.keyboard.press('Control+Enter');
    await expect(notes(window).first().getByRole('button', { name: '编辑批注' })).toBeFocused();

    await notes(window).first().getByRole('button', { name: '删除' }).press('Enter');
    await expect(notes(window)).toHaveCount(1);
    await expect(notes(window).getByRole('button', { name: /健全安全保障体系/ })).toBeFocused();
    await notes(window).getByRole('button', { name: '删除' }).press('Enter');
    await expect(notes(window)).toHaveCount(0);
    await expect(window.locator('[data-scroller="annotations"]')).toBeFocused();
  });
});

test('selecting by keyboard: moving selects nothing, Shift does, S is the sentence, Esc lets all go', async ({
  window,
}) => {
  const said = window.getByRole('status').filter({ hasText: /^已选/ });
  const selected = () => window.evaluate(() => String(document.getSelection()));
  await window.getByRole('treeitem', { name: /^（六）持续深化教育领域/ }).click();
  await window.keyboard.press('F7');
  for (let line = 0; line < 12; line += 1) await window.keyboard.press('ArrowDown');
  await expect(said).toHaveCount(0);
  await expect.poll(async () => (await selected()).length).toBeLessThanOrEqual(2);
  const isVisible = await window.evaluate(() => {
    const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    const pane = document.querySelector('main')?.getBoundingClientRect();
    return box !== undefined && pane !== undefined && box.top >= pane.top && box.bottom <= pane.bottom;
  });
  expect(isVisible).toBe(true);
  await window.keyboard.press('Shift+ArrowRight');
  await expect(said).toBeAttached();
  await window.keyboard.press('s');
  await expect.poll(selected).toMatch(/。$|[^。]{4,}$/u);
  await window.keyboard.press('Escape');
  await expect.poll(selected).toBe('');
  await window.keyboard.press('Control+h');
  await expect(window.getByText('请先在正文中选中一段文字')).toBeVisible();
  await expect(notes(window)).toHaveCount(0);
});

test('a label that was just chosen is taken back by Ctrl+Z', async ({ window }) => {
  await writeNote(window, measure, '报备。');
  await notes(window).getByRole('button', { name: '编辑批注' }).click();
  await notes(window).getByText('疑问', { exact: true }).click();
  await expect(notes(window).getByRole('radio', { name: '疑问' })).toBeFocused();
  await expect(notes(window)).toHaveAttribute('data-label', 'question');
  await window.keyboard.press('Control+z');
  await expect(notes(window)).toHaveAttribute('data-label', 'important');
});

test('a to-do list is written with a button and Enter, and ticked in the list', async ({ window, relaunch }) => {
  await dragOver(window, measure);
  await toolbarButton(window, '批注').click();
  await window.getByRole('button', { name: '加待办项' }).first().click();
  await window.keyboard.type('公示招生计划');
  await window.keyboard.press('Enter');
  await window.keyboard.type('与区教育局核对学区');
  await expect(window.getByRole('textbox', { name: '批注内容' })).toHaveValue(
    '- [ ] 公示招生计划\n- [ ] 与区教育局核对学区',
  );
  await window.getByRole('button', { name: '完成' }).click();
  await window.getByRole('checkbox', { name: '与区教育局核对学区' }).click();
  await expect(window.getByRole('checkbox', { name: '与区教育局核对学区' })).toBeChecked();
  const { window: again } = await relaunch();
  await expect(again.getByRole('checkbox', { name: '与区教育局核对学区' })).toBeChecked();
  await expect(again.getByRole('checkbox', { name: '公示招生计划' })).not.toBeChecked();
});
