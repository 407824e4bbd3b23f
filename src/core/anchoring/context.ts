/** How well the surroundings of a passage agree with those of a place in a text. */
export interface Agreement {
  /** Points before and after: equal characters less what differs between them. */
  before: number;
  after: number;
  /** Equal characters directly beside the passage, on both sides. */
  adjacent: number;
}

/** Characters that may be inserted or missing in all while the surroundings are compared. */
const band = 8;
/** The comparison ends where it has fallen this far behind its best. */
const drop = 8;

const width = 2 * band + 1;

/** Compares outward from the passage `[from, to)` of `text`; all normalised. */
export function compareContext(prefix: string, suffix: string, text: string, from: number, to: number): Agreement {
  return {
    before: extend(prefix, prefix.length - 1, text, from - 1, -1),
    after: extend(suffix, 0, text, to, 1),
    adjacent: run(prefix, prefix.length - 1, text, from - 1, -1) + run(suffix, 0, text, to, 1),
  };
}

/** Equal characters from `at` and `place` on, in direction `step`. */
export function run(context: string, at: number, text: string, place: number, step: 1 | -1): number {
  let length = 0;
  while (isSame(context, at + length * step, text, place + length * step)) length += 1;
  return length;
}

function isSame(context: string, at: number, text: string, place: number): boolean {
  if (at < 0 || at >= context.length || place < 0 || place >= text.length) return false;
  return context.charCodeAt(at) === text.charCodeAt(place);
}

/**
 * The best score of an alignment that begins at `at` and `place` and may end anywhere: one point for each equal character,
 * one off for each other, missing or inserted one.
 */
function extend(context: string, at: number, text: string, place: number, step: 1 | -1): number {
  const length = step > 0 ? context.length - at : at + 1;
  let row = new Int16Array(width).map((_, offset) => (offset < band ? -99 : band - offset));
  let next = new Int16Array(width);
  let best = 0;
  for (let taken = 0; taken < length; taken += 1) {
    let rowBest = -99;
    for (let offset = 0; offset < width; offset += 1) {
      const column = taken + offset - band;
      const same = column >= 0 && isSame(context, at + taken * step, text, place + column * step);
      const diagonal = column < 0 ? -99 : (row[offset] ?? 0) + (same ? 1 : -1);
      const score = Math.max(diagonal, (row[offset + 1] ?? -99) - 1, (next[offset - 1] ?? -99) - 1);
      next[offset] = score;
      rowBest = Math.max(rowBest, score);
    }
    [row, next] = [next, row];
    best = Math.max(best, rowBest);
    if (rowBest < best - drop) break;
  }
  return best;
}
