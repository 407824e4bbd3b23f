import { mkdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseNoteFile } from '../../src/core/annotation/note-file.ts';
import { closeWithoutSaving } from './dialogs.ts';
import { amongNotes, fileTree } from './file-tree.ts';
import { expect, type RunningReader, test } from './fixtures.ts';
import { foreignNote, noteFolder, noteId, placeNotes } from './placed-notes.ts';
import { notes, writeNote } from './reader-actions.ts';

function text(index: number, body: string): string {
  const written = serialiseNoteFile({ annotation: foreignNote(index, { body }), extra: [] });
  if (!written.ok) throw new Error(written.error);
  return written.value;
}

/** What may lie in a notes folder, with what the reader is told about it; `null`: it is a note like any other. */
const files: Record<string, [content: string | Buffer, reason: string | null]> = {
  'bom.md': [`\ufeff${text(1, '带 BOM 的批注')}`, null],
  'crlf.md': [text(2, '回车换行的批注').replaceAll('\n', '\r\n'), null],
  'empty.md': ['', '缺少文件头'],
  'plain.md': ['只是一段文字', '缺少文件头'],
  'truncated.md': [text(3, 'x').slice(0, 300), '文件头格式有误'],
  'zeros.md': [Buffer.alloc(800), '不是文本文件或编码不符'],
  'binary.md': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8, 0xff]), '不是文本文件或编码不符'],
  'gb18030.md': [Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb9, 0xe6, 0xbb, 0xae]), '不是文本文件或编码不符'],
  'utf-16.md': [Buffer.from(`\ufeff${text(4, 'x')}`, 'utf16le'), '不是文本文件或编码不符'],
  'merge.md': [text(5, 'x').replace('rev: 1', '<<<<<<< HEAD\nrev: 1\n=======\nrev: 2\n>>>>>>> x'), '文件头格式有误'],
  'script.md': [text(6, 'x').replace('---', '---js'), '缺少文件头'],
  'later.md': [text(7, 'x').replace('plan-note/1', 'plan-note/9'), '由更新版本的程序写入，请升级'],
  'without-place.md': [text(8, 'x').replace(/^start: .*\n/m, ''), '缺少必要字段'],
  'huge.md': [Buffer.alloc(3_000_000, 'x'), '文件过大'],
};

test('damaged notes are named, explained and left alone; the others can be used', async ({ launch, notesFolder }) => {
  await placeNotes(notesFolder, [foreignNote(0, { body: '完好的批注' })]);
  const folder = noteFolder(notesFolder);
  for (const [name, [content]] of Object.entries(files)) await writeFile(join(folder, name), content);
  await mkdir(join(folder, 'folder.md'));
  await symlink('/etc/passwd', join(folder, 'link.md'));
  await symlink('/nowhere', join(folder, 'dangling.md'));
  for (const name of [...Object.keys(files), `${noteId(0)}.md`]) await utimes(join(folder, name), 1e9, 1e9);
  const before = await fileTree(notesFolder);

  const { window } = await launch();
  await expect(notes(window)).toHaveCount(3);
  for (const body of ['完好的批注', '带 BOM 的批注', '回车换行的批注'])
    await expect(notes(window).filter({ hasText: body })).toHaveCount(1);

  const told = Object.entries(files).flatMap(([name, [, reason]]) => (reason === null ? [] : [[name, reason]]));
  told.push(['link.md', '读取时出错'], ['dangling.md', '读取时出错']);
  await window.getByText(`${told.length} 个批注文件无法读取`).click();
  await expect(window.getByText('文件已原样保留，没有改动。')).toBeVisible();
  for (const [name = '', reason = ''] of told) {
    await expect(window.getByRole('listitem').filter({ hasText: `/${name}` })).toContainText(reason);
  }

  // to go on working among them changes none of them
  await writeNote(window, '健全公办民办同步招生入学机制', '新的批注');
  await notes(window).filter({ hasText: '完好的批注' }).getByRole('button', { name: '编辑批注' }).click();
  await window.getByRole('textbox', { name: '批注内容' }).fill('改过的批注');
  await window.getByRole('button', { name: '完成' }).click();
  await expect(notes(window).filter({ hasText: '改过的批注' })).toBeVisible();
  await expect.poll(() => readFile(join(folder, `${noteId(0)}.md`), 'utf8')).toContain('改过的批注');
  const after = await fileTree(notesFolder);
  for (const [path, state] of Object.entries(before)) {
    if (!path.endsWith(`${noteId(0)}.md`)) expect(after[path], path).toBe(state);
  }
  expect(amongNotes(after)).toHaveLength(Object.keys(before).length + 1);
});

