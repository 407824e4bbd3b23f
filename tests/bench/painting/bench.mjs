import { longPlan } from '../long-plan.mjs';
import { median, percentile } from '../median.mjs';
import { manyNotes, withReader } from '../reader.mjs';

/** About 1 MB in UTF-8. */
const characters = 360_000;
const counts = [100, 1_000, 10_000];
const frames = 240;
/** CSS pixels that each frame scrolls: some screens a second. */
const step = 90;

/**
 * A text of 1 MB with 100, 1,000 and 10,000 highlights beside the same text without any: how much longer it takes until
 * the page is painted once the notes have been read, and the frames of scrolling through it.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  const plan = longPlan(characters);
  const measure = (/** @type {number} */ notes) =>
    withReader(runtime, manyNotes(plan, notes, { hasBodies: false }), look(notes));
  const bare = await measure(0);
  const comparisons = [];
  for (const count of counts) {
    const painted = await measure(count);
    comparisons.push(
      {
        what: `painting ${count} highlights on 1 MB`,
        baselineName: 'the same without highlights',
        baseline: bare.time,
        measured: painted.time,
        unit: 'ms',
        most: 100,
      },
      ...['median', 'p95'].map((key) => ({
        what: `${key} frame of scrolling, ${count} highlights`,
        baselineName: 'without',
        baseline: bare[/** @type {'median' | 'p95'} */ (key)],
        measured: painted[/** @type {'median' | 'p95'} */ (key)],
        unit: 'ms',
        limit: 16.8,
      })),
    );
  }
  return comparisons;
}

/** @typedef {{ time: number, median: number, p95: number }} Painting in milliseconds */

/**
 * @param {number} notes
 * @returns {(window: import('@playwright/test').Page) => Promise<Painting>}
 */
function look(notes) {
  return async (window) => {
    await window.waitForFunction(
      (wanted) => document.querySelector('[data-pane="annotations"]')?.textContent?.includes(wanted),
      notes === 0 ? '还没有批注' : `${notes} 条`,
      { timeout: 120_000 },
    );
    await window.waitForFunction(() => performance.getEntriesByName('annotations-painted').length > 0, undefined, {
      timeout: 120_000,
    });
    const time = await window.evaluate(() => {
      const at = (/** @type {string} */ name) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN;
      return at('annotations-painted') - at('annotations-read');
    });
    const deltas = await window.evaluate(scrollThrough, { frames, step });
    return { time, median: median(deltas), p95: percentile(deltas, 0.95) };
  };
}

/**
 * Runs in the page.
 *
 * @param {{ frames: number, step: number }} options
 * @returns {Promise<number[]>} milliseconds from each frame to the next
 */
async function scrollThrough({ frames, step }) {
  const pane = document.querySelector('main');
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const deltas = [];
  // What was just painted is still being settled in idle time.
  for (let frame = 0; frame < 60; frame += 1) await nextFrame();
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame += 1) {
    pane?.scrollBy(0, step);
    const now = await nextFrame();
    deltas.push(Number(now) - Number(last));
    last = now;
  }
  return deltas;
}
