import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { placeAnnotations } from '../../src/core/anchoring/place-annotations.ts';
import { parseNoteFile } from '../../src/core/annotation/note-file.ts';
import { planFromText } from '../../src/core/outline/plan-from-text.ts';
import { canonicalText } from '../../src/core/plan/canonical-text.ts';
import type { PlanDocument } from '../../src/core/plan/plan.ts';
import { textHash } from '../../src/core/plan/text-hash.ts';
import { noteOn, plan, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { dragOver, noteFiles, notes } from './reader-actions.ts';

const secondText = await readFile('tests/fixtures/plans/jilin-145-second-version.txt', 'utf8');
const second = planFromText(plan.id, secondText);

/** Kept, kept and short, moved, rewritten, deleted. */
const passages = [
  '健全公办民办同步招生入学机制',
  '劳动教育',
  '完善教育督导体制机制，健全教育督导机构设置及协作联动体系',
  '加快提高县域普通高中特别是教育基础薄弱县普通高中的建设水平',
  '深化创新创业教育，增强学生对创新创业的感知和体验',
];
const drafts = passages.map((words, index) => noteOn(words, { body: `第 ${index + 1} 条` }));

const documentFolder = (notesFolder: string) => join(notesFolder, '文档', plan.id);
const putText = (notesFolder: string, content: string) =>
  writeFile(join(documentFolder(notesFolder), 'plan.json'), content);
const versionFiles = async (notesFolder: string) =>
  (await readdir(join(documentFolder(notesFolder), 'versions'))).sort();
const filesOf = (text: PlanDocument) => {
  const digits = textHash(text).slice('sha256-'.length);
  return [`${digits}.json`, `${digits}.txt`];
};
const banner = (window: Page) => window.getByRole('region', { name: '文本已更新' });
const review = (window: Page) => window.getByRole('dialog', { name: '核对位置' });
const items = (window: Page) => review(window).getByRole('list', { name: '待核对的批注' }).getByRole('button');
const item = (window: Page, words: string) => items(window).filter({ hasText: words });
/** The window that was just opened shows its text. */
const opened = async (window: Page) =>
  expect(window.getByRole('tree', { name: '目录' })).toBeVisible({ timeout: 30_000 });
const said = (window: Page, text: string) => window.getByRole('status').filter({ hasText: text });

async function choose(window: Page, ...path: string[]): Promise<void> {
  await window.getByRole('button', { name: '菜单' }).click();
  for (const name of path.slice(0, -1)) await window.getByRole('menuitem', { name }).hover();
  await window.getByRole('menuitem', { name: path.at(-1) ?? '' }).click();
}

/** Where the core places the notes as they are on the disk. */
async function expectedCounts(notesFolder: string) {
  const texts = [...(await noteFiles(join(notesFolder, '笔记'))).values()];
  const annotations = texts.flatMap((text) => {
    const read = parseNoteFile(text);
    return read.ok ? [read.value.annotation] : [];
  });
  const states = placeAnnotations(structuredClone(second), annotations).map(({ state }) => state);
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
  return { located: count('anchored', 'moved'), unsure: count('review'), lost: count('orphaned') };
}

test.describe.configure({ timeout: 180_000 });

test('a new text: the notes are found again, reviewed one by one, and the way back loses nothing', async ({
  window: first,
  notesFolder,
  relaunch,
}, testInfo) => {
  await saveNotes(first, drafts);
  expect(await versionFiles(notesFolder), 'the text is kept with the first note').toEqual(filesOf(plan));
  const original = await noteFiles(notesFolder);

  await putText(notesFolder, JSON.stringify(second));
  const { window } = await relaunch();
  await opened(window);
  const { located, unsure, lost } = await expectedCounts(notesFolder);
  expect(located + unsure + lost).toBe(passages.length);
  expect(lost).toBeGreaterThan(0);
  await expect(window.getByRole('main', { name: '正文' })).toContainText('样本新增的一段');
  await expect(banner(window)).toContainText(`文本已更新：已定位 ${located} · 待确认 ${unsure} · 失联 ${lost}`);
  await expect(notes(window)).toHaveCount(passages.length);
  expect(await noteFiles(notesFolder), 'finding writes nothing').toEqual(original);

  await test.step('accept', async () => {
    await banner(window).getByRole('button', { name: '逐条核对' }).click();
    await expect(items(window)).toHaveCount(passages.length);
    await item(window, passages[0] ?? '').click();
    await expect(review(window).getByRole('region', { name: '原文本' })).toContainText('完善义务教育免试就近入学制度');
    await expect(review(window).getByRole('region', { name: '现文本' })).toContainText('健全公办民办同步招生入学机制');
    await item(window, passages[0] ?? '').press('Enter');
    await expect(item(window, passages[0] ?? '')).toHaveAccessibleName(/^已确认/);
  });

  await test.step('choose another place', async () => {
    await item(window, '劳动教育').first().click();
    await window.keyboard.press('1');
    const place = review(window).getByRole('button', { name: '改用第 1 处' });
    await expect(place).toHaveAttribute('aria-pressed', 'true');
    await expect(place, 'what tells it from the others').toHaveAccessibleDescription(
      /^.、.* › （.）.*劳动教育.*文字相同 · 前后文/s,
    );
    await window.screenshot({ path: testInfo.outputPath('places.png') });
    await review(window).getByRole('button', { name: '接受此处' }).click();
    await expect(item(window, '劳动教育').first()).toHaveAccessibleName(/^已确认/);
  });

  await test.step('attach by hand', async () => {
    await item(window, '深化创新创业教育').click();
    await expect(item(window, '深化创新创业教育')).toHaveAccessibleName(/^失联/);
    await expect(review(window).getByRole('button', { name: '接受此处' })).toBeDisabled();
    await review(window).getByRole('button', { name: '在正文中手动指定' }).click();
    await expect(review(window)).toBeHidden();
    const bar = window.getByRole('region', { name: '手动指定位置' });
    await expect(bar).toContainText('深化创新创业教育');
    await expect(bar.getByRole('button', { name: '定位到所选' })).toBeDisabled();
    await dragOver(window, '建立产业人才需求参考目录发布机制');
    await bar.getByRole('button', { name: '定位到所选' }).click();
    await expect(said(window, '已定位到所选文字')).toBeVisible();
    await expect(bar).toBeHidden();
    await expect(review(window), 'another note is still to be decided').toBeVisible();
    await window.keyboard.press('Escape');
    await expect(review(window)).toBeHidden();
  });

  const decided = await noteFiles(notesFolder);
  for (const [path, text] of original) {
    const now = decided.get(path) ?? '';
    for (const line of text.split('\n').filter((one) => /^(?:exact|prefix|suffix|start|end|textHash)/.test(one)))
      expect(now, 'the original place stays to the letter').toContain(`${line}\n`);
  }
  expect([...decided.values()].filter((text) => text.includes('placedTextHash'))).toHaveLength(3);
  expect(await versionFiles(notesFolder)).toEqual([...filesOf(plan), ...filesOf(second)].sort());

  await test.step('undo and redo', async () => {
    for (const step of ['重新定位', '重新定位', '确认位置']) {
      await window.keyboard.press('Control+z');
      await expect(said(window, `已撤销：${step}`)).toBeVisible();
    }
    const undone = await noteFiles(notesFolder);
    expect([...undone.values()].filter((text) => text.includes('placed'))).toEqual([]);
    for (let step = 0; step < 3; step += 1) await window.keyboard.press('Control+y');
    await expect
      .poll(async () => [...(await noteFiles(notesFolder)).values()].filter((text) => text.includes('placed')).length)
      .toBe(3);
  });

  await test.step('back to the earlier text', async () => {
    const before = await noteFiles(notesFolder);
    await choose(window, '文件', '文本版本…');
    const dialog = window.getByRole('dialog', { name: '文本版本' });
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await expect(dialog.getByRole('listitem').filter({ hasText: '正在使用' })).toContainText(
      '没有批注作于此文本，3 条作于别的文本、在此确认了位置',
    );
    await expect(dialog.getByRole('listitem').filter({ hasText: '程序自带' })).toContainText(
      '5 条批注和书签作于此文本',
    );
    await dialog.getByRole('button', { name: '使用此文本' }).click();
    await expect(dialog).toBeHidden();
    await expect(window.getByRole('main', { name: '正文' })).not.toContainText('样本新增的一段');
    await expect(banner(window)).toBeHidden();
    expect(await noteFiles(notesFolder), 'byte for byte').toEqual(before);
    for (const state of ['待确认', '失联', '已移动'])
      await expect(window.getByRole('list', { name: '批注' }).getByText(state, { exact: true })).toHaveCount(0);

    await window.keyboard.press('Control+z');
    await expect(said(window, '已撤销：更换文本版本')).toBeVisible();
    await expect(window.getByRole('main', { name: '正文' })).toContainText('样本新增的一段');
    await window.keyboard.press('Control+y');
    await expect(window.getByRole('main', { name: '正文' })).not.toContainText('样本新增的一段');
  });

  const { window: again } = await relaunch();
  await opened(again);
  await expect(again.getByRole('main', { name: '正文' })).not.toContainText('样本新增的一段');
  await expect(notes(again)).toHaveCount(passages.length);
  await expect(banner(again)).toBeHidden();
});

test('all that is found is accepted at once, as one step; the earlier text is one click away', async ({
  window: first,
  notesFolder,
  relaunch,
}) => {
  await saveNotes(first, drafts);
  const original = await noteFiles(notesFolder);
  await putText(notesFolder, JSON.stringify(second));
  const { window } = await relaunch();
  await opened(window);
  const { unsure, lost } = await expectedCounts(notesFolder);
  await banner(window).getByRole('button', { name: '逐条核对' }).click();
  if (unsure > 0) {
    await review(window)
      .getByRole('button', { name: `全部接受已找到的 ${unsure} 条` })
      .click();
    await expect(items(window).filter({ hasText: '已确认' })).toHaveCount(unsure);
    await window.keyboard.press('Control+z');
    await expect(items(window).filter({ hasText: '已确认' })).toHaveCount(0);
  }
  await expect(items(window).filter({ hasText: '失联' })).toHaveCount(lost);
  await review(window).getByRole('button', { name: '退回原文本' }).click();
  await expect(review(window)).toBeHidden();
  await expect(window.getByRole('main', { name: '正文' })).not.toContainText('样本新增的一段');
  const contents = (files: Map<string, string>) =>
    [...files.values()].map((text) => text.replace(/^(?:rev|modified|device):.*$/gm, ''));
  expect(contents(await noteFiles(notesFolder))).toEqual(contents(original));
  expect(await readFile(join(documentFolder(notesFolder), 'versions', filesOf(plan)[1] ?? ''), 'utf8')).toBe(
    canonicalText(plan),
  );
});

test('a text that a synchronising program brings is shown while the window is open, and so is its going', async ({
  window: first,
  notesFolder,
  relaunch,
}) => {
  await saveNotes(first, drafts);
  const { window } = await relaunch();
  await expect(notes(window)).toHaveCount(passages.length);
  const original = await noteFiles(notesFolder);
  const { located, unsure, lost } = await expectedCounts(notesFolder);
  const text = window.getByRole('main', { name: '正文' });
  const deliver = async (content: string) => {
    const temporary = join(documentFolder(notesFolder), '.syncthing.plan.json.tmp');
    await writeFile(temporary, content);
    await rename(temporary, join(documentFolder(notesFolder), 'plan.json'));
  };
  await notes(window).first().getByRole('button', { name: '编辑批注' }).click();
  const field = window.getByRole('textbox', { name: '批注内容' });
  await field.pressSequentially('，正在写');

  await deliver(JSON.stringify(second));
  await expect(text).toContainText('样本新增的一段');
  await expect(said(window, '规划文本已更换')).toBeVisible();
  await expect(banner(window)).toContainText(`文本已更新：已定位 ${located} · 待确认 ${unsure} · 失联 ${lost}`);
  await field.pressSequentially('的字');
  await expect(field).toHaveValue(/，正在写的字$/);
  await window.getByRole('button', { name: '完成' }).click();
  await expect
    .poll(
      async () => [...(await noteFiles(notesFolder)).values()].filter((note) => note.includes('，正在写的字')).length,
    )
    .toBe(1);
  expect((await noteFiles(notesFolder)).size).toBe(original.size);

  await rm(join(documentFolder(notesFolder), 'plan.json'));
  await expect(text).not.toContainText('样本新增的一段');
  await expect(banner(window)).toBeHidden();
  await expect(notes(window)).toHaveCount(passages.length);
});

test('a text that cannot be read, or is of a newer version, is said and left alone; the one that ships is shown', async ({
  window: first,
  notesFolder,
  relaunch,
}) => {
  await saveNotes(first, drafts.slice(0, 1));
  const damaged = JSON.stringify(second).slice(0, 4000);
  await putText(notesFolder, damaged);
  const { window } = await relaunch();
  await opened(window);
  const told = (words: string) => window.getByRole('alert').filter({ hasText: `规划文本（plan.json）${words}` });
  await expect(told('已损坏')).toBeVisible();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await expect(notes(window)).toHaveCount(1);
  await expect(banner(window)).toBeHidden();
  expect(await readFile(join(documentFolder(notesFolder), 'plan.json'), 'utf8')).toBe(damaged);

  const newer = JSON.stringify({ ...second, schema: 'plan/2' });
  await putText(notesFolder, newer);
  await expect(told('由更新版本的程序写入')).toBeVisible();
  await expect(window.getByRole('main', { name: '正文' })).not.toContainText('样本新增的一段');
  expect(await readFile(join(documentFolder(notesFolder), 'plan.json'), 'utf8')).toBe(newer);
});
