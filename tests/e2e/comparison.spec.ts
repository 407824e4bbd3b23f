import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { answerOpenDialog, answerSaveDialog, recordShell } from './dialogs.ts';
import { previewedPages } from './export-dialog.ts';
import { plan } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { informationOf, linesOf, pagesOf } from './read-pdf.ts';

const fullText = 'tests/fixtures/plans/jilin-145-second-version.txt';
const screen = (window: Page) => window.getByRole('dialog', { name: '并排对照' });
const rows = (window: Page) => screen(window).getByRole('list', { name: '逐条对照' }).getByRole('listitem');
const filter = (window: Page, name: RegExp) => screen(window).getByRole('radio', { name });
const importing = (window: Page) => window.getByRole('dialog', { name: '导入文档' });

async function compare(window: Page): Promise<void> {
  await window.getByRole('button', { name: '菜单' }).click();
  await window.getByRole('menuitem', { name: '文件' }).hover();
  await window.getByRole('menuitem', { name: '并排对照…' }).click();
}

async function choose(window: Page, side: RegExp, text: RegExp): Promise<void> {
  await screen(window).getByRole('button', { name: side }).click();
  await window.getByRole('option', { name: text }).first().click();
}

async function chooseExport(window: Page, kind: RegExp): Promise<void> {
  await screen(window).getByRole('button', { name: '导出', exact: true }).click();
  await window.getByRole('menuitem', { name: kind }).click();
}

test.describe.configure({ timeout: 120_000 });

test('one text alone: what to do is said', async ({ window }) => {
  await compare(window);
  await expect(screen(window).getByRole('heading', { name: '还没有可以对照的文本' })).toBeVisible();
  await expect(screen(window).getByRole('button', { name: '导入文档…' })).toBeVisible();
});

test('the excerpt beside its full text, clause by clause', async ({ app, window }) => {
  await answerOpenDialog(app, [fullText]);
  await window.keyboard.press('Control+o');
  await importing(window).getByRole('button', { name: '保存', exact: true }).click();
  await expect(window.getByText('人民群众教育获得感不断增强')).toBeVisible();

  await compare(window);
  await expect(rows(window).first()).toBeVisible();
  await expect(screen(window).getByRole('button', { name: /左侧文本/ })).toContainText('程序自带的文本');
  await screen(window).getByRole('button', { name: '下一处变化' }).click();
  await expect(screen(window).getByText(/^第 1 \/ \d+ 处$/)).toBeVisible();
  await window.keyboard.press('F3');
  await expect(screen(window).getByText(/^第 2 \/ \d+ 处$/)).toBeVisible();
  await window.keyboard.press('p');
  await expect(screen(window).getByText(/^第 1 \/ \d+ 处$/)).toBeVisible();

  await filter(window, /^仅右 \d+$/).click({ force: true });
  await filter(window, /^有变化 \d+$/).click({ force: true });
  await expect(rows(window).first()).toContainText('有变化');
  await expect(rows(window).locator('ins').first()).toBeVisible();
  await expectAccessible(window, { part: '[role=dialog]' });

  // The right side is the open text: a heading leads there.
  const clause = rows(window).filter({ hasText: '强化美育育人功能' });
  await clause.getByRole('article', { name: '右侧' }).getByRole('button').click();
  await expect(screen(window)).toBeHidden();
  await expect(
    window.getByRole('main', { name: '正文' }).getByRole('heading', { name: /强化美育育人功能/ }),
  ).toBeInViewport();
});

