import type { Page } from '@playwright/test';
import { newTask } from '../../src/core/annotation/task.ts';
import { expectAccessible } from './accessibility.ts';
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

test('the map shows what has notes, tasks and overdue ones; a field leads there', async ({ launch, notesFolder }) => {
  await placeNotes(notesFolder, notes);
  const { window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.keyboard.press('Control+Shift+l');
  await expect(map(window)).toBeVisible();
  await expect(field(window, '二（三）深化体育教育改革：2 条批注')).toHaveText('2');
  await expect(window.getByText('条款 57 条，有批注的 3 条；批注共 4 条')).toBeVisible();
  await expect(map(window).getByRole('gridcell')).toHaveCount(57 + 1);
  await choose(window, '任务');
  await expect(field(window, '二（三）深化体育教育改革：1 项任务（逾期）')).toHaveText('1');
  await expect(field(window, '二（四）强化美育育人功能：1 项任务（已完成）')).toBeVisible();
  await expect(window.getByRole('list', { name: '图例' }).getByRole('listitem')).toHaveText([
    '逾期 1',
    '未启动 1',
    '已完成 1',
  ]);
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
});

test('the clauses that have no notes, no tasks, or were not read are listed, a few at first; each line leads there', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, notes);
  const { app, window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.getByRole('tab', { name: '概览' }).click();
  const gaps = window.getByRole('radiogroup', { name: '列出哪些条款' });
  await expect(gaps.getByRole('radio', { name: '未批注 54' })).toBeChecked();
  await expect(gaps.getByRole('radio', { name: '无任务 54' })).not.toBeChecked();
  const bare = window.getByRole('list', { name: '未批注的条款' });
  await expect(bare.getByRole('listitem')).toHaveCount(12);
  await window.getByRole('button', { name: '还有 42 条' }).click();
  await expect(bare.getByRole('listitem')).toHaveCount(54);
  await expect(bare.getByRole('button').nth(12)).toBeFocused();
  // Of what there is only the heading of, nothing can be made yet.
  await expect(bare.getByRole('button').first()).toHaveText(/^二（一）构建一体化/);
  await expect(bare.getByRole('button').last()).toHaveText('一（五）发展目标原文仅有标题');
  await bare.getByRole('button', { name: '四（二）稳步推进考试招生制度改革' }).click();
  await expect(window.getByRole('heading', { name: /稳步推进考试招生制度改革/ })).toBeInViewport();
  await window.keyboard.press('ArrowDown');
  await expect(bare.getByRole('button', { name: /^四（三）/ })).toBeFocused();
  await window.getByRole('button', { name: '收起', exact: true }).click();
  await expect(bare.getByRole('listitem')).toHaveCount(12);

  await gaps.getByText('无任务').click();
  const idle = window.getByRole('list', { name: '没有任务的条款' });
  await window.getByRole('button', { name: '还有 42 条' }).click();
  await expect(idle.getByRole('listitem')).toHaveCount(54);
  await expect(idle.getByRole('button', { name: /深化体育教育改革/ })).toHaveCount(0);

  await gaps.getByText('未读').click();
  const unread = window.getByRole('list', { name: '未读的条款' });
  const line = unread.getByRole('button').first();
  const title = await line.textContent();
  await line.click();
  // What is read meanwhile is not listed any more.
  await expect(unread.getByRole('button', { name: title ?? '' })).toHaveCount(0);
  await app.close();
  const { window: again } = await launch();
  await expect(again.getByRole('list', { name: '未读的条款' })).toBeVisible();
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
  await expect(
    window
      .getByRole('table', { name: '按状态' })
      .getByRole('row', { name: /已完成/ })
      .getByRole('cell'),
  ).toHaveText(['33%', '1', '0', '100%']);
  // Anywhere in the row.
  await sports.getByRole('cell').nth(1).click({ force: true });
  const ledger = window.getByRole('grid', { name: '台账' });
  await expect(ledger.getByRole('gridcell', { name: '牵头部门：体育组' })).toHaveCount(2);
  await expect(ledger.getByRole('row')).toHaveCount(3);
});

test('everybody can use the overview, in any theme', async ({ launch, notesFolder }) => {
  test.slow();
  await placeNotes(notesFolder, notes);
  const { window } = await launch();
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.getByRole('tab', { name: '概览' }).click();
  for (const theme of ['深色', '护眼', '浅色']) {
    await window.keyboard.press('Control+Shift+p');
    await window.getByRole('combobox').fill(theme);
    await window.keyboard.press('Enter');
    for (const name of ['批注', '任务', '逾期', '未读']) {
      await choose(window, name);
      await expectAccessible(window, { part: '[role=tabpanel]:has([role=grid])', state: `${theme}, ${name}` });
    }
  }
});

test('a clause is unread until it was on the screen for long enough, also after a restart', async ({
  window,
  relaunch,
}) => {
  await window.getByRole('tab', { name: '概览' }).click();
  await choose(window, '未读');
  await expect(field(window, '一（一）发展基础：读过')).toBeVisible();
  await expect(field(window, '十二（一）建立统筹协调机制：未读')).toBeVisible();
  await expect(field(window, /^三（一）〔原文缺此节〕$/)).toBeVisible();
  await field(window, /^十二（一）/).click();
  await expect(field(window, /^十二（一）.*：读过/)).toBeVisible();
  await expect(field(window, /^六（一）.*：未读/)).toBeVisible();
  const { window: again } = await relaunch();
  await expect(again.getByRole('tree', { name: '目录' })).toBeVisible();
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

test('clauses that are only looked at on the way are not read', async ({ window }) => {
  await window.getByRole('tab', { name: '概览' }).click();
  await choose(window, '未读');
  const onTheWay = ['四（一）', '六（一）', '八（一）', '十（一）'];
  for (const clause of [...onTheWay, '十二（四）']) await field(window, new RegExp(`^${clause}`)).click();
  await expect(field(window, /^十二（四）.*：读过$/)).toBeVisible();
  for (const clause of onTheWay) await expect(field(window, new RegExp(`^${clause}.*：未读$`))).toBeVisible();
});
