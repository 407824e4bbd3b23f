import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { noteOn, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { notes, painted } from './reader-actions.ts';

const box = (window: Page) => window.getByRole('searchbox', { name: '搜索', exact: true });
const results = (window: Page) => window.getByRole('listbox', { name: '搜索结果' });
const recent = (window: Page) => window.getByRole('grid', { name: '最近的搜索' });
const pattern = (window: Page) => window.getByRole('button', { name: '正则表达式', exact: true });
const reading = (window: Page) => window.getByRole('main', { name: '正文' });

async function open(window: Page, keys: 'Control+f' | 'Control+Shift+f') {
  await window.keyboard.press(keys);
  await expect(box(window)).toBeFocused();
}

test.describe('regular expressions', () => {
  test('are counted, painted and gone through like words, and listed', async ({ window }) => {
    await open(window, 'Control+f');
    await pattern(window).click();
    await expect(pattern(window)).toHaveAttribute('aria-pressed', 'true');
    await box(window).fill('航天.');
    await expect(window.getByText('无', { exact: true })).toBeVisible();
    await box(window).fill('创新(创业)?');
    await expect(window.getByText('1/7', { exact: true })).toBeVisible();
    const places = await painted(window, 'search');
    expect(places).toHaveLength(7);
    expect(new Set(places)).toEqual(new Set(['创新', '创新创业']));
    await window.keyboard.press('F3');
    await expect(window.getByText('2/7', { exact: true })).toBeVisible();
    await window.keyboard.press('Shift+F3');
    await window.getByRole('button', { name: '列出全部结果' }).click();
    await expect(results(window).getByRole('option').first().locator('mark').first()).toHaveText(/^创新/);
    await expect(window.getByText(/节，共 7 处$/)).toBeVisible();
    await pattern(window).click();
    // As words the signs do not count.
    await expect.poll(async () => [...new Set(await painted(window, 'search'))]).toEqual(['创新创业']);
  });

  test('that are none, or never end, are told in a sentence; the window answers all the time', async ({
    window: first,
    relaunch,
  }) => {
    test.setTimeout(120_000);
    await saveNotes(first, [noteOn('劳动教育', { body: `${'a'.repeat(60)}！` })]);
    const { window } = await relaunch();
    await expect(notes(window)).toHaveCount(1);
    await open(window, 'Control+Shift+f');
    await pattern(window).click();
    await box(window).fill('(');
    await expect(window.getByText('表达式有误')).toBeVisible();
    await expect(box(window)).toHaveAttribute('aria-invalid', 'true');
    // The note has many a and does not end with one.
    await box(window).fill('(a+)+$');
    const longest = await window.evaluate(async () => {
      let last = performance.now();
      let pause = 0;
      const until = last + 1200;
      while (performance.now() < until) {
        await new Promise(requestAnimationFrame);
        pause = Math.max(pause, performance.now() - last);
        last = performance.now();
      }
      return pause;
    });
    expect(longest).toBeLessThan(500);
    await expect(window.getByText('表达式用时太长，已停止')).toBeVisible();
    await box(window).fill('督.');
    await expect(results(window).getByRole('option').first()).toBeVisible();
    await expect(box(window)).toHaveAttribute('aria-invalid', 'false');

    // Every block of the plan is such a text, and ends in another way.
    await expect(window.getByRole('button', { name: '列出全部结果' })).toHaveCount(0);
    await window.getByRole('button', { name: '收起全部结果', expanded: true }).click();
    await expect(window.getByRole('button', { name: '列出全部结果', expanded: false })).toBeVisible();
    await box(window).fill('^([\\s\\S]+)+#$');
    await expect(window.getByText('表达式用时太长，已停止')).toBeVisible();
    await expectAccessible(window);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+f');
    await box(window).fill('督导');
    await expect(window.getByText('1/3', { exact: true })).toBeVisible();
  });
});

test('searches that were acted on are offered in the empty box, kept, and forgotten one by one or all', async ({
  window: first,
  relaunch,
}) => {
  test.setTimeout(120_000);
  await open(first, 'Control+f');
  for (const query of ['督导', '创新', '劳动']) {
    await box(first).fill(query);
    await expect(first.getByText(/^\d+\/\d+$/)).toBeVisible();
    await first.keyboard.press('Enter');
  }
  await box(first).fill('没有按回车');
  await first.keyboard.press('Escape');
  const { window } = await relaunch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await open(window, 'Control+f');
  const rows = recent(window).getByRole('row');
  await expect(rows).toHaveText(['劳动', '创新', '督导']);
  await expectAccessible(window);
  await window.keyboard.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(box(window)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Delete');
  await expect(rows).toHaveText(['劳动', '督导']);
  await expect(rows.nth(1)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(box(window)).toHaveValue('督导');
  await expect(box(window)).toBeFocused();
  await expect(window.getByText('1/3', { exact: true })).toBeVisible();
  await expect(recent(window)).toBeHidden();
  await box(window).fill('');
  await recent(window).getByRole('button', { name: '删去：劳动' }).click();
  await expect(rows).toHaveText(['督导']);
  await window.getByRole('button', { name: '全部删去' }).click();
  await expect(recent(window)).toBeHidden();
  await expect(box(window)).toBeFocused();
});

test('an expression comes back from the searches as one; a result that was chosen is remembered', async ({
  window,
}) => {
  await open(window, 'Control+Shift+f');
  await pattern(window).click();
  await box(window).fill('督导.制');
  await results(window).getByRole('option').first().click();
  await window.keyboard.press('Escape');
  await open(window, 'Control+f');
  await box(window).fill('');
  await expect(recent(window).getByRole('row')).toHaveText(['督导.制']);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(pattern(window)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => painted(window, 'search-current')).toHaveLength(1);
});

test('tags are completed', async ({ window: first, relaunch }) => {
  await saveNotes(first, [noteOn('劳动教育', { tags: ['招生', '德育处'] }), noteOn('教育评价', { tags: ['招生'] })]);
  const { window } = await relaunch();
  await expect(notes(window)).toHaveCount(2);
  await open(window, 'Control+Shift+f');
  await box(window).fill('标签:');
  const tags = window.getByRole('grid', { name: '标签' }).getByRole('row');
  await expect(tags).toHaveText(['招生', '德育处']);
  await box(window).fill('标签:dey');
  await expect(tags).toHaveText(['德育处']);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(box(window)).toHaveValue('标签:德育处');
  await expect(results(window).getByRole('option')).toHaveCount(1);
  await expect(tags).toHaveCount(0);
});

test('the outline shows how many places each section has, while there is a search', async ({ window }) => {
  test.setTimeout(120_000);
  const section = (name: RegExp) => window.getByRole('treeitem', { name });
  await open(window, 'Control+f');
  await box(window).fill('劳动教育');
  await expect(section(/^（五）加强新时代劳动教育，2 处搜索结果/)).toBeVisible();
  await expect(section(/^二、.*，2 处搜索结果/)).toBeVisible();
  await expect(section(/^三、.*搜索结果/)).toHaveCount(0);
  await expectAccessible(window);
  await window.keyboard.press('Escape');
  await expect(section(/搜索结果/)).toHaveCount(0);
});

test('F3 works from everywhere', async ({ window: first, relaunch }) => {
  await saveNotes(first, [noteOn('深化体育教育改革', { body: '商量' })]);
  const { window } = await relaunch();
  await expect(notes(window)).toHaveCount(1);
  const at = (place: number) => expect(window.getByText(`${place}/12`, { exact: true })).toBeVisible();
  await open(window, 'Control+f');
  await box(window).fill('改革');
  await at(1);
  await reading(window).focus();
  await window.keyboard.press('F3');
  await at(2);
  await window.getByRole('treeitem', { name: /^四、/ }).focus();
  await window.keyboard.press('F3');
  await at(3);
  const card = notes(window).first();
  await card.hover();
  await card.getByRole('button', { name: '编辑批注' }).click();
  await expect(window.getByRole('textbox', { name: '批注内容' })).toBeFocused();
  await window.keyboard.press('F3');
  await at(4);
  await window.keyboard.press('Shift+F3');
  await at(3);
  await window.getByRole('button', { name: '列出全部结果' }).click();
  await results(window).getByRole('option').first().click();
  const chosen = results(window).getByRole('option', { selected: true });
  await expect(chosen).toHaveText(/深化教育评价改革/);
  for (let step = 0; step < 3; step += 1) await window.keyboard.press('F3');
  await expect(chosen).not.toHaveText(/深化教育评价改革/);
  await expect(chosen).toBeInViewport();
});
