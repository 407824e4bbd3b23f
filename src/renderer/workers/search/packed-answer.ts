import type { SearchAnswer, SearchHit } from '#core/search/answer';
import { rangesOf } from '#core/search/place-list';
import type { TextRange } from '#core/text/code-points';

/**
 * An answer on its way between threads: arrays of numbers change hands as they are, where objects would be copied one by one, on
 * both sides.
 */
export interface PackedAnswer extends SearchAnswer {
  /** How many ranges each of the hits has, which come without them. */
  rangeCounts: Int32Array;
  /** The ranges of all hits, one after the other: starts and ends, alternating. */
  ranges: Int32Array;
}

/** An answer as the page uses it. */
export interface UnpackedAnswer extends Omit<SearchAnswer, 'places'> {
  places: TextRange[];
}

/** Makes an answer ready for its way. */
export function packAnswer({ hits, tallies, places }: SearchAnswer): PackedAnswer {
  const rangeCounts = Int32Array.from(hits, ({ ranges }) => ranges.length);
  const ranges = new Int32Array(2 * rangeCounts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (const hit of hits) {
    for (const { start, end } of hit.ranges) {
      ranges[at] = start;
      ranges[at + 1] = end;
      at += 2;
    }
  }
  return { hits: hits.map((hit) => ({ ...hit, ranges: [] })), tallies, places, rangeCounts, ranges };
}

/** What changes hands with a packed answer. */
export function transferred({ tallies, places, rangeCounts, ranges }: PackedAnswer): Transferable[] {
  return [places, rangeCounts, ranges, ...tallies.map(({ counts }) => counts)].map(({ buffer }) => buffer);
}

/** The answer as it was. */
export function unpackAnswer({ hits, tallies, places, rangeCounts, ranges }: PackedAnswer): UnpackedAnswer {
  let at = 0;
  const withRanges = hits.map((hit, index): SearchHit => {
    const until = at + 2 * (rangeCounts[index] ?? 0);
    const own = rangesOf(ranges.subarray(at, until));
    at = until;
    return { ...hit, ranges: own };
  });
  return { hits: withRanges, tallies, places: rangesOf(places) };
}
