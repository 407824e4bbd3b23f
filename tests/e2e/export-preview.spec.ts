import type { ElectronApplication } from '@playwright/test';
import { newTask } from '../../src/core/annotation/task.ts';
import { answerSaveDialog } from './dialogs.ts';
import { chooseFormat, exportTo, holdPrinting, openDialog, previewedPages, previewedSheets } from './export-dialog.ts';
import { noteOn, noteOnBlock, plan } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { runningTextOf } from './read-pdf.ts';

const paragraphs = plan.blocks.flatMap(({ kind }, index) => (kind === 'paragraph' ? [index] : []));
/** So many that there are contents before them. */
const notes = Array.from({ length: 30 }, (_, index) =>
  foreignNote(index, {
    ...noteOnBlock(paragraphs[index] ?? 0, 0, 12),
    body: `第 ${index + 1} 条，${'逐条落实，明确责任人和完成时限。'.repeat(5)}`,
  }),
);

/** Counts the windows that are printed in, and those of them that are still there. */
async function countPrinters(app: ElectronApplication): Promise<() => Promise<{ made: number; open: number }>> {
  await app.evaluate(({ app: main }) => {
    const counted = { made: 0, open: 0 };
    Object.assign(globalThis, { countedPrinters: counted });
    main.on('browser-window-created', (_event, window) => {
      counted.made += 1;
      counted.open += 1;
      window.once('closed', () => {
        counted.open -= 1;
      });
    });
  });
  return () =>
    app.evaluate(() => (globalThis as unknown as { countedPrinters: { made: number; open: number } }).countedPrinters);
}

test('the preview is the file: its pages, contents and numbers, printed once', async ({
  launch,
  notesFolder,
}, testInfo) => {
  await placeNotes(notesFolder, notes);
  const { app, window } = await launch();
  const printers = await countPrinters(app);
  const dialog = await openDialog(window);
  await expect(dialog.getByText('共 30 条')).toBeVisible();
  const pages = await previewedPages(window);
  expect(pages[0]).toMatch(/^目录二、落实立德树人/);
  expect(pages[2]).toMatch(/批注汇编.*—1—$/);
  expect(pages.at(-1)).toMatch(new RegExp(`—${pages.length - 2}—$`));
  expect(await printers()).toEqual({ made: 1, open: 0 });
  await window.screenshot({ path: testInfo.outputPath('pages.png') });

  const path = testInfo.outputPath('批注.pdf');
  await answerSaveDialog(app, path);
  await exportTo(app, window, path);
  expect(await printers()).toEqual({ made: 1, open: 0 });
  const text = await runningTextOf(path);
  for (const { body } of notes) {
    const words = body.replaceAll(/\s/g, '').slice(0, 12);
    expect(text).toContain(words);
    expect(pages.join('')).toContain(words);
  }
});

test('pages are turned with the keyboard and made larger; only those in sight are drawn', async ({
  launch,
  notesFolder,
}, testInfo) => {
  await placeNotes(notesFolder, notes);
  const { window } = await launch();
  const dialog = await openDialog(window);
  const figures = await previewedSheets(window);
  const preview = dialog.getByRole('region', { name: '预览' });
  await expect(dialog.getByText(/^第 1 \/ \d+ 页$/)).toBeVisible();
  expect(await preview.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await preview.focus();
  await window.keyboard.press('End');
  await expect(dialog.getByText(/^第 (\d+) \/ \1 页$/)).toBeVisible();
  expect(await figures.count()).toBeLessThan(6);
  await expect(figures.last()).toHaveAttribute('aria-busy', 'false');
  // Printed on: text that nobody sees is read by screen readers all the same.
  const ink = await figures.last().evaluate((figure) => {
    const picture = figure.querySelector('canvas');
    const copy = new OffscreenCanvas(picture?.width ?? 1, picture?.height ?? 1).getContext('2d');
    if (picture === null || copy === null) return 0;
    copy.drawImage(picture, 0, 0);
    const { data } = copy.getImageData(0, 0, picture.width, picture.height);
    return data.filter((value, index) => index % 4 === 0 && value < 160).length;
  });
  expect(ink).toBeGreaterThan(500);

  const widthOf = async () => (await figures.first().boundingBox())?.width ?? 0;
  const fitting = await widthOf();
  await dialog.getByRole('button', { name: '放大' }).click();
  await expect.poll(widthOf).toBeGreaterThan(fitting);
  await window.screenshot({ path: testInfo.outputPath('larger.png') });
  await dialog.getByRole('button', { name: '适合宽度' }).click();
  await expect.poll(widthOf).toBe(fitting);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a change of the options ends what is being made, and closing the dialog leaves nothing', async ({
  launch,
  notesFolder,
}) => {
  await placeNotes(notesFolder, notes);
  const { app, window } = await launch();
  const printers = await countPrinters(app);
  const printing = await holdPrinting(app);
  const dialog = await openDialog(window);
  await expect(dialog.getByText('正在生成预览…')).toBeVisible();
  await printing.begun();
  await dialog.getByText('简洁', { exact: true }).click();
  await expect.poll(async () => (await printers()).made).toBe(2);
  await printing.end();
  const pages = await previewedPages(window);
  expect(pages[0]).toMatch(/^目录/);
  await expect.poll(printers).toEqual({ made: 2, open: 0 });
  await dialog.getByText('公文格式', { exact: true }).click();
  await expect.poll(async () => (await printers()).made).toBe(3);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await printers()).open).toBe(0);
});

