import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { newTask } from '../../src/core/annotation/task.ts';
import { noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';

const map = (window: Page) => window.getByRole('grid', { name: '覆盖图' });
const field = (window: Page, name: string | RegExp) => map(window).getByRole('gridcell', { name });
const choose = (window: Page, name: string) =>
  window.getByRole('radiogroup', { name: '覆盖图显示' }).getByText(name, { exact: true }).click();
const target = (quote: string) => noteOn(quote).target;

const notes = [
  foreignNote(1, { target: target('深化体育教育改革'), body: '每天一小时' }),
  foreignNote(2, {
    target: target('深化体育教育改革'),
    task: { ...newTask, department: '体育组', due: '2020-01-31', completion: 40, status: 'active' },
  }),
  foreignNote(3, {
    target: target('强化美育育人功能'),
    task: { ...newTask, department: '艺术组', status: 'done', completion: 100 },
  }),
  foreignNote(4, {
    target: target('加强新时代劳动教育'),
    task: { ...newTask, department: '体育组', status: 'pending' },
  }),
];

test('the map shows what has notes, tasks and overdue ones; a field leads there; bare clauses are listed', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, notes);
  const { window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.keyboard.press('Control+Shift+l');
  await expect(map(window)).toBeVisible();
  await expect(field(window, '二（三）深化体育教育改革：2 条批注')).toHaveText('2');
  await expect(window.getByText('57 项条款，3 项有批注，共 4 条批注')).toBeVisible();
  await expect(map(window).getByRole('gridcell')).toHaveCount(57 + 1);
  await choose(window, '任务');
  await expect(field(window, '二（三）深化体育教育改革：1 项任务')).toBeVisible();
  await choose(window, '逾期');
  await expect(field(window, '二（三）深化体育教育改革：1 项逾期')).toBeVisible();
  await expect(field(window, '二（四）强化美育育人功能：没有逾期')).toBeVisible();
  // Every chapter of the map is on the screen at once.
  await expect(map(window)).toBeInViewport({ ratio: 1 });

  await field(window, /^二（四）/).click();
  await expect(window.getByRole('heading', { name: /强化美育育人功能/ })).toBeInViewport();
  await expect(field(window, /^二（四）/)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(field(window, /^三（四）/)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: /“双创”教育/ })).toBeInViewport();

  const bare = window.getByRole('list', { name: '未批注的条款' });
  await expect(bare.getByRole('listitem')).toHaveCount(54);
  await bare.getByRole('button', { name: '四（二）稳步推进考试招生制度改革' }).click();
  await expect(window.getByRole('heading', { name: /稳步推进考试招生制度改革/ })).toBeInViewport();
  await window.keyboard.press('ArrowDown');
  await expect(bare.getByRole('button', { name: /^四（三）/ })).toBeFocused();
});

test('progress is a table of bars; a row lists its tasks in the ledger', async ({ launch, notesFolder }) => {
  await placeNotes(notesFolder, notes);
  const { window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.getByRole('tab', { name: '概览' }).click();
  const departments = window.getByRole('table', { name: '按牵头部门' });
  const sports = departments.getByRole('row', { name: /体育组/ });
  await expect(sports.getByRole('cell')).toHaveText(['进行中 1、未启动 1', '2', '0', '1', '20%']);
  await expect(window.getByRole('table', { name: '按状态' }).getByRole('rowheader')).toHaveText([
    '未启动',
    '进行中',
    '已完成',
  ]);
  for (const theme of ['深色', '护眼', '浅色']) {
    await window.keyboard.press('Control+Shift+p');
    await window.getByRole('combobox').fill(theme);
    await window.keyboard.press('Enter');
    for (const name of ['批注', '任务', '逾期', '未读']) {
      await choose(window, name);
    }
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    expect(violations).toEqual([]);
  }
  // Anywhere in the row.
  await sports.getByRole('cell').nth(1).click({ force: true });
  const ledger = window.getByRole('grid', { name: '台账' });
  await expect(ledger.getByRole('gridcell', { name: '牵头部门：体育组' })).toHaveCount(2);
  await expect(ledger.getByRole('row')).toHaveCount(3);
});

test('a clause is unread until it was on the screen, also after a restart', async ({ window, relaunch }) => {
  await window.getByRole('tab', { name: '概览' }).click();
  await choose(window, '未读');
  await expect(field(window, '一（一）发展基础：读过')).toBeVisible();
  await expect(field(window, '十二（一）建立统筹协调机制：未读')).toBeVisible();
  await expect(field(window, /^三（一）〔原文缺此节〕$/)).toBeVisible();
  await field(window, /^十二（一）/).click();
  await expect(field(window, /^十二（一）.*：读过/)).toBeVisible();
  await expect(field(window, /^六（一）.*：未读/)).toBeVisible();
  const { window: again } = await relaunch();
  await expect(field(again, /^十二（一）.*：读过/)).toBeVisible();
  await expect(field(again, /^六（一）.*：未读/)).toBeVisible();
});

test('what rushes by while a key is held is not read, where it ends is', async ({ window }) => {
  await window.getByRole('tab', { name: '概览' }).click();
  await choose(window, '未读');
  await expect(field(window, '一（一）发展基础：读过')).toBeVisible();
  const text = window.getByRole('main', { name: '正文' });
  await text.focus();
  const isAtEnd = () => text.evaluate((pane) => pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2);
  while (!(await isAtEnd())) await window.keyboard.down('PageDown');
  await window.keyboard.up('PageDown');
  await expect(field(window, '十二（四）健全安全保障体系：读过')).toBeVisible();
  // of each chapter in the middle
  for (const chapter of ['四', '六', '八', '十']) {
    await expect(field(window, new RegExp(`^${chapter}（一）.*：未读$`))).toBeVisible();
  }
});
