import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { noteOn, plan, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { importDocument } from './import-document.ts';
import { writeNote } from './reader-actions.ts';

const switcher = (window: Page) => window.getByRole('button', { name: /^切换文档/ });
const results = (window: Page) => window.getByRole('listbox', { name: '搜索结果' });
const reading = (window: Page) => window.getByRole('main', { name: '正文' });

const schoolPlan = [
  '# 本校发展规划',
  '## 一、总则',
  '立德树人，加强劳动教育。',
  ...Array.from({ length: 40 }, (_, index) => `第 ${index + 1} 项工作按计划推进，责任到人。`),
  '## 二、劳动教育',
  '每周开设一节劳动教育课。',
];

test.describe.configure({ timeout: 120_000 });

test('all documents are searched; a result opens its document there, and the way back leads to the place before', async ({
  app,
  window,
  profile,
  relaunch,
}) => {
  const path = join(profile, '本校规划.md');
  await writeFile(path, schoolPlan.join('\n\n'));
  await importDocument(app, window, { path, title: '本校发展规划' });
  await switcher(window).click();
  await window.getByRole('menuitemradio', { name: plan.title }).click();
  await expect(switcher(window)).toContainText(plan.title);
  const section = window.getByRole('treeitem', { name: /深化教育评价改革/ });
  await section.click();

  await window.keyboard.press('Control+Shift+f');
  await window.getByRole('searchbox', { name: '搜索' }).fill('劳动教育');
  await expect(results(window).getByRole('option')).toHaveCount(1);
  await window.getByRole('radio', { name: '全部文档' }).click({ force: true });
  await expect(window.getByText(/^2 份文档，\d+ 节/)).toBeVisible();
  const own = results(window).getByRole('group', { name: /本校发展规划/ });
  await expect(own.getByRole('option')).toHaveCount(2);

  const chips = window.getByRole('list', { name: '跳到' }).getByRole('button');
  await expect(chips.first()).toHaveText(new RegExp(`^${plan.title}`));
  const named = await chips.allTextContents();
  const first = results(window).getByRole('group', { name: new RegExp(plan.title) });
  await expect(first).toContainText('正在读');

  // The keys only move through what is found elsewhere; Enter or a click goes there.
  await results(window).getByRole('option').first().click();
  await window.keyboard.press('ArrowDown');
  await expect(own.getByRole('option', { selected: true })).toHaveCount(1);
  await expect(switcher(window)).toContainText(plan.title);
  await own
    .getByRole('option', { name: /劳动教育/ })
    .first()
    .click();
  await expect(switcher(window)).toContainText('本校发展规划');
  await expect(reading(window).getByText('每周开设一节劳动教育课')).toBeInViewport();
  await expect(results(window).getByRole('option', { selected: true })).toContainText('劳动教育');
  // What was found is called as it was; only what is read is another.
  await expect(own).toContainText('正在读');
  await expect(first).not.toContainText('正在读');
  expect(await chips.allTextContents()).toEqual(named);

  await window.keyboard.press('Alt+ArrowLeft');
  await expect(switcher(window)).toContainText(plan.title);
  await expect(reading(window).getByRole('heading', { name: /劳动教育/ })).toBeInViewport();
  await window.keyboard.press('Alt+ArrowRight');
  await expect(switcher(window)).toContainText('本校发展规划');
  await expect(reading(window).getByText('每周开设一节劳动教育课')).toBeInViewport();

  // Where to search is remembered.
  const { window: again } = await relaunch();
  await expect(again.getByRole('tree', { name: '目录' })).toBeVisible();
  await again.keyboard.press('Control+Shift+f');
  await again.getByRole('searchbox', { name: '搜索' }).fill('劳动教育');
  await expect(again.getByText(/^2 份文档，\d+ 节/)).toBeVisible();
});

test('the notes of all documents stand in one list; another document is never changed by what is done with many', async ({
  app,
  window,
  profile,
}) => {
  await saveNotes(window, [noteOn('健全公办民办同步招生入学机制', { body: '规划的批注', tags: ['招生'] })]);
  const path = join(profile, '本校规划.md');
  await writeFile(path, schoolPlan.join('\n\n'));
  await importDocument(app, window, { path, title: '本校发展规划' });
  await writeNote(window, '每周开设一节', '本校的批注');
  const cards = window.getByRole('list', { name: '批注' }).getByRole('listitem');
  const scope = async (name: string) => {
    await window.getByRole('button', { name: '排序和分组' }).click();
    await window.getByRole('menuitemradio', { name }).click();
  };
  await scope('全部文档');
  await expect(window.getByText('2 条 · 2 份文档')).toBeVisible();
  await expect(window.getByRole('button', { name: `${plan.title}，1 条` })).toBeVisible();
  const other = cards.filter({ hasText: '规划的批注' });
  await expect(other).toContainText('四（二）');
  await expect(other).toContainText('招生');
  await expect(other.getByRole('button', { name: '删除' })).toHaveCount(0);

  await window.getByRole('button', { name: '多选' }).click();
  await window.getByRole('button', { name: '全选' }).click();
  const bar = window.getByRole('toolbar', { name: '所选批注' });
  await expect(bar).toContainText('已选 1 条');
  await expect(bar).toContainText('只作用于正在阅读的《本校发展规划》');
  await bar.getByRole('button', { name: '删除' }).click();
  await expect(window.getByText('1 条 · 1 份文档')).toBeVisible();
  await expect(other).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(window.getByText('2 条 · 2 份文档')).toBeVisible();

  await window.getByRole('searchbox', { name: '筛选批注' }).fill('招生');
  await expect(window.getByText('1 / 2 条 · 1 份文档')).toBeVisible();
  await other.getByRole('button', { name: /在《.*》中打开/ }).click();
  await expect(switcher(window)).toContainText(plan.title);
  await expect(reading(window).getByText('完善义务教育免试就近入学制度')).toBeInViewport();
  await expect(other.getByRole('button', { name: '编辑批注' })).toBeAttached();
  await expect(window.getByText('1 / 2 条 · 1 份文档')).toBeVisible();
  await scope('本文档');
  await expect(window.getByText('1 条', { exact: true })).toBeVisible();
});
