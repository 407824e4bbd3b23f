import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerOpenDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { writeNote } from './reader-actions.ts';

const dialog = (window: Page) => window.getByRole('dialog', { name: '导入文档' });
const rows = (window: Page) => dialog(window).getByRole('list', { name: '逐行核对' }).getByRole('listitem');
const row = (window: Page, text: string) => rows(window).filter({ hasText: text });
const outline = (window: Page) => dialog(window).getByRole('navigation', { name: '识别出的目录' });
const level = (window: Page, text: string) => row(window, text).getByRole('button', { name: /这一行的层级/ });

async function importText(
  { app, window, profile }: { app: ElectronApplication; window: Page; profile: string },
  name: string,
  lines: readonly string[],
): Promise<void> {
  const path = join(profile, name);
  await writeFile(path, lines.join('\n'));
  await answerOpenDialog(app, [path]);
  await window.keyboard.press('Control+o');
  await expect(rows(window).first()).toBeVisible();
}

test.describe.configure({ timeout: 120_000 });

test('a warning leads to its line; the number is put right there, by the keyboard alone', async ({
  app,
  window,
  profile,
}) => {
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const filler = Array.from({ length: 60 }, (_, index) => `第${index}段正文。`);
  await importText({ app, window, profile }, '编号有误.txt', [
    ...['学校规划', '一、总则'],
    ...filler,
    ...['二、任务', '落实。', '二、保障', '经费。', '四、附则', '施行。'],
  ]);
  await expect(outline(window).getByRole('button', { name: '二、保障' })).toBeVisible();
  await outline(window).getByRole('button', { name: '编号二重复' }).press('Enter');
  await expect(level(window, '二、保障')).toBeFocused();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await window.getByRole('menuitem', { name: '更正编号…' }).press('Enter');
  const field = dialog(window).getByRole('textbox', { name: '编号' });
  await expect(field).toBeFocused();
  await window.keyboard.type('很多');
  await window.keyboard.press('Enter');
  await expect(dialog(window).getByRole('alert')).toContainText('1 到 199');
  await field.fill('三');
  await window.keyboard.press('Enter');
  await expect(outline(window).getByRole('button', { name: '三、保障' })).toBeVisible();
  await expect(outline(window).getByText('重复')).toBeHidden();
  await expect(row(window, '二、保障').getByRole('button', { name: /更多/ })).toBeFocused();
  await dialog(window).getByRole('button', { name: '保存', exact: true }).click();
  await expect(window.getByRole('treeitem', { name: /三、.*保障/ })).toBeVisible();
  await expect(window.getByRole('main', { name: '正文' })).toContainText('二、保障');
});

test('Ctrl+Z takes back the last correction, and nothing behind the dialog', async ({ app, window, profile }) => {
  await writeNote(window, '健全公办民办同步招生入学机制', '不能撤销的批注');
  await importText({ app, window, profile }, '规划.txt', ['学校规划', '一、总则', '保障措施', '落实经费。']);
  await level(window, '保障措施').click();
  await window.getByRole('menuitemradio', { name: '1 级标题' }).click();
  await expect(outline(window).getByRole('button', { name: '保障措施' })).toBeVisible();
  await expect(level(window, '保障措施')).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(outline(window).getByRole('button', { name: '保障措施' })).toBeHidden();
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+Shift+z');
  await expect(outline(window).getByRole('button', { name: '保障措施' })).toBeVisible();
  // In a field the keys are about what is typed there.
  const name = dialog(window).getByRole('textbox', { name: '文档名称' });
  await name.focus();
  await window.keyboard.press('End');
  await window.keyboard.type('二稿');
  await expect(name).toHaveValue('学校规划二稿');
  await window.keyboard.press('Control+z');
  await expect(outline(window).getByRole('button', { name: '保障措施' })).toBeVisible();
  await dialog(window).getByRole('button', { name: '取消', exact: true }).click();
  await expect(dialog(window)).toBeHidden();
  await expect(window.getByRole('list', { name: '批注' })).toContainText('不能撤销的批注');
});

test('what is asked about a line goes when another correction puts another line in its place', async ({
  app,
  window,
  profile,
}) => {
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await importText({ app, window, profile }, '规划.txt', [
    '学校规划',
    '一、总则',
    '保障措施',
    '落实经费。',
    '按期完成。',
  ]);
  const ask = async (text: string, name: string) => {
    await row(window, text).getByRole('button', { name: /更多/ }).click();
    await window.getByRole('menuitem', { name }).click();
  };
  await ask('落实经费。', '与上一行合并');
  await expect(rows(window)).toHaveCount(4);
  await ask('按期完成。', '从光标处拆成两行…');
  const field = dialog(window).getByRole('textbox', { name: '在哪里拆开' });
  await expect(field).toHaveValue('按期完成。');
  await dialog(window).getByRole('button', { name: '撤销更正' }).click();
  await expect(rows(window)).toHaveCount(5);
  await expect(field).toHaveCount(0);
  await dialog(window).getByRole('button', { name: '重做更正' }).click();
  await expect(rows(window)).toHaveCount(4);
  await expect(field).toHaveCount(0);
});

test('a second document of the same name gets another one, which can be changed', async ({ app, window, profile }) => {
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const lines = ['学校规划', '一、总则', '保障措施', '落实经费。'];
  await importText({ app, window, profile }, '规划.txt', lines);
  await dialog(window).getByRole('button', { name: '保存', exact: true }).click();
  await expect(dialog(window)).toBeHidden();

  await importText({ app, window, profile }, '另一份.txt', [...lines, '二、任务']);
  await level(window, '保障措施').click();
  await window.getByRole('menuitemradio', { name: '1 级标题' }).click();
  await dialog(window).getByRole('radio', { name: '不是，存为新文档' }).click({ force: true });
  const name = dialog(window).getByRole('textbox', { name: '文档名称' });
  await expect(name).toHaveValue('学校规划（2）');
  await expect(dialog(window).getByText('文档库里已有《学校规划》')).toBeVisible();
  await expect(dialog(window).getByText('更正 1 处')).toBeVisible();
  await name.fill('学校规划');
  await dialog(window).getByRole('button', { name: '改为《学校规划（2）》' }).click();
  await expect(name).toHaveValue('学校规划（2）');
  await dialog(window).getByRole('button', { name: '保存', exact: true }).click();
  await expect(window.getByRole('button', { name: /^切换文档/ })).toContainText('学校规划（2）');
  await expect(window.getByRole('treeitem', { name: /保障措施/ })).toBeVisible();
});
