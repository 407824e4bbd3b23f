import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { newTask } from '../../src/core/annotation/task.ts';
import { expectAccessibleIn } from './accessibility.ts';
import { noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, noteFolder, noteId, placeNotes } from './placed-notes.ts';

const screen = (window: Page) => window.getByRole('dialog', { name: '汇报模式' });
const heading = (window: Page) => screen(window).getByRole('heading', { level: 2 });
const content = (window: Page) => screen(window).getByRole('region', { name: '本页内容' });

const notes = [
  foreignNote(1, { target: noteOn('发展基础').target, body: '先看基础' }),
  foreignNote(2, {
    target: noteOn('深化体育教育改革').target,
    body: '每天 **一小时**',
    task: { ...newTask, owner: '王老师', department: '体育组', due: '2020-01-31', completion: 40, status: 'active' },
  }),
  foreignNote(3, { target: noteOn('强化美育育人功能').target, body: `${'长长的一段说明。'.repeat(400)}末尾` }),
];

const figure = (window: Page, name: string) => content(window).locator('dl > div').filter({ hasText: name });

test('slides show totals, clause, note and ledger line; keys lead through them; Esc ends at the clause', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, notes);
  const { window } = await launch();
  await expect(window.getByRole('list', { name: '批注' }).getByRole('listitem')).toHaveCount(3);
  const tree = window.getByRole('treeitem', { name: /加强新时代劳动教育/ });
  await tree.focus();
  await window.keyboard.press('F5');
  await expect(heading(window)).toHaveText('吉林市“十四五”教育发展规划');
  await expect(content(window)).toBeFocused();
  await expect(screen(window).getByRole('status')).toHaveText('第 1 页，共 4 页：汇总');
  await expect(content(window).getByRole('time')).toHaveText(/^\d{4}-\d\d-\d\d$/);
  await expect(content(window).locator('dl > div')).toHaveText([
    /^条款3 项/,
    /^批注（含任务）3 条/,
    /^任务1 项/,
    /^逾期1 项/,
  ]);
  await expect(content(window).getByRole('region', { name: '任务状态' }).getByRole('listitem')).toHaveText([
    '进行中 1 项',
  ]);
  await expectAccessibleIn(['dark', 'light'], window);
  await window.keyboard.press('ArrowRight');
  await expect(heading(window)).toHaveText('一（一）发展基础');
  await expect(content(window)).toContainText('〔本节原文仅有标题〕');
  await expect(screen(window).getByRole('status')).toHaveText('第 2 页，共 4 页：一（一）发展基础');
  await window.keyboard.press('ArrowRight');
  await expect(heading(window)).toHaveText('二（三）深化体育教育改革');
  await expect(content(window)).toContainText('……（节选至此）');
  await expect(content(window).locator('strong')).toHaveText('一小时');
  await expect(content(window).locator('dl > div')).toHaveText([
    /^牵头部门体育组/,
    /^责任人王老师/,
    /^完成时限2020-01-31 逾期 \d+ 天$/,
    /^状态进行中/,
    /^完成度40%/,
  ]);
  await expectAccessibleIn(['dark', 'light'], window);
  // What does not fit at the smallest size scrolls, and nothing of it is cut.
  await window.keyboard.press('PageDown');
  await expect(heading(window)).toHaveText('二（四）强化美育育人功能');
  await expect(content(window)).toContainText('末尾');
  await content(window).focus();
  await expect(async () => {
    await window.keyboard.press('ArrowDown');
    expect(await content(window).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  }).toPass();
  await window.keyboard.press('Home');
  await expect(heading(window)).toHaveText('吉林市“十四五”教育发展规划');
  await window.keyboard.press('ArrowLeft');
  await expect(heading(window)).toHaveText('吉林市“十四五”教育发展规划');
  await expect(screen(window).getByRole('status')).toHaveText('已是第一页');
  await window.keyboard.press('End');
  await expect(heading(window)).toHaveText('二（四）强化美育育人功能');
  await expect(screen(window).getByRole('status')).toHaveText(/^第 4 页/);
  await window.keyboard.press('ArrowRight');
  await expect(heading(window)).toHaveText('二（四）强化美育育人功能');
  await expect(screen(window).getByText('已是最后一页，Esc 结束').last()).toBeInViewport();
  await window.keyboard.press('PageUp');
  await window.keyboard.press('PageUp');
  await window.keyboard.press('Space');
  await expect(heading(window)).toHaveText('二（三）深化体育教育改革');
  // The focus stays inside.
  for (let stop = 0; stop < 6; stop += 1) {
    await window.keyboard.press('Tab');
    expect(await screen(window).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  }
  await window.keyboard.press('Escape');
  await expect(screen(window)).toHaveCount(0);
  await expect(window.getByRole('main').getByRole('heading', { name: /深化体育教育改革/ })).toBeInViewport();
  await expect(tree).toBeFocused();
});

