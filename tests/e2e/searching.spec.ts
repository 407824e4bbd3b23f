import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expectAccessibleIn } from './accessibility.ts';
import { noteOn, plan, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { importDocument } from './import-document.ts';
import { notes } from './reader-actions.ts';

const box = (window: Page) => window.getByRole('searchbox', { name: '搜索', exact: true });
const results = (window: Page) => window.getByRole('listbox', { name: '搜索结果' });
const found = (window: Page, name: string) =>
  results(window)
    .getByRole('group', { name: new RegExp(`^${name}`) })
    .getByRole('option');
const reading = (window: Page) => window.getByRole('main', { name: '正文' });
const switcher = (window: Page) => window.getByRole('button', { name: /^切换文档/ });

async function searchEverything(window: Page, query: string): Promise<void> {
  await window.keyboard.press('Control+Shift+f');
  await expect(box(window)).toBeFocused();
  await box(window).fill(query);
}

async function importPlan(app: ElectronApplication, window: Page, path: string): Promise<void> {
  await writeFile(
    path,
    ['# 本校发展规划', '## 一、总则', '落实立德树人。', '## 二、招生', '公办民办同步招生。'].join('\n\n'),
  );
  await importDocument(app, window, { path, title: '本校发展规划' });
}

const threeNotes = [
  noteOn('健全公办民办同步招生入学机制', { body: '下周一向教育局**报备**名额', tags: ['招生', '待议'] }),
  noteOn('加强新时代劳动教育', { body: '', tags: ['德育处'], label: 'todo' }),
  noteOn('深化教育评价改革', { body: '改革方案先报备，再公示', label: 'question' }),
];

test('a note is found by its words, its quote and its tags, and leads to its passage and its card', async ({
  window: first,
  relaunch,
}) => {
  await saveNotes(first, threeNotes);
  const { window } = await relaunch();
  await expect(notes(window)).toHaveCount(3);
  await window.getByRole('button', { name: '批注窗格' }).click();

  await searchEverything(window, '改革');
  await expect(window.getByText('10 节，共 12 处；批注 1 条')).toBeVisible();
  await expect(found(window, '本文')).toHaveCount(10);
  await window.getByRole('list', { name: '跳到' }).getByRole('button', { name: /^批注/ }).click();
  const note = found(window, '批注');
  await expect(note).toBeFocused();
  await expect(note).toContainText('四（一）');
  await expect(note.locator('mark')).toHaveText(['改革', '改革']);

  await box(window).fill('报备');
  await expect(found(window, '批注')).toHaveCount(2);
  await expect(window.getByText('批注 2 条', { exact: true })).toBeVisible();
  await found(window, '批注').first().click();
  await expect(reading(window).getByRole('heading', { name: /深化教育评价改革/ })).toBeInViewport();
  await window.keyboard.press('ArrowDown');
  await expect(reading(window).getByText('完善义务教育免试就近入学制度').first()).toBeInViewport();
  const card = notes(window).filter({ hasText: '下周一' });
  await expect(card).toBeInViewport();
  await expect(card.getByRole('button', { name: /四（二）/ })).toHaveAttribute('aria-current', 'true');
  await window.keyboard.press('Enter');
  await expect(reading(window)).toBeFocused();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(results(window)).toBeVisible();

  await box(window).fill('baobei');
  await expect(found(window, '批注').first()).toContainText('拼音');
  await expect(found(window, '批注').first().locator('mark')).toHaveText('报备');
  await box(window).fill('名额 入学');
  await expect(found(window, '批注')).toContainText('多词');
  await box(window).fill('德育处');
  await expect(found(window, '批注').locator('mark')).toHaveText(['德育处']);
});

test('a prefix searches notes alone, or nothing but tags', async ({ window: first, relaunch }) => {
  await saveNotes(first, threeNotes);
  const { window } = await relaunch();
  await expect(notes(window)).toHaveCount(3);
  await window.keyboard.press('Control+Shift+f');
  await window.getByRole('button', { name: '批注:' }).click();
  await expect(box(window)).toBeFocused();
  await expect(box(window)).toHaveValue('批注:');
  await box(window).fill('批注:改革');
  await expect(results(window).getByRole('option')).toHaveCount(1);
  await box(window).fill('标签：招生');
  await expect(results(window).getByRole('option')).toHaveCount(1);
  await expect(results(window).getByRole('option')).toContainText('下周一');
  await box(window).fill('标签:改革');
  await expect(window.getByText('没有找到。')).toBeVisible();

  // In the text a prefix is a list as well; the text itself is searched for every character.
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+f');
  await box(window).fill('批注:报备');
  await expect(results(window).getByRole('option')).toHaveCount(2);
});

test('notes of all documents answer; one of another document opens it there', async ({ app, window, profile }) => {
  await saveNotes(window, threeNotes);
  await importPlan(app, window, join(profile, '本校规划.md'));
  await searchEverything(window, '报备');
  await expect(window.getByText('没有找到。试试拼音、减少字数，或在全部文档中查找。')).toBeVisible();
  await window.getByRole('button', { name: '在全部文档中查找' }).click();
  await expect(found(window, '批注')).toHaveCount(2);
  await expect(found(window, '批注').first()).toContainText(plan.title);
  await box(window).fill('招生');
  await expect(window.getByRole('list', { name: '跳到' }).getByRole('button')).toHaveText([
    /^本校发展规划/,
    /^其他文档/,
    /^批注/,
  ]);
  await box(window).fill('报备');
  const note = found(window, '批注').filter({ hasText: '下周一' });
  await note.click();
  await expect(switcher(window)).toContainText(plan.title);
  await expect(reading(window).getByText('完善义务教育免试就近入学制度').first()).toBeInViewport();
  await expect(notes(window).filter({ hasText: '下周一' })).toBeInViewport();
  await expect(note).toHaveAttribute('aria-selected', 'true');
  await expect(found(window, '批注')).toHaveCount(2);
});

test('a note that is written while the results are there joins them', async ({ window: first, relaunch }) => {
  await saveNotes(first, threeNotes);
  const { window } = await relaunch();
  await expect(notes(window)).toHaveCount(3);
  await searchEverything(window, '报备');
  await expect(found(window, '批注')).toHaveCount(2);
  const card = notes(window).filter({ hasText: '加强新时代劳动教育' });
  await card.hover();
  await card.getByRole('button', { name: '写批注' }).click();
  await window.getByRole('textbox', { name: '批注内容' }).fill('也要报备');
  await expect(found(window, '批注')).toHaveCount(3);
});

test('the chosen result stays where it is while one types on', async ({ window }) => {
  await searchEverything(window, '教');
  await results(window).getByRole('option').nth(20).click();
  const chosen = results(window).getByRole('option', { selected: true });
  const words = (await chosen.textContent()) ?? '';
  const y = async () => (await chosen.boundingBox())?.y ?? 0;
  const before = await y();
  await box(window).fill('教育');
  await expect(results(window).locator('mark').first()).toHaveText('教育');
  await expect(chosen).toContainText(words.slice(0, 8));
  expect(Math.abs((await y()) - before)).toBeLessThan(4);
  await box(window).fill('督导');
  await expect(results(window).getByRole('option').first()).toBeInViewport();
});

test('no accessibility violations in the results, in either theme', async ({ window: first, relaunch }) => {
  test.slow();
  await saveNotes(first, threeNotes);
  const { window } = await relaunch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.keyboard.press('Control+Shift+f');
  await expect(window.getByText('只找批注')).toBeVisible();
  await expectAccessibleIn(['light', 'dark'], window);
  await box(window).fill('改革');
  await expect(found(window, '批注')).toHaveCount(1);
  await found(window, '批注').click();
  await expectAccessibleIn(['light', 'dark'], window);
  await box(window).fill('航天飞机');
  await expect(window.getByText('没有找到。')).toBeVisible();
  await expectAccessibleIn(['light', 'dark'], window);
});
