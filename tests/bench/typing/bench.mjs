import { longPlan } from '../long-plan.mjs';
import { median, percentile } from '../median.mjs';
import { manyNotes, withReader } from '../reader.mjs';

const keys = 120;
/** The bundled plan's length: the list is measured here, not the text. */
const characters = 8_000;

/**
 * What each key costs that is typed into a note: from the key to the end of the frame that shows it, without the time that
 * is spent waiting for the frame: as soon as there is something to type into, and once the window is at rest. With 5,000
 * notes in the list beside a list of that one note.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  const plan = longPlan(characters);
  const comparisons = [];
  for (const { when, prepare } of [
    { when: 'at once', prepare: async () => undefined },
    { when: 'at rest', prepare: atRest },
  ]) {
    const type = (/** @type {number} */ notes) =>
      withReader(runtime, manyNotes(plan, notes, { hasBodies: true }), (window) => typeInto(window, prepare));
    const alone = await type(1);
    const among = await type(5_000);
    for (const { what, key } of [
      { what: 'median', key: median },
      { what: 'p95', key: (/** @type {number[]} */ all) => percentile(all, 0.95) },
    ]) {
      comparisons.push({
        what: `${what} per key, 5,000 notes in the list, ${when}`,
        baselineName: 'one note',
        baseline: key(alone),
        measured: key(among),
        unit: 'ms',
        limit: 16,
      });
    }
  }
  return comparisons;
}

/** Runs in the page: resolves when it has had no long task for a while. */
async function atRest() {
  const calm = 1_500;
  let last = performance.now();
  const observer = new PerformanceObserver(() => {
    last = performance.now();
  });
  observer.observe({ type: 'longtask' });
  while (performance.now() - last < calm) await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
}

/**
 * @param {import('@playwright/test').Page} window
 * @param {() => Promise<void>} prepare runs in the page before the first key
 * @returns {Promise<number[]>} milliseconds of each key
 */
async function typeInto(window, prepare) {
  const first = window.getByRole('list', { name: '批注' }).getByRole('listitem').first();
  await first.getByRole('button', { name: '编辑批注' }).click({ timeout: 120_000 });
  const field = window.getByRole('textbox', { name: '批注内容' });
  await field.focus();
  await window.evaluate(prepare);
  await window.evaluate(() => {
    /** @type {number[]} */
    const costs = [];
    Object.assign(globalThis, { costs });
    const field = document.querySelector('textarea');
    field?.addEventListener('keydown', () => {
      const begin = performance.now();
      let handled = begin;
      field.addEventListener('input', () => queueMicrotask(() => (handled = performance.now())), { once: true });
      requestAnimationFrame(() => {
        const frame = performance.now();
        // the task after a frame's callbacks runs after its painting
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => costs.push(handled - begin + (performance.now() - frame));
        port2.postMessage(null);
      });
    });
  });
  for (let key = 0; key < keys; key += 1) {
    await window.keyboard.type('abcdefghij'.charAt(key % 10), { delay: 40 });
  }
  return window.evaluate(() => /** @type {{ costs: number[] }} */ (/** @type {unknown} */ (globalThis)).costs);
}
