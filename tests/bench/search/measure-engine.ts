import type { PlanDocument } from '#core/plan/plan';
import type { Answer, Engine } from './engines.ts';
import type { BenchQuery } from './write-queries.ts';

export interface EngineFigures {
  name: string;
  isRepeated: boolean;
  /** Milliseconds until the engine answers as well as it ever will. */
  build: number;
  /** Bytes of heap that it keeps; where they cannot be measured, not a number. */
  heap: number;
  /** Milliseconds of each query, in the order of `asked`: the fastest of some rounds where the engine is repeated. */
  times: number[];
  asked: BenchQuery[];
  answers: Answer[][];
}

export interface Measuring {
  rounds: number;
  /** Collects garbage and says how many bytes are kept. */
  keptBytes: () => number;
}

/** A text of so many blocks is large: slow engines are asked only every tenth query. */
const largeText = 2_000;

export function measureEngine(
  engine: Engine,
  plan: PlanDocument,
  queries: readonly BenchQuery[],
  { rounds, keptBytes }: Measuring,
): EngineFigures {
  const isLarge = plan.blocks.length > largeText;
  const asked = queries.filter((_, index) => !isLarge || engine.isSlow !== true || index % 10 === 0);
  // of its own, so that nothing that another engine has derived from the plan is found again
  const own = structuredClone(plan);
  const before = keptBytes();
  const begin = performance.now();
  const search = engine.build(own);
  const build = performance.now() - begin;
  const times = asked.map(() => Number.POSITIVE_INFINITY);
  const answers = asked.map((): Answer[] => []);
  let heap = Number.NaN;
  for (let round = 0; round < (engine.isRepeated ? rounds : 1); round += 1) {
    for (const [index, { text }] of asked.entries()) {
      const start = performance.now();
      const found = search(text);
      times[index] = Math.min(times[index] ?? 0, performance.now() - start);
      if (round === 0) answers[index] = found();
    }
    if (round === 0) heap = keptBytes() - before;
  }
  return { name: engine.name, isRepeated: engine.isRepeated === true, build, heap, times, asked, answers };
}
