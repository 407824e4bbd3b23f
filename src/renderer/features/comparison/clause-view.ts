import { beginning, clausesOf } from '#core/comparison/clauses';
import type { ClausePair } from '#core/comparison/compare-plans';
import type { DifferencePart } from '#core/comparison/text-differences';
import { isMissing, type PlanDocument } from '#core/plan/plan';
import { sectionNumber } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';

const words = messages.comparison;

/** One side of a row: the clause with its parts marked. */
export interface ClauseView {
  section: string;
  /** 二（三）; of the beginning what it is called. */
  number: string;
  heading: DifferencePart[];
  /** The source does not have the heading; a numbered paragraph needs none. */
  lacksHeading: boolean;
  body: DifferencePart[];
}

/** Two clauses beside each other. */
export interface ComparisonRow {
  key: string;
  pair: ClausePair;
  left: ClauseView | null;
  right: ClauseView | null;
}

export type RowFilter = 'all' | 'changed' | 'left' | 'right';

export function rowsOf(left: PlanDocument, right: PlanDocument, pairs: readonly ClausePair[]): ComparisonRow[] {
  const [viewLeft, viewRight] = [clauseViews(left), clauseViews(right)];
  return pairs.map((pair) => ({
    key: `${pair.left} ${pair.right}`,
    pair,
    left: pair.left === null ? null : viewLeft(pair.left, pair, 'left'),
    right: pair.right === null ? null : viewRight(pair.right, pair, 'right'),
  }));
}

function clauseViews(plan: PlanDocument) {
  const clauses = new Map(clausesOf(plan).map((clause) => [clause.id, clause]));
  const lacking = new Set(plan.sections.filter(isMissing).map(({ id }) => id));
  const beginningName = plan.sections.length === 0 ? words.beginningAlone : words.beginning;
  return (section: string, { differences }: ClausePair, side: 'left' | 'right'): ClauseView => {
    const { heading = '', body = '' } = clauses.get(section) ?? {};
    return {
      section,
      number: section === beginning ? beginningName : sectionNumber(plan, section),
      heading: differences?.heading[side] ?? whole(heading),
      lacksHeading: lacking.has(section),
      body: differences?.body[side] ?? whole(body),
    };
  };
}

function whole(text: string): DifferencePart[] {
  return text === '' ? [] : [{ kind: 'same', text }];
}

/** Whether something became of the clause. */
export function isDifference({ pair }: ComparisonRow): boolean {
  return pair.kind !== 'same' || pair.isMoved;
}

export function isIn(filter: RowFilter, { pair: { kind, isMoved } }: ComparisonRow): boolean {
  if (filter === 'all') return true;
  if (filter === 'changed') return kind === 'changed' || isMoved;
  return kind === `only-${filter}`;
}

/** What a clause is called: number and heading, or what stands for them. */
export function clauseName({ section, number, heading, lacksHeading }: ClauseView): string {
  if (section === beginning) return number;
  const name = lacksHeading ? words.noHeading : heading.map(({ text }) => text).join('');
  return `${number} ${name}`.trimEnd();
}
