import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultSettings, defaultViewState } from '../../src/core/settings/settings.ts';
import { copyWithPlan } from './application-copy.ts';
import { plan } from './export-notes.ts';
import { fileTree } from './file-tree.ts';
import { expect, test } from './fixtures.ts';
import { highlight, notes, writeNote } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';
const compiled = JSON.stringify(plan);

/** What was set aside under this name, oldest first. */
async function setAside(profile: string, name: string): Promise<Buffer[]> {
  const names = (await readdir(profile)).filter((file) => file.startsWith(`${name}.damaged-`)).sort();
  return Promise.all(names.map((file) => readFile(join(profile, file))));
}

const settingsAlert = (window: Page) => window.getByRole('alert').filter({ hasText: '设置文件已损坏，已另存一份备查' });

test('settings of a later version are said to be, and left as they are', async ({ launch, profile }) => {
  const content = JSON.stringify({ ...defaultSettings, schema: 'settings/9', theme: 'dark' });
  await writeFile(join(profile, 'settings.json'), content);
  const { window } = await launch();
  await expect(window.getByRole('alert').filter({ hasText: '由更新版本的程序写入' }).first()).toBeVisible();
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await setAside(profile, 'settings')).toEqual([]);
  expect(await readFile(join(profile, 'settings.json'), 'utf8')).toBe(content);
});

test('damaged settings are set aside and said to be, and everything goes on from the usual ones', async ({
  launch,
  profile,
}) => {
  const content = Buffer.alloc(300);
  await writeFile(join(profile, 'settings.json'), content);
  const { app, window } = await launch();
  await expect(settingsAlert(window)).toBeVisible();
  await window.getByRole('button', { name: '关闭提示' }).click();
  await highlight(window, measure, '重点');
  await window.keyboard.press('Control+,');
  await window.getByRole('radio', { name: '深色' }).click({ force: true });
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => readFile(join(profile, 'settings.json'), 'utf8').catch(() => '')).toContain('"dark"');
  await app.close();

  const { window: again } = await launch();
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(notes(again)).toHaveCount(1);
  await expect(settingsAlert(again)).toBeHidden();
  expect(await setAside(profile, 'settings')).toEqual([content]);
});

test('settings that cannot be read are said to be, and not written over', async ({ launch, profile }) => {
  await mkdir(join(profile, 'settings.json'));
  const { window } = await launch();
  await expect(window.getByRole('alert').first()).toContainText('读写文件时出错');
  await expect(window.getByRole('main', { name: '正文' })).toContainText('“十四五”教育发展规划');
  expect(await readdir(join(profile, 'settings.json'))).toEqual([]);
});

test('a damaged view and window are set aside; the window opens as at first', async ({ launch, profile }) => {
  const view = Buffer.from(JSON.stringify({ ...defaultViewState, outlineWidth: -5 }));
  const frame = Buffer.from('{"schema":"window/1","bounds":{"x":1e9,"width":');
  await writeFile(join(profile, 'view-state.json'), view);
  await writeFile(join(profile, 'window.json'), frame);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  expect(await setAside(profile, 'view-state')).toEqual([view]);
  expect(await setAside(profile, 'window')).toEqual([frame]);
  const size = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize());
  expect(size?.[0]).toBeGreaterThan(900);
});

test.describe('without a proper plan the window says so', () => {
  const plans: [name: string, content: string | Buffer | undefined, told: string][] = [
    ['missing', undefined, '没有找到规划文本。请重新安装程序；您的批注不受影响。'],
    ['cut off', compiled.slice(0, compiled.length / 2), '规划文本已损坏，无法显示。'],
  ];

  for (const [name, content, told] of plans) {
    test(name, async ({ launch, packaged, profile, notesFolder }, testInfo) => {
      const { application, planFile } = await copyWithPlan(testInfo.outputPath('copy'), packaged, content);
      const { window } = await launch({ application });
      const alert = window.getByRole('main', { name: '正文' }).getByRole('alert');
      await expect(alert).toContainText('规划文本无法显示');
      await expect(alert).toContainText(told);
      await expect(alert).toContainText('plan.json');
      await window.keyboard.press('Control+,');
      await expect(window.getByRole('dialog', { name: '设置' })).toBeVisible();
      if (content !== undefined) expect(await readFile(planFile)).toEqual(Buffer.from(content));
      expect(Object.keys(await fileTree(notesFolder))).toEqual([]);
      expect(await setAside(profile, 'settings')).toEqual([]);
    });
  }
});

test('what was acknowledged survives the death of the program at that very moment', async ({
  app,
  window,
  launch,
  notesFolder,
}) => {
  const words = '一经显示“已保存”，断电也在。';
  await writeNote(window, measure, words);
  app.process().kill('SIGKILL');
  await app.waitForEvent('close');
  const { window: again } = await launch();
  await expect(notes(again)).toHaveCount(1);
  await expect(notes(again)).toContainText(words);
  expect(Object.keys(await fileTree(notesFolder)).filter((path) => path.endsWith('.tmp'))).toEqual([]);
});
