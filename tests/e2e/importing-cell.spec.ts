import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron } from '@playwright/test';
import { makeFile } from '../bench/importing/make-files.ts';
import { buildCellApplication } from '../fixtures/cell-application/build.mjs';
import type { Reading, ReadingRequest } from '../fixtures/cell-application/main.ts';
import { docx, list, listUse, numbered, paragraph, run } from '../fixtures/documents/docx.ts';
import { encodeText } from '../fixtures/documents/encoded-text.ts';
import { pdf, setLines } from '../fixtures/documents/pdf.ts';
import { expect } from './fixtures.ts';
import { test as base } from './own-display.ts';

interface CellFixtures {
  cells: ElectronApplication;
  /** Hands the bytes of a file to a cell. */
  read: (name: string, bytes: Uint8Array, options?: Omit<ReadingRequest, 'path'>) => Promise<Reading>;
  /** How many processes there are besides those of the application without any window. */
  pageProcesses: () => Promise<number>;
}

const test = base.extend<CellFixtures>({
  cells: async ({}, use, testInfo) => {
    const application = testInfo.outputPath('cells');
    await buildCellApplication(application);
    const app = await electron.launch({
      args: [application, `--user-data-dir=${testInfo.outputPath('profile')}`, '--disable-gpu', '--log-level=3'],
    });
    await expect.poll(() => app.evaluate(() => typeof globalThis.readInCell)).toBe('function');
    await use(app);
    await app.close();
  },

  read: async ({ cells }, use, testInfo) => {
    const folder = testInfo.outputPath('files');
    await mkdir(folder, { recursive: true });
    await use(async (name, bytes, options = {}) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return cells.evaluate((_electron, request) => globalThis.readInCell(request), { path, ...options });
    });
  },

  pageProcesses: async ({ cells }, use) => {
    await use(() => cells.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').length));
  },
});

function textsOf({ outcome }: Reading): string[] {
  return outcome.ok ? outcome.value.blocks.map(({ text }) => text) : [JSON.stringify(outcome.error)];
}

test('files of every format become blocks, and no process is left', async ({ read, pageProcesses }) => {
  const word = docx({
    body: paragraph('总则', numbered(1)) + paragraph(run('显') + run('隐', '<w:vanish/>')),
    numbering: list(1, [['chineseCounting', '第%1章']]) + listUse(1, 1),
  });
  expect(textsOf(await read('规划.docx', word))).toEqual(['第一章总则', '显']);
  // Its fonts are not in the file: what its codes mean is told by tables that the cell has to fetch.
  expect(textsOf(await read('规划.pdf', pdf([setLines(['规划背景'])])))).toEqual(['规划背景']);
  expect(textsOf(await read('规划.txt', encodeText('一、规划背景', 'gb18030')))).toEqual(['一、规划背景']);
  expect(textsOf(await read('规划.doc', new TextEncoder().encode('<html><ol><li>背景</ol>')))).toEqual(['1. 背景']);
  expect(textsOf(await read('规划.md', new TextEncoder().encode('# 背景')))).toEqual(['背景']);
  expect((await read('规划.rtf', new TextEncoder().encode('{\\rtf1}'))).outcome).toEqual({
    ok: false,
    error: { code: 'unsupported', kind: 'rtf' },
  });
  await expect.poll(pageProcesses).toBe(0);
});

test('cancelling ends a cell that is busy, with its process', async ({ read, pageProcesses }) => {
  for (const [name, bytes] of [
    ['长.docx', makeFile.word(20_000_000)],
    ['长.pdf', makeFile.pdf(400)],
  ] as const) {
    const { outcome, cancelTime } = await read(name, bytes, { cancelAfter: 600 });
    expect(outcome).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(cancelTime).toBeLessThan(500);
    await expect.poll(pageProcesses, { timeout: 500, intervals: [50] }).toBe(0);
  }
});

test('a cell that takes more than its memory is ended', async ({ read, pageProcesses }) => {
  const attributes = Array.from({ length: 20 }, (_, index) => `a${index}`).join(' ');
  const swelling = new TextEncoder().encode(`<html>${`<i ${attributes}></i>`.repeat(900_000)}`);
  expect((await read('大.html', swelling)).outcome).toEqual({ ok: false, error: { code: 'too-demanding' } });
  await expect.poll(pageProcesses).toBe(0);
});

test('a cell that breaks down is no harm', async ({ cells, read, pageProcesses }) => {
  const opened = cells.waitForEvent('window');
  const reading = read('长.pdf', makeFile.pdf(400));
  await opened;
  await cells.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  expect((await reading).outcome).toEqual({ ok: false, error: { code: 'broken' } });
  await expect.poll(pageProcesses).toBe(0);
  expect(textsOf(await read('后.txt', new TextEncoder().encode('之后')))).toEqual(['之后']);
});

test('a cell reaches nothing but its own files', async ({ cells, read }) => {
  const opened = cells.waitForEvent('window');
  const reading = read('长.pdf', makeFile.pdf(400));
  const cell = await opened;
  const answers = await cell.evaluate(async () => {
    const reach = async (address: string) => {
      try {
        return (await fetch(address)).status;
      } catch {
        return 'refused';
      }
    };
    return {
      own: await reach('app://cell/cell.html'),
      reader: await reach('app://reader/index.html'),
      report: await reach('app://report/1/'),
      outside: await reach('https://example.cn/'),
      here: await reach('http://127.0.0.1:1/'),
      file: await reach('file:///etc/passwd'),
      window: window.open('app://cell/cell.html') === null,
      node: typeof Reflect.get(globalThis, 'require'),
      api: typeof Reflect.get(globalThis, 'api'),
      notifications: Notification.permission,
    };
  });
  expect(answers).toEqual({
    own: 200,
    reader: 'refused',
    report: 'refused',
    outside: 'refused',
    here: 'refused',
    file: 'refused',
    window: true,
    node: 'undefined',
    api: 'undefined',
    notifications: 'denied',
  });
  expect((await reading).outcome.ok).toBe(true);
});
