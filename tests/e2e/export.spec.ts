import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSaveDialog, recordShell } from './dialogs.ts';
import { chooseFormat, exportTo, holdPrinting, openDialog, previewAsPage } from './export-dialog.ts';
import { lost, noteOn, noteOnBlock, plan, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { bookmarksOf, fontsOf, informationOf, inkOf, linesOf, pagesOf, runningTextOf } from './read-pdf.ts';

const title = '《吉林市“十四五”教育发展规划》批注汇编';

test.beforeEach(({ allowProblem }) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
});

function inPoints(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}

test('notes become a PDF that other programs read', async ({ app, window }, testInfo) => {
  const notes = [
    noteOn('深化体育教育改革', { body: '**先**办三件事：\n\n1. 课表\n2. 场地器材', tags: ['体育', '师资'] }),
    noteOn('加大力度配齐配好中小学体育教师、场地器材', { label: 'data', body: '体育教师缺口 3 人。' }),
    noteOn('构建产业人才培养培训新体系', { label: 'question', body: '与市职教中心对接。' }),
    noteOn('发展基础', { label: 'todo', motivation: 'highlighting' }),
    lost(noteOn('发展形势', { label: 'other', body: '新文本里没有这一条了。' }), '积极应对新的发展形势'),
  ];
  await saveNotes(window, notes);
  const shown = await recordShell(app);
  const path = testInfo.outputPath('批注.pdf');
  const dialog = await openDialog(window);
  await expect(dialog.getByText('共 5 条，其中失联 1 条')).toBeVisible();
  await exportTo(app, window, path);
  await expect(dialog).toBeHidden();
  await window.getByRole('button', { name: '打开所在文件夹' }).click();
  await expect.poll(shown).toEqual([path]);

  const text = await runningTextOf(path);
  for (const { target, tags } of notes) {
    expect(text).toContain(target.exact);
    for (const tag of tags) expect(text).toContain(tag);
  }
  for (const words of [
    '先办三件事：',
    '场地器材',
    '体育教师缺口3人。',
    '与市职教中心对接。',
    '新文本里没有这一条了。',
  ]) {
    expect(text).toContain(words);
  }
  for (const label of ['重点', '数据', '疑问', '待办', '其他']) expect(text).toContain(label);
  expect(text).toContain('共5条，其中失联1条');
  expect(text).toContain('三、〔原文此处缺章标题〕');
  expect(text).toContain('原位置：一（二）发展形势');
  expect(text).toContain('原文缺全节：三（一）。');
  const pages = await pagesOf(path);
  expect(pages.map(({ number }) => number)).toEqual(pages.map((_page, index) => `— ${index + 1} —`));

  const fonts = await fontsOf(path);
  expect(fonts.filter(({ isEmbedded, type }) => !isEmbedded || type.startsWith('Type 3'))).toEqual([]);
  expect(fonts.some(({ name }) => name.includes('NotoSerifSC'))).toBe(true);
  expect(fonts.some(({ name }) => name.includes('NotoSansSC'))).toBe(true);
  expect(await informationOf(path)).toMatchObject({
    Title: title,
    Pages: String(pages.length),
    'Page size': expect.stringContaining('A4'),
  });
});

test('bookmarks lead to the pages of their headings', async ({ app, window }, testInfo) => {
  const paragraphs = plan.blocks.flatMap(({ kind }, index) => (kind === 'paragraph' ? [index] : []));
  await saveNotes(
    window,
    paragraphs
      .slice(0, 24)
      .map((block) => noteOnBlock(block, 0, 12, { body: '逐条落实，明确责任人和完成时限。'.repeat(6) })),
  );
  const path = testInfo.outputPath('书签.pdf');
  await openDialog(window);
  await exportTo(app, window, path);
  const bookmarks = await bookmarksOf(path);
  // So many notes have contents before them, whose page numbers are those that are printed.
  const pages = await pagesOf(path);
  const before = pages.findIndex(({ number }) => number === '— 1 —');
  expect(before).toBeGreaterThan(0);
  const contents = pages.slice(0, before).map(({ text, number }) => `${text}\n${number}`.replaceAll(/\s/g, ''));
  for (const { title, page } of bookmarks)
    expect(contents.join('')).toContain(`${title.replaceAll(/\s/g, '')}${page - before}`);
  expect(bookmarks[0]?.title).toBe('二、落实立德树人根本任务，为新时代培养有用人才');
  expect(bookmarks.length).toBeGreaterThan(20);
  expect(new Set(bookmarks.map(({ page }) => page)).size).toBeGreaterThan(5);
  for (const bookmark of bookmarks) {
    expect(pages[bookmark.page - 1]?.text.replaceAll(/\s/g, '')).toContain(bookmark.title);
  }
});

