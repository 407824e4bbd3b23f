import type { Page } from '@playwright/test';
import { noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { notes } from './reader-actions.ts';

const passages = ['发展基础', '深化体育教育改革', '构建产业人才培养培训新体系'];
const sections = [/^（一）发展基础/, /^（三）深化体育教育改革/, /^（二）构建产业人才培养培训新体系/];
const each = 9;
const many = passages.flatMap((words, index) =>
  Array.from({ length: each }, (_, nth) =>
    foreignNote(index * each + nth, { ...noteOn(words), body: `第 ${nth + 1} 条` }),
  ),
);

const offer = (window: Page) => window.getByRole('button', { name: `转到：本节批注 ${each} 条` });
const list = (window: Page) => window.getByRole('list', { name: '批注' }).locator('..');
const firstOf = (window: Page, nth: number) => notes(window).nth(nth * each);
const read = (window: Page, nth: number) => window.getByRole('treeitem', { name: sections[nth] ?? '' }).click();

test('the list of notes offers those of the section that is read, and goes along where that is wanted', async ({
  launch,
  notesFolder,
}, testInfo) => {
  await placeNotes(notesFolder, many);
  const { app, window } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await expect(notes(window)).toHaveCount(many.length);
  const scrolled = () => list(window).evaluate((element) => element.scrollTop);

  await read(window, 1);
  await expect(offer(window)).toBeVisible();
  expect(await scrolled(), 'nobody has asked for it').toBe(0);
  await window.screenshot({ path: testInfo.outputPath('offer.png') });
  await offer(window).press('Enter');
  await expect(firstOf(window, 1)).toBeInViewport({ ratio: 1 });
  await expect(firstOf(window, 1).getByRole('button').first()).toBeFocused();
  await expect(offer(window)).toBeHidden();
  await read(window, 2);
  await offer(window).click();
  await expect(firstOf(window, 2)).toBeInViewport({ ratio: 1 });

  await window.getByRole('button', { name: '排序和分组' }).click();
  await window.getByRole('menuitemcheckbox', { name: '随正文滚动' }).click();
  await read(window, 0);
  await expect(firstOf(window, 0)).toBeInViewport({ ratio: 1 });
  await expect(offer(window)).toBeHidden();

  await test.step('not while somebody reads or writes in it', async () => {
    const before = await scrolled();
    await window.getByRole('main', { name: '正文' }).focus();
    await firstOf(window, 0).hover();
    await window.keyboard.press('Alt+ArrowDown');
    for (let step = 0; step < 12 && !(await offer(window).isVisible()); step += 1)
      await window.keyboard.press('Alt+ArrowDown');
    await expect(offer(window)).toBeVisible();
    expect(await scrolled()).toBe(before);
  });

  await test.step('another order has no place to go to', async () => {
    await window.getByRole('button', { name: '排序和分组' }).click();
    await window.getByRole('menuitemradio', { name: '最近修改在前' }).click();
    await expect(offer(window)).toBeHidden();
  });
});
