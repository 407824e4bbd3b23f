import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { docx } from '../fixtures/documents/docx.ts';
import { encodeText } from '../fixtures/documents/encoded-text.ts';
import { answerMessageBoxes, answerOpenDialog } from './dialogs.ts';
import { noteOn, plan, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';

const dialog = (window: Page) => window.getByRole('dialog', { name: '导入文档' });
const rows = (window: Page) => dialog(window).getByRole('list', { name: '逐行核对' }).getByRole('listitem');
const save = (window: Page) => dialog(window).getByRole('button', { name: '保存', exact: true });
const title = (window: Page, name: string) =>
  window.getByRole('main', { name: '正文' }).getByRole('heading', { name, level: 1 });
const switcher = (window: Page) => window.getByRole('button', { name: /^切换文档/ });
const said = (window: Page, text: string) => window.getByRole('status').filter({ hasText: text });

const schoolPlan = [
  '本校发展规划',
  '一、总则',
  '（一）指导思想。立德树人。',
  '二、任务',
  '1. 开齐课程',
  '2. 减轻负担',
  '保障措施',
  '落实经费。',
];
const fullText = 'tests/fixtures/plans/jilin-145-second-version.txt';

async function put(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test.describe.configure({ timeout: 120_000 });

test('a text in GB18030 is looked over, corrected and kept; corrections survive the next edition', async ({
  app,
  window,
  profile,
  notesFolder,
}) => {
  const path = await put(profile, '本校规划.txt', encodeText(schoolPlan.join('\r\n'), 'gb18030'));
  await answerOpenDialog(app, [path]);
  await window.keyboard.press('Control+o');
  await expect(rows(window)).toHaveCount(schoolPlan.length);
  const heading = rows(window).filter({ hasText: '保障措施' });
  await heading.getByRole('button', { name: /这一行的层级/ }).click();
  await window.getByRole('menuitemradio', { name: '1 级标题' }).click();
  await expect(
    dialog(window).getByRole('navigation', { name: '识别出的目录' }).getByRole('button', { name: '保障措施' }),
  ).toBeVisible();
  // What was corrected is lost neither by a stray key nor by a button.
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await dialog(window).getByRole('button', { name: '取消', exact: true }).click();
  await said(window, '更正已留存').getByRole('button', { name: '继续导入' }).click();
  await expect(dialog(window).getByText('更正 1 处')).toBeVisible();
  await save(window).click();
  await expect(title(window, '本校发展规划')).toBeVisible();
  await expect(window.getByRole('treeitem', { name: /保障措施/ })).toBeVisible();
  await expect(switcher(window)).toContainText('本校发展规划');

  const next = await put(
    profile,
    '本校规划（修订）.txt',
    [...schoolPlan.slice(0, 3), '新增一段。', ...schoolPlan.slice(3)].join('\n'),
  );
  await answerOpenDialog(app, [next]);
  await window.keyboard.press('Control+o');
  await expect(dialog(window).getByText('这是《本校发展规划》的新版本吗？')).toBeVisible();
  await expect(dialog(window).getByText('更正 1 处')).toBeVisible();
  await save(window).click();
  await expect(said(window, '已换成导入的文本')).toBeVisible();
  await expect(window.getByRole('treeitem', { name: /保障措施/ })).toBeVisible();
  const [own = ''] = (await readdir(join(notesFolder, '文档'))).filter((name) => name.startsWith('doc-'));
  const imports = join(notesFolder, '文档', own, 'imports');
  const files = (await readdir(imports)).filter((name) => name.endsWith('.txt'));
  const texts = await Promise.all(files.map((name) => readFile(join(imports, name), 'utf8')));
  expect(texts.filter((text) => text.includes('新增一段'))).toHaveLength(1);
});

test('corrections that were not kept outlive the window, though the file is gone by then', async ({
  app,
  window,
  profile,
  relaunch,
}) => {
  const path = await put(profile, '本校规划.txt', encodeText(schoolPlan.join('\r\n'), 'gb18030'));
  await answerOpenDialog(app, [path]);
  await window.keyboard.press('Control+o');
  await rows(window)
    .filter({ hasText: '保障措施' })
    .getByRole('button', { name: /这一行的层级/ })
    .click();
  await window.getByRole('menuitemradio', { name: '1 级标题' }).click();
  await dialog(window).getByRole('textbox', { name: '文档名称' }).fill('我校的规划');
  const asked = await answerMessageBoxes(app, 0);
  expect(await asked()).toEqual([]);
  await rm(path);

  const { window: again } = await relaunch();
  await said(again, '“本校规划.txt”还没有导入完').getByRole('button', { name: '继续导入' }).click();
  await expect(dialog(again).getByText('更正 1 处')).toBeVisible();
  await expect(dialog(again).getByRole('textbox', { name: '文档名称' })).toHaveValue('我校的规划');
  await dialog(again).getByRole('button', { name: '取消', exact: true }).click();
  await said(again, '更正已留存').getByRole('button', { name: '关闭提示' }).click();

  await again.keyboard.press('Control+Shift+o');
  const unfinished = again.getByRole('dialog', { name: '文档库' }).getByRole('list', { name: '未完成的导入' });
  await unfinished.getByRole('button', { name: '放弃…' }).click();
  await unfinished.getByRole('button', { name: '取消' }).click();
  await unfinished.getByRole('button', { name: '继续导入' }).click();
  await save(again).click();
  await expect(title(again, '本校发展规划')).toBeVisible();
  await expect(again.getByRole('treeitem', { name: /保障措施/ })).toBeVisible();
  await expect(switcher(again)).toContainText('我校的规划');
  await again.keyboard.press('Control+Shift+o');
  await expect(
    again.getByRole('dialog', { name: '文档库' }).getByRole('list', { name: '文档', exact: true }),
  ).toBeVisible();
  await expect(unfinished).toBeHidden();
});

test('a line is what the reader says: title, contents, attachment, or not wanted; by the keyboard alone', async ({
  app,
  window,
  profile,
}) => {
  const path = await put(profile, '通知.txt', ['内部资料', ...schoolPlan, '任务分解表', '第 1 页'].join('\n'));
  await answerOpenDialog(app, [path]);
  await window.keyboard.press('Control+o');
  await expect(rows(window)).toHaveCount(schoolPlan.length + 3);
  const row = (text: string) => rows(window).filter({ hasText: text });
  const is = async (text: string, role: string) => {
    await row(text)
      .getByRole('button', { name: /这一行的层级/ })
      .click();
    await window.getByRole('menuitemradio', { name: role }).click();
  };
  await is('本校发展规划', '题名');
  await expect(dialog(window).getByRole('textbox', { name: '文档名称' })).toHaveValue('本校发展规划');
  await is('任务分解表', '附件');
  await is('内部资料', '不要这一行');
  await expect(row('内部资料').getByRole('deletion')).toBeVisible();
  await expect(dialog(window).getByText('不要 1 行')).toBeVisible();

  // One Tab stop for all lines; arrows within.
  const level = (text: string) => row(text).getByRole('button', { name: /这一行的层级/ });
  await level('内部资料').focus();
  await window.keyboard.press('End');
  await expect(level('第 1 页')).toBeFocused();
  await window.keyboard.press('ArrowRight');
  await expect(row('第 1 页').getByRole('button', { name: /更多/ })).toBeFocused();
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('Enter');
  await window.getByRole('menuitemradio', { name: '不要这一行' }).press('Enter');
  await expect(dialog(window).getByText('不要 2 行')).toBeVisible();
  await expect(level('第 1 页')).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(level('任务分解表')).toBeFocused();
  await window.keyboard.press('Tab');
  await expect(rows(window).getByRole('button').and(window.locator(':focus'))).toHaveCount(0);
  await window.keyboard.press('Shift+Tab');
  await expect(level('任务分解表')).toBeFocused();

  await is('内部资料', '正文');
  await dialog(window).getByRole('button', { name: '撤销更正' }).click();
  await expect(dialog(window).getByText('不要 2 行')).toBeVisible();
  await save(window).click();
  await expect(title(window, '本校发展规划')).toBeVisible();
  await expect(window.getByRole('treeitem', { name: /任务分解表/ })).toBeVisible();
  const text = window.getByRole('main', { name: '正文' });
  await expect(text).toContainText('落实经费');
  await expect(text).not.toContainText('内部资料');
  await expect(text).not.toContainText('第 1 页');
});

test('the full text of the excerpt: every note moves over, and the way back is one click', async ({
  window: before,
  relaunch,
  notesFolder,
}) => {
  await saveNotes(before, [noteOn('健全公办民办同步招生入学机制', { body: '第一条' })]);
  const { app, window } = await relaunch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await answerOpenDialog(app, [fullText]);
  await window.keyboard.press('Control+o');
  await expect(dialog(window).getByText(`这是《${plan.title}》的全文吗？`)).toBeVisible();
  await expect(dialog(window).getByRole('radio', { name: '是，作为全文' })).toBeChecked();
  await save(window).click();
  await expect(window.getByText('人民群众教育获得感不断增强')).toBeVisible();
  const note = window.getByRole('list', { name: '批注' }).getByRole('listitem');
  await expect(note).toHaveCount(1);
  await expect(note).toContainText('第一条');
  await said(window, '已换成导入的文本').getByRole('button', { name: '撤销' }).click();
  await expect(window.getByText('人民群众教育获得感不断增强')).toBeHidden();
  await expect(note).toContainText('第一条');
  expect(await readdir(join(notesFolder, '文档', plan.id, 'versions'))).toHaveLength(4);
});

test('each document has its own notes, place and steps; it is renamed, removed and brought back', async ({
  app,
  window,
  profile,
  relaunch,
}) => {
  await saveNotes(window, [noteOn('健全公办民办同步招生入学机制', { body: '规划的批注' })]);
  await answerOpenDialog(app, [await put(profile, '本校规划.md', `# ${schoolPlan.join('\n\n')}`)]);
  await window.keyboard.press('Control+o');
  await save(window).click();
  await expect(title(window, '本校发展规划')).toBeVisible();
  await expect(window.getByText('规划的批注')).toBeHidden();

  await switcher(window).click();
  await window.getByRole('menuitemradio', { name: plan.title }).click();
  await expect(title(window, plan.title)).toBeVisible();
  await expect(window.getByText('规划的批注')).toBeVisible();

  await window.keyboard.press('Control+Shift+o');
  const library = window.getByRole('dialog', { name: '文档库' });
  const own = library.getByRole('listitem', { name: '本校发展规划' });
  await own.getByRole('button', { name: /更多操作/ }).click();
  await window.getByRole('menuitem', { name: '改名' }).click();
  const name = library.getByRole('textbox', { name: '文档名称' });
  await expect(name).toBeFocused();
  await name.fill('我校规划');
  await window.keyboard.press('Enter');
  const renamed = library.getByRole('listitem', { name: '我校规划' });
  await renamed.getByRole('button', { name: /更多操作/ }).click();
  await window.getByRole('menuitem', { name: '移到回收站' }).click();
  await library.getByRole('button', { name: '回收站里有 1 份文档' }).click();
  const bin = window.getByRole('dialog', { name: '回收站' });
  await expect(bin.getByRole('list', { name: '移走的文档' })).toContainText('我校规划');
  await bin.getByRole('radio', { name: /^批注/ }).click({ force: true });
  await expect(bin.getByText('回收站里没有批注')).toBeVisible();
  await bin.getByRole('radio', { name: /^文档/ }).click({ force: true });
  await bin.getByRole('button', { name: '恢复' }).click();
  await expect(bin.getByText('没有移走的文档')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+o');
  await expect(renamed).toBeVisible();
  await renamed.getByRole('button', { name: '打开' }).click();
  await expect(switcher(window)).toContainText('我校规划');
  const { window: again } = await relaunch();
  await expect(title(again, '本校发展规划')).toBeVisible();
  await expect(switcher(again)).toContainText('我校规划');
});

test('a document of Word is opened from the command line', async ({ launch, profile }) => {
  const body = ['本校实施方案', '一、目标', '全面提高质量。']
    .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
    .join('');
  const path = await put(profile, '实施方案.docx', docx({ body }));
  const { window } = await launch({ flags: [path] });
  await expect(rows(window)).toHaveCount(3);
  await save(window).click();
  await expect(title(window, '本校实施方案')).toBeVisible();
});

test('files are dropped on the window, and looked over one after the other', async ({ window }) => {
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '本校规划.txt'));
    data.items.add(new File([new Uint8Array()], '空.txt'));
    data.items.add(new File(['一、另一份'], '另一份.txt'));
    for (const name of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, schoolPlan.join('\n'));
  await expect(rows(window)).toHaveCount(schoolPlan.length);
  await expect(dialog(window)).toContainText('第 1 / 3 个');
  await save(window).click();
  await expect(dialog(window)).toContainText('第 2 / 3 个');
  await expect(dialog(window).getByRole('alert')).toContainText('文件是空的');
  await dialog(window).getByRole('button', { name: '关闭' }).last().click();
  await expect(dialog(window)).toContainText('第 3 / 3 个');
  await expect(rows(window)).toHaveCount(1);
  await dialog(window).getByRole('button', { name: '取消', exact: true }).click();
  await expect(dialog(window)).toBeHidden();
  await expect(title(window, '本校发展规划')).toBeVisible();
});