test('official layout: GB/T 9704 in millimetres, even with content that would not fit', async ({
  app,
  window,
}, testInfo) => {
  const sentence = '义务教育优质均衡发展，';
  const quote = sentence.repeat(182);
  const wide = `${'|列'.repeat(30)}|\n${'|-'.repeat(30)}|\n${'|值'.repeat(30)}|\n\n${'> '.repeat(60)}深处\n\n${'A'.repeat(400)}`;
  await saveNotes(window, [
    noteOn('深化体育教育改革', { body: wide }),
    lost(
      noteOn('发展形势', {
        body: '长引文',
        tags: Array.from({ length: 30 }, (_, index) => `标签${'长'.repeat(index)}`),
      }),
      quote,
    ),
  ]);
  const path = testInfo.outputPath('公文.pdf');
  await openDialog(window);
  await exportTo(app, window, path);
  const text = await runningTextOf(path);
  expect(text).toContain(quote);
  expect(text).toContain('深处');
  expect(text.match(/值/g)).toHaveLength(30);

  const pages = await pagesOf(path);
  const full = pages.findIndex((page) => page.text.replaceAll(/\s/g, '').match(/^[义务教育优质均衡发展，]+$/)) + 1;
  expect(full).toBeGreaterThan(0);
  const lines = await linesOf(path, full);
  const number = lines.splice(
    lines.findIndex(({ text: line }) => line.startsWith('—')),
    1,
  )[0];
  expect(lines).toHaveLength(22);
  expect(await inkOf(path, full)).toBeGreaterThan(0.03);
  const pitches = lines.slice(1).map(({ top }, index) => inPoints(top - (lines[index]?.top ?? 0)));
  for (const pitch of pitches) expect(Math.abs(pitch - 28.95)).toBeLessThan(0.5);
  expect(pitches.reduce((sum, pitch) => sum + pitch, 0) / pitches.length).toBeCloseTo(28.95, 1);
  // 26 characters after the two that the text is indented by: 28 on the line of 156 mm; 25 where a comma would begin a line
  const lengths = new Set(lines.map((line) => line.text.length));
  expect([...lengths].sort()).toEqual([25, 26]);
  const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))];
  expect(Math.abs(left - (28 + (2 * 156) / 28))).toBeLessThan(0.4);
  expect(Math.abs(right - 184)).toBeLessThan(0.4);
  expect(lines[0]?.top).toBeGreaterThan(36.5);
  expect(lines[0]?.top).toBeLessThan(39);
  expect(lines.at(-1)?.bottom).toBeLessThan(263);
  expect(number?.text).toBe(`—${full}—`);
  expect(Math.abs((number?.top ?? 0) - 269)).toBeLessThan(1);
  // One character from the outer edge of the text: at the right of odd pages, at the left of even ones.
  const size = (14 / 72) * 25.4;
  for (const page of [1, 2]) {
    const printed = (await linesOf(path, page)).find(({ text: line }) => line === `—${page}—`);
    const isOdd = page === 1;
    const distance = isOdd ? 184 - (printed?.right ?? 0) : (printed?.left ?? 0) - 28;
    expect(Math.abs(distance - size)).toBeLessThan(0.8);
  }
});

test('a chapter in plain layout, without mere highlights', async ({ app, window, relaunch }, testInfo) => {
  await saveNotes(window, [
    noteOn('发展基础', { body: '第一章的批注' }),
    noteOn('深化体育教育改革', { body: '第二章的批注' }),
    noteOn('强化美育育人功能', { motivation: 'highlighting' }),
  ]);
  expect(app.windows()).toHaveLength(1);
  const again = await relaunch();
  const dialog = await openDialog(again.window);
  await dialog.getByRole('button', { name: /范围/ }).click();
  await expect(again.window.getByRole('option', { name: /^全部批注/ })).toContainText('3 条');
  await again.window.getByRole('option', { name: /^二、落实立德树人/ }).click();
  await dialog.getByText('简洁', { exact: true }).click();
  await expect(dialog.getByText('共 2 条')).toBeVisible();
  await dialog.getByText('含无批注的高亮').click();
  await expect(dialog.getByText('共 1 条')).toBeVisible();
  const preview = await previewAsPage(again.window);
  await expect(preview.locator('body.plain h1')).toHaveText(title);
  await expect(preview.locator('.entry')).toHaveCount(1);
  await expect(preview.getByText('第二章的批注')).toBeVisible();

  await chooseFormat(again.window, 'PDF');
  const path = testInfo.outputPath('第二章.pdf');
  await exportTo(again.app, again.window, path);
  const text = await runningTextOf(path);
  expect(text).toContain('第二章的批注');
  expect(text).not.toContain('第一章的批注');
  expect(text).toContain('范围：二落实立德树人根本任务，为新时代培养有用人才');
  expect(text).toContain('未列入：无批注的高亮1条、本范围以外1条。');
});

