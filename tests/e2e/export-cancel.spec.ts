import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newTask } from '../../src/core/annotation/task.ts';
import { answerSaveDialog } from './dialogs.ts';
import { chooseFormat, openDialog } from './export-dialog.ts';
import { noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';

/** So many that Word's file of them takes several seconds. */
const tasks = Array.from({ length: 700 }, (_, index) =>
  foreignNote(index, {
    ...noteOn('深化体育教育改革'),
    task: {
      ...newTask,
      status: 'active',
      measure: `第 ${index} 项：每天一节体育课，课表报备后公布。`,
      department: index % 2 ? '教务处' : '体卫艺处',
      progress: [{ date: '2026-10-08', text: '完成初稿，征求年级组意见。' }],
    },
  }),
);

test('a large file that is cancelled leaves nothing, the window answers meanwhile, and another is made after it', async ({
  launch,
  notesFolder,
  allowProblem,
}, testInfo) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  await placeNotes(notesFolder, tasks);
  const folder = testInfo.outputPath('导出');
  await mkdir(folder, { recursive: true });
  const { app, window } = await launch();
  const dialog = await openDialog(window);
  await dialog.getByRole('radio', { name: '台账', exact: true }).click({ force: true });
  await expect(dialog.getByText('共 700 条')).toBeVisible({ timeout: 40_000 });

  await chooseFormat(window, 'Word');
  await answerSaveDialog(app, join(folder, '台账.docx'));
  await dialog.getByRole('button', { name: '导出 Word' }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  // The settings come from the main process, which is not held up.
  expect(await window.evaluate(readSettings)).toBe(true);
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog.getByRole('button', { name: '导出 Word' })).toBeEnabled();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  expect(await readdir(folder)).toEqual([]);

  await chooseFormat(window, 'CSV');
  await answerSaveDialog(app, join(folder, '台账.csv'));
  await dialog.getByRole('button', { name: '导出 CSV' }).click();
  await expect(dialog).toBeHidden();
  expect(await readdir(folder)).toEqual(['台账.csv']);
});

/** Runs in the page. */
async function readSettings(): Promise<boolean> {
  const { api } = globalThis as unknown as { api: import('../../src/ipc/contract.ts').Operations };
  return (await api['settings.read'](null)).ok;
}
