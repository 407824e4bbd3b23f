import { longPlan } from '../long-plan.mjs';
import { median } from '../median.mjs';
import { manyNotes, withContent } from '../reader.mjs';
import { startAndAsk } from '../spawned.mjs';

const counts = [100, 1_000, 10_000];
const rounds = 3;
/** The bundled plan's length: reading files is measured here, not the text. */
const characters = 8_000;

/**
 * From starting the program until its window can be used, and until all notes are listed and painted, with notes in the
 * folder beside none. The first start of each fills the caches and is not counted.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  const plan = longPlan(characters);
  const none = await load(runtime.executable, plan, 0);
  const comparisons = [];
  for (const count of counts) {
    const loaded = await load(runtime.executable, plan, count);
    const compare = (/** @type {keyof Loading} */ key) => ({
      baselineName: 'no notes',
      baseline: none[key],
      measured: loaded[key],
      unit: 'ms',
    });
    comparisons.push(
      { what: `window usable, ${count} notes`, ...compare('usable'), limit: 1_500 },
      { what: `all listed, ${count} notes`, ...compare('listed'), limit: 3_000 },
      { what: `longest task of the page meanwhile, ${count} notes`, ...compare('stall'), limit: 50 },
    );
  }
  return comparisons;
}

/** @typedef {{ usable: number, listed: number, stall: number }} Loading in milliseconds */

/**
 * @param {string} executable
 * @param {import('../long-plan.mjs').LongPlan} plan
 * @param {number} notes
 * @returns {Promise<Loading>}
 */
async function load(executable, plan, notes) {
  return withContent(manyNotes(plan, notes, { hasBodies: true }), async ({ application, profile }) => {
    const rest = 5_000 + notes;
    /** @type {Loading[]} */
    const starts = [];
    for (let round = 0; round <= rounds; round += 1) {
      const { answer, begin } = await startAndAsk({ executable, application, profile, rest }, whatThePageNoted);
      const { origin, usable, listed, stall } = answer;
      if (round > 0) starts.push({ usable: origin + usable - begin, listed: origin + listed - begin, stall });
    }
    const middle = (/** @type {keyof Loading} */ key) => median(starts.map((each) => each[key]));
    return { usable: middle('usable'), listed: middle('listed'), stall: middle('stall') };
  });
}

/** Runs in the page. */
function whatThePageNoted() {
  const moment = (/** @type {string} */ name) => performance.getEntriesByName(name).at(-1)?.startTime;
  const [usable, listed] = [moment('outline-painted'), moment('annotations-painted')];
  if (usable === undefined || listed === undefined) return undefined;
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'longtask', buffered: true });
  const tasks = observer.takeRecords().filter(({ startTime }) => startTime > usable && startTime < listed);
  return {
    origin: performance.timeOrigin,
    usable,
    listed,
    stall: Math.max(0, ...tasks.map(({ duration }) => duration)),
  };
}
