import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation } from '../../src/core/annotation/annotation.ts';
import { serialiseNoteFile } from '../../src/core/annotation/note-file.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, noteFolder, noteId, placeNotes } from './placed-notes.ts';
import { noteFiles, notes, painted, writeNote } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';
const alert = (window: Page, words: string) => window.getByRole('alert').filter({ hasText: words });
const field = (window: Page) => window.getByRole('textbox', { name: '批注内容' });
const item = (window: Page, words: string) => notes(window).filter({ hasText: words });

/** Replaces a file as synchronising programs do, which keep the time that it has on the other computer. */
async function deliver(path: string, note: Annotation): Promise<void> {
  const text = serialiseNoteFile({ annotation: note, extra: [] });
  if (!text.ok) throw new Error(text.error);
  const temporary = join(path, '..', '.syncthing.delivery.tmp');
  await writeFile(temporary, text.value);
  await utimes(temporary, 1_780_000_000, 1_780_000_000);
  await rename(temporary, path);
}

const pathOf = (notesFolder: string, index: number) => join(noteFolder(notesFolder), `${noteId(index)}.md`);

test('what another program adds, changes and removes appears in list, text and outline', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, [foreignNote(0, { body: '第一条' })]);
  const { window } = await launch();
  await expect(notes(window)).toHaveCount(1);

  await deliver(pathOf(notesFolder, 0), foreignNote(0, { body: '另一台电脑改过', rev: 2, label: 'data' }));
  await expect(item(window, '另一台电脑改过')).toBeVisible();
  await expect.poll(() => painted(window, 'annotation-data')).toEqual(['深化体育教育改革']);

  const second = foreignNote(1, { body: '另一台电脑新写' });
  await deliver(pathOf(notesFolder, 1), second);
  await expect(notes(window)).toHaveCount(2);
  await expect(window.getByRole('treeitem', { name: '（三）深化体育教育改革' })).toContainText('2');

  await rm(pathOf(notesFolder, 0));
  await expect(notes(window)).toHaveCount(1);
  await expect(item(window, '另一台电脑新写')).toBeVisible();
});

test('words being typed survive what another program writes into the same note', async ({ launch, notesFolder }) => {
  await placeNotes(notesFolder, [foreignNote(0, { body: '原来的话' })]);
  const { window } = await launch();
  await notes(window).getByRole('button', { name: '编辑批注' }).click();
  await field(window).pressSequentially('，正在写');
  await deliver(pathOf(notesFolder, 0), foreignNote(0, { body: '同事的话', rev: 2, device: 'PC-B' }));
  await field(window).pressSequentially('的字');
  await expect
    .poll(async () => readFile(pathOf(notesFolder, 0), 'utf8'))
    .toMatch(/原来的话，正在写的字.*冲突副本（.*）.*同事的话/s);
  await expect(field(window)).toHaveValue(/^原来的话，正在写的字/);

  // Words that are saved follow what the other program writes.
  await window.getByRole('button', { name: '完成' }).click();
  await notes(window).getByRole('button', { name: '编辑批注' }).click();
  await deliver(pathOf(notesFolder, 0), foreignNote(0, { body: '同事整理成一份', rev: 9, device: 'PC-B' }));
  await expect(field(window)).toHaveValue('同事整理成一份');
});

test('conflict copies of five programs become one note, which says so until both texts are made one', async ({
  launch,
  notesFolder,
}) => {
  const names = [
    '.sync-conflict-20261123-142410-MSWIQBQ.md',
    '-NSConflict-王老师-v2.md',
    '-DESKTOP-7QK3A1.md',
    ' (王老师 的冲突副本 2026-11-23).md',
    ' (conflicted copy 2026-11-23 142410).md',
  ];
  await placeNotes(
    notesFolder,
    names.map((_, index) => foreignNote(index, { body: `这边的话 ${index}`, rev: 2, device: 'PC-A' })),
  );
  const { window } = await launch();
  await expect(notes(window)).toHaveCount(5);
  for (const [index, name] of names.entries()) {
    const path = pathOf(notesFolder, index).replace(/\.md$/, name);
    await deliver(path, foreignNote(index, { body: `那边的话 ${index}`, rev: 2, device: 'PC-B' }));
  }
  await expect(item(window, '冲突')).toHaveCount(5);
  const files = await noteFiles(notesFolder);
  expect([...files.keys()].sort()).toEqual(names.map((_, index) => pathOf(notesFolder, index)).sort());
  for (const index of names.keys()) {
    const text = files.get(pathOf(notesFolder, index));
    expect(text).toContain(`这边的话 ${index}`);
    expect(text).toContain(`那边的话 ${index}`);
  }
  await item(window, '这边的话 0').getByRole('button', { name: '编辑批注' }).click();
  await field(window).fill('整理成一份');
  await window.getByRole('button', { name: '完成' }).click();
  await expect(item(window, '冲突')).toHaveCount(4);

  await window.getByRole('button', { name: '筛选', exact: true }).click();
  const choice = window.getByRole('dialog', { name: '筛选条件' }).getByRole('button', { name: '冲突' });
  await expect(choice).toHaveText('冲突4');
  await choice.click();
  await window.keyboard.press('Escape');
  await expect(window.getByText('4 / 5 条')).toBeVisible();
  await expect(item(window, '整理成一份')).toBeHidden();
  await window.getByRole('list', { name: '当前筛选条件' }).getByRole('button', { name: '去掉条件：冲突' }).click();
  await expect(window.getByText('5 条', { exact: true })).toBeVisible();
});

