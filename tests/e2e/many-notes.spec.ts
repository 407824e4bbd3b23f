import type { Locator } from '@playwright/test';
import { blockRanges } from '../../src/core/plan/canonical-text.ts';
import { lost, noteOn, noteOnBlock, plan } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { dragOver, notes } from './reader-actions.ts';

/** Notes all over the plan, in document order. */
function manyNotes(count: number) {
  const blocks = blockRanges(plan).length;
  return Array.from({ length: count }, (_, index) => {
    const block = Math.floor((index * blocks) / count);
    return foreignNote(index, { ...noteOnBlock(block, index % 9, 6, { body: `第 ${index} 条批注。` }) });
  });
}

test('a long list has in the page only what is near; what is written and chosen stays', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, manyNotes(1000));
  const { window } = await launch();
  const list = window.getByRole('list', { name: '批注' });
  const scroller = window.locator('[data-scroller="annotations"]');
  await expect(window.getByText('1000 条', { exact: true })).toBeVisible();
  await expect(notes(window).first()).toHaveAttribute('aria-setsize', '1000');
  await expect(notes(window).first()).toHaveAttribute('aria-posinset', '1');
  expect(await notes(window).count()).toBeLessThan(60);

  await notes(window).first().getByRole('button', { name: '编辑批注' }).click();
  const field = window.getByRole('textbox', { name: '批注内容' });
  await field.fill('写到一半');
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(list.locator('[aria-posinset="1000"]')).toBeInViewport();
  await expect(list.locator('[aria-posinset="500"]')).toHaveCount(0);
  await expect(field).toBeFocused();
  await window.keyboard.type('，继续写');
  await expect(field).toHaveValue('写到一半，继续写');

  await test.step('a mark in the text brings its item into sight', async () => {
    await window.getByRole('treeitem', { name: /^（四）强化美育育人功能/ }).click();
    const row = window.locator('[data-row]', { has: window.locator('[data-section="2.4"]') });
    await row
      .getByRole('button', { name: /^批注 1：/ })
      .first()
      .click();
    const chosen = list.locator('li[data-selected]');
    await expect(chosen).toHaveCount(1);
    await expect(chosen).toBeInViewport();
    await expect(chosen).toContainText('二（四）');
  });

  await test.step('items do not lie on one another', async () => {
    const boxes = await notes(window).evaluateAll((items) =>
      items.map((item) => item.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    );
    boxes.forEach(({ top }, index) => {
      if (index > 0) expect(top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? 0) - 1);
    });
  });

  await window.getByRole('searchbox', { name: '筛选批注' }).fill('第 999 条');
  await expect(window.getByText('2 / 1000 条')).toBeVisible();
});

test('filters combine, show what is in force and go one by one', async ({ launch, notesFolder }) => {
  await placeNotes(notesFolder, [
    foreignNote(0, { ...noteOn('深化体育教育改革'), label: 'data', tags: ['体育', '教师'], body: '- [ ] 招聘' }),
    foreignNote(1, { ...noteOn('强化美育育人功能'), label: 'data', tags: ['教师'], body: '- [x] 已报备' }),
    foreignNote(2, { ...noteOn('健全公办民办同步招生入学机制'), label: 'question', tags: ['招生'] }),
    foreignNote(3, lost(noteOn('健全安全保障体系'), '这一句已经不在文中')),
  ]);
  const { window } = await launch();
  const shown = window.getByRole('list', { name: '批注' }).locator('li[data-annotation]');
  await expect(shown).toHaveCount(4);
  await shown.filter({ hasText: '深化体育教育改革' }).getByRole('button', { name: '教师', exact: true }).click();
  await expect(window.getByText('2 / 4 条')).toBeVisible();

  await window.getByRole('button', { name: '筛选，已用 1 个条件' }).click();
  const dialog = window.getByRole('dialog', { name: '筛选条件' });
  await expect(dialog.getByRole('button', { name: '只看标签：招生' })).toContainText('0');
  await expect(dialog.getByRole('button', { name: '只看：疑问' })).toContainText('0');
  await expect(dialog.getByRole('button', { name: '只看：数据' })).toContainText('2');
  await dialog.getByRole('button', { name: '有未办事项' }).click();
  await expect(dialog.getByRole('button', { name: '只看：数据' })).toContainText('1');
  await expect(window.getByText('1 / 4 条')).toBeVisible();
  await expect(shown).toContainText('深化体育教育改革');
  await dialog.getByRole('button', { name: '有未办事项' }).click();
  await dialog.getByRole('button', { name: '二、', exact: false }).click();
  await dialog.getByRole('button', { name: '只看：数据' }).click();
  await window.keyboard.press('Escape');
  const chips = window.getByRole('list', { name: '当前筛选条件' }).getByRole('listitem');
  await expect(chips).toHaveText(['数据', '教师', /^二、/]);

  await window.getByRole('searchbox', { name: '筛选批注' }).fill('qhmy');
  await expect(window.getByText('1 / 4 条')).toBeVisible();
  await expect(shown).toContainText('强化美育育人功能');
  await window.getByRole('button', { name: '清除全部' }).click();
  await expect(window.getByText('4 条', { exact: true })).toBeVisible();

  await test.step('a mark in the text shows its note whatever the filter says', async () => {
    await window.getByRole('searchbox', { name: '筛选批注' }).fill('美育');
    await expect(shown).toHaveCount(1);
    await window.getByRole('treeitem', { name: /^（三）深化体育教育改革/ }).click();
    await window
      .getByRole('main', { name: '正文' })
      .getByRole('button', { name: /^批注 1：数据，“深化体育/ })
      .click();
    await expect(shown).toHaveCount(2);
    await expect(shown.filter({ hasText: '深化体育教育改革' })).toHaveAttribute('data-selected', 'true');
  });
});

