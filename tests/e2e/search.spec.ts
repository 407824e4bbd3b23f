import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const box = (window: Page) => window.getByRole('searchbox', { name: '搜索', exact: true });
const results = (window: Page) => window.getByRole('listbox', { name: '搜索结果' });

async function open(window: Page, keys: 'Control+f' | 'Control+Shift+f') {
  await expect(box(window)).toBeVisible();
  await window.keyboard.press(keys);
  await expect(box(window)).toBeFocused();
}

/** The texts under a highlight of the page, as painted. */
function painted(window: Page, name: 'search' | 'search-current'): Promise<string[]> {
  return window.evaluate((highlight) => {
    const ranges = CSS.highlights.get(highlight) ?? [];
    return [...ranges].map((part) => {
      const range = new Range();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString();
    });
  }, name);
}

/** The number before the heading that is nearest above the current place. */
function currentHeading(window: Page): Promise<string> {
  return window.evaluate(() => {
    const [current] = CSS.highlights.get('search-current') ?? [];
    const headings = [...document.querySelectorAll('main [data-section]')];
    const above = headings.filter(
      (heading) =>
        current !== undefined &&
        (heading.contains(current.startContainer) ||
          (heading.compareDocumentPosition(current.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) > 0),
    );
    return above.at(-1)?.getAttribute('data-section') ?? '';
  });
}

test.describe('find in the text', () => {
  test('counts, paints and goes from place to place', async ({ window }) => {
    await open(window, 'Control+f');
    await box(window).fill('创新');
    await expect(window.getByText('1/7', { exact: true })).toBeVisible();
    expect(await painted(window, 'search')).toEqual(Array(7).fill('创新'));
    expect(await painted(window, 'search-current')).toEqual(['创新']);
    expect(await currentHeading(window)).toBe('3.4');

    await window.keyboard.press('Enter');
    await expect(window.getByText('2/7', { exact: true })).toBeVisible();
    await window.keyboard.press('F3');
    await window.keyboard.press('F3');
    await expect(window.getByText('4/7', { exact: true })).toBeVisible();
    expect(await currentHeading(window)).toBe('7');
    await window.keyboard.press('Shift+F3');
    await window.keyboard.press('Shift+Enter');
    await expect(window.getByText('2/7', { exact: true })).toBeVisible();
    await window.getByRole('button', { name: '下一处' }).click();
    await expect(window.getByText('第 3 处，共 7 处')).toBeAttached();
    for (let step = 0; step < 5; step += 1) await window.keyboard.press('F3');
    await expect(window.getByText('1/7', { exact: true })).toBeVisible();
  });

  test('the current place is in sight', async ({ window }) => {
    await open(window, 'Control+f');
    await box(window).fill('资历框架');
    await expect.poll(() => painted(window, 'search-current')).toEqual(['资历框架']);
    const distance = await window.evaluate(() => {
      const [current] = CSS.highlights.get('search-current') ?? [];
      const pane = document.querySelector('main')?.getBoundingClientRect();
      const element = current?.startContainer.parentElement?.getBoundingClientRect();
      return pane && element ? { below: element.top - pane.top, above: pane.bottom - element.bottom } : null;
    });
    expect(distance?.below).toBeGreaterThan(0);
    expect(distance?.above).toBeGreaterThan(0);
  });

  test('finds what differs only in form', async ({ window }) => {
    await open(window, 'Control+f');
    for (const [query, found] of [
      ['雙創', '双创'],
      ['放管服改革', '放管服”改革'],
      ['中共中央国务院', '中共中央 国务院'],
      ['⻓效机制', '长效机制'],
    ] as const) {
      await box(window).fill(query);
      await expect.poll(() => painted(window, 'search-current')).toEqual([found]);
    }
  });

  test('Esc ends it and gives the keyboard back to the text; F3 brings it back', async ({ window }) => {
    await open(window, 'Control+f');
    await box(window).fill('劳动教育');
    await expect(window.getByText('1/2', { exact: true })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('main', { name: '正文' })).toBeFocused();
    await expect(box(window)).toHaveValue('');
    expect(await painted(window, 'search')).toEqual([]);
    await window.keyboard.press('F3');
    await expect.poll(() => painted(window, 'search-current')).toEqual(['劳动教育']);
  });

  test('nothing found is said', async ({ window }) => {
    await open(window, 'Control+f');
    await box(window).fill('航天飞机');
    await expect(window.getByText('没有找到', { exact: true })).toBeAttached();
    expect(await painted(window, 'search')).toEqual([]);
  });

  test('signs of a query language are just characters', async ({ window }) => {
    await open(window, 'Control+f');
    for (const query of ['教育:', '教育~', '教育^', '+', '-', '*', '"', '.*', '__proto__']) {
      await box(window).fill(query);
      await expect(box(window)).toHaveValue(query);
    }
    await box(window).fill('督导');
    await expect.poll(async () => (await painted(window, 'search')).length).toBe(3);
  });
});

test.describe('search everything', () => {
  test('lists sections with snippets and goes there by keyboard', async ({ window }) => {
    await open(window, 'Control+Shift+f');
    await expect(window.getByRole('tab', { name: '搜索结果' })).toHaveAttribute('aria-selected', 'true');
    await box(window).fill('改革');
    await expect(window.getByText('10 节，共 12 处')).toBeVisible();
    const first = results(window).getByRole('option').first();
    await expect(first).toContainText('四（一）');
    await expect(first).toContainText('深化教育评价改革');
    await expect(first.locator('mark').first()).toHaveText('改革');

    await window.keyboard.press('ArrowDown');
    await expect(first).toBeFocused();
    await expect.poll(() => currentHeading(window)).toBe('4.1');
    await window.keyboard.press('ArrowDown');
    await expect(results(window).getByRole('option').nth(1)).toBeFocused();
    await expect.poll(() => currentHeading(window)).not.toBe('4.1');
    await window.keyboard.press('ArrowUp');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('main', { name: '正文' })).toBeFocused();
    expect(await currentHeading(window)).toBe('4.1');
    await expect(results(window)).toBeVisible();
  });

  test('from the first result one step up leads back to the box', async ({ window }) => {
    await open(window, 'Control+Shift+f');
    await box(window).fill('改革');
    await expect(results(window)).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(results(window).getByRole('option').first()).toBeFocused();
    await window.keyboard.press('ArrowUp');
    await expect(box(window)).toBeFocused();
  });

  test('a click on a result goes there', async ({ window }) => {
    await open(window, 'Control+Shift+f');
    await box(window).fill('立交桥');
    await results(window).getByRole('option').first().click();
    await expect.poll(() => painted(window, 'search-current')).toEqual(['立交桥']);
  });

  test('pinyin and questions find something too', async ({ window }) => {
    await open(window, 'Control+Shift+f');
    await box(window).fill('xxjkjy');
    await expect(results(window).getByRole('option').first()).toContainText('加强新时代学校健康教育');
    await expect(results(window).getByRole('option').first()).toContainText('拼音');
    await box(window).fill('如何减轻学生作业负担');
    await expect(results(window).getByRole('option').first()).toContainText('二（二）');
    await expect(results(window).getByRole('group', { name: '相关内容' })).toBeVisible();
  });

  test('an empty result says what to try', async ({ window }) => {
    await open(window, 'Control+Shift+f');
    await expect(window.getByText('输入要找的词')).toBeVisible();
    await box(window).fill('航天飞机');
    await expect(window.getByText('没有找到。试试拼音，或减少字数。')).toBeVisible();
  });

  test('Esc leaves the results and brings the outline back', async ({ window }) => {
    await open(window, 'Control+Shift+f');
    await box(window).fill('督导');
    await expect(results(window)).toBeVisible();
    await window.keyboard.press('ArrowDown');
    await expect(results(window).getByRole('option').first()).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('main', { name: '正文' })).toBeFocused();
    await expect(window.getByRole('tab', { name: '目录' })).toHaveAttribute('aria-selected', 'true');
    await expect(results(window)).toBeHidden();
  });
});

test('nothing is searched while an input method composes', async ({ window }) => {
  await open(window, 'Control+f');
  const input = await window.context().newCDPSession(window);
  await input.send('Input.imeSetComposition', { text: '创新', selectionStart: 2, selectionEnd: 2 });
  await expect(box(window)).toHaveValue('创新');
  await window.keyboard.press('F3');
  await expect(window.getByText('1/7', { exact: true })).toBeHidden();
  expect(await painted(window, 'search')).toEqual([]);
  await input.send('Input.insertText', { text: '创新' });
  await expect(window.getByText('1/7', { exact: true })).toBeVisible();
  expect(await painted(window, 'search-current')).toEqual(['创新']);
});
