import type { PlanDocument } from '#core/plan/plan';
import { engines } from './engines.ts';
import { measureEngine } from './measure-engine.ts';
import type { BenchQuery } from './write-queries.ts';

/** Runs in a worker of the reader's page: what one engine needs for the queries that the page sends. */
self.addEventListener('message', (event: MessageEvent<{ engine: string; text: string; rounds: number }>) => {
  const { engine: name, text, rounds } = event.data;
  const { plan, queries }: { plan: PlanDocument; queries: BenchQuery[] } = JSON.parse(text);
  const engine = engines.find((each) => each.name === name);
  if (engine === undefined) throw new Error(name);
  const { build, times, answers } = measureEngine(engine, plan, queries, { rounds, keptBytes: () => Number.NaN });
  self.postMessage({ build, times, found: answers.map((each) => each.length) });
});
