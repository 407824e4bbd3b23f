import { canonicalText } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { type Match, matchClauses } from './match-clauses.ts';
import { type MeasuredClause, measuredClauses } from './measured-clause.ts';
import { movedMatches } from './moved-clauses.ts';
import { differencesBetween, type TextDifferences } from './text-differences.ts';

/** What became of a clause between two texts. */
export type PairKind = 'same' | 'changed' | 'only-left' | 'only-right';

/** A clause of two documents, or of one that the other does not have. */
export interface ClausePair {
  /** Id of the section, `beginning` for what stands before the first; null: only the right text has the clause. */
  left: string | null;
  right: string | null;
  kind: PairKind;
  /** It stands below another section, or in another order. */
  isMoved: boolean;
  /** Of a changed one: where the two differ. */
  differences: ClauseDifferences | null;
}

/** The differences of two headings and of two bodies. */
export interface ClauseDifferences {
  heading: TextDifferences;
  body: TextDifferences;
}

/**
 * Two documents clause by clause: by their headings and texts, then by where they stand. In the order of the left document;
 * what only the right one has follows what it follows there. The same whichever document is on which side.
 */
export function comparePlans(left: PlanDocument, right: PlanDocument): ClausePair[] {
  const [leftClauses, rightClauses] = [measuredClauses(left), measuredClauses(right)];
  const pairs = isFirst(left, right)
    ? pairsOf(leftClauses, rightClauses)
    : pairsOf(rightClauses, leftClauses).map(mirrored);
  return inOrder(pairs, leftClauses, rightClauses);
}

/** Where two answers are equally good it must not matter from which side one looks: one order is always the same. */
function isFirst(left: PlanDocument, right: PlanDocument): boolean {
  const [one, other] = [canonicalText(left), canonicalText(right)];
  if (one !== other) return one < other;
  return JSON.stringify(left.sections) <= JSON.stringify(right.sections);
}

function pairsOf(left: readonly MeasuredClause[], right: readonly MeasuredClause[]): ClausePair[] {
  const matches = matchClauses(left, right);
  const moved = movedMatches(left, right, matches);
  const matchedLeft = new Set(matches.map(([index]) => index));
  const matchedRight = new Set(matches.map(([, index]) => index));
  return [
    ...matches.flatMap((match) => matchedPair(left, right, match, moved.has(match))),
    ...left
      .filter(({ index }) => !matchedLeft.has(index))
      .map(({ id }): ClausePair => ({ left: id, right: null, kind: 'only-left', isMoved: false, differences: null })),
    ...right
      .filter(({ index }) => !matchedRight.has(index))
      .map(({ id }): ClausePair => ({ left: null, right: id, kind: 'only-right', isMoved: false, differences: null })),
  ];
}

function matchedPair(
  left: readonly MeasuredClause[],
  right: readonly MeasuredClause[],
  [leftIndex, rightIndex]: Match,
  isMoved: boolean,
): ClausePair[] {
  const [one, other] = [left[leftIndex], right[rightIndex]];
  if (one === undefined || other === undefined) return [];
  const sides = { left: one.id, right: other.id, isMoved };
  if (one.headingForm === other.headingForm && one.bodyForm === other.bodyForm)
    return [{ ...sides, kind: 'same', differences: null }];
  const differences = {
    heading: differencesBetween(one.heading, other.heading),
    body: differencesBetween(one.body, other.body),
  };
  return [{ ...sides, kind: 'changed', differences }];
}

function mirrored({ left, right, kind, isMoved, differences }: ClausePair): ClausePair {
  return {
    left: right,
    right: left,
    kind: kind === 'only-left' ? 'only-right' : kind === 'only-right' ? 'only-left' : kind,
    isMoved,
    differences: differences === null ? null : { heading: turned(differences.heading), body: turned(differences.body) },
  };
}

function turned({ left, right }: TextDifferences): TextDifferences {
  return { left: right, right: left };
}

function inOrder(
  pairs: readonly ClausePair[],
  left: readonly MeasuredClause[],
  right: readonly MeasuredClause[],
): ClausePair[] {
  const byLeft = new Map(pairs.map((pair) => [pair.left, pair]));
  const byRight = new Map(pairs.map((pair) => [pair.right, pair]));
  /** What only the right text has, by the clause that it follows; null: by none. */
  const following = new Map<string | null, ClausePair[]>();
  let last: string | null = null;
  for (const { id, parent } of right) {
    const pair = byRight.get(id);
    if (pair === undefined) continue;
    if (pair.left !== null) {
      // What follows a clause that was moved here stays here, unless it stands below it.
      if (!pair.isMoved) last = id;
      continue;
    }
    const parentPair = parent === null ? undefined : byRight.get(parent);
    const after: string | null = parentPair?.isMoved ? parent : last;
    const row = following.get(after);
    if (row === undefined) following.set(after, [pair]);
    else row.push(pair);
  }
  return [
    ...(following.get(null) ?? []),
    ...left.flatMap(({ id }) => {
      const pair = byLeft.get(id);
      if (pair === undefined) return [];
      return [pair, ...(pair.right === null ? [] : (following.get(pair.right) ?? []))];
    }),
  ];
}