test('a workbook and a CSV file are previewed as the sheets that they are', async ({
  launch,
  notesFolder,
}, testInfo) => {
  const task = { ...newTask, measure: '-3 名缺编教师', completion: 40, due: '2099-06-30' };
  await placeNotes(notesFolder, [foreignNote(0, { ...noteOn('深化体育教育改革'), task })]);
  const { window } = await launch();
  const dialog = await openDialog(window);
  await dialog.getByText('台账', { exact: true }).click();
  await chooseFormat(window, 'Excel');
  const sheet = dialog.getByRole('table', { name: '台账' });
  await expect(sheet.getByRole('columnheader').first()).toHaveText('序号');
  await expect(sheet.getByRole('columnheader', { name: '完成标志' })).toBeAttached();
  await expect(sheet.getByRole('cell', { name: '-3 名缺编教师', exact: true })).toBeVisible();
  await expect(sheet.getByRole('cell', { name: '40%', exact: true })).toBeAttached();
  await expect(sheet.getByText('B', { exact: true })).toBeVisible();
  await expect(dialog.getByText('共 1 行')).toBeVisible();
  await window.screenshot({ path: testInfo.outputPath('sheet.png') });
  await chooseFormat(window, 'CSV');
  await expect(sheet.getByRole('cell', { name: "'-3 名缺编教师", exact: true })).toBeVisible();
  await expect(sheet.getByRole('cell', { name: '40', exact: true })).toBeAttached();
  await expect(sheet.getByText('A', { exact: true })).toBeVisible();
});

/** Counts how often printing has begun. */
async function countPrintings(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(({ app: main }) => {
    const counted = { begun: 0 };
    Object.assign(globalThis, { countedPrintings: counted });
    main.on('web-contents-created', (_event, contents) => {
      const print = contents.printToPDF.bind(contents);
      contents.printToPDF = (options) => {
        counted.begun += 1;
        return print(options);
      };
    });
  });
  return () =>
    app.evaluate(() => (globalThis as unknown as { countedPrintings: { begun: number } }).countedPrintings.begun);
}

test('pages that are given up in the middle of their printing do not keep the next from being printed', async ({
  launch,
  notesFolder,
}, testInfo) => {
  await placeNotes(notesFolder, notes);
  const { app, window } = await launch();
  const printings = await countPrintings(app);
  const dialog = await openDialog(window);
  for (const [round, layout] of ['简洁', '公文格式', '简洁', '公文格式', '简洁', '公文格式'].entries()) {
    const before = round === 0 ? 0 : await printings();
    await expect.poll(printings, { intervals: [10], timeout: 20_000 }).toBeGreaterThan(before);
    await dialog.getByText(layout, { exact: true }).click();
  }
  await previewedSheets(window);
  const path = testInfo.outputPath('批注.pdf');
  await exportTo(app, window, path);
  expect(await runningTextOf(path)).toContain('第30条');
});
