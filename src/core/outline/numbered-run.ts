import type { PlanDiagnostic } from '../plan/plan.ts';

/** The numbers that were used in one list of headings of one kind. */
export interface NumberedRun {
  highest: number;
  used: Set<number>;
  /** Numbers of lines that the reader decided are no headings. */
  inText: Set<number>;
}

/** What the numbers of a list say about the place before one of them. */
export interface Gap {
  /** Numbers whose headings must have stood there, in order. */
  missing: number[];
  /** Numbers are left out, but too many of them to believe that each had a heading here. */
  isWide: boolean;
  /** The number that the heading should have had: the list goes on as if it had it. */
  meant?: number;
}

/** A wider gap is told as one, not filled with empty sections: the document is then a selection, not a damaged whole. */
export const widestFilledGap = 20;

export function emptyRun(): NumberedRun {
  return { highest: 0, used: new Set(), inText: new Set() };
}

/**
 * What is missing before `number`. `ahead`: the numbers that follow in the same list, in their order.
 *
 * A missing heading is believed where the numbers around it are in order, and where no more is missing than is there: ten
 * and then eight at the end of a text, or a lone ninth, say nothing about seven others.
 */
export function findGap({ highest, used, inText }: NumberedRun, number: number, ahead: readonly number[]): Gap {
  const wanted = highest + 1;
  const restart = ahead.indexOf(1);
  const next = restart === -1 ? ahead : ahead.slice(0, restart);
  const isSlip = number !== wanted && next[0] === wanted + 1 && (number > wanted || used.has(number));
  if (isSlip) return { missing: [], isWide: false, meant: wanted };
  // Those that only come later are out of order, and so is this one.
  if (number <= wanted || next.some((other) => other >= wanted && other < number))
    return { missing: [], isWide: false };
  const there = used.size + new Set([number, ...next].filter((other) => !used.has(other))).size;
  const missing: number[] = [];
  for (let left = wanted; left < number && missing.length <= Math.min(there, widestFilledGap); left += 1) {
    if (!used.has(left) && !inText.has(left)) missing.push(left);
  }
  const isWide = missing.length > Math.min(there, widestFilledGap);
  return { missing: isWide ? [] : missing, isWide };
}

/**
 * Notes a number in its run; tells what is odd about it there. `goesOn`: the list goes on with 2 from here. `meant`: the
 * number that it stands for.
 */
export function countNumber(
  run: NumberedRun,
  number: number,
  { goesOn, meant }: { goesOn: () => boolean; meant?: number | undefined },
): PlanDiagnostic['code'] | undefined {
  const repeats = run.used.has(number);
  if (meant !== undefined) {
    run.highest = meant;
    run.used.add(meant).add(number);
    return repeats ? 'duplicate-number' : 'out-of-order';
  }
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
