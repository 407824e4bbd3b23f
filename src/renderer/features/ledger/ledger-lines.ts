import type { CSSProperties } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { Task } from '#core/annotation/task';
import type { TaskGroup } from '#core/ledger/group-tasks';
import { type LedgerColumn, type LedgerRow, ledgerColumns, type TaskColumn } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { statusName } from '../../store/task-words.ts';

const words = messages.ledger;

/** Widths of the columns, CSS pixels. */
export const columnWidths: Record<LedgerColumn, number> = {
  clause: 92,
  quote: 220,
  measure: 220,
  leader: 96,
  department: 112,
  owner: 96,
  partners: 128,
  start: 108,
  due: 128,
  status: 92,
  completion: 84,
  criterion: 160,
  progress: 220,
  evidence: 160,
  remark: 160,
};

/** Columns of sentences share the room that is left over. */
const growing: readonly LedgerColumn[] = ['quote', 'measure', 'criterion', 'progress', 'evidence', 'remark'];

/** The same objects for all rows, so that nothing is compared in them. */
const styles = new Map<LedgerColumn, CSSProperties>(
  ledgerColumns.map((column) => [column, { flex: `${growing.includes(column) ? 1 : 0} 0 ${columnWidths[column]}px` }]),
);

export function columnStyle(column: LedgerColumn): CSSProperties | undefined {
  return styles.get(column);
}

/** A line of the grid: a task, or the heading of a group. */
export type LedgerLine = { kind: 'row'; row: LedgerRow } | { kind: 'group'; key: string; name: string; count: number };

export function linesOf(
  rows: readonly LedgerRow[],
  groups: readonly TaskGroup<LedgerRow>[] | null,
  by: 'department' | 'status' | null,
): LedgerLine[] {
  const lineOf = (row: LedgerRow): LedgerLine => ({ kind: 'row', row });
  if (groups === null) return rows.map(lineOf);
  return groups.flatMap(({ key, members }) => {
    const name = by === 'status' ? statusName(key) : key || words.noDepartment;
    return [{ kind: 'group' as const, key: `${by} ${key}`, name, count: members.length }, ...members.map(lineOf)];
  });
}

export function isTaskColumn(column: LedgerColumn): column is TaskColumn {
  return column !== 'clause' && column !== 'quote';
}

/** What a cell says, for the eye and for screen readers. */
export function cellText({ annotation: { task, target }, number }: LedgerRow, column: LedgerColumn): string {
  switch (column) {
    case 'clause':
      return number;
    case 'quote':
      return target.exact.replaceAll('\n', '');
    case 'status':
      return statusName(task.status);
    case 'completion':
      return words.percent(task.completion);
    case 'progress':
      return lastEntry(task);
    case 'partners':
      return task.partners.join('、');
    case 'evidence':
      return task.evidence.join('；');
    default:
      return task[column];
  }
}

function lastEntry({ progress }: Task): string {
  const last = progress.at(-1);
  return last === undefined ? '' : `${last.date} ${last.text}`;
}

export function isLost({ place: { state } }: { place: Pick<PlacedAnnotation, 'state'> }): boolean {
  return state === 'orphaned';
}

export function cellId(task: string, column: LedgerColumn): string {
  return `task-${task}-${column}`;
}
