import type { ElectronApplication, FrameLocator, Locator, Page } from '@playwright/test';
import { answerSaveDialog } from './dialogs.ts';
import { expect } from './fixtures.ts';

/** Opens the dialog for exporting. */
export async function openDialog(window: Page): Promise<Locator> {
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Exports what the dialog shows to a PDF, which closes it. */
export async function exportTo(app: ElectronApplication, window: Page, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await window.getByRole('button', { name: '导出 PDF' }).click();
  await expect(window.getByRole('status').filter({ hasText: '已导出' })).toBeVisible({ timeout: 40_000 });
}

/** Chooses a format in the open dialog by its name. */
export async function chooseFormat(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: /格式/ }).click();
  await window.getByRole('option', { name }).click();
}

/** Exports everything in the format of this name, from opening the dialog until it is closed again. */
export async function exportAs(app: ElectronApplication, window: Page, name: string, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  const dialog = await openDialog(window);
  await chooseFormat(window, name);
  await dialog.getByRole('button', { name: `导出 ${name}` }).click();
  await expect(dialog).toBeHidden({ timeout: 40_000 });
}

/** The page of the report as a web page shows it, which is what is printed before it is parted into pages. */
export async function previewAsPage(window: Page): Promise<FrameLocator> {
  await chooseFormat(window, '网页（HTML）');
  return window.frameLocator('iframe[title="预览"]');
}

/** The pages of the preview, as soon as they are those of what is chosen. */
export async function previewedSheets(window: Page): Promise<Locator> {
  const preview = window.getByRole('region', { name: '预览' });
  await expect(preview).toHaveAttribute('aria-busy', 'false', { timeout: 40_000 });
  return preview.getByRole('figure');
}

/** The text of every page of the preview without blanks, as screen readers get it on their way through the pages. */
export async function previewedPages(window: Page): Promise<string[]> {
  const figures = await previewedSheets(window);
  await window.getByRole('region', { name: '预览' }).focus();
  await window.keyboard.press('Home');
  const first = await figures.first().getAttribute('aria-label');
  const count = Number(/共 (\d+) 页$/.exec(first ?? '')?.[1]);
  const pages: string[] = [];
  for (let page = 1; page <= count; page += 1) {
    const figure = window.getByRole('figure', { name: `第 ${page} 页，共 ${count} 页`, exact: true });
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
    pages.push(((await figure.textContent()) ?? '').replaceAll(/\s/g, ''));
  }
  return pages;
}

/** Makes the first printing go on until it is let (`end`); `begun` waits until it has begun. */
export async function holdPrinting(app: ElectronApplication) {
  await app.evaluate(({ app: main }) => {
    main.once('web-contents-created', (_event, contents) => {
      const print = contents.printToPDF.bind(contents);
      contents.printToPDF = (options) =>
        new Promise((resolve) => Object.assign(globalThis, { endPrinting: () => resolve(print(options)) }));
    });
  });
  return {
    begun: () => expect.poll(() => app.evaluate(() => 'endPrinting' in globalThis)).toBe(true),
    end: () => app.evaluate(() => (globalThis as unknown as { endPrinting: () => void }).endPrinting()),
  };
}
