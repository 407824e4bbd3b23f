import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledId, longPlan } from '../long-plan.mjs';
import { median, percentile } from '../median.mjs';
import { manyNotes, withReader } from '../reader.mjs';

const notes = 1_000;
const saves = 300;
/** About what a reader writes into one note. */
const words = '秋季招生方案八月二十日前报备，由教务处牵头。'.repeat(20);
/** Milliseconds between two saves, as when a reader writes; the main process has other work besides. */
const pause = 20;

/**
 * What saving a note costs, from the page's call until the note is acknowledged, which is after the folder is on the disk;
 * beside Node's `writeFile` of as many bytes, which promises nothing. And for how long the main process does not come to
 * other work meanwhile.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  const plan = longPlan(8_000);
  const { times, idle, blocked } = await withReader(
    runtime,
    manyNotes(plan, notes, { hasBodies: true }),
    async (window, app) => {
      await window.waitForFunction(() => performance.getEntriesByName('annotations-painted').length > 0);
      const idle = await blockedWhile(app, () => window.evaluate(waitFor, 3_000));
      /** @type {number[]} */
      let times = [];
      const blocked = await blockedWhile(app, async () => {
        times = await window.evaluate(saveNotes, { document: bundledId, saves, words, pause });
      });
      return { times, idle, blocked };
    },
  );
  const plain = await writePlainly();
  const compare = (/** @type {string} */ what, /** @type {(all: number[]) => number} */ of) => ({
    what: `${what}, saving one note of ${notes}`,
    baselineName: 'writeFile',
    baseline: of(plain),
    measured: of(times),
    unit: 'ms',
    limit: 50,
  });
  return [
    compare('median', median),
    compare('p95', (all) => percentile(all, 0.95)),
    {
      what: 'main process blocked at longest, while notes are saved',
      baselineName: 'at rest',
      baseline: idle,
      measured: blocked,
      unit: 'ms',
      limit: 16,
    },
  ];
}

/**
 * Runs in the page.
 *
 * @param {{ document: string, saves: number, words: string, pause: number }} options
 * @returns {Promise<number[]>} milliseconds of each save
 */
async function saveNotes({ document, saves, words, pause }) {
  const { api } = /** @type {{ api: import('../../../src/ipc/contract.ts').Operations }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const listed = await api['annotations.list']({ document });
  if (!listed.ok) throw new Error(listed.error.code);
  const annotations = listed.value.annotations;
  const times = [];
  for (let index = 0; index < saves; index += 1) {
    const { id, body = '' } = annotations[(index * 7) % annotations.length] ?? {};
    if (id === undefined) throw new Error('there are no notes');
    const begin = performance.now();
    const saved = await api['annotations.change']({ id, change: { body: `${words}${index}` }, base: { body } });
    times.push(performance.now() - begin);
    if (!saved.ok) throw new Error(saved.error.code);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return times;
}

/** Runs in the page. @param {number} time in milliseconds */
function waitFor(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/**
 * The longest time in milliseconds for which the main process did not come to other work while something was done.
 *
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>}
 */
async function blockedWhile(app, work) {
  await app.evaluate(() => {
    // what is evaluated here has no `require` of its own
    const main = process.mainModule;
    if (main === undefined) throw new Error('the main process has no main module');
    const { monitorEventLoopDelay } = main.require('node:perf_hooks');
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    Object.assign(globalThis, { delays });
  });
  await work();
  return app.evaluate(() => {
    const { delays } = /** @type {{ delays: import('node:perf_hooks').IntervalHistogram }} */ (
      /** @type {unknown} */ (globalThis)
    );
    delays.disable();
    return delays.max / 1e6;
  });
}

/** @returns {Promise<number[]>} milliseconds of each write */
async function writePlainly() {
  const folder = await mkdtemp(join(tmpdir(), 'plan-reader-bench-'));
  await mkdir(folder, { recursive: true });
  const times = [];
  for (let index = 0; index < saves; index += 1) {
    const begin = performance.now();
    await writeFile(join(folder, `${index % 50}.md`), `${words}${index}`);
    times.push(performance.now() - begin);
  }
  await rm(folder, { recursive: true });
  return times;
}
