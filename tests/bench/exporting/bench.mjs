import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { writeXlsx } from 'hucre';
import { bundledId, longPlan } from '../long-plan.mjs';
import { median } from '../median.mjs';
import { manyNotes, withReader } from '../reader.mjs';

const sizes = [10, 100, 1_000, 5_000];
const formats = /** @type {const} */ (['pdf', 'docx', 'xlsx', 'csv', 'md', 'html']);

/** @typedef {(typeof formats)[number]} Format */

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
    for (const notes of sizes) {
      results.push(
        ...(await withReader(runtime, manyNotes(plan, notes, { hasBodies: true }), (window, app) =>
          exportsOf(window, app, { folder, notes }),
        )),
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return results;
}

/**
 * @param {import('@playwright/test').Page} window
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {{ folder: string, notes: number }} options
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
async function exportsOf(window, app, { folder, notes }) {
  const runs = notes > 1_000 ? 1 : 3;
  const results = [];
  await window.waitForFunction(() => performance.getEntriesByName('annotations-painted').length > 0);
  for (const format of formats) {
    const path = join(folder, `${notes}.${format}`);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    const measured = [];
    const baseline = [];
    for (let run = 0; run < runs; run += 1) {
      const { report, time } = await window.evaluate(exportOnce, { document: bundledId, format });
      measured.push(time);
      baseline.push(format === 'pdf' ? await printRaw(app, report) : await makeRaw(format, path, notes));
    }
    results.push({
      what: `${format}, ${notes} notes`,
      baselineName: { pdf: 'printToPDF', docx: 'docx', xlsx: 'hucre' }[/** @type {string} */ (format)] ?? 'writeFile',
      baseline: median(baseline),
      measured: median(measured),
      unit: 'ms',
      ...(format === 'pdf' && notes === 1_000 && { reach: 1.3 }),
    });
  }
  return results;
}

/**
 * Runs in the page.
 *
 * @param {{ document: string, format: Format }} options
 */
async function exportOnce({ document, format }) {
  const { api } = /** @type {{ api: import('../../../src/ipc/contract.ts').Operations }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const prepared = await api['export.prepare']({
    document,
    content: 'notes',
    layout: 'official',
    includeHighlights: true,
    columns: ['clause'],
    signature: false,
  });
  if (!prepared.ok) throw new Error(prepared.error.code);
  const { report } = prepared.value;
  const begin = performance.now();
  const saved = await api['export.save']({ report, format, byDepartment: false });
  if (!saved.ok) throw new Error(`${saved.error.code} ${saved.error.detail}`);
  return { report, time: performance.now() - begin };
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
 * @param {number} notes
 */
async function makeRaw(format, path, notes) {
  const words = '秋季招生方案八月二十日前报备，由教务处牵头。';
  const rows = Array.from({ length: notes }, (_, index) => [index + 1, ...Array.from({ length: 9 }, () => words)]);
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
