import { type Alignment, align } from './align.ts';
import type { ChangedPlace } from './changed-places.ts';
import { type GramIndex, likelyPlaces } from './gram-index.ts';
import type { Passage } from './passage.ts';

/** Beyond, in UTF-16 units, a passage is found by its two ends: to align all of it would take time with its square. */
export const longestAligned = 240;
const endLength = 96;
const placesOfEnd = 4;
const slack = 32;
const samples = 64;
const sampleLength = 8;

/** Where the two ends of a long passage stand as far apart as they did, by half, and most of what is between them. */
export function longPlaces(text: string, grams: GramIndex, { prefix, quote, suffix }: Passage): ChangedPlace[] {
  const heads = endPlaces(text, grams, prefix + quote.slice(0, endLength), prefix.length, endLength);
  const tails = endPlaces(text, grams, quote.slice(-endLength) + suffix, 0, endLength);
  return heads.flatMap(({ first }) =>
    tails.flatMap(({ last }) => {
      const length = last + 1 - first;
      if (length < quote.length / 2 || length > quote.length * 1.5) return [];
      const kept = Math.min(length, Math.round(quote.length * sharedSamples(text.slice(first, last + 1), quote)));
      return {
        from: first,
        to: last + 1,
        kept,
        inserted: Math.max(0, length - quote.length),
        farBefore: 0,
        farAfter: 0,
      };
    }),
  );
}

/** The first and the last character of the text that stand for characters `[at, at + length)` of `pattern`, for each place. */
function endPlaces(text: string, grams: GramIndex, pattern: string, at: number, length: number) {
  return likelyPlaces(grams, pattern, placesOfEnd).flatMap((start) => {
    const from = Math.max(0, start - slack);
    const found: Alignment | undefined = align(pattern, text.slice(from, start + pattern.length + slack));
    const own = (found?.partners.slice(at, at + length) ?? new Int32Array(0)).filter((partner) => partner >= 0);
    const first = own[0];
    const last = own.at(-1);
    return first === undefined || last === undefined ? [] : { first: first + from, last: last + from };
  });
}

function sharedSamples(slice: string, quote: string): number {
  let shared = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const at = Math.floor(((quote.length - sampleLength) * sample) / (samples - 1));
    if (slice.includes(quote.slice(at, at + sampleLength))) shared += 1;
  }
  return shared / samples;
}
