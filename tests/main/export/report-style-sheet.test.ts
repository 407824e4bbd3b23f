import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportStyleSheet, reportStyles } from '../../../src/main/export/report-style-sheet.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['as the build writes it', '<link rel="stylesheet" crossorigin href="./assets/report-M8ndd-fl.css">'],
  ['with the attributes in another order', '<link href="/assets/report-M8ndd-fl.css" rel="stylesheet">'],
])('finds the style sheet %s', async (_name, link) => {
  await writeFile(join(folder, 'report.html'), `<!doctype html><title></title>${link}`);
  expect(await reportStyleSheet(folder)).toBe('app://reader/assets/report-M8ndd-fl.css');
});

test('reads what it says', async () => {
  await writeFile(join(folder, 'report.html'), '<link rel="stylesheet" href="./assets/report.css">');
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'report.css'), 'p{margin:0}');
  expect(await reportStyles(folder)).toBe('p{margin:0}');
});

test('does not go on without one', async () => {
  await writeFile(join(folder, 'report.html'), '<!doctype html><title></title>');
  await expect(reportStyleSheet(folder)).rejects.toThrow('style sheet');
});
