import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../../../scripts/command.mjs';
import { percentile } from '../median.mjs';
import { measureFromPage, measureInWorker } from './in-the-page.mjs';
import { withBenchPage } from './renderer.mjs';

/** UTF-8 bytes of the text, rounds of each query, and the milliseconds that 99 of 100 queries may take at most. */
const sizes = [
  { name: '3 KB', bytes: 3_000, rounds: 9, limit: 2 },
  { name: '1 MB', bytes: 1_000_000, rounds: 7, limit: 5 },
  { name: '10 MB', bytes: 10_000_000, rounds: 5, limit: 16 },
];
/** UTF-8 bytes from which on the other libraries are measured in Node alone: building takes them minutes. */
const largestForAll = 5_000_000;
/** Typed letter by letter: words, a sentence, pinyin, and what nothing is found for. */
const typed = ['教育评价改革', '全面贯彻党的教育方针', 'jiaoyugaige', 'xxjk', '督导 体制', '没有的词句'];

/**
 * What is found, and how fast, beside lunr as its documentation shows it, three other libraries and a plain scan: in this
 * process, in a worker of the reader's page, and as the page sees it that asks the program's own worker. Each query of
 * ours and of the scan counts by the fastest of some rounds: what else the machine does meanwhile is not measured.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Share[]>}
 */
export async function bench(runtime) {
  /** @type {{ module: typeof import('./measure.ts') }} */
  const { module: measure } = await load('measure.ts');
  /** @type {{ module: typeof import('./measure-quick-open.ts') }} */
  const { module: quickOpen } = await load('measure-quick-open.ts');
  /** @type {import('../../../scripts/bench.mjs').Share[]} */
  const shares = [];
  for (const { name, bytes, rounds, limit } of sizes) {
    const trial = measure.prepareTrial(bytes);
    const { plan, queries } = trial;
    console.log(`${name}: ${plan.sections.length} sections, ${queries.length} queries`);
    const here = measure.measureHere(trial, rounds);
    const judged = here.map((figures) => ({ figures, ...measure.judge(trial, figures) }));
    const inPage = await measureInPage(runtime, { plan, queries }, here, { bytes, rounds });
    for (const { figures, recall, precision } of judged) {
      const worker = inPage.workers[figures.name];
      console.log(row(figures, recall, precision, worker));
    }
    console.log(`  ${pageLine(inPage.own)}`);
    const others = (/** @type {'recall' | 'precision'} */ key) =>
      Object.fromEntries(judged.slice(1).map((each) => [each.figures.name, 100 * each[key]]));
    const [ours] = judged;
    if (ours === undefined) continue;
    const scan = inPage.workers['plain indexOf scan']?.times ?? [];
    const p99 = (/** @type {number[]} */ times) => percentile(times, 0.99);
    shares.push(
      { what: `${name}, recall`, unit: '%', measured: 100 * ours.recall, baselines: others('recall'), atLeast: 100 },
      {
        what: `${name}, precision`,
        unit: '%',
        measured: 100 * ours.precision,
        baselines: others('precision'),
        atLeast: 100,
      },
      {
        what: `${name}, p99 as the page sees it`,
        unit: 'ms',
        measured: p99(inPage.own.times),
        baselines: { 'plain indexOf scan in a worker': p99(scan) },
        atMost: limit,
      },
      {
        what: `${name}, longest task of the page while a query is typed`,
        unit: 'ms',
        measured: inPage.own.longestTask,
        baselines: {},
        atMost: 50,
      },
    );
  }
  shares.push({
    what: 'quick open, 2,000 headings, the slowest of what is typed',
    unit: 'ms',
    measured: Math.max(...quickOpen.measureQuickOpen()),
    baselines: {},
    atMost: 16,
  });
  return shares;
}

/** @param {string} name */
function load(name) {
  return runnerImport(join(root, 'tests/bench/search', name), { root, configFile: false, logLevel: 'error' });
}

/**
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {{ plan: import('#core/plan/plan').PlanDocument, queries: import('./write-queries.ts').BenchQuery[] }} trial
 * @param {readonly import('./measure-engine.ts').EngineFigures[]} here
 * @param {{ bytes: number, rounds: number }} size
 */
async function measureInPage(runtime, trial, here, { bytes, rounds }) {
  return withBenchPage(runtime, { trial }, async (page, { bench: script, own }) => {
    const data = '/bench/trial.json';
    /** @type {Record<string, import('./in-the-page.mjs').WorkerFigures>} */
    const workers = {};
    for (const { name, answers } of here.filter((each) => each.isRepeated || bytes < largestForAll)) {
      const figures = await page.evaluate(measureInWorker, { script, data, engine: name, rounds });
      workers[name] = figures;
      const differs = figures.found.findIndex((count, index) => count !== answers[index]?.length);
      // another Intl.Segmenter may cut other words
      if (differs >= 0 && /^(ours|plain)/u.test(name)) throw new Error(`${name} finds something else in the page`);
    }
    const fromPage = await page.evaluate(measureFromPage, { script: own, data, rounds, typed });
    if (fromPage.found.some((count, index) => count !== here[0]?.answers[index]?.length)) {
      throw new Error("the program's own worker finds something else");
    }
    return { workers, own: fromPage };
  });
}

/**
 * @param {import('./measure-engine.ts').EngineFigures} figures
 * @param {number} recall
 * @param {number} precision
 * @param {import('./in-the-page.mjs').WorkerFigures | undefined} worker
 */
function row({ name, build, heap, times }, recall, precision, worker) {
  const cells = [
    `  ${name.padEnd(22)}`,
    `recall ${recall.toFixed(3)}`,
    `precision ${precision.toFixed(3)}`,
    `heap ${(heap / 1e6).toFixed(1).padStart(6)} MB`,
    `Node: build ${build.toFixed(0).padStart(5)} ms, ${quantiles(times)}`,
    worker === undefined ? '' : `worker: build ${worker.build.toFixed(0).padStart(5)} ms, ${quantiles(worker.times)}`,
  ];
  return cells.join('  ');
}

/** @param {number[]} times */
function quantiles(times) {
  const at = (/** @type {number} */ part) => percentile(times, part).toFixed(2).padStart(7);
  return `p50 ${at(0.5)} p99 ${at(0.99)} ms`;
}

/** @param {Awaited<ReturnType<typeof measureFromPage>>} own */
function pageLine({ ready, ordered, times, typedTimes, longestTask }) {
  const parts = [
    `ours as the page sees it: first answer ${ready.toFixed(0)} ms, ordered after ${ordered.toFixed(0)} ms`,
    quantiles(times),
    `typed letter by letter: p99 ${percentile(typedTimes, 0.99).toFixed(1)} ms, longest task ${longestTask.toFixed(0)} ms`,
  ];
  return parts.join('; ');
}
