import { canonicalText } from '../../src/core/plan/canonical-text.ts';
import { noteOn, plan } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { notes } from './reader-actions.ts';

/** Three notes in document order. */
const three = [
  foreignNote(0, { ...noteOn('深化体育教育改革'), body: '体育。', tags: ['体育', '教师'] }),
  foreignNote(1, { ...noteOn('强化美育育人功能'), body: '美育。', tags: ['教师'] }),
  foreignNote(2, { ...noteOn('健全安全保障体系'), body: '安全。' }),
];

test('Ctrl+A selects the text of the plan, of a field, or all notes while several are chosen', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, three);
  const { app, window } = await launch();
  await expect(notes(window)).toHaveCount(3);
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+c');
  const copied = async () => {
    const text = await app.evaluate(({ clipboard }) => clipboard.readText());
    return text.replaceAll(/\s*\n\s*/gu, '\n');
  };
  await expect.poll(copied).toBe(canonicalText(plan));
  await expect(window.getByRole('toolbar', { name: '选区工具' })).toHaveCount(0);

  const filter = window.getByRole('searchbox', { name: '筛选目录' });
  await filter.fill('美育');
  await window.keyboard.press('Control+a');
  await window.keyboard.type('体育');
  await expect(filter).toHaveValue('体育');

  await window.getByRole('button', { name: '多选' }).click();
  await window.getByRole('main', { name: '正文' }).focus();
  await window.keyboard.press('Control+a');
  await expect(window.getByRole('toolbar', { name: '所选批注' })).toContainText('已选 3 条');
});
