import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../../../scripts/command.mjs';

/** Seeds on which nothing was tuned: that was done on 1 to 40. */
const seeds = [101, 102, 103, 201, 202, 203];
const placementsEach = 500;
/** Passages that are gone are few and come in clusters, several in one rewritten sentence: only many texts tell their share. */
const seedsForDeleted = [...seeds, ...Array.from({ length: 32 }, (_, index) => 401 + index)];
const placementsForDeleted = 1000;

/**
 * Where 45,000 passages of known fate are placed in an edited text, beside two simpler methods on the same passages: the
 * occurrence of the quote that is nearest to its old place, and the quote with all of its context.
 *
 * @returns {Promise<import('../../../scripts/bench.mjs').Share[]>}
 */
export async function bench() {
  /** @type {{ module: typeof import('./measure.ts') }} */
  const { module: measure } = await runnerImport(join(root, 'tests/bench/anchoring/measure.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const tallies = measure.measureOutcomes(seeds, placementsEach);
  const deleted = measure.measureDeleted(seedsForDeleted, placementsForDeleted);
  const names = /** @type {const} */ (['anchored', 'nearestQuote', 'quoteInContext']);
  const row = (
    /** @type {(tally: import('./judge-placements.ts').Tally, name: import('./measure.ts').MethodName) => number} */ share,
  ) => {
    const [measured = 0, nearest = 0, inContext = 0] = names.map((name) => share(tallies[name], name));
    return { measured, baselines: { 'nearest quote': nearest, 'quote in context': inContext } };
  };
  return [
    { what: 'intact, right', unit: '%', ...row((tally) => percent(tally.intact, 'right')), atLeast: 99.9 },
    { what: 'altered, right', unit: '%', ...row((tally) => percent(tally.altered, 'right')), atLeast: 97 },
    { what: 'deleted, orphaned', unit: '%', ...row((_, name) => percent(deleted[name], 'orphaned')), atLeast: 99.8 },
    { what: 'wrong of all', unit: '%', ...row((tally) => percentOfAll(tally, ['wrong', 'misproposed'])), atMost: 0.01 },
    { what: 'wrong of all, unasked', unit: '%', ...row((tally) => percentOfAll(tally, ['wrong'])), atMost: 0.01 },
    { what: '1,000 notes on 30,000 characters, processor', unit: 'ms', ...times(measure, 31_000), atMost: 2_000 },
    { what: '1,000 notes on 450,000 characters, processor', unit: 'ms', ...times(measure, 450_000), atMost: 20_000 },
  ];
}

/**
 * @param {typeof import('./measure.ts')} measure
 * @param {number} length
 */
function times({ measureTime, methods }, length) {
  return {
    measured: measureTime(length, methods.anchored),
    baselines: { 'nearest quote': measureTime(length, methods.nearestQuote) },
  };
}

/**
 * @param {import('./judge-placements.ts').Tally} tally
 * @param {readonly import('./judge-placements.ts').Outcome[]} wanted
 */
function percentOfAll(tally, wanted) {
  const outcomes = Object.values(tally);
  const found = outcomes.reduce((sum, each) => wanted.reduce((part, outcome) => part + each[outcome], sum), 0);
  return (100 * found) / outcomes.reduce((sum, each) => sum + total(each), 0);
}

/**
 * @param {Record<import('./judge-placements.ts').Outcome, number>} outcomes
 * @param {import('./judge-placements.ts').Outcome} wanted
 */
function percent(outcomes, wanted) {
  return (100 * outcomes[wanted]) / total(outcomes);
}

/** @param {Record<import('./judge-placements.ts').Outcome, number>} outcomes */
function total({ right, shifted, misproposed, wrong, orphaned }) {
  return right + shifted + misproposed + wrong + orphaned;
}