test('a document above beside our own: what answers it, what is missing, on paper and for spreadsheets', async ({
  app,
  window,
  profile,
  allowProblem,
}) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  const own = join(profile, '本校规划.txt');
  await writeFile(
    own,
    [
      '本校发展规划',
      '一、落实立德树人根本任务',
      '（一）构建一体化的思想政治工作体系',
      '=把思政课办好。',
      '二、后勤',
      '改善食堂。',
    ].join('\n'),
  );
  await answerOpenDialog(app, [own]);
  await window.keyboard.press('Control+o');
  await importing(window).getByRole('button', { name: '保存', exact: true }).click();
  await expect(window.getByRole('main', { name: '正文' })).toContainText('改善食堂');

  await compare(window);
  await expect(screen(window).getByRole('button', { name: /左侧文本/ })).toContainText(plan.title);
  await screen(window).getByRole('radio', { name: '对应情况表' }).click({ force: true });
  const table = screen(window).getByRole('table', { name: '对应情况表' });
  await expect(table.getByRole('columnheader')).toHaveText(['对应情况', '上位要求', '我校对应']);
  await filter(window, /^已对应 \d+$/).click({ force: true });
  await expect(table.getByRole('row').filter({ hasText: '构建一体化的思想政治工作体系' })).toContainText(
    '把思政课办好',
  );
  await filter(window, /^缺失 \d+$/).click({ force: true });
  await expect(table.getByRole('row').nth(1)).toContainText('缺失');

  const path = join(profile, '对应.csv');
  await answerSaveDialog(app, path);
  const shown = await recordShell(app);
  await chooseExport(window, /^表格（CSV）/);
  const said = window.getByRole('status').filter({ hasText: '已导出：对应.csv' });
  await expect(said).toBeVisible();
  const csv = await readFile(path, 'utf8');
  expect(csv).toMatch(/^\uFEFF序号,上位条款,上位要求,我校条款,我校对应,对应情况\r\n/);
  expect(csv).toContain('缺失');
  await said.getByRole('button', { name: '打开所在文件夹' }).click();
  expect(await shown()).toEqual([path]);

  const pdf = join(profile, '对应.pdf');
  await answerSaveDialog(app, pdf);
  await chooseExport(window, /^PDF/);
  const countOf = async () => /共(\d+)条：/.exec((await previewedPages(window)).join(''))?.[1];
  const [front = ''] = await previewedPages(window);
  expect(front).toContain('规划对应情况表');
  expect(front).toMatch(/已对应0条，可能对应0条，缺失\d+条/);
  const counted = await countOf();
  await screen(window).getByRole('button', { name: /内容/ }).click();
  await window.getByRole('option', { name: /^全部/ }).click();
  await expect.poll(countOf, { timeout: 60_000 }).not.toBe(counted);
  const rowCount = Number(await countOf());
  await screen(window).getByRole('button', { name: '导出 PDF' }).click();
  await expect(window.getByRole('status').filter({ hasText: /已导出：对应.pdf（\d+ 页）/ })).toBeVisible();
  await expect(table).toBeVisible();
  const pages = await pagesOf(pdf);
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, { text, number }] of pages.entries()) {
    expect(`${text}\n${number}`).toContain(`— ${index + 1} —`);
    expect(text.replaceAll(/\s/g, '')).toContain('上位要求');
  }
  expect((await informationOf(pdf))['Page size']).toMatch(/^84[12]\S* x 59[456]\S* pts/);
  // Each row stands whole on one page: its number and what became of it together.
  const numbers = await Promise.all(
    pages.map(async (_, index) => {
      const lines = await linesOf(pdf, index + 1);
      const numbered = lines
        .filter(({ text, left }) => left < 32 && /^\d+$/.test(text))
        .map(({ text }) => Number(text));
      const ends = lines.filter(({ text }) => /^(已对应|可能对应|缺失)$/.test(text));
      expect(ends).toHaveLength(numbered.length);
      return numbered;
    }),
  );
  expect(numbers.flat()).toEqual(Array.from({ length: rowCount }, (_, index) => index + 1));

  await choose(window, /左侧文本/, /^本校发展规划$/);
  await screen(window).getByRole('radio', { name: '逐条对照' }).click({ force: true });
  await expect(screen(window).getByRole('heading', { name: '两侧文字完全相同' })).toBeVisible();
});
