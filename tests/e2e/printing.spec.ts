import type { ElectronApplication } from '@playwright/test';
import { newTask } from '../../src/core/annotation/task.ts';
import { chooseFormat, openDialog, previewedPages } from './export-dialog.ts';
import { noteOn, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';

test.beforeEach(({ allowProblem }) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
});

/** Stands in for the system's dialog, which no program can press: notes what is printed and gives this answer. */
async function answerPrinting(app: ElectronApplication, isPrinted: boolean, reason: string): Promise<void> {
  await app.evaluate(
    ({ app: application }, answer) => {
      application.on('web-contents-created', (_event, contents) => {
        contents.print = (options, done) => {
          Object.assign(globalThis, { printedPage: { url: contents.getURL(), options } });
          done?.(answer.isPrinted, answer.reason);
        };
      });
    },
    { isPrinted, reason },
  );
}

test('the text is printed with Ctrl+P, with or without notes', async ({ app, window }) => {
  await saveNotes(window, [noteOn('深化体育教育改革', { body: '先办三件事' })]);
  await answerPrinting(app, true, '');
  await window.keyboard.press('Control+p');
  const dialog = window.getByRole('dialog', { name: '打印' });
  const bare = await previewedPages(window);
  expect(bare.join('')).toContain('三、〔原文此处缺章标题〕');
  expect(bare.join('')).not.toContain('先办三件事');
  expect(bare.every((text, index) => text.endsWith(`—${index + 1}—`))).toBe(true);
  await dialog.getByText('各节之后附批注').click();
  expect((await previewedPages(window)).join('')).toContain('先办三件事');
  await dialog.getByRole('button', { name: '打印…' }).click();
  await expect(window.getByRole('status').filter({ hasText: '已送到打印机' })).toBeVisible();
  const printed = await app.evaluate(() => (globalThis as unknown as { printedPage: unknown }).printedPage);
  expect(printed).toMatchObject({
    url: expect.stringMatching(/^app:\/\/report\/[\w-]+\/#on-paper$/),
    options: { pageSize: 'A4', landscape: false, margins: { top: 140, left: 106 } },
  });
});

test('a printer that is not there is said, and the dialog stays', async ({ app, window }) => {
  await answerPrinting(app, false, 'no printers available');
  await window.keyboard.press('Control+p');
  const dialog = window.getByRole('dialog', { name: '打印' });
  await dialog.getByRole('button', { name: '打印…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('没有打印成功');
});

/** Reports are not made until the result is called. */
async function holdReports(app: ElectronApplication): Promise<() => Promise<void>> {
  await app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...input: unknown[]) => Promise<unknown>>;
    };
    const prepare = handlers.get('export.prepare');
    if (prepare === undefined) throw new Error('no reports');
    const released = new Promise((resolve) => Object.assign(globalThis, { releaseReports: resolve }));
    handlers.set('export.prepare', async (...input) => {
      await released;
      return prepare(...input);
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { releaseReports: () => void }).releaseReports());
}

test('no report is printed or saved in the place of one that is still being made', async ({ app, window }) => {
  await saveNotes(window, [noteOn('深化体育教育改革', { body: '先办三件事', task: newTask })]);
  await window.keyboard.press('Control+p');
  const dialog = window.getByRole('dialog', { name: '打印' });
  const isLandscape = async () => {
    const box = await dialog.getByRole('figure').first().boundingBox();
    return box === null ? null : box.width > box.height;
  };
  await expect(dialog.getByRole('button', { name: '打印…' })).toBeEnabled();
  await expect.poll(isLandscape, { timeout: 40_000 }).toBe(false);
  const release = await holdReports(app);
  await dialog.getByText('台账', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: '打印…' })).toBeDisabled();
  expect(await isLandscape()).toBe(false);
  await release();
  await expect(dialog.getByRole('button', { name: '打印…' })).toBeEnabled();
  await expect.poll(isLandscape, { timeout: 40_000 }).toBe(true);
  await window.keyboard.press('Escape');
  const exporting = await openDialog(window);
  const save = exporting.getByRole('button', { name: '导出 PDF' });
  await expect(save).toBeEnabled();
  const releaseNext = await holdReports(app);
  await exporting.getByText('含无批注的高亮').click();
  await expect(save).toBeDisabled();
  await releaseNext();
  await expect(save).toBeEnabled();
});

test('what is chosen for paper, or for the text, does not change what is exported next', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, [foreignNote(1, { body: '先办三件事' })]);
  const { window } = await launch();
  await expect(window.getByRole('list', { name: '批注' }).getByRole('listitem')).toHaveCount(1);
  const first = await openDialog(window);
  await chooseFormat(window, 'Excel');
  await expect(first.getByRole('button', { name: '导出 Excel' })).toBeEnabled();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+p');
  const paper = window.getByRole('dialog', { name: '打印' });
  await paper.getByText('各节之后附批注').click();
  await expect(paper.getByRole('checkbox', { name: '各节之后附批注' })).toBeChecked();
  // The text has notes, tasks or not.
  await paper.getByRole('button', { name: /范围/ }).click();
  await expect(window.getByRole('option', { name: /^全文/ })).toContainText('1 条');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(paper).toBeHidden();
  const next = await openDialog(window);
  await expect(next.getByRole('radio', { name: '批注' })).toBeChecked();
  await expect(next.getByRole('button', { name: '导出 Excel' })).toBeEnabled();
});
