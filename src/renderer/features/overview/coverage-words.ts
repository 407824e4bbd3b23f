import { type Coverage, type CoverageCell, type CoverageRow, coverageCells } from '#core/overview/coverage';
import type { PlanDocument } from '#core/plan/plan';
import { numberedTitle, sectionTitle } from '#core/plan/section-tree';
import type { CoverageMetric } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { partName, partsIn } from '../../ui/task-bar.tsx';

const words = messages.overview;

/** The number of a section with its heading, 二（三）深化体育教育改革; a chapter as the text has it. */
export function clauseTitle(plan: PlanDocument, { section }: Pick<CoverageCell, 'section'>): string {
  const missing = { chapter: messages.outline.missingChapter, section: messages.outline.missingSection };
  const isChapter = section.parent === undefined;
  return isChapter ? sectionTitle(plan, section, missing) : numberedTitle(plan, section, missing);
}

/** What a row is called: as its chapter, or as the first and the last of a run of sections without one. */
export function rowName(plan: PlanDocument, { head, cells }: CoverageRow): string {
  if (head !== undefined) return clauseTitle(plan, head);
  const [first = '', last = ''] = [cells[0], cells.at(-1)].map((cell) => cell?.section.ordinal);
  return words.range(first, last);
}

/** What a field of the map stands for: its name, the number in it, and how full it is, 0 to 3. */
export interface CellSigns {
  name: string;
  text: string;
  fill: 0 | 1 | 2 | 3;
}

export function cellSigns(plan: PlanDocument, cell: CoverageCell, metric: CoverageMetric): CellSigns {
  const title = clauseTitle(plan, cell);
  if (metric === 'unread') {
    if (!cell.isClause) return { name: title, text: '', fill: 0 };
    const { read, unread } = words.values;
    return {
      name: words.cell(title, cell.isRead ? read : unread),
      text: cell.isRead ? '✓' : '',
      fill: cell.isRead ? 0 : 1,
    };
  }
  const amount = cell[metric];
  const value = metric === 'tasks' ? tasksInWords(cell) : words.values[metric](amount);
  const isSilent = amount === 0 && !cell.isClause;
  return {
    name: words.cell(title, isSilent ? '' : value),
    text: amount === 0 ? '' : String(amount),
    fill: amount > 3 ? 3 : amount > 1 ? 2 : amount === 1 ? 1 : 0,
  };
}

/** How many tasks there are, and how they stand. */
function tasksInWords({ tasks, parts }: CoverageCell): string {
  const named = partsIn(parts).map(({ part, count }) =>
    tasks === 1 ? partName(part) : words.part(partName(part), count),
  );
  return words.values.tasks(tasks, named);
}

/** What the map comes to, in one or two sentences. */
export function coverageSummary(coverage: Coverage, metric: CoverageMetric): string[] {
  const cells = coverageCells(coverage);
  const clauses = cells.filter(({ isClause }) => isClause);
  if (metric === 'unread') {
    return [words.summary.unread(clauses.filter(({ isRead }) => !isRead).length, clauses.length)];
  }
  const amount = cells.reduce((sum, cell) => sum + cell[metric], 0);
  const covered = clauses.filter((cell) => cell[metric] > 0).length;
  const elsewhere = coverage.elsewhere[metric];
  return [
    words.summary[metric](amount, covered, clauses.length),
    ...(elsewhere === 0 ? [] : [words.elsewhere[metric](elsewhere)]),
  ];
}
