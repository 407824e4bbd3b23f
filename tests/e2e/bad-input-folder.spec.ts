import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { closeWithoutSaving } from './dialogs.ts';
import { amongNotes, fileTree } from './file-tree.ts';
import { expect } from './fixtures.ts';
import { foreignNote, noteFolder, noteId, placeNotes } from './placed-notes.ts';
import { dragOver, notes, toolbarButton, writeNote } from './reader-actions.ts';
import { test } from './small-disk.ts';

const measure = '健全公办民办同步招生入学机制';
/** Longer than a retry takes to come round. */
const retried = { timeout: 15_000 };

async function chooseFolder(profile: string, dataFolder: string): Promise<void> {
  await writeFile(join(profile, 'settings.json'), JSON.stringify({ ...defaultSettings, dataFolder }));
}

const alert = (window: Page, words: string) => window.getByRole('alert').filter({ hasText: words });
const field = (window: Page) => window.getByRole('textbox', { name: '批注内容' });
const saved = (window: Page) => window.getByRole('status').filter({ hasText: '已保存' });

test('a notes folder that is missing at the start is said to be, and not made anew', async ({
  launch,
  profile,
}, testInfo) => {
  const folder = testInfo.outputPath('stick', '笔记夹');
  await chooseFolder(profile, folder);
  const { window } = await launch();
  await expect(alert(window, '找不到笔记文件夹').filter({ hasText: folder })).toBeVisible();
  await expect(window.getByRole('button', { name: /^笔记文件夹 找不到笔记文件夹/ })).toBeVisible();
  await expect(window.getByRole('main', { name: '正文' })).toContainText('“十四五”教育发展规划');
  await expect(window.getByText('还没有批注')).toBeHidden();

  await dragOver(window, measure);
  await toolbarButton(window, '高亮：重点').click();
  await expect(alert(window, '找不到笔记文件夹，可能是 U 盘已拔出')).toBeVisible();
  expect(existsSync(testInfo.outputPath('stick'))).toBe(false);

  await expect(window.getByRole('button', { name: '重试' })).toBeVisible();
  // it comes back without a click
  await placeNotes(folder, [foreignNote(0, { body: '盘里的批注' })]);
  await expect(notes(window)).toContainText('盘里的批注');
  await expect(alert(window, '可能是 U 盘已拔出、')).toBeHidden();
});

test('a file in the place of the notes folder is left alone', async ({ launch, notesFolder }) => {
  await writeFile(notesFolder, '不是文件夹');
  const { window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await dragOver(window, measure);
  await toolbarButton(window, '高亮：重点').click();
  await expect(window.getByRole('alert').first()).toBeVisible();
  expect(await readFile(notesFolder, 'utf8')).toBe('不是文件夹');
});

test('a notes folder that vanishes while a note is written: the words stay, and are saved when it is back', async ({
  window,
  notesFolder,
}) => {
  await writeNote(window, measure, '原来的话');
  await notes(window).getByRole('button', { name: '编辑批注' }).click();
  await rename(notesFolder, `${notesFolder}.away`);
  await field(window).fill('拔盘时写下的话');
  await expect(alert(window, '找不到笔记文件夹，可能是 U 盘已拔出')).toBeVisible();
  await expect(window.getByText('未保存', { exact: true })).toBeVisible();
  await expect(field(window)).toHaveValue('拔盘时写下的话');
  expect(existsSync(notesFolder)).toBe(false);

  await rename(`${notesFolder}.away`, notesFolder);
  await expect(saved(window)).toBeVisible(retried);
  const [path = ''] = amongNotes(await fileTree(notesFolder));
  expect(await readFile(join(notesFolder, path), 'utf8')).toContain('拔盘时写下的话');
});

test('a notes folder that nothing can be written to can be read', async ({ launch, profile, smallDisk }) => {
  await placeNotes(smallDisk.path, [foreignNote(0, { body: '只读盘上的批注' })]);
  await smallDisk.setReadOnly(true);
  await chooseFolder(profile, smallDisk.path);
  const before = await fileTree(smallDisk.path);
  const { app, window } = await launch();
  await closeWithoutSaving(app);
  await expect(alert(window, '可以阅读已有批注，但无法保存新的批注')).toBeVisible();
  await expect(notes(window)).toContainText('只读盘上的批注');
  await notes(window).getByRole('button', { name: '编辑批注' }).click();
  await field(window).fill('写不进去的话');
  await expect(alert(window, '笔记文件夹是只读的，无法保存')).toBeVisible();
  await expect(field(window)).toHaveValue('写不进去的话');
  expect(await fileTree(smallDisk.path)).toEqual(before);

  await smallDisk.setReadOnly(false);
  await expect(saved(window)).toBeVisible(retried);
  expect(await readFile(join(noteFolder(smallDisk.path), `${noteId(0)}.md`), 'utf8')).toContain('写不进去的话');
});

test('on a full disk the old note stays whole and the new words stay in the window until there is room', async ({
  launch,
  profile,
  smallDisk,
}) => {
  await placeNotes(smallDisk.path, [foreignNote(0, { body: '原来的话' }), foreignNote(1, { body: '另一条' })]);
  await chooseFolder(profile, smallDisk.path);
  const { app, window } = await launch();
  const said = await closeWithoutSaving(app);
  await notes(window).filter({ hasText: '原来的话' }).getByRole('button', { name: '编辑批注' }).click();
  await smallDisk.fill();
  const before = await fileTree(smallDisk.path);
  const words = '磁盘满时写下的话。'.repeat(500);
  await field(window).fill(words);
  const isKept = async () => (await field(window).inputValue()) === words;
  await expect(alert(window, '磁盘已满，这次没有保存')).toBeVisible();
  await expect(window.getByText('未保存', { exact: true })).toBeVisible();
  expect(await fileTree(smallDisk.path), 'the old note, and no temporary file').toEqual(before);

  // to be done with the note, or to turn to another one, does not lose the words either
  await window.getByRole('button', { name: '完成' }).click();
  await expect.poll(isKept).toBe(true);
  await notes(window).filter({ hasText: '另一条' }).getByRole('button', { name: '编辑批注' }).click();
  await expect(field(window)).toHaveValue('另一条');
  await notes(window)
    .first()
    .getByRole('button', { name: /编辑批注|写批注/ })
    .first()
    .click();
  await expect.poll(isKept).toBe(true);

  await smallDisk.free();
  await expect(saved(window)).toBeVisible(retried);
  const path = join(noteFolder(smallDisk.path), `${noteId(0)}.md`);
  expect((await readFile(path, 'utf8')).includes(words)).toBe(true);
  await app.close();
  expect(said()).toEqual([]);
});
