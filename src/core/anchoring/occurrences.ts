/**
 * How often the passage `[from, to)` (UTF-16 units) occurs in `text`, and how well the best *other* occurrence agrees with
 * its surroundings: the number of equal characters outward on both sides, at most 32 on each.
 */
export function countOccurrences(text: string, from: number, to: number): { occurrences: number; decoy: number } {
  const exact = text.slice(from, to);
  let occurrences = 0;
  let decoy = 0;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    occurrences += 1;
    if (at !== from) decoy = Math.max(decoy, agreement(text, from, to, at, at + exact.length));
  }
  return { occurrences, decoy };
}

const reach = 32;

function agreement(text: string, from: number, to: number, otherFrom: number, otherTo: number): number {
  let before = 0;
  while (
    before < reach &&
    before < Math.min(from, otherFrom) &&
    text[from - 1 - before] === text[otherFrom - 1 - before]
  ) {
    before += 1;
  }
  let after = 0;
  while (after < reach && to + after < text.length && text[to + after] === text[otherTo + after]) after += 1;
  return before + after;
}
