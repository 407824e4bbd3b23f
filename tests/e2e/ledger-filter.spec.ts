import { newTask } from '../../src/core/annotation/task.ts';
import { noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';

const departments = ['教务处', '德育处', '总务处', '科研处', '校团委', '安全保卫办公室', '艺体组', '信息技术中心'];
const tasks = departments.map((department, index) =>
  foreignNote(index, {
    ...noteOn('深化体育教育改革'),
    tags: ['体育'],
    task: { ...newTask, measure: `举措${index}`, department, due: index === 0 ? '2020-01-01' : '' },
  }),
);

test('what narrows the ledger is told by chips, and each is taken away by a key or a click', async ({
  launch,
  notesFolder,
}, testInfo) => {
  await placeNotes(notesFolder, tasks);
  const { app, window } = await launch();
  const grid = window.getByRole('grid', { name: '台账' });
  const chips = window.getByRole('list', { name: '当前筛选条件' }).getByRole('listitem');
  const chip = (name: string) => window.getByRole('button', { name: `去掉条件：${name}` });
  await window.getByRole('list', { name: '批注' }).getByRole('button', { name: '体育', exact: true }).first().click();
  await expect(chips, 'a condition of the annotations is none of the ledger').toHaveText(['体育']);
  await window.getByRole('button', { name: '逾期 1，在台账中查看' }).click();
  const levels = ['逾期', '临近到期', '将到期'];
  await expect(chips).toHaveText(levels);
  await expect(window.getByText('1 / 8 项')).toBeVisible();

  await window.getByRole('button', { name: '筛选，已用 3 个条件' }).click();
  const dialog = window.getByRole('dialog', { name: '筛选条件' });
  for (const name of departments) await dialog.getByText(name, { exact: true }).click();
  await dialog.getByText('未启动', { exact: true }).click();
  await window.keyboard.press('Escape');
  await expect(chips).toHaveText(['未启动', ...levels, ...departments]);

  await test.step('in the narrowest pane they leave the room to the grid', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    const edge = window.getByRole('complementary', { name: '批注' }).getByRole('separator');
    await expect(async () => {
      await edge.press('ArrowRight');
      await expect(edge).toHaveAttribute('aria-valuenow', '320', { timeout: 50 });
    }).toPass();
    const list = await window.getByRole('list', { name: '当前筛选条件' }).boundingBox();
    expect(list?.height).toBeLessThanOrEqual(52);
    await window.screenshot({ path: testInfo.outputPath('narrow.png') });
    await chip('信息技术中心').focus();
    await expect(chip('信息技术中心')).toBeInViewport({ ratio: 1 });
  });

  await chip('信息技术中心').press('Delete');
  await expect(chip('艺体组')).toBeFocused();
  await chip('未启动').press('Enter');
  await expect(chip('逾期')).toBeFocused();
  for (const next of ['临近到期', '将到期', '教务处']) {
    await window.keyboard.press('Backspace');
    await expect(chip(next)).toBeFocused();
  }
  await expect(window.getByText('7 / 8 项')).toBeVisible();
  await window.getByRole('button', { name: '清除全部' }).press('Enter');
  await expect(chips).toHaveCount(0);
  await expect(window.getByRole('button', { name: '筛选', exact: true })).toBeFocused();
  await expect(grid.getByRole('row')).toHaveCount(9);

  await window.getByRole('searchbox', { name: '筛选台账' }).fill('没有的词');
  await window.getByRole('button', { name: '清除筛选' }).press('Enter');
  await expect(window.getByRole('button', { name: '筛选', exact: true })).toBeFocused();
  await window.getByRole('tab', { name: '批注' }).click();
  await expect(chips).toHaveText(['体育']);
});
