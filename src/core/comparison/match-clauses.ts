import { gramCandidates } from './gram-candidates.ts';
import { gramsOf, likeness, type MeasuredClause, remembering } from './measured-clause.ts';

/** Indices of a clause on each side that are taken for the same. */
export type Match = readonly [left: number, right: number];

/** Less text than this says nothing about which clause it is, in plain characters. */
const leastText = 12;
/** How much each likeness counts. */
const weights = { heading: 0.55, body: 0.35, path: 0.1 };
/** Clauses that are less alike are not the same, unless their headings are equal or their texts nearly so. */
const leastLikeness = 0.5;
const leastBody = 0.6;
/** A heading that only one side has is taken for as good as a reworded one. */
const missingHeading = 0.7;
/** Of many clauses with one heading only those nearest in order are looked at. */
const nearest = 6;
const mostCandidates = 4;

/** Which clauses of two documents are the same. Every clause is in at most one match. */
export function matchClauses(left: readonly MeasuredClause[], right: readonly MeasuredClause[]): Match[] {
  const matches = new Matches();
  const isText = ({ headingForm, bodyForm }: MeasuredClause) => headingForm !== '' || bodyForm !== '';
  matchEqual(left, right, matches, (clause) =>
    isText(clause) ? `${clause.path}\n${clause.headingForm}\n${clause.bodyForm}` : undefined,
  );
  matchEqual(left, right, matches, ({ headingForm, bodyForm }) =>
    bodyForm.length >= leastText ? `${headingForm}\n${bodyForm}` : undefined,
  );
  matchLike(left, right, matches);
  matchParents(left, right, matches);
  return matches.list();
}

class Matches {
  readonly right = new Map<number, number>();
  readonly left = new Map<number, number>();

  add(left: number, right: number): void {
    if (this.right.has(left) || this.left.has(right)) return;
    this.right.set(left, right);
    this.left.set(right, left);
  }

  list(): Match[] {
    return [...this.right];
  }
}

function groups(clauses: readonly MeasuredClause[], keyOf: (clause: MeasuredClause) => string | undefined) {
  const byKey = new Map<string, number[]>();
  for (const clause of clauses) {
    const key = keyOf(clause);
    if (key === undefined) continue;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [clause.index]);
    else group.push(clause.index);
  }
  return byKey;
}

/** Clauses with the same key, the first with the first. */
function matchEqual(
  left: readonly MeasuredClause[],
  right: readonly MeasuredClause[],
  matches: Matches,
  keyOf: (clause: MeasuredClause) => string | undefined,
): void {
  const others = groups(
    right.filter(({ index }) => !matches.left.has(index)),
    keyOf,
  );
  for (const [key, group] of groups(
    left.filter(({ index }) => !matches.right.has(index)),
    keyOf,
  )) {
    const same = others.get(key) ?? [];
    for (const [nth, index] of group.entries()) {
      const other = same[nth];
      if (other !== undefined) matches.add(index, other);
    }
  }
}

interface Candidate {
  left: number;
  right: number;
  score: number;
  /** How far their places in the two documents are apart, from 0 to 1. */
  distance: number;
}

/** The likest first; of equally like ones those that stand in the like place. */
function matchLike(left: readonly MeasuredClause[], right: readonly MeasuredClause[], matches: Matches): void {
  const open = left.filter(({ index }) => !matches.right.has(index));
  const others = right.filter(({ index }) => !matches.left.has(index));
  const score = createScore();
  const found: Candidate[] = [];
  const find = candidatesAmong(others);
  for (const clause of open) {
    for (const other of find(clause)) {
      const value = score(clause, other);
      if (value === undefined) continue;
      const distance = Math.abs((clause.index + 1) / (left.length + 1) - (other.index + 1) / (right.length + 1));
      found.push({ left: clause.index, right: other.index, score: value, distance });
    }
  }
  found.sort(
    (one, another) =>
      another.score - one.score ||
      one.distance - another.distance ||
      one.left - another.left ||
      one.right - another.right,
  );
  for (const candidate of found) matches.add(candidate.left, candidate.right);
}

