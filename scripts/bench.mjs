/*
 * `npm run bench [name…]`: each benchmark beside its baseline, both measured in this run. Every folder of tests/bench
 * with a bench.mjs is one.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build.mjs';
import { root } from './command.mjs';
import { provideDisplay } from './display.mjs';
import { runMain, setUp } from './set-up.mjs';

/**
 * @typedef {object} Comparison
 * @property {string} what
 * @property {string} baselineName
 * @property {number} baseline median
 * @property {number} measured median
 * @property {string} unit
 * @property {number} [reach] the ratio of measured to baseline that is aimed at
 * @property {number} [most] how much more than the baseline is aimed at
 * @property {number} [limit] the value that is aimed at
 */

/**
 * A figure that is aimed at by itself; what simpler methods reach is printed beside it.
 *
 * @typedef {object} Share
 * @property {string} what
 * @property {number} measured
 * @property {Record<string, number>} baselines
 * @property {string} unit
 * @property {number} [atLeast]
 * @property {number} [atMost]
 */

await runMain(async () => {
  const runtime = await setUp('tests');
  await buildIfStale();
  await provideDisplay();
  const folder = join(root, 'tests/bench');
  const wanted = process.argv.slice(2);
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'bench.mjs')));
  let reached = true;
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const { bench } = await import(pathToFileURL(join(folder, name, 'bench.mjs')).href);
    for (const comparison of await bench(runtime)) {
      console.log('baselines' in comparison ? shareLine(comparison) : line(comparison));
      reached &&= isReached(comparison);
    }
  }
  return reached ? 0 : 1;
});

/** @param {Comparison | Share} result */
function isReached(result) {
  if ('baseline' in result) {
    const {
      baseline,
      measured,
      reach = Number.POSITIVE_INFINITY,
      most = Number.POSITIVE_INFINITY,
      limit = Number.POSITIVE_INFINITY,
    } = result;
    return measured / baseline <= reach && measured - baseline <= most && measured <= limit;
  }
  const { measured, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = result;
  return measured >= atLeast && measured <= atMost;
}

/** @param {Share} share */
function shareLine(share) {
  const { what, measured, baselines, unit, atLeast, atMost } = share;
  const written = (/** @type {number} */ value) => `${unit === '%' ? value.toFixed(3) : Math.round(value)} ${unit}`;
  const others = Object.entries(baselines).map(([name, value]) => `, ${name} ${written(value)}`);
  const aim = atLeast === undefined ? `≤ ${atMost} ${unit}` : `≥ ${atLeast} ${unit}`;
  return `${what}: ${written(measured)}${others.join('')} (aim ${aim}, ${isReached(share) ? 'reached' : 'MISSED'})`;
}

/** @param {Comparison} comparison */
function line(comparison) {
  const { what, baselineName, baseline, measured, unit, reach, most, limit } = comparison;
  const aims = [
    ...(reach === undefined ? [] : [`${reach.toFixed(2)} ×`]),
    ...(most === undefined ? [] : [`+${most} ${unit}`]),
    ...(limit === undefined ? [] : [`${limit} ${unit}`]),
  ];
  const values = `${rounded(measured)} ${unit}, ${baselineName} ${rounded(baseline)} ${unit}`;
  const ratio = `${what}: ${values}: ${(measured / baseline).toFixed(2)} ×`;
  if (aims.length === 0) return ratio;
  return `${ratio} (aim ≤ ${aims.join(', ')}, ${isReached(comparison) ? 'reached' : 'MISSED'})`;
}

/** @param {number} value */
function rounded(value) {
  return value < 100 ? Number(value.toFixed(1)) : Math.round(value);
}
