/*
 * `npm test`: every check there is. A failing one stops nothing; the last line counts them all.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { packageCommand, root, runNode } from './command.mjs';
import { harden, packForTests } from './packaged.mjs';
import { setUp } from './set-up.mjs';
import { countStories, countUnitTests } from './test-reports.mjs';

/**
 * @typedef {import('./test-reports.mjs').Count} Count
 * @typedef {{ name: string, count: Count, seconds: number }} Result
 */

const reports = join(root, 'node_modules/.cache/test-reports');
/** In a log, Biome's colours would hide its words. */
const plain = process.stdout.isTTY ? [] : ['--colors=off'];
/**
 * Of the stories, those that touch what differs once it is packed: start and files of the page; and those that the package
 * has no part in. Those who are given the application are given the package, so all the others run there alone.
 */
const runAsBuilt = ['opening', 'security-files', 'syncthing', 'importing-cell'];
const one = Object.freeze({ passed: 1, failed: 0 });

/** @type {[name: string, check: () => Promise<Count>][]} */
const checks = [
  ['format and lint', () => command(packageCommand('@biomejs/biome'), ['ci', '--error-on-warnings', ...plain])],
  ['rules of the house', () => command('scripts/guards.mjs')],
  ['types, per run-time', () => command(packageCommand('typescript', 'tsc'), ['-b'])],
  ['dead code', () => command(packageCommand('knip'))],
  ['compiled plans', () => command('scripts/compile-plans.mjs', ['--check'])],
  ['compiled tables', () => command('scripts/build-search-tables.mjs', ['--check'])],
  ['unit, property and architecture tests', unitTests],
  ['build', () => completes(build)],
  ['faults, the quick part', faults],
  ['stories in the application as built', () => stories('unpackaged', runAsBuilt)],
  ['demonstration', () => command('scripts/demo.mjs')],
  ['pack', () => completes(packForTests)],
  ['stories in the packaged application', () => stories('packaged')],
  ['flip the last fuse', () => completes(harden)],
  ['attacks on the release', () => stories('release')],
];

process.exitCode = (await main()) ? 0 : 1;

async function main() {
  /** @type {Result[]} */
  const results = [await timed('set-up', () => completes(() => setUp('tests')))];
  if (results[0]?.count.failed === 0) {
    await mkdir(reports, { recursive: true });
    for (const [name, check] of checks) results.push(await timed(name, check));
  }
  return summarise(results);
}

/**
 * @param {string} name
 * @param {() => Promise<Count>} check
 * @returns {Promise<Result>}
 */
async function timed(name, check) {
  console.log(`\n━━ ${name}`);
  const start = performance.now();
  const count = await check().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  const result = { name, count, seconds: (performance.now() - start) / 1000 };
  console.log(line(result));
  return result;
}

/** @param {() => Promise<unknown>} action */
async function completes(action) {
  try {
    await action();
    return one;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {string} script
 * @param {readonly string[]} [parameters]
 */
async function command(script, parameters = []) {
  const { code } = await runNode(script, parameters);
  return code === 0 ? one : { passed: 0, failed: 1 };
}

async function unitTests() {
  const file = join(reports, 'unit.json');
  await rm(file, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runNode(packageCommand('vitest'), ['run', ...reporters]);
  return countUnitTests(file, code);
}

async function faults() {
  const { code } = await runNode('scripts/faults.mjs', ['--quick']);
  return countUnitTests(join(reports, 'faults.json'), code);
}

/**
 * @param {'unpackaged' | 'packaged' | 'release'} project
 * @param {readonly string[]} [names] all of the project's unless named
 */
async function stories(project, names = []) {
  const file = join(reports, `${project}.json`);
  await rm(file, { force: true });
  const parameters = ['test', `--project=${project}`, `--output=test-results/${project}`, '--reporter=list,json'];
  const files = names.map((name) => `tests/e2e/${name}.spec.ts`);
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code } = await runNode(packageCommand('@playwright/test', 'playwright'), [...parameters, ...files], {
    environment,
  });
  return countStories(file, code);
}

/** @param {Result[]} results */
function summarise(results) {
  console.log('\n━━ all checks');
  for (const result of results) {
    console.log(line(result));
    for (const name of result.count.names ?? []) console.log(`    ${name}`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, { count }) => total + count[key], 0);
  const seconds = results.reduce((total, result) => total + result.seconds, 0);
  console.log(`\n${Math.round(seconds)} s`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

/** @param {Result} result */
function line({ name, count: { passed, failed, note }, seconds }) {
  const numbers = [`${passed} passed`, ...(failed > 0 ? [`${failed} failed`] : []), ...(note ? [note] : [])].join(', ');
  return `${failed > 0 ? '✗' : '✓'} ${name} · ${numbers} · ${seconds.toFixed(1)} s`;
}