test.describe('while a note is being written', () => {
  async function beginToWrite({ app, window }: RunningReader, notesFolder: string) {
    const said = await closeWithoutSaving(app);
    await notes(window).getByRole('button', { name: '编辑批注' }).click();
    const path = join(noteFolder(notesFolder), `${noteId(0)}.md`);
    return { path, field: window.getByRole('textbox', { name: '批注内容' }), said };
  }

  test.beforeEach(async ({ notesFolder }) => {
    await placeNotes(notesFolder, [foreignNote(0, { body: '原来的话' })]);
  });

  test('its file becomes unreadable: that is said, it is left alone, the words are kept as a new note', async ({
    launch,
    notesFolder,
  }) => {
    const { app, window } = await launch();
    const { path, field, said } = await beginToWrite({ app, window }, notesFolder);
    await writeFile(path, Buffer.alloc(500));
    const before = await fileTree(notesFolder);
    await field.fill('我的话');
    await expect(window.getByText('1 个批注文件无法读取')).toBeVisible();
    await expect(window.getByRole('status').filter({ hasText: '已另存为一条新批注' })).toBeVisible();
    await expect(field).toHaveValue('我的话');
    await app.close();
    expect(said()).toEqual([]);
    const after = await fileTree(notesFolder);
    for (const [name, state] of Object.entries(before)) expect(after[name], name).toBe(state);
    const [kept = ''] = amongNotes(after).filter((name) => !(name in before));
    expect(await readFile(join(notesFolder, kept), 'utf8')).toContain('我的话');
  });

  test('another program changes its file: both texts are kept, and that is said', async ({ launch, notesFolder }) => {
    const { app, window } = await launch();
    const { path, field, said } = await beginToWrite({ app, window }, notesFolder);
    await writeFile(path, (await readFile(path, 'utf8')).replace('原来的话', '同事的话'));
    await field.fill('我的话');
    await expect(window.getByRole('status').filter({ hasText: '两份文字都已保留' })).toBeVisible();
    await app.close();
    expect(said()).toEqual([]);
    expect(await readFile(path, 'utf8')).toMatch(/我的话.*冲突副本.*同事的话/s);
  });

  test('its file is taken away: the words are kept as a new note, and that is said', async ({
    launch,
    notesFolder,
  }) => {
    const { app, window } = await launch();
    const { path, field, said } = await beginToWrite({ app, window }, notesFolder);
    // Words that are not yet saved: a note without any would just be gone with its file.
    await field.fill('我的话');
    await rm(path);
    await expect(window.getByRole('alert').filter({ hasText: '没有找到这条批注' })).toBeVisible();
    await expect(window.getByRole('status').filter({ hasText: '已另存为一条新批注' })).toBeVisible();
    await expect(field).toHaveValue('我的话');
    await field.fill('我的话，还没有写完');
    await app.close();
    expect(said()).toEqual([]);
    const [kept = '', ...others] = amongNotes(await fileTree(notesFolder));
    expect(others).toEqual([]);
    expect(kept).not.toContain(noteId(0));
    expect(await readFile(join(notesFolder, kept), 'utf8')).toContain('我的话，还没有写完');
  });
});
