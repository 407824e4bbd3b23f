import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { importDocument } from './import-document.ts';
import { writeNote } from './reader-actions.ts';

test('theme, type size, panes, position and bounds are remembered', async ({ app, window, relaunch }) => {
  await window.getByRole('button', { name: '阅读设置' }).click();
  await window.getByRole('radio', { name: '护眼' }).check({ force: true });
  await window.getByRole('button', { name: '增大字号' }).click();
  await window.keyboard.press('Escape');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'sepia');

  const splitter = window.getByRole('separator', { name: '调整目录宽度' });
  const before = Number(await splitter.getAttribute('aria-valuenow'));
  await splitter.focus();
  await window.keyboard.press('ArrowRight');
  await expect(splitter).toHaveAttribute('aria-valuenow', String(before + 16));
  await window.getByRole('button', { name: '批注窗格' }).click();
  await expect(window.getByRole('complementary', { name: '批注' })).toBeHidden();
  await window.getByRole('treeitem', { name: /^（五）加快构建|^（四）加快构建终身学习/ }).click();
  await expect(window.locator('[data-section="8.4"]')).toBeInViewport();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1240, 760));
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1240);
  const y = (await window.locator('[data-section="8.4"]').boundingBox())?.y;

  const { app: againApp, window: again } = await relaunch();
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect(again.getByRole('separator', { name: '调整目录宽度' })).toHaveAttribute(
    'aria-valuenow',
    String(before + 16),
  );
  await expect(again.getByRole('complementary', { name: '批注' })).toBeHidden();
  await expect(again.locator('[data-section="8.4"]')).toBeInViewport();
  await expect
    .poll(async () => Math.abs(((await again.locator('[data-section="8.4"]').boundingBox())?.y ?? 0) - (y ?? 0)))
    .toBeLessThan(4);
  const size = await againApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(size).toEqual([1240, 760]);
});

test('the first-run hint appears once', async ({ window, relaunch }) => {
  const hint = window.getByRole('complementary', { name: '从一句话开始' });
  await hint.getByRole('button', { name: '知道了' }).click();
  await expect(hint).toBeHidden();
  const { window: again } = await relaunch();
  await expect(again.getByRole('tree', { name: '目录' })).toBeVisible();
  await expect(again.getByText('还没有批注')).toBeVisible();
  await expect(again.getByRole('complementary', { name: '从一句话开始' })).toBeHidden();
});

test('menus and dialogs are Chinese and work by keyboard', async ({ app, window, notesFolder }, testInfo) => {
  const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(labels).toEqual(['文件', '编辑', '批注', '转到', '视图', '帮助']);
  await window.keyboard.press('F1');
  const help = window.getByRole('dialog', { name: '用法和快捷键' });
  for (const way of ['高亮', '批注', '任务', '导出和汇报', '导入全文', '文件和备份'])
    await expect(help.getByRole('term').filter({ hasText: new RegExp(`^${way}$`) })).toBeVisible();
  await expect(help).toContainText(notesFolder);
  await window.screenshot({ path: testInfo.outputPath('help.png') });
  await help.getByRole('tab', { name: '快捷键' }).click();
  await expect(help).toContainText('Ctrl+Shift+T');
  await window.screenshot({ path: testInfo.outputPath('keys.png') });
  await help.getByRole('tab', { name: '用法' }).click();
  await help.getByRole('button', { name: '快照…' }).click();
  await expect(window.getByRole('dialog', { name: '快照' })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+,');
  const settings = window.getByRole('dialog', { name: '设置' });
  await expect(settings).toContainText('规划研读');
  await settings.getByRole('textbox', { name: '重点' }).fill('核心举措');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  const edits = () =>
    app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.find(({ label }) => label === '编辑')?.submenu?.items ?? [];
      return items.slice(0, 2).map(({ label }) => label);
    });
  await expect.poll(edits).toEqual(['撤销：修改类别名称', '重做']);
  await window.keyboard.press('Control+z');
  await expect.poll(edits).toEqual(['撤销', '重做：修改类别名称']);
  await window.getByRole('button', { name: '菜单' }).click();
  await window.getByRole('menuitem', { name: '帮助' }).hover();
  await window.getByRole('menuitem', { name: '关于规划研读' }).click();
  await expect(window.getByRole('dialog', { name: '关于规划研读' })).toContainText('Electron');
});

