import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { extractRawText } from 'mammoth';
import { newTask } from '../../src/core/annotation/task.ts';
import { exportAs } from './export-dialog.ts';
import { lost, noteOn } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, noteId, placeNotes } from './placed-notes.ts';

/** Each carries words that no other has and the plan has not. */
const written = [
  foreignNote(0, { ...noteOn('发展基础'), body: '甲记号：摸清学校、班级、教师底数。' }),
  foreignNote(1, { ...noteOn('深化体育教育改革'), body: '乙记号：\n\n- 课表\n- **场地**', tags: ['丙记号'] }),
  foreignNote(2, { ...noteOn('深化体育教育改革'), body: '丁记号：同一句话上的第二条' }),
  foreignNote(3, { ...noteOn('强化美育育人功能'), body: '', task: { ...newTask, measure: '戊记号：开足美育课' } }),
  foreignNote(4, {
    ...noteOn('构建产业人才培养培训新体系'),
    motivation: 'highlighting',
    body: '',
    tags: ['己记号'],
  }),
  foreignNote(5, { ...lost(noteOn('发展形势'), '庚记号：从前的文字'), body: '辛记号：失联的批注' }),
];
const marks = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((sign) => `${sign}记号`);

const readers: Record<string, (path: string) => Promise<string>> = {
  docx: async (path) => (await extractRawText({ path })).value,
  xlsx: async (path) => {
    const { sheets } = await readXlsx(await readFile(path));
    return (sheets[0]?.rows ?? []).map((row) => row.join('\t')).join('\n');
  },
  md: (path) => readFile(path, 'utf8'),
  html: async (path) => (await readFile(path, 'utf8')).replaceAll(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ''),
};

test('the same notes as Word, Excel, Markdown and web page: each read back has every annotation once', async ({
  launch,
  notesFolder,
  allowProblem,
}, testInfo) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  await placeNotes(notesFolder, written);
  const { app, window } = await launch();
  const formats = { docx: 'Word', xlsx: 'Excel', md: 'Markdown', html: '网页（HTML）' };
  for (const [extension, name] of Object.entries(formats)) {
    await test.step(name, async () => {
      const path = testInfo.outputPath(`批注.${extension}`);
      await exportAs(app, window, name, path);
      const text = (await readers[extension]?.(path)) ?? '';
      expect(marks.map((mark) => [mark, text.split(mark).length - 1])).toEqual(marks.map((mark) => [mark, 1]));
      expect(text).not.toContain('undefined');
    });
  }
  const { sheets } = await readXlsx(await readFile(testInfo.outputPath('批注.xlsx')));
  const ids = (sheets[0]?.rows ?? []).slice(1).map(([id]) => String(id));
  expect(ids.sort()).toEqual(written.map((_note, index) => noteId(index)));
});
