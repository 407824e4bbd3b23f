import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../../../scripts/command.mjs';
import { bundledId } from '../long-plan.mjs';
import { withContent } from '../reader.mjs';
import { startAndAsk } from '../spawned.mjs';

const count = 1_000;
/** Characters of the text, and milliseconds that finding all notes may take. */
const texts = [
  { length: 31_000, limit: 2_000 },
  { length: 450_000, limit: 20_000 },
];

/**
 * The real program opens a text in which everything was edited since 1,000 notes were made: how long until all are found
 * again, and the longest task of the page meanwhile, beside its longest task while there are no notes.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  /** @type {{ module: typeof import('./edited-text.ts') }} */
  const { module } = await runnerImport(join(root, 'tests/bench/locating/edited-text.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const comparisons = [];
  for (const { length, limit } of texts) {
    const { plan, notes } = module.editedText(length, count);
    const placeNotes = async (/** @type {string} */ notesFolder) => {
      const folder = join(notesFolder, '笔记', `规划 [${bundledId}]`, '2026-11');
      await mkdir(folder, { recursive: true });
      for (const { name, text } of notes) await writeFile(join(folder, name), text);
    };
    const ask = (/** @type {() => Noted | undefined} */ question, /** @type {typeof placeNotes} */ place) =>
      withContent({ plan, placeNotes: place }, ({ application, profile }) =>
        startAndAsk({ executable: runtime.executable, application, profile, rest: 8_000 + limit * 1.5 }, question),
      );
    const { answer: bare } = await ask(atRest, async () => undefined);
    const { answer: found } = await ask(whileLocating, placeNotes);
    const what = `${count} notes, ${length} characters`;
    comparisons.push(
      {
        what: `until all are found again, ${what}`,
        baselineName: 'no notes',
        baseline: bare.time,
        measured: found.time,
        unit: 'ms',
        limit,
      },
      {
        what: `longest task of the page meanwhile, ${what}`,
        baselineName: 'at rest',
        baseline: bare.stall,
        measured: found.stall,
        unit: 'ms',
        limit: 50,
      },
    );
  }
  return comparisons;
}

/** @typedef {{ time: number, stall: number }} Noted in milliseconds */

/** Runs in the page. */
function whileLocating() {
  const moment = (/** @type {string} */ name) => performance.getEntriesByName(name).at(-1)?.startTime;
  const [begin, end] = [moment('annotations-read'), moment('annotations-located')];
  if (begin === undefined || end === undefined) return undefined;
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'longtask', buffered: true });
  const tasks = observer.takeRecords().filter(({ startTime }) => startTime > begin && startTime < end);
  return { time: end - begin, stall: Math.max(0, ...tasks.map(({ duration }) => duration)) };
}

/** Runs in the page: the same once all is read and painted. */
function atRest() {
  const begin = performance.getEntriesByName('annotations-painted').at(-1)?.startTime;
  if (begin === undefined) return undefined;
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'longtask', buffered: true });
  const tasks = observer.takeRecords().filter(({ startTime }) => startTime > begin);
  return { time: 0, stall: Math.max(0, ...tasks.map(({ duration }) => duration)) };
}
