import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/command.mjs';
import { median } from '../median.mjs';
import { startAndAsk } from '../spawned.mjs';

const rounds = 10;
/** Milliseconds until memory is read: by then both windows have long been at rest. */
const rest = 3_000;

/**
 * How long from starting the program to the first painted page, and the memory it then takes: the reader with the plan
 * open beside a blank window, in turns. The page notes the moment itself, and is asked for it only after the memory was
 * read, so that nothing looks on while it starts. The first start of each fills the caches and is not counted.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  const sides = await Promise.all(
    [join(root, 'tests/bench/startup/blank'), root].map(async (application) => ({
      application,
      profile: await mkdtemp(join(tmpdir(), 'plan-reader-bench-')),
      /** @type {Start[]} */
      starts: [],
    })),
  );
  for (let round = 0; round <= rounds; round += 1) {
    for (const { application, profile, starts } of sides) {
      const measured = await start(runtime.executable, application, profile);
      if (round > 0) starts.push(measured);
    }
  }
  for (const { profile } of sides) await rm(profile, { recursive: true });
  const [blank, reader] = sides;
  const compare = (/** @type {keyof Start} */ key) => ({
    baseline: median(blank?.starts.map((each) => each[key]) ?? []),
    measured: median(reader?.starts.map((each) => each[key]) ?? []),
  });
  return [
    {
      what: 'start to outline and first page',
      baselineName: 'blank window',
      unit: 'ms',
      reach: 1.25,
      ...compare('time'),
    },
    { what: 'memory, plan open', baselineName: 'blank window', unit: 'MB', reach: 1.3, ...compare('memory') },
  ];
}

/** @typedef {{ time: number, memory: number }} Start in milliseconds and megabytes */

/**
 * @param {string} executable
 * @param {string} application
 * @param {string} profile
 * @returns {Promise<Start>}
 */
async function start(executable, application, profile) {
  const { answer, begin, memory } = await startAndAsk({ executable, application, profile, rest }, () => {
    const [mark] = performance.getEntriesByName('outline-painted');
    return mark && performance.timeOrigin + mark.startTime;
  });
  return { time: answer - begin, memory: memory / 2 ** 20 };
}
