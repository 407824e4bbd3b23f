import { longPlan } from '../long-plan.mjs';
import { median } from '../median.mjs';
import { manyNotes, withReader } from '../reader.mjs';
import { longestOf, sumOf, tasksOf } from './thread-time.mjs';
import { startWatching } from './watch.mjs';

/** The bundled plan's length: the ledger is measured here, not the text. */
const characters = 8_000;
const rounds = 3;
const few = 50;
const many = 5_000;
/** So much more the page may do for what somebody asks for, until it is seen, ms. */
const prompt = 50;
/** So much longer it may be at one thing while somebody scrolls or types, ms: a frame. */
const smooth = 16.7;

/**
 * The ledger with 5,000 tasks beside one with 50, in time of the processor: what the page does from a click or a key to the end
 * of the frame that shows what it asks for, and its longest task while the grid is scrolled and the filter is typed into.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  const plan = longPlan(characters);
  const measure = (/** @type {number} */ tasks) =>
    withReader(runtime, manyNotes(plan, tasks, { hasBodies: false, areTasks: true }), async (window, app) => {
      await window.getByRole('list', { name: '批注' }).getByRole('listitem').first().waitFor({ timeout: 120_000 });
      await window.evaluate(startWatching);
      return tasksOf(app, () => useLedger(window, tasks));
    });
  const small = await measure(few);
  const large = await measure(many);
  const figure = (/** @type {import('./thread-time.mjs').Tasks} */ tasks, /** @type {Act} */ { act, of }) =>
    median([...tasks].flatMap(([name, found]) => (name.replace(/\d+$/u, '') === act ? [of(found)] : [])));
  return acts.map((act) => ({
    what: `${act.what}, ${many} tasks`,
    baselineName: `${few} tasks`,
    baseline: figure(small, act),
    measured: figure(large, act),
    unit: 'ms',
    most: act.most,
  }));
}

/**
 * @typedef {object} Act
 * @property {string} act
 * @property {string} what
 * @property {typeof sumOf} of
 * @property {number} most
 */

/** @type {readonly Act[]} */
const acts = [
  { act: 'open', what: 'opening the ledger', of: sumOf, most: prompt },
  { act: 'scroll', what: 'longest task while it is scrolled', of: longestOf, most: smooth },
  { act: 'sort', what: 'sorting', of: sumOf, most: prompt },
  { act: 'group', what: 'grouping', of: sumOf, most: prompt },
  { act: 'type', what: 'longest task while the filter is typed into', of: longestOf, most: smooth },
  { act: 'empty', what: 'all listed again once the filter is emptied', of: sumOf, most: prompt },
  { act: 'edit', what: 'a cell saved and shown', of: sumOf, most: prompt },
];

/**
 * @param {import('@playwright/test').Page} window
 * @param {number} tasks
 */
async function useLedger(window, tasks) {
  const watch = watchOf(window);
  await watch.seen('open', '[role=grid] [data-task]', () => watch.click('[role=tab]', '台账'));
  await scroll(window, watch);
  await sort(watch);
  await group(watch);
  await filter(window, watch, tasks);
  await edit(window, watch);
}

/** @typedef {ReturnType<typeof watchOf>} Watch */

/** @param {import('@playwright/test').Page} window */
function watchOf(window) {
  const ask = (/** @type {string} */ name, /** @type {string[]} */ ...values) =>
    window.evaluate(
      ([asked, given]) => Reflect.get(globalThis, 'watching')[asked](...given),
      /** @type {const} */ ([name, values]),
    );
  return {
    ask,
    /**
     * Looking for roles and names in a page of thousands of marks takes seconds, and waiting for elements is time of the page.
     *
     * @param {string} selector
     * @param {string} [words]
     */
    async click(selector, words = '') {
      const { x, y } = await ask('middle', selector, words);
      await window.mouse.click(x, y);
    },
    /**
     * Notes what the page does from the key or click of `doing` until what the selector asks for is painted.
     *
     * @param {string} act
     * @param {string} selector
     * @param {() => Promise<void>} doing
     */
    async seen(act, selector, doing) {
      await ask('rested');
      await ask('watch', act, selector);
      await doing();
      await ask('shown');
    },
    /**
     * Notes what the page does meanwhile.
     *
     * @param {string} act
     * @param {() => Promise<unknown>} doing
     */
    async during(act, doing) {
      await ask('rested');
      await ask('begin', act);
      await doing();
      await ask('end', act);
    },
  };
}

/**
 * @param {import('@playwright/test').Page} window
 * @param {Watch} watch
 */
async function scroll(window, watch) {
  for (let round = 0; round < rounds; round += 1) {
    await watch.during(`scroll${round}`, () => watch.ask('scroll'));
    await toTop(window);
  }
}

/** @param {Watch} watch */
async function sort(watch) {
  for (const [round, column] of ['measure', 'department', 'due'].entries()) {
    const head = `[role=columnheader][data-column=${column}]`;
    await watch.seen(`sort${round}`, `${head}[aria-sort=ascending]`, () => watch.click(`${head} button`));
  }
}

/** @param {Watch} watch */
async function group(watch) {
  for (const [round, [choice, selector]] of /** @type {const} */ ([
    ['牵头部门', '[role=grid] [aria-colspan]'],
    ['不分组', '[role=grid]:not(:has([aria-colspan]))'],
  ]).entries()) {
    await watch.seen('menu', '[role=menuitemradio]', () => watch.click('button[aria-label="分组、列和文件"]'));
    await watch.seen(`group${round}`, selector, () => watch.click('[role=menuitemradio]', choice));
  }
}

/**
 * @param {import('@playwright/test').Page} window
 * @param {Watch} watch
 * @param {number} tasks
 */
async function filter(window, watch, tasks) {
  for (const [round, words] of ['zhaosheng', '教务处 12', '没有的词'].entries()) {
    await watch.click('[role=tabpanel]:has([role=grid]) input');
    await watch.during(`type${round}`, () => window.keyboard.type(words, { delay: 60 }));
    await watch.ask('rested');
    await window.keyboard.press('Control+a');
    const all = `[role=grid][aria-rowcount="${tasks + 1}"]`;
    await watch.seen(`empty${round}`, all, () => window.keyboard.press('Delete'));
  }
}

/**
 * @param {import('@playwright/test').Page} window
 * @param {Watch} watch
 */
async function edit(window, watch) {
  await toTop(window);
  await watch.click('[role=grid] [data-task] [data-column=department]');
  for (let round = 0; round < rounds; round += 1) {
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+a');
    await window.keyboard.insertText(`新设 ${round} 处`);
    await watch.seen(`edit${round}`, `[aria-label$="新设 ${round} 处"]`, () => window.keyboard.press('Enter'));
    await window.keyboard.press('ArrowUp');
  }
}

/** @param {import('@playwright/test').Page} window */
async function toTop(window) {
  await window.evaluate(async () => {
    document.querySelector('[role=grid]')?.parentElement?.scrollTo(0, 0);
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