test('the list is ordered and grouped by chapter, and that is remembered', async ({ launch, notesFolder }) => {
  await placeNotes(notesFolder, manyNotes(1000));
  const { window, app } = await launch();
  const list = window.getByRole('list', { name: '批注' });
  const heading = (name: RegExp) => list.getByRole('button', { name });
  await window.getByRole('button', { name: '排序和分组' }).click();
  await window.getByRole('menuitemcheckbox', { name: '按章分组' }).click();
  await expect(heading(/^文首，\d+ 条/)).toBeVisible();
  await heading(/^一、/).click();
  await expect(heading(/^一、/)).toHaveAttribute('aria-expanded', 'false');

  await test.step('the heading of what is read stays on top', async () => {
    const scroller = window.locator('[data-scroller="annotations"]');
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    const shownOnTop = () =>
      scroller.evaluate((element) => {
        const { left, top } = element.getBoundingClientRect();
        const found = document
          .elementFromPoint(left + 40, top + 2)
          ?.closest('li')
          ?.querySelector('[aria-expanded]');
        return found?.textContent ?? '';
      });
    await expect.poll(shownOnTop).toMatch(/^[二四五六七八九十]/);
  });

  await test.step('a mark in the text unfolds its group', async () => {
    await window
      .getByRole('main', { name: '正文' })
      .getByRole('button', { name: /^批注 1：/ })
      .first()
      .click();
    await expect(heading(/^一、/)).toHaveAttribute('aria-expanded', 'true');
    await expect(list.locator('li[data-selected]')).toBeInViewport();
  });

  await app.close();
  const { window: again } = await launch();
  await expect(again.getByRole('list', { name: '批注' }).getByRole('button', { name: /^文首，/ })).toBeVisible();
});

test('a heading on top is pushed away by the next one, down to the end of the list', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, manyNotes(60));
  const { window } = await launch();
  await window.getByRole('button', { name: '排序和分组' }).click();
  await window.getByRole('menuitemcheckbox', { name: '按章分组' }).click();
  await expect(window.getByRole('list', { name: '批注' }).getByRole('button', { name: /^文首，/ })).toBeVisible();
  const problems = await window.locator('[data-scroller="annotations"]').evaluate((scroller) => {
    const found: string[] = [];
    const lines = [...scroller.querySelectorAll('li')];
    const isCard = (line: Element) => line.matches('[data-annotation]');
    const headings = lines.filter((line) => !isCard(line)).flatMap((line) => line.querySelector('button') ?? []);
    if (lines.length < 62 || headings.length < 4) found.push(`only ${lines.length} lines, ${headings.length} headings`);
    for (let at = 0; at <= scroller.scrollHeight - scroller.clientHeight; at += 7) {
      scroller.scrollTo(0, at);
      const { top } = scroller.getBoundingClientRect();
      const boxes = headings.map((heading) => heading.getBoundingClientRect());
      boxes.forEach((box, index) => {
        if (box.bottom > (boxes[index + 1]?.top ?? Infinity) + 1) found.push(`${at}: heading ${index} over the next`);
      });
      // the uppermost card of which something is to be seen, and the heading before it
      const card = lines.findIndex((line) => isCard(line) && line.getBoundingClientRect().bottom > top + 32);
      const own = lines
        .slice(0, card)
        .filter((line) => !isCard(line))
        .at(-1);
      const heading = own?.querySelector('button')?.getBoundingClientRect();
      if (heading === undefined || heading.top < top - 1 || heading.top > top + 41)
        found.push(`${at}: not its heading`);
    }
    return found;
  });
  expect(problems).toEqual([]);
});

