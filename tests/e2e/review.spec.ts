import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { planFromText } from '../../src/core/outline/plan-from-text.ts';
import { noteOn, plan, saveNotes } from './export-notes.ts';
import { expect, type ReaderFixtures, test } from './fixtures.ts';
import { dragOver, notes } from './reader-actions.ts';

const secondText = await readFile('tests/fixtures/plans/jilin-145-second-version.txt', 'utf8');
const second = planFromText(plan.id, secondText);

const banner = (window: Page) => window.getByRole('region', { name: '文本已更新' });
const review = (window: Page) => window.getByRole('dialog', { name: '核对位置' });
const items = (window: Page) => review(window).getByRole('list', { name: '待核对的批注' }).getByRole('button');

/** Two notes and a bookmark that the second text does not have any more; a note and a bookmark that it has. */
async function openSecondText({
  window: first,
  notesFolder,
  relaunch,
}: Pick<ReaderFixtures, 'window' | 'notesFolder' | 'relaunch'>) {
  await saveNotes(first, [
    noteOn('健全公办民办同步招生入学机制', { body: '留下的' }),
    noteOn('深化创新创业教育，增强学生对创新创业的感知和体验', { body: '失联的' }),
    noteOn('培育创新创业意识', { body: '没有了的' }),
    noteOn('深化“双创”教育和对口合作', { motivation: 'bookmarking' }),
    noteOn('发展形势', { motivation: 'bookmarking' }),
  ]);
  await writeFile(join(notesFolder, '文档', plan.id, 'plan.json'), JSON.stringify(second));
  const { window } = await relaunch();
  await expect(notes(window)).toHaveCount(3);
  await expect(banner(window)).toContainText('失联');
  return window;
}

test.describe.configure({ timeout: 120_000 });

test('bookmarks are named where they are counted with the notes', async ({ window: first, notesFolder, relaunch }) => {
  const window = await openSecondText({ window: first, notesFolder, relaunch });
  await expect(banner(window)).toContainText('已定位 2（含书签 1） · 待确认 0 · 失联 3（含书签 1）');
  await expect(notes(window).filter({ hasText: '没有了的' })).toContainText('原位置：三（四）');
  await banner(window).getByRole('button', { name: '逐条核对' }).click();
  await expect(review(window).getByRole('definition')).toHaveText(['2（含书签 1）', '0', '3（含书签 1）']);
});

test('notes are placed by hand one after the other: the review comes back until nothing is left to decide', async ({
  window: first,
  notesFolder,
  relaunch,
}) => {
  const window = await openSecondText({ window: first, notesFolder, relaunch });
  await banner(window).getByRole('button', { name: '逐条核对' }).click();
  const bar = window.getByRole('region', { name: '手动指定位置' });
  await items(window).filter({ hasText: '培育创新创业意识' }).click();
  await review(window).getByRole('button', { name: '在正文中手动指定' }).click();
  await dragOver(window, '建立产业人才需求参考目录发布机制');
  await expect(bar.getByRole('button', { name: '定位到所选' })).toBeEnabled();
  await expect(window.getByRole('toolbar', { name: '选区工具' })).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(bar.getByRole('button', { name: '定位到所选' }), 'Esc first ends the selection').toBeDisabled();
  await dragOver(window, '建立产业人才需求参考目录发布机制');
  await bar.getByRole('button', { name: '定位到所选' }).click();
  await expect(review(window)).toBeVisible();
  await expect(items(window).and(window.locator('[aria-current="true"]'))).toHaveAccessibleName(/^失联/);
  await expect(items(window).and(window.locator('[aria-current="true"]'))).toBeFocused();
  await expect(review(window).getByRole('definition')).toHaveText(['3（含书签 1）', '0', '2（含书签 1）']);

  for (const passage of ['免试就近入学', '规范招生']) {
    await review(window).getByRole('button', { name: '在正文中手动指定' }).click();
    await dragOver(window, passage);
    await bar.getByRole('button', { name: '定位到所选' }).click();
    await expect(bar).toBeHidden();
  }
  await expect(review(window), 'nothing is left to decide').toBeHidden();
  await expect(banner(window)).toContainText('3 条批注和 2 个书签均已定位');
  await dragOver(window, '健全公办民办同步招生入学机制');
  await expect(window.getByRole('toolbar', { name: '选区工具' })).toBeVisible();
});

test('that all notes stand in the new text is said once, and of those alone that were made before', async ({
  window: first,
  notesFolder,
  relaunch,
}) => {
  const scrolled = async (window: Page) => {
    const text = window.getByRole('main', { name: '正文' });
    await text.hover();
    await window.mouse.wheel(0, 300);
    await expect.poll(() => text.evaluate((pane) => pane.scrollTop)).toBeGreaterThan(200);
  };
  await saveNotes(first, [noteOn('健全公办民办同步招生入学机制', { body: '原有的' })]);
  await scrolled(first);
  await writeFile(join(notesFolder, '文档', plan.id, 'plan.json'), JSON.stringify(second));
  const { window } = await relaunch();
  await expect(banner(window)).toContainText('1 条批注均已定位');
  await dragOver(window, '样本新增的一段');
  await window.keyboard.press('Control+h');
  await expect(notes(window)).toHaveCount(2);
  await expect(banner(window)).toContainText('1 条批注均已定位');
  await scrolled(window);

  const { window: again } = await relaunch();
  await expect(notes(again)).toHaveCount(2);
  await expect(again.getByRole('treeitem').first()).toBeVisible();
  await expect(banner(again)).toBeHidden();
});
