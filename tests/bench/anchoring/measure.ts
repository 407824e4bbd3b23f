import { readFileSync } from 'node:fs';
import { describeRange } from '#core/anchoring/describe';
import { count, emptyTally, outcomeOf, type Tally } from './judge-placements.ts';
import { anchored, type Method, nearestQuote, quoteInContext } from './methods.ts';
import { createTrial } from './placements.ts';
import { deletingScenarios, scenarios } from './scenarios.ts';

const excerpt = readFileSync(
  new URL('../../../resources/plans/jilin-145-education/source.txt', import.meta.url),
  'utf8',
);

export const methods = { anchored, nearestQuote, quoteInContext };
export type MethodName = keyof typeof methods;

/** What each method makes of `placements` selections of every scenario and seed, in full texts of about `length` characters. */
export function measureOutcomes(
  seeds: readonly number[],
  placements: number,
  length?: number,
): Record<MethodName, Tally> {
  const tallies = { anchored: emptyTally(), nearestQuote: emptyTally(), quoteInContext: emptyTally() };
  for (const scenario of scenarios) {
    for (const seed of seeds) {
      const trial = createTrial(excerpt, scenario, seed, placements, length);
      for (const placement of trial.placements) {
        const selectors = describeRange(trial.before, placement.range);
        for (const name of Object.keys(methods) as MethodName[]) {
          count(tallies[name], placement.fate, outcomeOf(methods[name], trial.after, selectors, placement));
        }
      }
    }
  }
  return tallies;
}

/**
 * What each method makes of passages that are gone: one selection in thirty is of that kind, so that a share of them needs more
 * selections than all other shares.
 *
 * @public bench.mjs loads this file at run time
 */
export function measureDeleted(seeds: readonly number[], placements: number): Record<MethodName, Tally['deleted']> {
  const tallies = { anchored: emptyTally(), nearestQuote: emptyTally(), quoteInContext: emptyTally() };
  for (const scenario of deletingScenarios) {
    for (const seed of seeds) {
      const { before, after, placements: all } = createTrial(excerpt, scenario, seed, placements);
      for (const placement of all.filter(({ fate }) => fate === 'deleted')) {
        const selectors = describeRange(before, placement.range);
        for (const name of Object.keys(methods) as MethodName[]) {
          count(tallies[name], 'deleted', outcomeOf(methods[name], after, selectors, placement));
        }
      }
    }
  }
  return {
    anchored: tallies.anchored.deleted,
    nearestQuote: tallies.nearestQuote.deleted,
    quoteInContext: tallies.quoteInContext.deleted,
  };
}

/**
 * Milliseconds of processor time for 1,000 passages of a text of `length` characters in which everything was edited.
 *
 * @public bench.mjs loads this file at run time
 */
export function measureTime(length: number, method: Method): number {
  const scenario = scenarios.at(-1);
  if (scenario === undefined) return Number.NaN;
  const trial = createTrial(excerpt, scenario, 1, 1000, length);
  const passages = trial.placements.map(({ range }) => describeRange(trial.before, range));
  const before = process.cpuUsage();
  for (const selectors of passages) method(trial.after, selectors);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
