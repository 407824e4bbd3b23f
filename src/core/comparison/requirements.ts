import type { PlanDocument } from '../plan/plan.ts';
import { isBranch } from '../plan/section-tree.ts';
import { beginning } from './clauses.ts';
import type { ClausePair } from './compare-plans.ts';
import { gramCandidates } from './gram-candidates.ts';
import { gramsOf, type MeasuredClause, measuredClauses, once } from './measured-clause.ts';

/** A clause of the document that asks, and what answers it in the other. */
export interface Requirement {
  /** Id of the section on the left. */
  section: string;
  /** Id of the section on the right; null: nothing answers it. */
  answer: string | null;
  /** `possible`: only its words are like; a person has to look. */
  match: 'found' | 'possible' | 'missing';
}

/** The share of a clause's rare words that another must have to be named as possible, and how many at least. */
const leastShare = 0.25;
const leastGrams = 8;

/**
 * Every clause of the left document with its counterpart: the one that it was compared with, else one whose text has many of
 * its rare words. What a source lacks asks for nothing and answers nothing. Chapters without a text of their own ask for nothing and are left out, unless nothing stands below them.
 */
export function requirementsOf(left: PlanDocument, right: PlanDocument, pairs: readonly ClausePair[]): Requirement[] {
  const clauses = new Map(measuredClauses(left).map((clause) => [clause.id, clause]));
  const unknown = new Set(
    measuredClauses(right)
      .filter(isUnknown)
      .map(({ id }) => id),
  );
  const suggest = suggestions(measuredClauses(right).filter(({ id }) => id !== beginning));
  return pairs.flatMap(({ left: section, right: answer }): Requirement[] => {
    const clause = section === null || section === beginning ? undefined : clauses.get(section);
    if (clause === undefined || isUnknown(clause) || (clause.bodyForm === '' && isBranch(left, clause.id))) return [];
    if (answer !== null && !unknown.has(answer)) return [{ section: clause.id, answer, match: 'found' }];
    const possible = suggest(clause);
    return [{ section: clause.id, answer: possible, match: possible === null ? 'missing' : 'possible' }];
  });
}

/** Only its number is known: the source lacks heading and text. */
function isUnknown({ headingForm, bodyForm }: MeasuredClause): boolean {
  return headingForm === '' && bodyForm === '';
}

function suggestions(clauses: readonly MeasuredClause[]): (clause: MeasuredClause) => string | null {
  const find = once(() => gramCandidates(clauses.map(wordsOf), 1));
  return (clause) => {
    const wanted = wordsOf(clause);
    const [best] = find()(wanted);
    if (best === undefined || best.shared < Math.max(leastGrams, leastShare * wanted.size)) return null;
    return clauses[best.index]?.id ?? null;
  };
}

function wordsOf({ headingForm, bodyGrams }: MeasuredClause): ReadonlySet<number> {
  return new Set([...gramsOf(headingForm, 3), ...bodyGrams()]);
}