test('what the ledger is narrowed to is what is presented', async ({ launch, notesFolder }) => {
  await placeNotes(notesFolder, [
    ...notes,
    foreignNote(4, { target: noteOn('加强新时代劳动教育').target, task: { ...newTask, department: '德育处' } }),
  ]);
  const { window } = await launch();
  await window.getByRole('tab', { name: '台账' }).click();
  await window.getByRole('searchbox', { name: '筛选台账' }).fill('德育处');
  await expect(window.getByText('1 / 2 项')).toBeVisible();
  await window.keyboard.press('F5');
  await expect(figure(window, '任务')).toContainText(['1 条', '1 项']);
  await window.keyboard.press('ArrowRight');
  await expect(heading(window)).toHaveText('二（五）加强新时代劳动教育');
  await expect(screen(window)).toContainText('按台账的筛选');
  await expect(figure(window, '责任人')).toContainText('未填');
  await expect(screen(window).getByRole('button', { name: '下一页' })).toBeDisabled();
});

test('one can begin at the clause that is read, and leave out notes that are no tasks, also the next time', async ({
  window,
  notesFolder,
  relaunch,
}) => {
  const task = { ...newTask, department: '德育处' };
  await placeNotes(notesFolder, [...notes, foreignNote(4, { target: noteOn('加强新时代劳动教育').target, task })]);
  await expect(window.getByRole('list', { name: '批注' }).getByRole('listitem')).toHaveCount(4);
  await window.getByRole('treeitem', { name: /强化美育育人功能/ }).click();
  await window.keyboard.press('Shift+F5');
  await expect(heading(window)).toHaveText('二（四）强化美育育人功能');
  const tasksOnly = (page: Page) => screen(page).getByRole('button', { name: '只看任务', exact: true });
  await expect(tasksOnly(window)).toHaveAttribute('aria-pressed', 'false');
  await window.keyboard.press('t');
  await expect(tasksOnly(window)).toHaveAttribute('aria-pressed', 'true');
  await expect(screen(window).getByRole('status')).toHaveText('第 3 页，共 3 页：二（五）加强新时代劳动教育');
  await tasksOnly(window).click();
  await expect(screen(window).getByRole('status')).toHaveText('第 4 页，共 5 页：二（四）强化美育育人功能');
  await window.keyboard.press('t');
  await window.keyboard.press('Home');
  await expect(content(window).locator('dl > div')).toHaveText([/^条款2 项/, /^任务2 项/, /^逾期1 项/]);
  await window.keyboard.press('Escape');
  const { window: next } = await relaunch();
  await expect(next.getByRole('list', { name: '批注' }).getByRole('listitem')).toHaveCount(4);
  await next.keyboard.press('F5');
  await expect(tasksOnly(next)).toHaveAttribute('aria-pressed', 'true');
  await expect(content(next).locator('dl > div')).toHaveCount(3);
});

/** The test display has no window manager that would do it: what the window is asked for is written down. */
async function watchFullScreen(app: ElectronApplication): Promise<() => Promise<boolean[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const asked: boolean[] = [];
    Object.assign(globalThis, { askedFullScreen: asked });
    if (window) window.setFullScreen = (isFull) => void asked.push(isFull);
  });
  return () => app.evaluate(() => (globalThis as unknown as { askedFullScreen: boolean[] }).askedFullScreen);
}

