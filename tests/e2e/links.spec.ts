import { answerMessageBoxes, recordShell } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { notes, writeNote } from './reader-actions.ts';

const passage = '健全公办民办同步招生入学机制';
const note = '见[市教育局通知](https://edu.example.cn/2026?id=7)';

test('a link in a note opens only after a question that shows where it leads', async ({ app, window }) => {
  const opened = await recordShell(app);
  const askedFor = await answerMessageBoxes(app, 0);
  await writeNote(window, passage, note);
  await notes(window).getByRole('link', { name: '市教育局通知' }).click();
  await expect.poll(opened).toEqual(['https://edu.example.cn/2026?id=7']);
  expect((await askedFor()).join()).toContain('edu.example.cn');
});

test('a link that is refused is not opened', async ({ app, window }) => {
  const opened = await recordShell(app);
  const askedFor = await answerMessageBoxes(app, 1);
  await writeNote(window, passage, note);
  await notes(window).getByRole('link', { name: '市教育局通知' }).click();
  await expect.poll(askedFor).toHaveLength(1);
  expect(await opened()).toEqual([]);
});

test('an address that is no web address is no link at all', async ({ window }) => {
  await writeNote(window, passage, '[看这里](javascript:alert(1)) [文件](file:///etc/passwd)');
  await expect(notes(window)).toContainText('看这里');
  await expect(notes(window).getByRole('link')).toHaveCount(0);
});
