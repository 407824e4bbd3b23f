import type { Match } from './match-clauses.ts';
import type { MeasuredClause } from './measured-clause.ts';

/**
 * The matches whose clauses stand elsewhere: below another section, or in another order among those below the same one. A
 * section that moves takes those below it along: they have not moved by themselves.
 */
export function movedMatches(
  left: readonly MeasuredClause[],
  right: readonly MeasuredClause[],
  matches: readonly Match[],
): Set<Match> {
  const moved = new Set<Match>();
  const counterparts = new Map<string, string>();
  for (const [one, other] of matches) counterparts.set(left[one]?.id ?? '', right[other]?.id ?? '');
  const families = new Map<string, Match[]>();
  for (const match of [...matches].sort((one, other) => one[0] - other[0])) {
    const parent = left[match[0]]?.parent ?? null;
    const otherParent = right[match[1]]?.parent ?? null;
    if ((parent === null ? null : counterparts.get(parent)) !== otherParent) {
      moved.add(match);
      continue;
    }
    const family = families.get(parent ?? '');
    if (family === undefined) families.set(parent ?? '', [match]);
    else family.push(match);
  }
  for (const family of families.values()) {
    const inOrder = longestInOrder(family);
    for (const match of family) if (!inOrder.has(match)) moved.add(match);
  }
  return moved;
}

/** The most of `matches`, which ascend on the left, that ascend on the right too. */
function longestInOrder(matches: readonly Match[]): Set<Match> {
  /** For each length the match that ends the row of this length with the least right index. */
  const ends: Match[] = [];
  const before = new Map<Match, Match | undefined>();
  for (const match of matches) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.[1] ?? 0) < match[1]) low = middle + 1;
      else high = middle;
    }
    before.set(match, ends[low - 1]);
    ends[low] = match;
  }
  const row = new Set<Match>();
  for (let match = ends.at(-1); match !== undefined; match = before.get(match)) row.add(match);
  return row;
}