test('what is written here does not come back as a change of others', async ({ app, window, notesFolder }) => {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const send = contents.send.bind(contents);
    const sent: string[] = [];
    Object.assign(globalThis, { sentToPage: sent });
    contents.send = (name: string, ...rest: unknown[]) => {
      sent.push(name);
      send(name, ...rest);
    };
  });
  await writeNote(window, measure, '自己写的话');
  await notes(window).getByRole('button', { name: '编辑批注' }).click();
  await field(window).fill('自己改的话');
  await window.getByRole('button', { name: '完成' }).click();
  await notes(window).getByRole('button', { name: '删除' }).click();
  await expect(notes(window)).toHaveCount(0);
  await window.getByRole('button', { name: '撤销' }).first().click();
  await expect(notes(window)).toHaveCount(1);
  const sent = () =>
    app.evaluate(() =>
      (globalThis as unknown as { sentToPage: string[] }).sentToPage.filter((name) => /notes/.test(name)),
    );
  expect(await sent()).toEqual([]);
  await placeNotes(notesFolder, [foreignNote(0, { body: '别处写的' })]);
  await expect(notes(window)).toHaveCount(2);
  expect(await sent()).toEqual(['notesChanged']);
});

test('a folder that is pulled out is said at once, and its notes are there again by themselves', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, [foreignNote(0, { body: '盘里的批注' })]);
  const { window } = await launch();
  await expect(item(window, '盘里的批注')).toBeVisible();
  await rename(notesFolder, `${notesFolder} 已拔出`);
  await expect(alert(window, '找不到笔记文件夹')).toBeVisible();
  await deliver(pathOf(`${notesFolder} 已拔出`, 1), foreignNote(1, { body: '在别处写的' }));
  await rename(`${notesFolder} 已拔出`, notesFolder);
  await expect(alert(window, '找不到笔记文件夹')).toBeHidden();
  await expect(item(window, '在别处写的')).toBeVisible();
});

test('many notes gone at once raise an alarm, also after a restart, until the reader goes on or they are back', async ({
  launch,
  notesFolder,
}) => {
  const all = Array.from({ length: 20 }, (_, index) => foreignNote(index, { body: `批注 ${index}` }));
  await placeNotes(notesFolder, all);
  const away = join(notesFolder, '..', '误移走');
  await mkdir(away);
  const first = await launch();
  await expect(first.window.getByText('20 条', { exact: true })).toBeVisible();
  for (let index = 0; index < 8; index += 1) {
    await rename(pathOf(notesFolder, index), join(away, `${noteId(index)}.md`));
  }
  const words = '笔记文件夹里少了 8 条批注';
  await expect(alert(first.window, words)).toBeVisible();
  await expect(first.window.getByText('12 条', { exact: true })).toBeVisible();
  await first.app.close();

  const second = await launch();
  await expect(alert(second.window, words)).toBeVisible();
  for (let index = 0; index < 8; index += 1) {
    await rename(join(away, `${noteId(index)}.md`), pathOf(notesFolder, index));
  }
  await expect(alert(second.window, '笔记文件夹里少了')).toBeHidden();
  await expect(second.window.getByText('20 条', { exact: true })).toBeVisible();

  for (let index = 0; index < 8; index += 1) await rm(pathOf(notesFolder, index));
  await expect(alert(second.window, words)).toBeVisible();
  await second.window.getByRole('button', { name: '仍按现状继续' }).click();
  await expect(alert(second.window, '笔记文件夹里少了')).toBeHidden();
  await expect(second.window.getByText('12 条', { exact: true })).toBeVisible();
});
