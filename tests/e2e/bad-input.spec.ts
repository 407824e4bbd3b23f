import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { highlight, noteFiles, notes, writeNote } from './reader-actions.ts';

const measure = '加大力度配齐配好中小学体育教师';
const passage = '健全公办民办同步招生入学机制';

test('notes that cannot be read are listed and left as they are; the others are usable', async ({
  launch,
  notesFolder,
}) => {
  const folder = join(notesFolder, '笔记/吉林市“十四五”教育发展规划 [jilin-145-education]/2026-11');
  await mkdir(folder, { recursive: true });
  const damaged = new Map([
    [join(folder, '01M84B9PR0644CCAMGF5S6AR97.md'), Buffer.from('---\nschema: "plan-note/1"\nid: [[[\n---\n')],
    [join(folder, '01M84B9PR0644CCAMGF5S6AR98.md'), Buffer.from([0, 1, 2, 255, 254, 0])],
    [join(folder, '01M84B9PR0644CCAMGF5S6AR99.md'), Buffer.from('没有文件头')],
  ]);
  for (const [path, bytes] of damaged) await writeFile(path, bytes);
  const times = await Promise.all([...damaged.keys()].map(async (path) => (await stat(path)).mtimeMs));

  const { app, window } = await launch();
  await expect(window.getByText('3 个批注文件无法读取')).toBeVisible();
  await highlight(window, measure, '重点');
  await app.close();

  for (const [path, bytes] of damaged) expect(await readFile(path)).toEqual(bytes);
  expect(await Promise.all([...damaged.keys()].map(async (path) => (await stat(path)).mtimeMs))).toEqual(times);
});

test('damaged settings are set aside and said', async ({ launch, profile }) => {
  await writeFile(join(profile, 'settings.json'), '{ "theme": "dar');
  const { window } = await launch();
  await expect(window.getByText(/设置文件已损坏/)).toBeVisible();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const kept = (await readdir(profile)).filter((name) => name.startsWith('settings') && name !== 'settings.json');
  expect(await Promise.all(kept.map((name) => readFile(join(profile, name), 'utf8')))).toContain('{ "theme": "dar');
});

test('what was acknowledged survives the program being killed', async ({ app, window, relaunch, notesFolder }) => {
  await highlight(window, measure, '重点');
  await writeNote(window, passage, '四月前定方案');
  const before = await noteFiles(notesFolder);
  const end = new Promise((resolve) => app.once('close', resolve));
  app.process().kill('SIGKILL');
  await end;

  expect(await noteFiles(notesFolder)).toEqual(before);
  const again = await relaunch();
  await expect(notes(again.window)).toHaveCount(2);
  await expect(notes(again.window).filter({ hasText: passage })).toContainText('四月前定方案');
});

test('a second start on one profile shows the first window instead', async ({ app, window, launch }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect(launch()).rejects.toThrow();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isMinimized())))
    .toEqual([false]);
});
