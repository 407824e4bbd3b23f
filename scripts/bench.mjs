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
 * @property {number} reach the ratio of measured to baseline that is aimed at
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
      console.log(line(comparison));
      reached &&= comparison.measured / comparison.baseline <= comparison.reach;
    }
  }
  return reached ? 0 : 1;
});

/** @param {Comparison} comparison */
function line({ what, baselineName, baseline, measured, unit, reach }) {
  const ratio = measured / baseline;
  const verdict = ratio <= reach ? 'reached' : 'MISSED';
  const values = `${Math.round(measured)} ${unit}, ${baselineName} ${Math.round(baseline)} ${unit}`;
  return `${what}: ${values}: ${ratio.toFixed(2)} × (aim ≤ ${reach.toFixed(2)} ×, ${verdict})`;
}
