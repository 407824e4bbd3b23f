/**
 * Where in a text its short sequences of characters stand: what makes it possible to look for a changed passage without
 * comparing it with every place. Sequences share a slot by hash; a place too many costs a comparison, never a miss.
 */
export interface GramIndex {
  /** Slot → index of its first place in `places`; one more than there are slots. */
  heads: Int32Array;
  places: Int32Array;
  /** Votes for each diagonal of a search; all zero between searches. */
  votes: Uint16Array;
}

const gramLength = 3;
const slotBits = 17;
/** Diagonals of one vote; the characters that insertions and deletions may shift a passage within itself. */
const diagonalBits = 4;
const fewestVotes = 4;

export function indexGrams(text: string): GramIndex {
  const heads = new Int32Array((1 << slotBits) + 1);
  const last = text.length - gramLength;
  for (let at = 0; at <= last; at += 1) {
    const slot = slotOf(text, at) + 1;
    heads[slot] = (heads[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < heads.length; slot += 1) heads[slot] = (heads[slot] ?? 0) + (heads[slot - 1] ?? 0);
  const next = heads.slice();
  const places = new Int32Array(Math.max(0, last + 1));
  for (let at = 0; at <= last; at += 1) {
    const slot = slotOf(text, at);
    const place = next[slot] ?? 0;
    places[place] = at;
    next[slot] = place + 1;
  }
  return { heads, places, votes: new Uint16Array(0) };
}

/**
 * The places (UTF-16 units, where `pattern` would begin; possibly negative) at which the most sequences of `pattern` stand
 * in order, best first. Only places from `from` up to `to` where given.
 */
export function likelyPlaces(
  index: GramIndex,
  pattern: string,
  limit: number,
  within: { from: number; to: number } = { from: 0, to: Number.POSITIVE_INFINITY },
): number[] {
  const touched = vote(index, pattern, within);
  const { votes } = index;
  const countAt = (diagonal: number) => (votes[diagonal] ?? 0) + (votes[diagonal + 1] ?? 0);
  // Each that is chosen rules out two neighbours: more than these are never looked at.
  const least = leastOfBest(touched, countAt, 2 * pattern.length, 3 * limit);
  const ranked: { diagonal: number; count: number }[] = [];
  for (const diagonal of touched) {
    const count = countAt(diagonal);
    if (count >= least) ranked.push({ diagonal, count });
  }
  for (const diagonal of touched) votes[diagonal] = 0;
  ranked.sort((left, right) => right.count - left.count || left.diagonal - right.diagonal);
  const chosen: number[] = [];
  for (const { diagonal } of ranked) {
    if (chosen.length >= limit) break;
    if (!chosen.some((other) => Math.abs(other - diagonal) <= 1)) chosen.push(diagonal);
  }
  return chosen.map((diagonal) => (diagonal << diagonalBits) - pattern.length);
}

/** The least number of votes among the `wanted` diagonals that have the most; in a long text thousands have some. */
function leastOfBest(
  diagonals: readonly number[],
  countAt: (diagonal: number) => number,
  most: number,
  wanted: number,
): number {
  const histogram = new Uint32Array(most + 1);
  for (const diagonal of diagonals) {
    const count = countAt(diagonal);
    histogram[count] = (histogram[count] ?? 0) + 1;
  }
  let least = most;
  for (let found = histogram[most] ?? 0; found < wanted && least > fewestVotes; found += histogram[least] ?? 0)
    least -= 1;
  return least;
}

function vote(index: GramIndex, pattern: string, within: { from: number; to: number }): number[] {
  const { heads, places } = index;
  const length = ((places.length + gramLength + pattern.length) >> diagonalBits) + 2;
  if (index.votes.length < length) index.votes = new Uint16Array(length);
  const { votes } = index;
  const touched: number[] = [];
  for (let offset = 0; offset + gramLength <= pattern.length; offset += 1) {
    const slot = slotOf(pattern, offset);
    const end = heads[slot + 1] ?? 0;
    for (let entry = heads[slot] ?? 0; entry < end; entry += 1) {
      const place = places[entry] ?? 0;
      if (place < within.from || place >= within.to) continue;
      const diagonal = (place - offset + pattern.length) >> diagonalBits;
      const before = votes[diagonal] ?? 0;
      if (before === 0) touched.push(diagonal);
      votes[diagonal] = before + 1;
    }
  }
  return touched;
}

function slotOf(text: string, at: number): number {
  const mixed =
    Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> (32 - slotBits);
}
