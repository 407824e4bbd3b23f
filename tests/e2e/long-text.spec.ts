import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { planFromText } from '../../src/core/outline/plan-from-text.ts';
import { bundledId, longPlan } from '../bench/long-plan.mjs';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';

const text = longPlan(300_000);
const sections = 12 + 12 * 30;

const heading = (window: Page, id: string) =>
  window.getByRole('main', { name: '正文' }).locator(`[data-section="${id}"]`);
const line = (window: Page, id: string) => window.getByRole('tree', { name: '目录' }).locator(`[data-key="${id}"]`);
const isComplete = (window: Page) =>
  expect(window.getByRole('main', { name: '正文' }).locator('[data-section]')).toHaveCount(sections);

/** A block in the middle of the pane, and where it stands once the text has come to rest. */
async function rowInSight(window: Page): Promise<{ row: string; y: number }> {
  const inSight = () =>
    window.evaluate(() => {
      for (let y = 200; y < 600; y += 10) {
        const row = document.elementFromPoint(600, y)?.closest<HTMLElement>('[data-row]');
        if (row != null) return { row: row.dataset.row ?? '', y: row.getBoundingClientRect().top };
      }
      return null;
    });
  let last: Awaited<ReturnType<typeof inSight>> = null;
  await expect
    .poll(async () => {
      const before = last;
      last = await inSight();
      return last !== null && last.row === before?.row && last.y === before.y;
    })
    .toBe(true);
  if (last === null) throw new Error('there is no text');
  return last;
}

async function placeText(notesFolder: string, json: string): Promise<void> {
  const folder = join(notesFolder, '文档', bundledId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'plan.json'), json);
}

test('a long text is there at once where it was left, and as a whole a little later', async ({
  window: shipped,
  relaunch,
  notesFolder,
}) => {
  await expect(shipped.getByRole('tree', { name: '目录' })).toBeVisible();
  await placeText(notesFolder, text.json);

  const { window } = await relaunch();
  const tree = window.getByRole('tree', { name: '目录' });
  await expect(tree).toBeVisible();
  // asked for before it is in the page
  await window.keyboard.press('Control+t');
  await window.keyboard.press('End');
  await expect(line(window, '12.30')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(heading(window, '12.30')).toBeInViewport();
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(sections / 2);
  await isComplete(window);
  await expect(heading(window, '12.30')).toBeInViewport();
  await window.keyboard.press('ArrowLeft');
  await expect(line(window, '12')).toBeFocused();
  await window.keyboard.press('ArrowLeft');
  await expect(line(window, '12')).toHaveAttribute('aria-expanded', 'false');
  await expect(line(window, '12.30')).toHaveCount(0);
  await window.keyboard.press('Home');
  await window.keyboard.press('PageDown');
  await window.keyboard.press('Enter');
  const middle = await tree.locator(':focus').getAttribute('data-key');
  if (middle === null) throw new Error('no line has the focus');
  await expect(heading(window, middle)).toBeInViewport();
  // into the middle of a section
  await window.getByRole('main', { name: '正文' }).hover();
  await window.mouse.wheel(0, 900);
  await expect(heading(window, middle)).not.toBeInViewport();
  const { row, y } = await rowInSight(window);

  const again = (await relaunch()).window;
  await isComplete(again);
  await expect(again.locator(`[data-row="${row}"]`)).toBeInViewport();
  const moved = (await again.locator(`[data-row="${row}"]`).boundingBox())?.y ?? 0;
  expect(Math.abs(moved - y), 'pixels that the view has moved').toBeLessThan(4);
  await expect(again.getByRole('tree', { name: '目录' }).locator('[aria-current="location"]')).toBeInViewport();
  // in what came before the place that was left
  await line(again, '1').click();
  await expect(heading(again, '1')).toBeInViewport();
});

test('a long text without headings comes little by little as well, and opens where it was left', async ({
  window: shipped,
  relaunch,
  notesFolder,
}) => {
  await expect(shipped.getByRole('tree', { name: '目录' })).toBeVisible();
  const lines = Array.from({ length: 3000 }, (_, index) => `这是第${index}行的内容，推进教育高质量发展。`);
  const head = ['规划', '一、总则', ...lines.slice(0, 1500), '二、任务', ...lines.slice(1500)];
  await placeText(notesFolder, JSON.stringify(planFromText(bundledId, head.join('\n'))));
  const { window } = await relaunch();
  const text = window.getByRole('main', { name: '正文' });
  const all = (page: Page) =>
    expect(page.getByRole('main', { name: '正文' }).locator('[data-b]')).toHaveCount(3003, { timeout: 30_000 });
  await all(window);
  // into the middle of a section, by what is found there
  await window.keyboard.press('Control+f');
  await window.getByRole('searchbox', { name: '搜索' }).fill('这是第900行');
  await window.keyboard.press('Enter');
  await expect(text.getByText('这是第900行')).toBeInViewport();
  await window.keyboard.press('Escape');
  await text.hover();
  await window.mouse.wheel(0, 600);
  await expect(text.getByText('这是第900行')).not.toBeInViewport();
  const { row, y } = await rowInSight(window);

  const again = (await relaunch()).window;
  await expect(again.locator(`[data-row="${row}"]`)).toBeInViewport();
  await all(again);
  await expect(again.locator(`[data-row="${row}"]`)).toBeInViewport();
  const moved = (await again.locator(`[data-row="${row}"]`).boundingBox())?.y ?? 0;
  expect(Math.abs(moved - y), 'pixels that the view has moved').toBeLessThan(4);
});

test('characters that the shipped text does not have come in the faces of the program', async ({
  window: shipped,
  relaunch,
  notesFolder,
}) => {
  await expect(shipped.getByRole('tree', { name: '目录' })).toBeVisible();
  await placeText(notesFolder, JSON.stringify(planFromText(bundledId, '规划\n一、龘字。\n（一）龘。\n飝馫。')));
  const { window } = await relaunch();
  await expect(heading(window, '1.1')).toBeVisible();
  const loaded = (face: string, character: string) =>
    window.evaluate(
      ([font, text]) =>
        document.documentElement.dataset.fonts === 'whole' && document.fonts.check(font ?? '', text ?? ''),
      [face, character],
    );
  await expect.poll(() => loaded('16px "Noto Serif SC"', '馫')).toBe(true);
  await placeNotes(notesFolder, [foreignNote(0, { document: bundledId, body: '靐' })]);
  await expect(window.getByText('靐')).toBeVisible();
  await expect.poll(() => loaded('16px "Noto Sans SC"', '靐')).toBe(true);
});
