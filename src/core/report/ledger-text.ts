import { groupTasks, type TaskGrouping } from '../ledger/group-tasks.ts';
import type { LedgerColumn } from '../ledger/ledger-rows.ts';
import { entriesByNumber, type Report, type ReportEntry } from './report.ts';
import { headOf } from './report-head.ts';
import { ledgerTable, markOverdue } from './report-table.ts';
import type { ReportText, TextBlock, TextSection } from './report-text.ts';
import type { ReportWords } from './report-words.ts';

export interface LedgerTextOptions {
  columns: readonly LedgerColumn[];
  /** What the tasks are grouped by; absent: one table. */
  group?: TaskGrouping;
}

/**
 * The ledger as a table, or one table for each group; the tasks whose clause is lost have their own. The numbers go on from the
 * first row of the page to the last.
 */
export function ledgerText(report: Report, { columns, group }: LedgerTextOptions, words: ReportWords): ReportText {
  const { counts, orphans } = report;
  const table = (entries: readonly ReportEntry[]): TextBlock => ({
    kind: 'table',
    table: markOverdue(ledgerTable(entries, columns, words), entries, words),
  });
  const located = entriesByNumber(report).filter(({ state }) => state !== 'orphaned');
  const groups = group === undefined ? [] : inTurn(groupTasks(located, group, ({ task }) => task?.fields[group] ?? ''));
  const nameOf = (key: string) => (group === 'status' ? words.status(key) : key || words.ledger.noDepartment);
  const lost: TextSection = {
    key: 'orphans',
    kind: 'orphans',
    level: 1,
    title: words.ledger.orphans.heading,
    blocks: [
      { kind: 'explanation', text: words.ledger.orphans.explanation },
      table(
        entriesByNumber({ ...report, front: [], chapters: [] }).map((entry, index) =>
          group === undefined ? entry : { ...entry, number: located.length + index + 1 },
        ),
      ),
    ],
    sections: [],
  };
  return {
    ...headOf(report, words, {
      title: words.ledger.title(report.document.title),
      counts: words.ledger.counts(counts),
    }),
    ...(counts.entries === 0 && { empty: words.ledger.empty }),
    blocks: group === undefined && located.length > 0 ? [table(located)] : [],
    sections: [
      ...groups.map(({ key, members }, index): TextSection => {
        const title = words.ledger.group(nameOf(key), members.length);
        return { key: `group-${index + 1}`, kind: 'group', level: 1, title, blocks: [table(members)], sections: [] };
      }),
      ...(orphans.length > 0 ? [lost] : []),
    ],
  };
}

/** Numbers the members of groups one group after the other. */
function inTurn<Group extends { members: readonly ReportEntry[] }>(groups: readonly Group[]): Group[] {
  let number = 0;
  return groups.map((group) => ({ ...group, members: group.members.map((entry) => ({ ...entry, number: ++number })) }));
}
