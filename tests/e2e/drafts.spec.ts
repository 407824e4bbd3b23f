import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerMessageBoxes, closeWithoutSaving } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { dragOver, focusedLedger, noteFiles, notes, toolbarButton } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';
const found = '已找回未保存的文字';
const field = (window: Page) => window.getByRole('textbox', { name: '批注内容' });

async function beginNote(window: Page): Promise<void> {
  await dragOver(window, measure);
  await toolbarButton(window, '批注').click();
  await expect(field(window)).toBeFocused();
}

/** Ends the program as a power cut or the system does. */
async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** From now on there is no room for notes; the application's own files are on another disk. */
async function fillDiskForNotes(app: ElectronApplication): Promise<void> {
  await app.evaluate(async () => {
    const files: typeof import('node:fs/promises') | undefined = process.mainModule?.require('node:fs/promises');
    if (files === undefined) throw new Error('no modules');
    const file = await files.open(process.execPath);
    const prototype = Object.getPrototypeOf(file) as typeof file;
    await file.close();
    const { writeFile } = prototype;
    prototype.writeFile = async function full(this: typeof file, content, ...rest) {
      if (String(content).startsWith('---')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      await writeFile.call(this, content, ...rest);
    };
  });
}

const bodiesIn = async (folder: string) =>
  [...(await noteFiles(folder)).values()].map((text) => text.slice(text.indexOf('\n---\n') + 6, -1));

test('a program that is killed while an input method composes keeps what is on the screen', async ({
  app,
  window,
  relaunch,
}) => {
  await beginNote(window);
  await window.keyboard.insertText('招生');
  const session = await app.context().newCDPSession(window);
  await session.send('Input.imeSetComposition', { text: 'fang an', selectionStart: 7, selectionEnd: 7 });
  await expect(field(window)).toHaveValue('招生fang an');
  await kill(app);
  const { window: again } = await relaunch();
  await expect(field(again)).toHaveValue('招生fang an');
});

test('a program that is killed in mid-sentence has every word when it starts again', async ({
  app,
  window,
  notesFolder,
  relaunch,
}) => {
  await beginNote(window);
  await window.keyboard.insertText('停电之前写下的');
  await expect(field(window)).toHaveValue('停电之前写下的');
  await window.getByRole('textbox', { name: '标签' }).focus();
  await window.keyboard.insertText('招生');
  await window.keyboard.type('a');
  await kill(app);
  const { window: again } = await relaunch();
  await expect(again.getByText(found)).toBeVisible();
  await expect(field(again)).toHaveValue('停电之前写下的');
  await expect(field(again)).toBeFocused();
  await again.keyboard.insertText('，接着写');
  await expect.poll(() => bodiesIn(notesFolder)).toEqual(['停电之前写下的，接着写']);
  await expect(notes(again).getByText('招生a')).toBeVisible();
});

test('a cell of the ledger that is being typed is there again, in its cell, and is kept or dropped as ever', async ({
  app,
  window,
  notesFolder,
  relaunch,
}) => {
  await dragOver(window, measure);
  await window.keyboard.press('Control+Shift+t');
  await expect(focusedLedger(window)).toBeVisible();
  await window.keyboard.press('Enter');
  const typed = (page: Page) => page.getByRole('textbox', { name: '本校举措' });
  await window.keyboard.insertText('停电之前填的举措');
  await expect(typed(window)).toHaveValue('停电之前填的举措');
  await kill(app);
  const { app: next, window: again } = await relaunch();
  await expect(again.getByText(found)).toBeVisible();
  await expect(typed(again)).toHaveValue('停电之前填的举措');
  await expect(typed(again)).toBeFocused();
  await again.keyboard.insertText('，接着填');
  await expect(typed(again)).toHaveValue('停电之前填的举措，接着填');
  await kill(next);
  // While nobody looked, another computer has filled in the same field.
  const [[name = '', text = ''] = []] = await noteFiles(notesFolder);
  await writeFile(name, text.replace('task-status:', 'task-measure: "同事填的"\ntask-status:'));
  const { window: third } = await relaunch();
  await expect(typed(third)).toHaveValue('停电之前填的举措，接着填');
  await expect(third.getByRole('status').filter({ hasText: '别处已改为“同事填的”' })).toBeVisible();
  // Who leaves without a decision has both.
  await third.getByRole('searchbox', { name: '筛选台账' }).click();
  await expect(third.getByRole('gridcell', { name: '本校举措：同事填的 停电之前填的举措，接着填' })).toBeVisible();
  await expect.poll(async () => [...(await noteFiles(notesFolder)).values()].join()).toContain('接着填');
  const { window: last } = await relaunch();
  await expect(last.getByRole('grid', { name: '台账' })).toBeVisible();
  await expect(typed(last)).toHaveCount(0);
});

test('words that found no room are kept for the next start', async ({ app, window, notesFolder, relaunch }) => {
  await beginNote(window);
  await fillDiskForNotes(app);
  await window.keyboard.insertText('没有位置的话');
  const said = await answerMessageBoxes(app, 0);
  await app.evaluate(({ app: program }) => program.quit());
  await expect.poll(said).toContainEqual(expect.stringContaining('已输入的文字存有草稿，下次打开时自动找回'));
  await answerMessageBoxes(app, 1);
  const closed = app.waitForEvent('close');
  await app.evaluate(({ app: program }) => program.quit());
  await closed;
  const { window: again } = await relaunch();
  await expect(again.getByRole('tree', { name: '目录' })).toBeVisible();
  await expect(notes(again)).toHaveCount(1);
  await expect(field(again)).toHaveValue('没有位置的话');
  await expect.poll(() => bodiesIn(notesFolder)).toEqual(['没有位置的话']);
});

test('a page that ends again and again is given up only with the words in keeping', async ({
  app,
  window,
  relaunch,
  allowProblem,
}) => {
  allowProblem(/crashed/);
  await beginNote(window);
  // Saved in time, the words would be in the note already, and nothing would be left to find.
  await fillDiskForNotes(app);
  await window.keyboard.insertText('崩溃之前写下的');
  await expect(field(window)).toHaveValue('崩溃之前写下的');
  const said = await closeWithoutSaving(app);
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // earlier there may be no process yet that could end
    contents?.on('dom-ready', () => contents.forcefullyCrashRenderer());
    contents?.forcefullyCrashRenderer();
  });
  await closed;
  expect(said()).toEqual(['页面接连几次意外结束']);
  const { window: again } = await relaunch();
  await expect(again.getByText(found)).toBeVisible();
  await expect(field(again)).toHaveValue('崩溃之前写下的');
});
