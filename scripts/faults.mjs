/*
 * `npm run faults [-- --kills=200 --crashes=20 --quits=100] [--only=name…]`: every fault that must cost nothing, each beside
 * a control that must fail, or the test would prove nothing. `--quick`: the part that `npm test` runs, a few times each.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { packageCommand, readJson, root, runNode } from './command.mjs';
import { runMain, setUp } from './set-up.mjs';

/** With the real program, in the order of their length. */
const withProgram = ['page-crash', 'quit', 'kill'];
/** Over the storage alone; `npm test` runs these among its unit tests. */
const overStorage = [
  'fault-matrix',
  'draft-faults',
  'crash-states',
  'small-disk',
  'damaged-notes',
  'clock',
  'note-conflicts',
  'conflict-copies',
  'two-writers',
];
const report = join(root, 'node_modules/.cache/test-reports/faults.json');

/**
 * @typedef {{ title: string, status: string, meta?: { figure?: string } }} Test
 * @typedef {{ name: string, status: string, assertionResults: Test[] }} File
 */

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      kills: { type: 'string', default: '200' },
      crashes: { type: 'string', default: '20' },
      quits: { type: 'string', default: '100' },
      only: { type: 'string', multiple: true },
    },
  });
  await setUp('tests');
  await buildIfStale();
  const wanted = (/** @type {string} */ name) => values.only?.includes(name) ?? true;
  const storage = overStorage.filter((name) => existsSync(fileOf('main/storage', name)));
  const files = [
    ...withProgram.filter(wanted).map((name) => fileOf('faults', name)),
    ...(values.quick ? [] : storage.filter(wanted).map((name) => fileOf('main/storage', name))),
  ];
  const counts = {
    PLAN_READER_KILLS: values.kills,
    PLAN_READER_CRASHES: values.crashes,
    PLAN_READER_QUITS: values.quits,
  };
  return run(files, values.quick ? {} : counts);
});

/**
 * @param {string[]} files
 * @param {Record<string, string>} environment
 */
async function run(files, environment) {
  await mkdir(join(report, '..'), { recursive: true });
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode(
    packageCommand('vitest'),
    ['run', '--config', 'vitest.faults.config.ts', ...reporters, ...files],
    { environment },
  );
  /** @type {File[]} */
  const results = existsSync(report) ? readJson(report).testResults : [];
  console.log('\n━━ faults');
  for (const file of results) console.log(rows(file).join('\n'));
  const tests = results.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  // A file that does not load has no failed test.
  const all = code === 0 ? failed : Math.max(1, failed);
  console.log(`\n${passed} passed, ${all} failed`);
  return all === 0 ? 0 : 1;
}

/**
 * Tests that say what they found have a line each; the others are counted.
 *
 * @param {File} file
 */
function rows({ name, assertionResults }) {
  const mark = (/** @type {string} */ status) => (status === 'passed' ? '✓' : '✗');
  const area = basename(name, '.test.ts');
  const telling = assertionResults.filter(({ meta }) => meta?.figure !== undefined);
  const counted = assertionResults.filter(({ meta }) => meta?.figure === undefined);
  const passed = counted.filter(({ status }) => status === 'passed').length;
  const failures = counted.filter(({ status }) => status === 'failed').map(({ title }) => `✗ ${area} · ${title}`);
  return [
    ...telling.map(({ title, status, meta }) => `${mark(status)} ${area} · ${title}\n    ${meta?.figure}`),
    ...(passed > 0 ? [`✓ ${area} · ${passed} of ${counted.length} cases`] : []),
    ...failures,
  ];
}

/**
 * @param {string} folder
 * @param {string} name
 */
function fileOf(folder, name) {
  return join(root, 'tests', folder, `${name}.test.ts`);
}