test('hostile notes stay text, in the preview and on paper', async ({ app, window }, testInfo) => {
  const requests: string[] = [];
  app.on('window', (page) => page.on('request', (request) => requests.push(request.url())));
  window.on('request', (request) => requests.push(request.url()));
  const hostile = [
    '<script>window.top.document.title = "破"</script>',
    '<img src="https://evil.example/p.png" onerror="alert(1)">',
    '![像素](https://evil.example/q.png)',
    '[点](javascript:alert(1))',
    '<style>*{display:none}</style>',
    '<iframe src="file:///etc/passwd"></iframe>',
  ].join('\n\n');
  await saveNotes(window, [
    noteOn('深化体育教育改革', { body: hostile, tags: ['<b>粗</b>'], label: '"><script>alert(1)</script>' }),
  ]);
  await openDialog(window);
  const preview = await previewAsPage(window);
  await expect(preview.locator('.entry')).toHaveCount(1);
  await expect(preview.locator('script, img, style, iframe')).toHaveCount(0);
  await chooseFormat(window, 'PDF');
  const path = testInfo.outputPath('敌意.pdf');
  await exportTo(app, window, path);
  const text = await runningTextOf(path);
  expect(text).toContain('<script>window.top.document.title="破"</script>');
  expect(text).toContain('![像素](https://evil.example/q.png)');
  expect(text).toContain('<b>粗</b>');
  expect(requests.filter((address) => !address.startsWith('app://'))).toEqual([]);
  expect(requests.some((address) => address.startsWith('app://report/'))).toBe(true);
});

test('300 notes, each exactly once, with progress', async ({ app, window }, testInfo) => {
  test.setTimeout(120_000);
  const paragraphs = plan.blocks.flatMap(({ kind }, index) => (kind === 'paragraph' ? [index] : []));
  const notes = Array.from({ length: 300 }, (_, index) =>
    noteOnBlock(paragraphs[index % paragraphs.length] ?? 0, index % 5, 8 + (index % 20), {
      label: ['important', 'question', 'todo', 'data', 'other'][index % 5] ?? 'other',
      body: `第${String(index).padStart(3, '0')}号批注。${'结合本校实际，研究落实措施。'.repeat(index % 6)}`,
    }),
  );
  await saveNotes(window, notes);
  const dialog = await openDialog(window);
  await expect(dialog.getByText('共 300 条')).toBeVisible();
  const path = testInfo.outputPath('三百条.pdf');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  await expect(dialog.getByRole('progressbar', { name: '导出进度' })).toBeVisible();
  await expect(window.getByRole('status').filter({ hasText: '已导出' })).toBeVisible({ timeout: 60_000 });
  const text = await runningTextOf(path);
  const found = [...text.matchAll(/第(\d{3})号批注/g)].map(([, number]) => Number(number));
  expect(found).toHaveLength(300);
  expect(new Set(found).size).toBe(300);
});

test('nothing to export: says so, and offers no button that would fail', async ({ window }) => {
  const dialog = await openDialog(window);
  await expect(dialog.getByText('所选范围内没有可导出的批注。')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '导出 PDF' })).toBeDisabled();
  await chooseFormat(window, '批注文件（JSON-LD）');
  await expect(dialog.getByRole('button', { name: '导出 批注文件（JSON-LD）' })).toBeDisabled();
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('cancelled in the save dialog and while printing: no file, and the next try succeeds', async ({
  app,
  window,
}, testInfo) => {
  await saveNotes(window, [noteOn('深化体育教育改革', { body: '批注' })]);
  const printing = await holdPrinting(app);
  const dialog = await openDialog(window);
  await answerSaveDialog(app, null);
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  await expect(dialog.getByRole('button', { name: '导出 PDF' })).toBeEnabled();

  const folder = testInfo.outputPath('out');
  const path = join(folder, '批注.pdf');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  await printing.begun();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog.getByRole('button', { name: '导出 PDF' })).toBeEnabled();
  await printing.end();
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect(readdir(folder)).rejects.toThrow('ENOENT');

  await exportTo(app, window, testInfo.outputPath('再来.pdf'));
  expect(await runningTextOf(testInfo.outputPath('再来.pdf'))).toContain('深化体育教育改革');
});

test('a place that cannot be written to: a clear sentence, nothing half-written, the dialog stays', async ({
  app,
  window,
}, testInfo) => {
  await saveNotes(window, [noteOn('深化体育教育改革', { body: '批注' })]);
  const dialog = await openDialog(window);
  await answerSaveDialog(app, testInfo.outputPath('gone', '批注.pdf'));
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  await expect(dialog.getByRole('alert')).toContainText('导出没有完成，没有留下不完整的文件。');
  await expect(dialog.getByRole('button', { name: '导出 PDF' })).toBeEnabled();
  expect((await readdir(testInfo.outputDir)).filter((name) => /pdf|tmp|gone/.test(name))).toEqual([]);
});