test('several annotations are chosen and changed together, and each change is one step', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, manyNotes(8));
  const { window } = await launch();
  const item = (index: number) => notes(window).nth(index);
  const quote = (index: number) => item(index).locator('button').first();
  const bar = window.getByRole('toolbar', { name: '所选批注' });
  await expect(notes(window)).toHaveCount(8);
  await quote(1).click({ modifiers: ['ControlOrMeta'] });
  await expect(item(1).getByRole('checkbox', { name: /^选择：/ })).toBeChecked();
  await quote(4).click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('已选 4 条');

  await bar.getByRole('button', { name: '类别' }).click();
  await window.getByRole('menuitem', { name: '疑问' }).click();
  await expect(window.locator('li[data-label="question"]')).toHaveCount(4);
  await window.keyboard.press('Control+z');
  await expect(window.locator('li[data-label="question"]')).toHaveCount(0);
  await expect(window.getByText('已撤销：修改类别（4 条）')).toBeVisible();

  await bar.getByRole('button', { name: '标签' }).click();
  await window.getByRole('textbox', { name: '给所选批注加标签' }).fill('招生，备案');
  await window.keyboard.press('Enter');
  const tags = window.getByRole('dialog', { name: '所选批注的标签' });
  await expect(tags.getByRole('listitem')).toHaveText(['招生4', '备案4']);
  await tags.getByRole('button', { name: '去掉标签 备案，4 条' }).click();
  await expect(tags.getByRole('listitem')).toHaveText(['招生4']);
  await window.keyboard.press('Escape');

  await test.step('only what is chosen is exported', async () => {
    await bar.getByRole('button', { name: '导出' }).click();
    const dialog = window.getByRole('dialog', { name: '导出' });
    await expect(dialog.getByRole('button', { name: /^所选批注/ })).toBeVisible();
    await expect(dialog.getByText('共 4 条', { exact: true })).toBeVisible();
    await window.keyboard.press('Escape');
  });

  await quote(0).focus();
  await window.keyboard.press('Control+a');
  await expect(bar).toContainText('已选 8 条');
  await bar.getByRole('button', { name: '删除' }).click();
  await expect(notes(window)).toHaveCount(0);
  await expect(bar).toBeHidden();
  await window.keyboard.press('Control+z');
  await expect(notes(window)).toHaveCount(8);
  await quote(0).click({ modifiers: ['ControlOrMeta'] });
  await quote(0).focus();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('checkbox', { name: /^选择：/ })).toHaveCount(0);
});

test('in a small window nothing of a card, the filter or the bar for chosen notes is covered or cut', async ({
  launch,
  notesFolder,
}) => {
  const author = '吉林市某某区教育局基础教育科办公室负责同志';
  await placeNotes(notesFolder, [
    ...manyNotes(60).map((note, index) => ({ ...note, tags: [`标签${index}`] })),
    foreignNote(61, { ...noteOn('深化体育教育改革'), author, body: '没有标签。' }),
  ]);
  const { app, window } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  await window.getByRole('searchbox', { name: '筛选批注' }).fill('没有标签');
  await expect(notes(window)).toHaveCount(1);
  const boxOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    if (box === null) throw new Error('not shown');
    return { ...box, right: box.x + box.width, bottom: box.y + box.height };
  };

  await expect(notes(window).getByTitle(author)).toHaveCSS('text-overflow', 'ellipsis');
  expect((await boxOf(notes(window).getByText('二（三）', { exact: true }))).height).toBeLessThan(24);
  await notes(window).hover();
  const buttons = await boxOf(notes(window).getByRole('button', { name: '删除' }));
  expect(buttons.bottom).toBeLessThan((await boxOf(notes(window).getByText('没有标签。'))).y);

  await window.getByRole('searchbox', { name: '筛选批注' }).fill('');
  await window.getByRole('button', { name: '筛选', exact: true }).click();
  const filter = window.getByRole('dialog', { name: '筛选条件' });
  await filter.getByRole('button', { name: /^只看标签：标签1，/ }).click();
  const popover = await boxOf(filter);
  expect(popover.bottom).toBeLessThanOrEqual((await boxOf(window.getByRole('contentinfo'))).y);
  expect((await boxOf(filter.getByRole('button', { name: '清除筛选' }))).bottom).toBeLessThanOrEqual(popover.bottom);
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: '多选' }).click();
  const bar = window.getByRole('toolbar', { name: '所选批注' });
  expect((await boxOf(bar.getByRole('button', { name: '删除' }))).right).toBeLessThanOrEqual(900 - 8);
});

test('a new highlight is scrolled into sight in the list, and the focus stays where it is', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, manyNotes(200));
  const { window } = await launch();
  await expect(notes(window).first()).toHaveAttribute('aria-setsize', '200');
  await dragOver(window, '健全安全保障体系');
  await window.keyboard.press('Control+h');
  await expect(
    window.getByRole('list', { name: '批注' }).getByRole('button', { name: /：健全安全保障体系$/ }),
  ).toBeInViewport();
  await expect(window.locator('li[data-annotation]:focus-within')).toHaveCount(0);
});
