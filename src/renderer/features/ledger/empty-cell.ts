import type { TaskChange } from '#core/annotation/task';
import type { LedgerColumn, LedgerRow } from '#core/ledger/ledger-rows';
import { fieldText, typedChange } from '#core/ledger/task-field';
import { messages } from '#messages/zh-CN';
import type { AppStore } from '../../store/app-store.ts';
import { localDay } from '../../store/use-ledger.ts';
import { isTaskColumn } from './ledger-lines.ts';

/** Whether there is something in a cell that can be taken out of it. Progress is never taken away. */
export function canEmpty(row: LedgerRow, column: LedgerColumn): boolean {
  return emptying(row, column) !== null;
}

/** Takes out what a cell holds; the task stays. */
export function emptyCell(store: AppStore, row: LedgerRow, column: LedgerColumn): void {
  const change = emptying(row, column);
  if (change !== null) void store.getState().emptyCell(row.annotation.id, change, messages.ledger.columns[column]);
}

function emptying({ annotation: { task } }: LedgerRow, column: LedgerColumn): TaskChange | null {
  if (!isTaskColumn(column) || fieldText(task, column) === '') return null;
  const emptied = typedChange(task, column, '', localDay());
  return emptied.ok ? emptied.value : null;
}
