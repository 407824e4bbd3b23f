import type { ElectronApplication } from '@playwright/test';
import { noteOn, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';

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
  const preview = window.frameLocator('iframe[title="预览"]');
  await expect(preview.getByRole('heading', { name: '三、〔原文此处缺章标题〕' })).toBeVisible();
  await expect(preview.getByText('先办三件事')).toBeHidden();
  await dialog.getByText('各节之后附批注').click();
  await expect(preview.getByText('先办三件事')).toBeVisible();
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
