import type { ElectronApplication, Locator, Page } from '@playwright/test';
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