test('no accessibility violations, in any theme', async ({ window }) => {
  test.slow();
  await writeNote(window, '健全公办民办同步招生入学机制', '**报备** `8 月`');
  for (const theme of ['浅色', '深色', '护眼']) {
    await window.getByRole('button', { name: '阅读设置' }).click();
    await window.getByRole('radio', { name: theme }).check({ force: true });
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog', { name: '阅读设置' })).toBeHidden();
    await window.getByRole('main', { name: '正文' }).focus();
    await expect(window.getByRole('tooltip')).toHaveCount(0);
    await expectAccessible(window, { state: theme });
  }
});

test('a window that grows narrower and wider keeps the text in its place', async ({ app, window }) => {
  await window.getByRole('treeitem', { name: /^（一）突出师德师风建设/ }).click();
  const heading = window.locator('[data-section="9.1"]');
  await expect(heading).toBeInViewport();
  const y = async () => Math.round((await heading.boundingBox())?.y ?? 0);
  const before = await y();
  for (const width of [1100, 1040, 1000, 900, 1280]) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(size, 800), width);
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width);
    await expect.poll(async () => Math.abs((await y()) - before)).toBeLessThan(40);
  }
  const section = window.getByRole('treeitem', { name: /^（一）突出师德师风建设/ });
  await expect(section).toHaveAttribute('aria-current', 'location');
});

test('a window that is made much wider keeps the text in its place, near the end as well', async ({ app, window }) => {
  const resize = async (width: number) => {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(size, 800), width);
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width);
  };
  await resize(900);
  await window.getByRole('treeitem', { name: /^（一）始终坚持党对教育工作/ }).click();
  const heading = window.locator('[data-section="11.1"]');
  await expect(heading).toBeInViewport();
  const before = (await heading.boundingBox())?.y ?? 0;
  await resize(1280);
  await expect.poll(async () => Math.abs(((await heading.boundingBox())?.y ?? 0) - before)).toBeLessThan(40);
});

test('a pane that is hidden or shown leaves the reader in his section, near the end of a short text as well', async ({
  app,
  window,
  profile,
}) => {
  const path = join(profile, '本校规划.md');
  const paragraph = '坚持立德树人，推进教育公平，提高教育质量，办好人民满意的教育。'.repeat(4);
  const sections = ['一、总则', '二、目标', '三、任务', '四、课程', '五、师资', '六、保障'];
  await writeFile(
    path,
    ['# 本校规划', ...sections.flatMap((name) => [`## ${name}`, paragraph, paragraph])].join('\n\n'),
  );
  await importDocument(app, window, { path, title: '本校规划' });
  const text = window.getByRole('main', { name: '正文' });
  const current = window.getByRole('tree', { name: '目录' }).locator('[aria-current="location"]');
  const scrolled = () => text.evaluate((pane) => pane.scrollTop);
  const frames = () =>
    text.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const atRest = () =>
    expect(async () => {
      const before = await scrolled();
      await frames();
      expect(await scrolled()).toBe(before);
    }).toPass();
  const seen = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const from = await scrolled();
    await text.hover();
    await window.mouse.wheel(0, 150);
    if (round < 3) await expect.poll(scrolled).not.toBe(from);
    await atRest();
    const name = await current.textContent();
    for (const shown of [false, true]) {
      await window.getByRole('button', { name: '批注窗格' }).click();
      await expect(window.getByRole('complementary', { name: '批注' })).toBeVisible({ visible: shown });
      await atRest();
      expect(await current.textContent(), `${shown ? 'shown' : 'hidden'} at ${await scrolled()}`).toBe(name);
    }
    seen.add(name ?? '');
  }
  expect(seen.size).toBeGreaterThan(1);
});