function candidatesAmong(others: readonly MeasuredClause[]) {
  const byIndex = new Map(others.map((clause) => [clause.index, clause]));
  const byHeading = groups(others, ({ headingForm }) => (headingForm === '' ? undefined : headingForm));
  const byPath = groups(others, ({ path, headingForm }) => (headingForm === '' ? undefined : path + headingForm));
  const byId = new Map(others.map((clause) => [clause.id, clause]));
  const byHeadingGrams = gramCandidates(
    others.map(({ headingGrams }) => headingGrams()),
    mostCandidates,
  );
  const byBodyGrams = gramCandidates(
    others.map(({ bodyGrams }) => bodyGrams()),
    mostCandidates,
  );
  return (clause: MeasuredClause): Set<MeasuredClause> => {
    const found = new Set<MeasuredClause>();
    const addAll = (indices: readonly number[]) => {
      for (const index of indices) {
        const other = byIndex.get(index);
        if (other !== undefined) found.add(other);
      }
    };
    addAll(nearestOf(byHeading.get(clause.headingForm) ?? [], clause.index));
    addAll(nearestOf(byPath.get(clause.path + clause.headingForm) ?? [], clause.index));
    for (const { index } of byHeadingGrams(clause.headingGrams())) addAll([others[index]?.index ?? -1]);
    for (const { index } of byBodyGrams(clause.bodyGrams())) addAll([others[index]?.index ?? -1]);
    const sameId = byId.get(clause.id);
    if (sameId !== undefined && (clause.headingForm === '' || sameId.headingForm === '')) found.add(sameId);
    return found;
  };
}

function nearestOf(indices: readonly number[], place: number): readonly number[] {
  if (indices.length <= nearest) return indices;
  const at = indices.findIndex((index) => index >= place);
  const middle = at === -1 ? indices.length : at;
  const from = Math.min(Math.max(0, middle - nearest / 2), indices.length - nearest);
  return indices.slice(from, from + nearest);
}

/** How alike two clauses are; undefined: they are not the same. */
function createScore(): (left: MeasuredClause, right: MeasuredClause) => number | undefined {
  const pairs = remembering((text) => gramsOf(text, 2));
  return (left, right) => {
    const isHeadingEqual = left.headingForm === right.headingForm && left.headingForm !== '';
    const isSameMissing = left.id === right.id && (left.headingForm === '' || right.headingForm === '');
    const headings = isHeadingEqual
      ? 1
      : isSameMissing
        ? missingHeading
        : left.headingForm === '' || right.headingForm === ''
          ? 0
          : likeness(left.headingGrams(), right.headingGrams());
    const isEmpty = left.bodyForm === '' && right.bodyForm === '';
    const bodies = isEmpty ? headings : likeness(left.bodyGrams(), right.bodyGrams());
    const paths = likeness(pairs(left.path), pairs(right.path));
    const score = headings * weights.heading + bodies * weights.body + paths * weights.path;
    const isSameText =
      !isEmpty && bodies >= leastBody && Math.min(left.bodyForm.length, right.bodyForm.length) >= leastText;
    return isHeadingEqual || isSameMissing || isSameText || score >= leastLikeness ? score : undefined;
  };
}

/** A section that was named anew is known by what stands below it: most of it, on both sides. */
function matchParents(left: readonly MeasuredClause[], right: readonly MeasuredClause[], matches: Matches): void {
  const leftChildren = childrenOf(left);
  const rightChildren = childrenOf(right);
  const rightIndex = new Map(right.map(({ id, index }) => [id, index]));
  // from below, so that what was found serves the section above
  for (const clause of [...left].reverse()) {
    const children = leftChildren.get(clause.id);
    if (children === undefined || matches.right.has(clause.index)) continue;
    const votes = new Map<string, number>();
    for (const child of children) {
      const match = matches.right.get(child.index);
      const parent = match === undefined ? null : (right[match]?.parent ?? null);
      if (parent !== null) votes.set(parent, (votes.get(parent) ?? 0) + 1);
    }
    const [best] = [...votes].sort((one, other) => other[1] - one[1]);
    if (best === undefined) continue;
    const [parent, count] = best;
    const most = Math.max(children.length, rightChildren.get(parent)?.length ?? 0);
    if (count * 2 > most) matches.add(clause.index, rightIndex.get(parent) ?? -1);
  }
}

function childrenOf(clauses: readonly MeasuredClause[]): Map<string, MeasuredClause[]> {
  const children = new Map<string, MeasuredClause[]>();
  for (const clause of clauses) {
    if (clause.parent === null) continue;
    const known = children.get(clause.parent);
    if (known === undefined) children.set(clause.parent, [clause]);
    else known.push(clause);
  }
  return children;
}
