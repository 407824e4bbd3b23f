import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, recordShell } from './dialogs.ts';
import { noteOn, plan, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, noteId, placeNotes } from './placed-notes.ts';
import { noteFiles, notes } from './reader-actions.ts';

async function chooseCommand(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: '菜单', exact: true }).click();
  await window.getByRole('menuitem', { name: '文件' }).click();
  await window.getByRole('menuitem', { name, exact: true }).click();
}

async function exportTo(app: ElectronApplication, window: Page, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await chooseCommand(window, '导出批注（JSON-LD）…');
  await expect(window.getByRole('status').filter({ hasText: '已导出' })).toBeVisible();
}

async function openFile(app: ElectronApplication, window: Page, path: string): Promise<Locator> {
  await answerOpenDialog(app, [path]);
  await chooseCommand(window, '导入批注…');
  const dialog = window.getByRole('dialog', { name: '导入批注' });
  await expect(dialog).toBeVisible();
  return dialog;
}

function kind(dialog: Locator, name: string): Locator {
  return dialog.getByRole('list', { name: '分类' }).getByRole('listitem').filter({ hasText: name });
}

interface Exported {
  first: { items: { id: string; [name: string]: unknown; body: { purpose: string; value: string }[] }[] };
}

/** The file as a colleague would send it back: changed in their program. */
async function sentBack(path: string, change: (item: Exported['first']['items'][number], index: number) => void) {
  const file: Exported = JSON.parse(await readFile(path, 'utf8'));
  file.first.items.forEach(change);
  const back = path.replace('.jsonld', '-回.jsonld');
  await writeFile(back, JSON.stringify(file));
  return back;
}

