import { blockRanges } from '../../src/core/plan/canonical-text.ts';
import { noteOnBlock, plan } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { notes } from './reader-actions.ts';

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
