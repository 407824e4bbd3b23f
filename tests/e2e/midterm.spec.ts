import { newTask } from '../../src/core/annotation/task.ts';
import { chooseFormat, exportTo, openDialog, previewAsPage } from './export-dialog.ts';
import { lost, noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { informationOf, pagesOf } from './read-pdf.ts';

const tasks = [
  foreignNote(0, {
    ...noteOn('深化体育教育改革'),
    task: {
      ...newTask,
      status: 'active',
      measure: '每天一小时体育锻炼，大课间全员参加',
      due: '2099-06-30',
      completion: 40,
      progress: [{ date: '2026-10-08', text: '操场重新划线' }],
    },
  }),
  foreignNote(1, {
    ...noteOn('能力提升项目'),
    task: { ...newTask, status: 'delayed', measure: '改造旱厕和食堂', due: '2020-01-01' },
  }),
  foreignNote(2, {
    ...lost(noteOn('发展形势'), '学前教育毛入园率达到95%'),
    task: { ...newTask, status: 'done', measure: '新增普惠园位', completion: 100 },
  }),
  foreignNote(3, { ...noteOn('强化美育育人功能'), task: { ...newTask, measure: '开齐开足美育课' } }),
];

test('the ledger becomes a draft of the midterm assessment, every task once in its group', async ({
  launch,
  notesFolder,
  allowProblem,
}, testInfo) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  await placeNotes(notesFolder, [...tasks, foreignNote(4, { ...noteOn('发展基础'), body: '只是批注' })]);
  const { app, window } = await launch();
  const dialog = await openDialog(window);
  await dialog.getByText('中期评估', { exact: true }).click();
  await expect(dialog.getByText('共 4 条，其中失联 1 条')).toBeVisible();
  const preview = await previewAsPage(window);
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(['指标（1 项）', '工程（1 项）', '任务（2 项）']);
  await expect(preview.getByRole('row')).toHaveCount(tasks.length + 3);
  const cell = preview.getByRole('cell', { name: '条款失联，原文待核对' });
  await expect(cell.locator('p')).toHaveCSS('text-indent', '0px');
  await expect(cell.locator('p')).toHaveCSS('text-align', 'start');

  await chooseFormat(window, 'PDF');
  const path = testInfo.outputPath('中期评估.pdf');
  await exportTo(app, window, path);
  const text = (await pagesOf(path)).map((page) => page.text.replaceAll(/\s/g, '')).join('');
  for (const { task } of tasks)
    expect(text.split(task?.measure ?? '').length - 1).toBe(task?.status === 'done' ? 0 : 1);
  for (const words of [
    '中期评估（初稿）',
    '列入台账的4项中，指标1项、工程1项、任务2项；按状态，未启动1项、进行中1项、已完成1项、滞后1项。其中逾期1项、推进中尚无进展记录1项、条款失联1项。',
    '学前教育毛入园率达到95%',
    '进行中，完成度40%2026-10-08操场重新划线',
    '条款失联，原文待核对',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('只是批注');
  expect(text.indexOf('分类只依据'), 'how it was made stands at the end').toBeGreaterThan(
    text.indexOf('开齐开足美育课'),
  );
  const { 'Page size': size, Title: title } = await informationOf(path);
  expect(title).toBe('《吉林市“十四五”教育发展规划》中期评估（初稿）');
  expect(size).toMatch(/^84[12](\.\d+)? x 59[45]/);
});
