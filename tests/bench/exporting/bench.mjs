import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { writeXlsx } from 'hucre';
import { bundledId, longPlan } from '../long-plan.mjs';
import { median } from '../median.mjs';
import { manyNotes, withReader } from '../reader.mjs';

/** @typedef {import('../../../src/core/report/export-format.ts').ExportFormat} Format */
/** @typedef {'notes' | 'ledger'} Content */

/** @type {{ content: Content, sizes: number[], formats: Format[] }[]} */
const cases = [
  { content: 'notes', sizes: [10, 100, 1_000, 5_000], formats: ['pdf', 'docx', 'xlsx', 'csv', 'md', 'html'] },
  // One table, which its libraries make in one piece.
  { content: 'ledger', sizes: [1_000, 5_000], formats: ['docx', 'xlsx', 'md'] },
];

/**
 * What an export costs, from the press of the button with the report prepared until the file is on the disk, beside the raw
 * engine or library making as much of the same; beside `writeFile` of the same bytes where there is no library.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  const plan = longPlan(450_000);
  const folder = await mkdtemp(join(tmpdir(), 'plan-reader-export-'));
  const results = [];
  try {
    for (const { content, sizes, formats } of cases) {
      for (const count of sizes) {
        const notes = manyNotes(plan, count, { hasBodies: true, areTasks: content === 'ledger' });
        const measured = await withReader(runtime, notes, (window, app) =>
          exportsOf(window, app, { folder, count, content, formats }),
        );
        results.push(...measured);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return results;
}

/**
 * @param {import('@playwright/test').Page} window
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {{ folder: string, count: number, content: Content, formats: Format[] }} options
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
async function exportsOf(window, app, { folder, count, content, formats }) {
  const runs = count > 1_000 ? 1 : 3;
  const rows = `${count} ${content === 'ledger' ? 'tasks' : 'notes'}`;
  const results = [];
  await window.waitForFunction(() => performance.getEntriesByName('annotations-painted').length > 0);
  for (const format of formats) {
    const path = join(folder, `${count}.${format}`);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    const measured = [];
    const held = [];
    const baseline = [];
    for (let run = 0; run < runs; run += 1) {
      const report = await window.evaluate(prepareOnce, { document: bundledId, content });
      const longest = await app.evaluateHandle(watchMain);
      const time = await window.evaluate(saveOnce, { report, format });
      measured.push(time);
      held.push(await longest.evaluate((stop) => stop()));
      baseline.push(format === 'pdf' ? await printRaw(app, report) : await makeRaw(format, path, count));
    }
    results.push({
      what: `${format}, ${rows}`,
      baselineName: { pdf: 'printToPDF', docx: 'docx', xlsx: 'hucre' }[/** @type {string} */ (format)] ?? 'writeFile',
      baseline: median(baseline),
      measured: median(measured),
      unit: 'ms',
      ...(format === 'pdf' && count === 1_000 && { reach: 1.3 }),
    });
    results.push({
      what: `${format}, ${rows}: longest time in which the main process hears nothing`,
      baselineName: 'the whole export',
      baseline: median(measured),
      measured: median(held),
      unit: 'ms',
      ...(format !== 'pdf' && { limit: 100 }),
    });
  }
  const path = join(folder, 'cancelled.docx');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  const { whole, cancelled } = await window.evaluate(
    cancelOnce,
    await window.evaluate(prepareOnce, { document: bundledId, content }),
  );
  results.push({
    what: `docx, ${rows}: from “cancel” until it has ended`,
    baselineName: 'begun before',
    baseline: whole,
    measured: cancelled,
    unit: 'ms',
    limit: 500,
  });
  return results;
}

/** Runs in the main process: how long it was busy in one piece at most, in ms, until the answer is called. */
function watchMain() {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return Math.max(longest, performance.now() - last - 5);
  };
}

/**
 * Runs in the page, as the two after it.
 *
 * @param {{ document: string, content: Content }} options
 */
async function prepareOnce({ document, content }) {
  const { api } = /** @type {{ api: import('../../../src/ipc/contract.ts').Operations }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const prepared = await api['export.prepare']({
    document,
    content,
    layout: content === 'ledger' ? 'table' : 'official',
    includeHighlights: true,
    columns: ['clause', 'measure', 'department', 'owner', 'due', 'status', 'completion', 'progress'],
    signature: false,
  });
  if (!prepared.ok) throw new Error(prepared.error.code);
  return prepared.value.report;
}

/** @param {{ report: string, format: Format }} options */
async function saveOnce({ report, format }) {
  const { api } = /** @type {{ api: import('../../../src/ipc/contract.ts').Operations }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const begin = performance.now();
  const saved = await api['export.save']({ report, format, byDepartment: false });
  if (!saved.ok) throw new Error(`${saved.error.code} ${saved.error.detail}`);
  return performance.now() - begin;
}

/** @param {string} report */
async function cancelOnce(report) {
  const { api } = /** @type {{ api: import('../../../src/ipc/contract.ts').Operations }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const begin = performance.now();
  const saving = api['export.save']({ report, format: 'docx', byDepartment: false });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const asked = performance.now();
  await api['export.cancel']({ report });
  await saving;
  return { whole: asked - begin, cancelled: performance.now() - asked };
}

/**
 * The engine alone: the same page, loaded and printed.
 *
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {string} report
 */
function printRaw(app, report) {
  return app.evaluate(async ({ BrowserWindow }, address) => {
    const begin = performance.now();
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await window.loadURL(address);
    await window.webContents.printToPDF({ pageSize: 'A4' });
    window.destroy();
    return performance.now() - begin;
  }, `app://report/${report}/`);
}

/**
 * As many paragraphs or rows by the library alone, or the same bytes written.
 *
 * @param {Format} format
 * @param {string} path
 * @param {number} count
 */
async function makeRaw(format, path, count) {
  const words = '秋季招生方案八月二十日前报备，由教务处牵头。';
  const rows = Array.from({ length: count }, (_, index) => [index + 1, ...Array.from({ length: 9 }, () => words)]);
  const size = (await stat(path)).size;
  const begin = performance.now();
  let bytes = new Uint8Array(size).fill(120);
  if (format === 'docx') {
    const children = rows.flatMap((row) => row.slice(0, 4).map((cell) => new Paragraph(String(cell))));
    bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  }
  if (format === 'xlsx') bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: '批注', rows }] }));
  await writeFile(`${path}.raw`, bytes);
  return performance.now() - begin;
}
