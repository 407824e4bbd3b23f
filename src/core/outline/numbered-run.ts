import type { PlanDiagnostic } from '../plan/plan.ts';

/** The numbers that were used in one list of headings of one kind. */
export interface NumberedRun {
  highest: number;
  used: Set<number>;
}

/** Notes a number in its run; tells what is odd about it there. `goesOn`: the list goes on with 2 from here. */
export function countNumber(
  run: NumberedRun,
  number: number,
  goesOn: () => boolean,
): PlanDiagnostic['code'] | undefined {
  const repeats = run.used.has(number);
  const restarts = repeats && number === 1 && run.highest > 1 && goesOn();
  const isEarlier = number < run.highest;
  if (restarts) run.used.clear();
  // a list that begins again goes on from there
  run.highest = repeats ? number : Math.max(run.highest, number);
  run.used.add(number);
  if (restarts) return 'restarted-numbers';
  if (repeats) return 'duplicate-number';
  return isEarlier ? 'out-of-order' : undefined;
}
