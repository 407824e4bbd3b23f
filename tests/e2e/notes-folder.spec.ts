import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpenDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { highlight, noteFiles, notes } from './reader-actions.ts';

const first = '加大力度配齐配好中小学体育教师';
const second = '健全公办民办同步招生入学机制';

test('another notes folder is used from now on, and the old one stays as it is', async ({
  app,
  window,
  relaunch,
  notesFolder,
}, testInfo) => {
  const usbStick = testInfo.outputPath('U 盘');
  await mkdir(usbStick);
  await highlight(window, first, '重点');
  const before = await noteFiles(notesFolder);

  await answerOpenDialog(app, [usbStick]);
  await window.keyboard.press('ControlOrMeta+,');
  const settings = window.getByRole('dialog', { name: '设置' });
  await settings.getByRole('button', { name: '更改…' }).click();
  await expect(settings.getByText(usbStick)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(notes(window)).toHaveCount(0);

  await highlight(window, second, '待办');
  expect([...(await noteFiles(usbStick)).values()].join()).toContain(second);
  expect(await noteFiles(notesFolder)).toEqual(before);

  const again = await relaunch();
  await expect(notes(again.window)).toHaveCount(1);
  await expect(notes(again.window)).toContainText(second);
});

test('cancelling the choice of a folder changes nothing', async ({ app, window, notesFolder }) => {
  await answerOpenDialog(app, []);
  await window.keyboard.press('ControlOrMeta+,');
  const settings = window.getByRole('dialog', { name: '设置' });
  await settings.getByRole('button', { name: '更改…' }).click();
  await expect(settings.getByText(notesFolder)).toBeVisible();
});

test('a folder that is gone is said, nothing is made in its place, and its notes come back with it', async ({
  app,
  window,
  relaunch,
  notesFolder,
}) => {
  await highlight(window, first, '重点');
  await app.close();
  await rename(notesFolder, `${notesFolder} 已拔出`);
  // a file where the folder was: it can neither be read as one nor be made anew
  await writeFile(notesFolder, '');

  const without = await relaunch();
  await expect(without.window.getByText('找不到笔记文件夹').first()).toBeVisible();
  await expect(notes(without.window)).toHaveCount(0);
  await without.app.close();

  await rename(notesFolder, join(notesFolder, '..', '空文件'));
  await rename(`${notesFolder} 已拔出`, notesFolder);
  const back = await relaunch();
  await expect(notes(back.window)).toHaveCount(1);
});
