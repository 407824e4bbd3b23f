import type { Locator, Page } from '@playwright/test';
import { openDialog } from './export-dialog.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';

/** Controls that are hidden for the eye, or anything else that is placed by itself, outside the pane that scrolls it. */
const strays = (window: Page) =>
  window.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        if (getComputedStyle(element).position !== 'absolute' || element.offsetParent === null) return false;
        let scroller = element.parentElement;
        while (scroller !== null && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
          scroller = scroller.parentElement;
        }
        return scroller !== null && !scroller.contains(element.offsetParent);
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );

/** The page fills the window, and there is nothing that it could scroll to. */
async function expectStill(window: Page): Promise<void> {
  const page = await window.evaluate(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    return {
      scrollTop,
      rest: scrollHeight - clientHeight,
      body: document.body.scrollTop,
      rootTop: document.body.getBoundingClientRect().top,
    };
  });
  expect(page).toEqual({ scrollTop: 0, rest: 0, body: 0, rootTop: 0 });
}

/** Gives the focus to each choice and box inside `part`, from the top to the bottom and back. */
async function visitChoices(window: Page, part: Locator): Promise<void> {
  expect(await strays(window)).toEqual([]);
  const fields = await part.locator('input:is([type=radio], [type=checkbox])').all();
  expect(fields.length).toBeGreaterThan(0);
  for (const field of [...fields, ...[...fields].reverse()]) {
    await field.focus();
    await expectStill(window);
    // It is where what is seen of it is.
    const isInLabel = await field.evaluate((input) => {
      const own = input.getBoundingClientRect();
      const seen = input.closest('label')?.getBoundingClientRect();
      return seen !== undefined && own.top >= seen.top - 2 && own.bottom <= seen.bottom + 2;
    });
    expect(isInLabel).toBe(true);
  }
}

test('nothing that gets the focus in the overview moves the page', async ({ launch, notesFolder }) => {
  await placeNotes(notesFolder, [foreignNote(1, {})]);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await expect.poll(() => window.evaluate(() => innerHeight)).toBe(800);
  await window.getByRole('tab', { name: '概览' }).click();
  const pane = window.getByRole('tabpanel', { name: '概览' });
  await visitChoices(window, pane);
  const gaps = window.getByRole('radiogroup', { name: '列出哪些条款' });
  await gaps.getByText('无任务').click();
  await expectStill(window);
  await expect(window.getByRole('button', { name: '菜单' })).toBeInViewport({ ratio: 1 });
  await window.getByRole('list', { name: '没有任务的条款' }).getByRole('button').last().focus();
  await visitChoices(window, pane);
});

test('nothing that gets the focus in a dialog moves the page, however small the window', async ({ app, window }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  await expect.poll(() => window.evaluate(() => innerHeight)).toBe(600);
  await visitChoices(window, await openDialog(window));
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: '阅读设置' }).click();
  await visitChoices(window, window.getByRole('dialog'));
  await window.keyboard.press('Escape');
  for (const keys of ['Control+,', 'F1', 'Control+Shift+o', 'Control+Shift+p']) {
    await window.keyboard.press(keys);
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await strays(window)).toEqual([]);
    await expectStill(window);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  }
});
