import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { answerOpenDialog } from './dialogs.ts';

/** Imports a file as it is recognised; afterwards the document that is called `title` is open. */
export async function importDocument(
  app: ElectronApplication,
  window: Page,
  { path, title }: { path: string; title: string },
): Promise<void> {
  await answerOpenDialog(app, [path]);
  await window.keyboard.press('Control+o');
  const dialog = window.getByRole('dialog', { name: '导入文档' });
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('button', { name: /^切换文档/ })).toContainText(title);
}
