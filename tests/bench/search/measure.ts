import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PlanDocument } from '#core/plan/plan';
import { engines } from './engines.ts';
import { groundTruth, tiersOf } from './ground-truth.ts';
import { type EngineFigures, measureEngine } from './measure-engine.ts';
import { writeCorpus } from './write-corpus.ts';
import { type BenchQuery, writeQueries } from './write-queries.ts';

export interface Trial {
  plan: PlanDocument;
  queries: BenchQuery[];
  /** For each query the sections that hold it. */
  truth: Set<string>[];
}

export interface Judgement {
  /** Of the sections that hold the query the share that was found; the mean of all queries that some section holds. */
  recall: number;
  /** Of the sections that were found the share that holds the query; the mean of all queries that found something. */
  precision: number;
  /** Queries that found too much or too little. */
  wrong: BenchQuery[];
}

/**
 * @public bench.mjs loads this file at run time
 */
export function prepareTrial(bytes: number): Trial {
  const plan = writeCorpus('corpus', bytes, 145);
  const queries = writeQueries(plan, 146);
  const truthOf = groundTruth(plan);
  return { plan, queries, truth: queries.map(truthOf) };
}

/**
 * Every engine in this process, one after the other.
 *
 * @public bench.mjs loads this file at run time
 */
export function measureHere({ plan, queries }: Trial, rounds: number): EngineFigures[] {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const keptBytes = () => {
    collect();
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  };
  return engines.map((engine) => measureEngine(engine, plan, queries, { rounds, keptBytes }));
}

/**
 * @public bench.mjs loads this file at run time
 */
export function judge({ queries, truth }: Trial, { asked, answers }: EngineFigures): Judgement {
  const truthOf = new Map(queries.map((query, index) => [query, truth[index] ?? new Set<string>()]));
  const recalls: number[] = [];
  const precisions: number[] = [];
  const wrong: BenchQuery[] = [];
  for (const [index, query] of asked.entries()) {
    const holding = truthOf.get(query) ?? new Set();
    const named = (answers[index] ?? []).filter(({ tier }) => tier === undefined || tiersOf[query.kind].includes(tier));
    const found = new Set(named.map(({ section }) => section));
    const right = [...found].filter((section) => holding.has(section)).length;
    if (holding.size > 0) recalls.push(right / holding.size);
    if (found.size > 0) precisions.push(right / found.size);
    if (right < holding.size || right < found.size) wrong.push(query);
  }
  return { recall: mean(recalls), precision: mean(precisions), wrong };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
