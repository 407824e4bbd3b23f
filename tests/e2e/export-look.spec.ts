import type { FrameLocator, Page } from '@playwright/test';
import { chooseFormat, exportTo, openDialog, previewAsPage } from './export-dialog.ts';
import { noteOn, noteOnBlock, plan } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { foreignNote, placeNotes } from './placed-notes.ts';
import { runningTextOf } from './read-pdf.ts';

test.beforeEach(({ allowProblem }) => {
  // The tests' own instruments try to run in the preview, and the frame refuses them.
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
});

test('plain items of a list keep their mark beside to-dos, which have only their box', async ({
  launch,
  notesFolder,
}, testInfo) => {
  const tight = '- 美术\n- 音乐\n- [ ] 排课\n\n1. 己项\n2. [ ] 庚待办\n3. 辛项';
  const loose = '- 球类\n\n- [x] 场地\n\n  另行报备\n\n- 器材';
  await placeNotes(notesFolder, [
    foreignNote(0, { ...noteOn('深化体育教育改革'), body: tight }),
    foreignNote(1, { ...noteOn('强化美育育人功能'), body: loose }),
  ]);
  const { app, window } = await launch();
  const marksOf = async (page: Page | FrameLocator) => {
    const item = (words: string) => page.locator('li', { hasText: new RegExp(`^\\s*${words}\\s*$`) });
    for (const plain of ['美术', '音乐', '球类', '器材'])
      await expect(item(plain)).toHaveCSS('list-style-type', 'disc');
    for (const numbered of ['己项', '辛项']) await expect(item(numbered)).toHaveCSS('list-style-type', 'decimal');
    for (const task of ['排课', '庚待办', '场地\\s*另行报备']) {
      await expect(item(task)).toHaveCSS('list-style-type', 'none');
    }
  };
  await marksOf(window);
  const dialog = await openDialog(window);
  const preview = await previewAsPage(window);
  await marksOf(preview);
  await dialog.getByText('简洁', { exact: true }).click();
  await expect(preview.locator('body.plain')).toBeVisible();
  await marksOf(preview);
  await chooseFormat(window, 'PDF');
  const path = testInfo.outputPath('清单.pdf');
  await exportTo(app, window, path);
  const text = await runningTextOf(path);
  expect(text).toContain('1.己项');
  expect(text).toContain('3.辛项');

  await test.step('the words of all items begin alike', async () => {
    await window.keyboard.press('Control+e');
    await previewAsPage(window);
    for (const layout of ['简洁', '公文格式']) {
      await dialog.getByText(layout, { exact: true }).click();
      const lefts = await preview.locator('body').evaluate(() => {
        const leftOf = (words: string) => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            return range.getBoundingClientRect().left;
          }
          return Number.NaN;
        };
        return ['音乐', '排课', '球类', '场地', '另行报备'].map(leftOf);
      });
      for (const left of lefts) expect(Math.abs(left - (lefts[0] ?? 0))).toBeLessThan(4);
    }
  });
});

test('cells of tables are not stretched, short ones and references to sections not torn', async ({
  launch,
  notesFolder,
}, testInfo) => {
  const long = '牵头制定实施方案，明确责任人和完成时限，每月汇总进展并向校务会报告；';
  const table = `|部门|事项|时限|\n|-|-|-|\n|教务处|${long.repeat(3)}|3 月 15 日|`;
  const notes = plan.sections.flatMap(({ headingBlock }) => (headingBlock === undefined ? [] : [headingBlock]));
  await placeNotes(notesFolder, [
    foreignNote(0, { ...noteOn('深化体育教育改革'), body: table }),
    ...notes.map((block, index) => foreignNote(index + 1, noteOnBlock(block, 0, 6))),
  ]);
  const { app, window } = await launch();
  await expect(window.getByRole('list', { name: '批注' }).getByText('教务处')).toBeVisible();
  await openDialog(window);
  const preview = await previewAsPage(window);
  await expect(preview.getByRole('cell', { name: '教务处' })).toHaveCSS('text-align', 'start');
  const linesOfCells = await preview.locator('td, .reference').evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return [cell.textContent, new Set([...range.getClientRects()].map(({ top }) => top)).size] as const;
    }),
  );
  expect(linesOfCells.length).toBeGreaterThan(10);
  expect(linesOfCells.filter(([words, lines]) => lines > 1 && !words?.startsWith('牵头'))).toEqual([]);
  await chooseFormat(window, 'PDF');
  const path = testInfo.outputPath('表格.pdf');
  await exportTo(app, window, path);
  expect(await runningTextOf(path)).toContain('3月15日');
});
