import type { ElectronApplication, Page } from '@playwright/test';
import { answerMessageBoxes } from './dialogs.ts';
import { amongNotes, fileTree } from './file-tree.ts';
import { expect, test } from './fixtures.ts';
import { dragOver, highlight, notes } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';

/** The next file that is saved takes this long to reach the disk, in ms. */
async function slowDown(app: ElectronApplication, milliseconds: number): Promise<void> {
  await app.evaluate(async (_electron, pause) => {
    const files: typeof import('node:fs/promises') | undefined = process.mainModule?.require('node:fs/promises');
    if (files === undefined) throw new Error('no modules');
    const file = await files.open(process.execPath);
    const prototype = Object.getPrototypeOf(file) as typeof file;
    await file.close();
    const { sync } = prototype;
    prototype.sync = async function slow() {
      prototype.sync = sync;
      await new Promise((resolve) => setTimeout(resolve, pause));
      await sync.call(this);
    };
  }, milliseconds);
}

async function quitFromMenu(window: Page): Promise<void> {
  await window.getByRole('button', { name: '菜单' }).click();
  await window.getByRole('menuitem', { name: '文件' }).hover();
  await window.getByRole('menuitem', { name: '退出' }).click();
}

test('a highlight that is on its way to a slow disk is there after quitting', async ({
  app,
  window,
  notesFolder,
  relaunch,
}) => {
  await highlight(window, '深化体育教育改革', '重点');
  await slowDown(app, 4000);
  await dragOver(window, measure);
  await window.keyboard.press('Control+h');
  const closed = app.waitForEvent('close');
  await quitFromMenu(window);
  await closed;
  expect(amongNotes(await fileTree(notesFolder)).filter((path) => !path.endsWith('.md'))).toEqual([]);
  const { window: again } = await relaunch();
  await expect(notes(again)).toHaveCount(2);
  await expect(notes(again).filter({ hasText: measure })).toBeVisible();
});

test('a window that saves for long says so, and closes when the reader has enough of it', async ({ app, window }) => {
  await highlight(window, '深化体育教育改革', '重点');
  await slowDown(app, 60_000);
  await dragOver(window, measure);
  await window.keyboard.press('Control+h');
  const said = await answerMessageBoxes(app, 0);
  await quitFromMenu(window);
  await expect.poll(said, { timeout: 20_000 }).toContainEqual(expect.stringContaining('仍在保存…'));
  const closed = app.waitForEvent('close');
  await answerMessageBoxes(app, 1);
  await closed;
});
