import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { dragOver, highlight, notes, painted, toolbarButton, writeNote } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';

test('a screen reader finds the notes of a section in a list, and a summary with the paragraph', async ({ window }) => {
  await writeNote(window, measure, '报备。');
  await highlight(window, '完善义务教育免试就近入学制度', '疑问');
  const list = window.getByRole('group', { name: '本节批注 2 条' });
  await expect(list.getByRole('button')).toHaveText([
    '第 1 条：疑问，‘完善义务教育免试就近入学制度’',
    '第 2 条：重点，‘健全公办民办同步招生入学机制’，有批注文字',
  ]);
  const paragraph = window.locator('main p', { hasText: measure }).first();
  await expect(paragraph).toHaveAccessibleDescription('本段有 2 条批注：疑问、重点');
  await list.getByRole('button', { name: /^第 2 条/ }).evaluate((button) => (button as HTMLButtonElement).click());
  await expect(window.locator('[data-row]', { hasText: measure }).first()).toBeFocused();
  await expect(notes(window).filter({ hasText: measure })).toHaveAttribute('data-selected', 'true');
});

test('what only screen readers are told takes no room: the text scrolls in one direction', async ({ window }) => {
  await writeNote(window, '深化体育教育改革', '报备。');
  await writeNote(window, '加大力度配齐配好中小学体育教师、场地器材，严格按照国家课程方案', '逐校核对。');
  await expect(window.getByRole('group', { name: '本节批注 2 条' })).toBeAttached();
  const room = await window
    .getByRole('main', { name: '正文' })
    .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
  expect(room.scrollWidth).toBe(room.clientWidth);
});

test('selection mode says where the caret is and what is selected', async ({ window }) => {
  const says = (pattern: RegExp) => expect(window.getByRole('status').filter({ hasText: pattern })).toBeAttached();
  await window.getByRole('treeitem', { name: /^（六）持续深化教育领域/ }).click();
  await window.keyboard.press('F7');
  await says(/^选择模式/);
  await window.keyboard.press('ArrowRight');
  await says(/^光标在“.+”/);
  await window.keyboard.press('Shift+Alt+ArrowRight');
  await says(/^已选 1 字：/);
  await window.keyboard.press('s');
  await says(/^已选 \d+ 字：/);
  await window.keyboard.press('Enter');
  await expect(toolbarButton(window, '高亮：重点')).toBeFocused();
});

test('mark mode: highlights are marks in the text, selecting and searching work on them', async ({ window }) => {
  await highlight(window, '完善义务教育免试就近入学制度，健全公办民办', '重点');
  await highlight(window, '免试就近入学', '疑问');
  await window.getByRole('button', { name: '阅读设置' }).click();
  await window.getByText('辅助技术模式：用标记呈现高亮').click();
  await window.keyboard.press('Escape');
  const marks = window.locator('main mark');
  await expect(marks).toHaveText(['完善义务教育', '免试就近入学', '制度，健全公办民办']);
  await expect(marks.nth(1)).toHaveAttribute('data-label', 'question');
  await expect.poll(() => painted(window, 'annotation-important')).toEqual([]);

  await dragOver(window, '同步招生入学机制');
  await toolbarButton(window, '高亮：数据').click();
  await expect(marks.last()).toHaveText('同步招生入学机制');
  await highlight(window, '深化体育教育改革', '其他');
  await expect(window.locator('h3 mark')).toHaveText('深化体育教育改革');

  await window.keyboard.press('Control+f');
  await window.getByRole('searchbox', { name: '搜索' }).fill('入学制度，健全');
  await expect.poll(() => painted(window, 'search-current')).toEqual(['入学制度，健全']);
  await window.keyboard.press('Escape');
  await expectAccessible(window, { part: 'main' });

  await window.getByRole('button', { name: '阅读设置' }).click();
  await window.getByText('辅助技术模式：用标记呈现高亮').click();
  await window.keyboard.press('Escape');
  await expect(marks).toHaveCount(0);
  await expect.poll(() => painted(window, 'annotation-question')).toEqual(['免试就近入学']);
});

test('nothing that axe knows is wrong with filters, groups, choosing and bookmarks, in any theme', async ({
  window,
}) => {
  await writeNote(window, measure, '报备。\n\n- [ ] 公示');
  await window.keyboard.press('Control+d');
  await window.getByRole('tab', { name: '书签' }).click();
  await window.getByRole('button', { name: '排序和分组' }).click();
  await window.getByRole('menuitemcheckbox', { name: '按章分组' }).click();
  await window.getByRole('button', { name: '多选' }).click();
  await window.getByRole('checkbox', { name: /^选择：/ }).check();
  for (const theme of ['浅色', '深色', '护眼']) {
    await window.getByRole('button', { name: '阅读设置' }).click();
    await window.getByRole('radio', { name: theme }).check({ force: true });
    await window.keyboard.press('Escape');
    await window.getByRole('main', { name: '正文' }).focus();
    await expect(window.getByRole('tooltip')).toHaveCount(0);
    await expectAccessible(window, { state: theme });
  }
});