test('slides fill the screen and give it back, also when the page ends under them', async ({
  launch,
  notesFolder,
  allowProblem,
}) => {
  allowProblem(/crashed/);
  await placeNotes(notesFolder, notes);
  const { app, window } = await launch();
  const asked = await watchFullScreen(app);
  await expect(window.getByRole('list', { name: '批注' }).getByRole('listitem')).toHaveCount(3);
  for (const shown of [1, 2]) {
    await window.keyboard.press('F5');
    await expect(heading(window)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(screen(window)).toHaveCount(0);
    await expect.poll(asked).toEqual(Array.from({ length: shown }, () => [true, false]).flat());
  }
  await window.keyboard.press('F5');
  await expect.poll(asked).toHaveLength(5);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(asked).toEqual([true, false, true, false, true, false]);
});

test('the slide that is shown stays when notes come to clauses before it, and gives way when it is gone', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, notes);
  const { window } = await launch();
  const list = window.getByRole('list', { name: '批注' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await window.keyboard.press('F5');
  await expect(content(window)).toBeFocused();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await expect(heading(window)).toHaveText('二（三）深化体育教育改革');
  const said = screen(window).getByRole('status');
  await placeNotes(notesFolder, [foreignNote(5, { target: noteOn('切实减轻义务教育阶段学生作业负担').target })]);
  await expect(said).toHaveText(/^第 4 页，共 5 页：/);
  await expect(heading(window)).toHaveText('二（三）深化体育教育改革');
  await rm(join(noteFolder(notesFolder), `${noteId(2)}.md`));
  await expect(said).toHaveText(/^第 4 页，共 4 页：/);
  await expect(heading(window)).toHaveText('二（四）强化美育育人功能');
  await window.keyboard.press('ArrowLeft');
  await expect(said).toHaveText(/^第 3 页，共 4 页：/);
});

test('the latest reports are shown, as many as there is room for; of the rest it is said how many they are', async ({
  launch,
  notesFolder,
}) => {
  const reports = (count: number, text: string) =>
    Array.from({ length: count }, (_, day) => ({ date: `2026-10-${10 + day}`, text: `第${day + 1}次：${text}` }));
  const task = (progress: ReturnType<typeof reports>) => ({ ...newTask, department: '德育处', progress });
  await placeNotes(notesFolder, [
    foreignNote(1, { target: noteOn('深化体育教育改革').target, task: task(reports(3, '已完成')) }),
    foreignNote(2, {
      target: noteOn('强化美育育人功能').target,
      task: task(reports(9, '各年级都报来了方案，经校务会逐一审过。'.repeat(3))),
    }),
  ]);
  const { app, window } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await expect(window.getByRole('list', { name: '批注' }).getByRole('listitem')).toHaveCount(2);
  await window.keyboard.press('F5');
  await expect(content(window)).toBeFocused();
  await window.keyboard.press('ArrowRight');
  const latest = content(window).getByRole('region', { name: '最新进展' });
  await expect(latest.getByRole('listitem')).toHaveText([/^2026-10-12第3次/, /^2026-10-11第2次/, /^2026-10-10第1次/]);
  await expect(latest.getByText('另有较早的')).toBeHidden();
  await window.keyboard.press('ArrowRight');
  await expect(heading(window)).toHaveText('二（四）强化美育育人功能');
  await expect(latest.getByRole('listitem').first()).toHaveText(/^2026-10-18第9次/);
  const shown = await latest.getByRole('listitem').count();
  expect(shown).toBeGreaterThanOrEqual(2);
  expect(shown).toBeLessThan(9);
  await expect(latest.getByText(`另有较早的 ${9 - shown} 条`)).toBeInViewport({ ratio: 1 });
  expect(await content(window).evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(0);
});

test('what notes are about is marked in the clause, which stands alone where nothing is written about it', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, [
    foreignNote(1, { target: noteOn('进教材、进课堂、进头脑').target }),
    foreignNote(2, { target: noteOn('深化体育教育改革').target, body: '每天一小时' }),
  ]);
  const { window } = await launch();
  await expect(window.getByRole('list', { name: '批注' }).getByRole('listitem')).toHaveCount(2);
  await window.keyboard.press('F5');
  await expect(content(window)).toBeFocused();
  await window.keyboard.press('ArrowRight');
  await expect(heading(window)).toHaveText('二（一）构建一体化的思想政治工作体系');
  await expect(content(window).locator('mark')).toHaveText('进教材、进课堂、进头脑');
  await expect(content(window).getByRole('listitem')).toHaveText('重点');
  await expect(content(window).getByRole('blockquote')).toHaveCount(0);
  await expectAccessibleIn(['dark', 'light'], window);
  await window.keyboard.press('ArrowRight');
  expect((await heading(window).locator('mark').allTextContents()).join('')).toBe('深化体育教育改革');
  await expect(content(window)).toContainText('每天一小时');
});

test('while slides are shown no message can be seen or pressed; it is there again after them', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, notes);
  const { window } = await launch();
  const cards = window.getByRole('list', { name: '批注' }).getByRole('listitem');
  await expect(cards).toHaveCount(3);
  await cards.first().getByRole('button').first().focus();
  await window.keyboard.press('Delete');
  const undo = window.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' });
  await expect(undo).toBeVisible();
  await window.keyboard.press('F5');
  await expect(content(window)).toBeFocused();
  await expect(undo).toHaveCount(0);
  await window.keyboard.press('Escape');
  await undo.click();
  await expect(cards).toHaveCount(3);
});
