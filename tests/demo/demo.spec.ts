import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/command.mjs';
import { answerSaveDialog } from '../e2e/dialogs.ts';
import { previewedSheets } from '../e2e/export-dialog.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { highlight, writeNote } from '../e2e/reader-actions.ts';

const artifacts = join(root, 'artifacts');
const pdf = join(artifacts, '批注.pdf');
const screenshots = { reader: join(artifacts, 'reader.png'), dialog: join(artifacts, 'export.png') };

const measure = '加大力度配齐配好中小学体育教师、场地器材';
const passage = '健全公办民办同步招生入学机制';
const note = '与**招生办**对接：新学年起同步报名。\n\n- 四月前定方案\n- 五月公示';

test('the whole job of a reader', async ({ app, window }) => {
  await mkdir(artifacts, { recursive: true });
  await rm(pdf, { force: true });

  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await expect(window.getByRole('main', { name: '正文' })).toBeVisible();
  console.log('Opened the plan.');

  await highlight(window, measure, '重点');
  console.log(`Highlighted “${measure}”.`);

  await writeNote(window, passage, note);
  console.log(`Wrote a note on “${passage}”.`);

  await window.keyboard.press('ControlOrMeta+Shift+f');
  await window.getByRole('searchbox', { name: '搜索' }).fill('体育');
  await expect(window.getByText(/\d+ 节，共 \d+ 处/)).toBeVisible();
  await window.getByRole('listbox', { name: '搜索结果' }).getByRole('option').first().click();
  console.log('Searched for “体育”.');
  await window.screenshot({ path: screenshots.reader });

  await answerSaveDialog(app, pdf);
  await window.keyboard.press('ControlOrMeta+e');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await expect(dialog.getByText(/^共 \d+ 条/)).toBeVisible();
  await expect((await previewedSheets(window)).first()).toHaveAttribute('aria-busy', 'false');
  await window.screenshot({ path: screenshots.dialog });
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  await expect(window.getByText(/^已导出：/)).toBeVisible();
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  console.log('Exported the notes.');

  console.log(`PDF:         ${pdf}`);
  console.log(`Screenshots: ${screenshots.reader}, ${screenshots.dialog}`);
});