test("a colleague's file: new, changed, in conflict, deleted; undone in one step, and nothing new the second time", async ({
  app,
  window,
  notesFolder,
}, testInfo) => {
  test.setTimeout(180_000);
  const words = ['深化体育教育改革', '强化美育育人功能', '构建产业人才培养培训新体系', '发展基础'];
  await saveNotes(
    window,
    words.map((quote, index) => noteOn(quote, { body: `第${index}条`, tags: ['体育'] })),
  );
  await window.reload();
  await expect(notes(window)).toHaveCount(4);
  const path = testInfo.outputPath('同事.jsonld');
  const shown = await recordShell(app);
  await exportTo(app, window, path);
  await window.getByRole('button', { name: '打开所在文件夹' }).click();
  await expect.poll(shown).toEqual([path]);

  const later = {
    'plan:modified': '2099-01-01T08:00:00+08:00',
    modified: '2099-01-01T00:00:00Z',
    'plan:device': 'PC-B',
  };
  const back = await sentBack(path, (item, index) => {
    if (index === 0) Object.assign(item, { ...later, 'plan:rev': 2 });
    if (index === 1) Object.assign(item, { ...later, 'plan:rev': 2 });
    if (index === 2) Object.assign(item, { id: `urn:ulid:${noteId(7)}`, creator: { type: 'Person', name: '李老师' } });
    for (const body of item.body) if (body.purpose === 'commenting' && index < 3) body.value = `同事的第${index}条`;
  });
  // Meanwhile ours go on: the second is changed, the third deleted.
  const [, second, third] = JSON.parse(await readFile(path, 'utf8')).first.items.map(({ id }: { id: string }) =>
    id.slice(9),
  );
  await window.evaluate(
    async ([changed = '', removed = '']) => {
      await self.api['annotations.change']({ id: changed, change: { body: '我改了' }, base: { body: '第1条' } });
      await self.api['annotations.remove']({ id: removed });
    },
    [second, third],
  );
  await window.reload();
  await expect(notes(window)).toHaveCount(3);
  const before = await noteFiles(notesFolder);

  const dialog = await openFile(app, window, back);
  await expect(kind(dialog, '新增')).toContainText('1 条');
  await expect(kind(dialog, '有变化')).toContainText('1 条');
  await expect(kind(dialog, '冲突')).toContainText('1 条');
  await expect(dialog.getByText('另有 1 条与本机一致')).toBeVisible();
  await kind(dialog, '有变化').getByRole('button').click();
  await expect(dialog.getByRole('option')).toContainText('现在第0条导入后同事的第0条');
  await kind(dialog, '冲突').getByRole('button').click();
  await expect(dialog.getByRole('option')).toContainText('现在我改了对方同事的第1条');
  expect(await noteFiles(notesFolder)).toEqual(before);

  await dialog.getByRole('button', { name: '导入 3 条' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('status').filter({ hasText: '已导入 3 条批注' })).toBeVisible();
  await expect(notes(window)).toHaveCount(4);
  const after = [...(await noteFiles(notesFolder)).values()];
  expect(after.filter((text) => text.includes('author: "李老师"') && text.includes(`id: "${noteId(7)}"`))).toHaveLength(
    1,
  );
  const merged = after.find((text) => text.includes(`id: "${second}"`));
  for (const text of ['我改了', '同事的第1条']) expect(merged).toContain(text);

  const again = await openFile(app, window, back);
  await expect(again.getByRole('heading', { name: '没有需要导入的批注' })).toBeVisible();
  await again.getByRole('button', { name: '关闭' }).last().click();

  await window.keyboard.press('Control+z');
  await expect(window.getByRole('status').filter({ hasText: '已撤销：导入批注（3 条）' })).toBeVisible();
  await expect(notes(window)).toHaveCount(3);
  await expect(window.getByRole('list', { name: '批注' })).toContainText('我改了');
  await expect(window.getByRole('list', { name: '批注' })).not.toContainText('同事的');
});

test('another profile: everything arrives under its id; what was deleted comes back only when chosen', async ({
  app,
  window,
  notesFolder,
}, testInfo) => {
  const sent = Array.from({ length: 3 }, (_, index) =>
    foreignNote(index, {
      body: `第${index}条`,
      author: '李老师',
      device: 'PC-B',
      rev: 4,
      label: 'data',
      tags: ['师资'],
    }),
  );
  const path = testInfo.outputPath('他人.jsonld');
  const { toJsonLd } = await import('../../src/core/interchange/to-jsonld.ts');
  await writeFile(path, toJsonLd(sent, { document: plan.id, label: plan.title }));
  const dialog = await openFile(app, window, path);
  await expect(kind(dialog, '新增')).toContainText('3 条');
  await dialog.getByRole('option').first().click();
  await dialog.getByRole('button', { name: '导入 2 条' }).click();
  await expect(notes(window)).toHaveCount(2);
  expect([...(await noteFiles(notesFolder)).keys()].map((file) => file.slice(-29, -3)).sort()).toEqual([
    noteId(1),
    noteId(2),
  ]);
  const copy = testInfo.outputPath('再导出.jsonld');
  await exportTo(app, window, copy);
  const { items } = JSON.parse(await readFile(copy, 'utf8')).first;
  expect(items).toEqual(JSON.parse(await readFile(path, 'utf8')).first.items.slice(1));

  await window.evaluate((id) => self.api['annotations.remove']({ id }), noteId(1));
  await window.reload();
  await expect(notes(window)).toHaveCount(1);
  const second = await openFile(app, window, path);
  await expect(kind(second, '已删除').getByRole('checkbox')).not.toBeChecked();
  await expect(second.getByRole('button', { name: '导入 1 条' })).toBeEnabled();
  await kind(second, '已删除').getByText('已删除').click();
  await second.getByRole('option').first().click();
  await second.getByRole('button', { name: '导入 2 条' }).click();
  await expect(notes(window)).toHaveCount(3);
});

test('a hostile file: bad entries are listed, the rest is imported, and nothing lands elsewhere', async ({
  app,
  window,
  notesFolder,
  profile,
}, testInfo) => {
  const target = {
    source: 'https://evil.example/x',
    selector: { type: 'TextQuoteSelector', exact: '深化体育教育改革' },
  };
  const ids = ['../../../../evil', '__proto__', 'CON', 'urn:ulid:../x', '\ud800', 'x'.repeat(100_000)];
  const entries = [
    ...ids.map((id) => ({ id, target, body: '<img src=x onerror="document.title=1">' })),
    { id: 'a', target, body: 'x'.repeat(500_000) },
    { id: 'b', target: { source: 'https://evil.example/x' } },
    7,
  ];
  const path = testInfo.outputPath('敌意.json');
  await writeFile(path, JSON.stringify(entries));
  const dialog = await openFile(app, window, path);
  await expect(kind(dialog, '新增')).toContainText('6 条');
  await kind(dialog, '无法导入').getByRole('button').click();
  const refused = dialog.getByRole('list', { name: '无法导入' });
  await expect(refused.getByRole('listitem')).toHaveCount(3);
  await expect(refused).toContainText('内容过长');
  await dialog.getByRole('button', { name: '导入 6 条' }).click();
  await expect(notes(window)).toHaveCount(6);
  const files = [...(await noteFiles(profile)).keys()];
  expect(files).toHaveLength(6);
  for (const file of files) {
    expect(file.startsWith(notesFolder)).toBe(true);
    expect(file).toMatch(/\/0{10}[0-9A-HJKMNP-TV-Z]{16}\.md$/);
  }
  await expect(window).toHaveTitle(/规划研读/);
});

const ownText = JSON.stringify([
  { id: 'a', target: { source: 'x', selector: { type: 'TextQuoteSelector', exact: '发展基础' } } },
]);
const other = { id: 'a', target: { source: 'urn:plan-reader:document:other', selector: [] } };
const badFiles: [name: string, content: string | Buffer, says: string][] = [
  ['空.json', '', '文件是空的'],
  ['其他.json', '{"name":"别的"}', '文件里没有批注数据'],
  ['零条.json', '[]', '一条批注也没有'],
  ['断.json', ownText.slice(0, -20), '文件不完整'],
  ['文字.json', '今天开会', '不是 JSON 格式'],
  ['图.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 0xd]), '这不是文本文件'],
  ['另一份.json', JSON.stringify([other]), '这是另一份文本的批注'],
];

test('files that cannot be imported: each says why and what to do, and changes nothing', async ({
  app,
  window,
  notesFolder,
}, testInfo) => {
  test.setTimeout(180_000);
  for (const [name, content, says] of badFiles) {
    const path = testInfo.outputPath(name);
    await writeFile(path, content);
    const dialog = await openFile(app, window, path);
    await expect(dialog.getByRole('alert')).toContainText(says);
    await expect(dialog.getByRole('alert')).toContainText('您的批注没有任何改动。');
    await expect(dialog.getByRole('button', { name: /^导入/ })).toHaveCount(0);
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  const large = testInfo.outputPath('大.json');
  await writeFile(large, Buffer.alloc(50_000_001, 0x20));
  expect((await stat(large)).size).toBe(50_000_001);
  await expect((await openFile(app, window, large)).getByRole('alert')).toContainText('文件超过 50 MB');
  await window.keyboard.press('Escape');
  const folder = testInfo.outputPath('文件夹.json');
  await mkdir(folder);
  await expect((await openFile(app, window, folder)).getByRole('alert')).toContainText('选中的不是普通文件');
  await window.keyboard.press('Escape');
  expect(await noteFiles(notesFolder)).toEqual(new Map());
});

test('other encodings are read: UTF-16 with and without a mark, GB18030', async ({ app, window }, testInfo) => {
  const utf16 = Buffer.from(ownText, 'utf16le');
  const files: [string, Buffer][] = [
    ['utf16.json', utf16],
    ['bom.json', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['gb.json', Buffer.from(ownText.replace('发展基础', '\0'), 'latin1')],
  ];
  // 发展基础 in GB18030
  const quote = Buffer.from([0xb7, 0xa2, 0xd5, 0xb9, 0xbb, 0xf9, 0xb4, 0xa1]);
  for (const [name, bytes] of files) {
    const at = bytes.indexOf(0);
    const content = name === 'gb.json' ? Buffer.concat([bytes.subarray(0, at), quote, bytes.subarray(at + 1)]) : bytes;
    const path = testInfo.outputPath(name);
    await writeFile(path, content);
    const dialog = await openFile(app, window, path);
    await expect(dialog.getByRole('option', { name: '发展基础' })).toBeVisible();
    await window.keyboard.press('Escape');
  }
});

test('300 entries: progress, stopped in the middle, the rest the next time', async ({
  app,
  window,
  notesFolder,
}, testInfo) => {
  test.setTimeout(120_000);
  const sent = Array.from({ length: 300 }, (_, index) =>
    foreignNote(index, { body: `第${index}条`, author: '李老师' }),
  );
  await placeNotes(notesFolder, sent.slice(0, 10));
  const path = testInfo.outputPath('三百.jsonld');
  const { toJsonLd } = await import('../../src/core/interchange/to-jsonld.ts');
  await writeFile(path, toJsonLd(sent, { document: plan.id, label: plan.title }));
  const dialog = await openFile(app, window, path);
  await expect(dialog.getByText('另有 10 条与本机一致')).toBeVisible();
  await dialog.getByRole('button', { name: '导入 290 条' }).click();
  await expect(dialog.getByRole('progressbar', { name: '导入进度' })).toBeVisible();
  await dialog.getByRole('button', { name: '停止' }).click();
  await expect(window.getByRole('status').filter({ hasText: '已停止：导入了' })).toBeVisible();
  const rest = await openFile(app, window, path);
  await rest.getByRole('button', { name: /^导入 \d+ 条$/ }).click();
  await expect(window.getByRole('status').filter({ hasText: /已导入 \d+ 条批注/ })).toBeVisible({ timeout: 60_000 });
  expect((await noteFiles(notesFolder)).size).toBe(300);
});
