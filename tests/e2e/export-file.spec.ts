import { readFile } from 'node:fs/promises';
import { answerSaveDialog } from './dialogs.ts';
import { chooseFormat } from './export-dialog.ts';
import { noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { notes } from './reader-actions.ts';

test('the export dialog saves the same part as a file of annotations', async ({
  launch,
  notesFolder,
  allowProblem,
}, testInfo) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  await placeNotes(notesFolder, [
    foreignNote(0, { ...noteOn('深化体育教育改革'), body: '课表' }),
    foreignNote(1, { ...noteOn('强化美育育人功能'), body: '场地' }),
    foreignNote(2, { ...noteOn('构建产业人才培养培训新体系'), body: '对接' }),
  ]);
  const { app, window } = await launch();
  await expect(notes(window)).toHaveCount(3);
  const exportFrom = async (scope: string | RegExp | null, path: string) => {
    await answerSaveDialog(app, path);
    await window.keyboard.press('Control+e');
    const dialog = window.getByRole('dialog', { name: '导出' });
    if (scope !== null) {
      await dialog.getByRole('button', { name: /范围/ }).click();
      await window.getByRole('option', { name: scope }).click();
    }
    await chooseFormat(window, '批注文件（JSON-LD）');
    await dialog.getByRole('button', { name: '导出 批注文件（JSON-LD）' }).click();
    await expect(dialog).toBeHidden();
    const file: { first: { items: { body: { value: string }[] }[] } } = JSON.parse(await readFile(path, 'utf8'));
    return file.first.items.map(({ body }) => body.map(({ value }) => value).join());
  };
  expect(await exportFrom(null, testInfo.outputPath('全部.jsonld'))).toHaveLength(3);
  await window.getByRole('searchbox', { name: '筛选批注' }).fill('体育');
  await expect(notes(window)).toHaveCount(1);
  const [only, ...others] = await exportFrom(/^当前筛选结果/, testInfo.outputPath('筛选.jsonld'));
  expect(only).toContain('课表');
  expect(others).toEqual([]);
  await window.getByRole('searchbox', { name: '筛选批注' }).fill('');
  expect(await exportFrom(/^二、/, testInfo.outputPath('第二章.jsonld'))).toHaveLength(2);
});
