import type { TaskAnnotation } from '../annotation/task.ts';
import { taskColumns } from '../ledger/ledger-rows.ts';
import { failure, type Result, success } from '../text/result.ts';
import { type RowContext, rowChanges } from './cell-changes.ts';
import type { CellChange, SheetComparison, SheetProblem, SheetReading, SheetRemark } from './sheet-reading.ts';
import { readRecord, recordSheet, type SheetRecord } from './sheet-record.ts';
import { findLedger, type LedgerSheet, type LedgerSheetRow } from './sheet-rows.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Which cells of a workbook were filled in since it was exported. Nothing is changed by asking. */
export function compareSheet(comparison: SheetComparison): Result<SheetReading, SheetProblem> {
  const { workbook, document, tasks, titles } = comparison;
  const ledger = findLedger(workbook, titles);
  if (ledger === undefined) return failure({ code: 'no-ledger' });
  const hidden = workbook.sheets.find(({ name }) => name === recordSheet);
  const record = hidden === undefined ? undefined : readRecord(textsOf(hidden));
  if (record !== undefined && record.document !== document) {
    return failure({ code: 'other-document', title: shortened(record.documentTitle) });
  }
  const remarks = [...sheetRemarks(workbook, ledger, record)];
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const rows = identifiedRows(ledger, byId, remarks);
  if (rows.length === 0 && remarks.every(({ row }) => row === undefined)) return failure({ code: 'no-tasks' });
  const quotes = new Set([...(record?.values.values() ?? [])].map((values) => squeezed(values.get('quote') ?? '')));
  const changes: CellChange[] = [];
  const unchanged: string[] = [];
  for (const { row, task } of rows) {
    if (isMixedUp(row, task, { ledger, record, remarks, quotes })) continue;
    const toldBefore = remarks.length;
    const found = rowChanges(row, task, { comparison, ledger, record, remarks });
    // What was filled in and not taken is no row without a change.
    if (found.length === 0 && remarks.length === toldBefore) unchanged.push(task.id);
    changes.push(...found);
  }
  const inSheet = new Set(rows.map(({ task }) => task.id));
  const lost = [...(record?.values.keys() ?? [])].filter((id) => byId.has(id) && !inSheet.has(id));
  if (lost.length > 0) remarks.push({ code: 'rows-missing', count: lost.length });
  const inOrder = remarks.sort((left, right) => (left.row ?? 0) - (right.row ?? 0));
  return success({ changes, remarks: inOrder, unchanged, ...(record && { exported: record.exported }) });
}

function* sheetRemarks(
  { sheets }: Workbook,
  ledger: LedgerSheet,
  record: SheetRecord | undefined,
): Iterable<SheetRemark> {
  if (record === undefined) yield { code: 'no-record' };
  for (const column of ledger.missing) yield { code: 'column-missing', column };
  for (const column of ledger.doubled) yield { code: 'column-doubled', column };
  for (const detail of ledger.unknown) yield { code: 'column-unknown', detail: shortened(detail) };
  for (const { name, rows } of sheets) {
    if (name !== ledger.name && name !== recordSheet && rows.length > 0)
      yield { code: 'sheet-ignored', detail: shortened(name) };
  }
}

/** The hidden sheet as it was written: a table of texts. */
function textsOf({ rows }: Sheet): string[][] {
  return rows.map(({ cells }) => {
    const texts: string[] = [];
    for (const { column, value } of cells) {
      while (texts.length < column) texts.push('');
      texts[column] = String(value);
    }
    return texts;
  });
}

interface IdentifiedRow {
  row: LedgerSheetRow;
  task: TaskAnnotation;
}

/** Rows that are known to be about a task, by their id; the others are told of. */
function identifiedRows(
  ledger: LedgerSheet,
  byId: ReadonlyMap<string, TaskAnnotation>,
  remarks: SheetRemark[],
): IdentifiedRow[] {
  const idOf = ({ cells }: LedgerSheetRow) => String(cells.get(ledger.id)?.value ?? '').trim();
  const counts = new Map<string, number>();
  for (const row of ledger.rows) counts.set(idOf(row), (counts.get(idOf(row)) ?? 0) + 1);
  return ledger.rows.flatMap((row) => {
    const { number, cells } = row;
    const id = idOf(row);
    const task = byId.get(id);
    const isFilled = [...ledger.columns.values()].some(
      (column) => String(cells.get(column)?.value ?? '').trim() !== '',
    );
    const hint = taskColumns
      .map((column) => String(cells.get(ledger.columns.get(column) ?? -1)?.value ?? ''))
      .find((text) => text !== '');
    const detail = shortened(hint ?? '');
    if (id === '') {
      if (isFilled) remarks.push({ code: row.isMerged(ledger.id) ? 'merged' : 'no-id', row: number, detail });
      return [];
    }
    if ((counts.get(id) ?? 0) > 1) remarks.push({ code: 'duplicate-id', row: number, detail });
    else if (task === undefined) remarks.push({ code: 'unknown-id', row: number, detail: detail || id.slice(0, 40) });
    else return [{ row, task }];
    return [];
  });
}

/** Whether the passage in a row is that of another task: then the ids did not move when rows were sorted. */
function isMixedUp(
  { number, cells }: LedgerSheetRow,
  { id }: TaskAnnotation,
  { ledger, record, remarks, quotes }: RowContext & { quotes: ReadonlySet<string> },
): boolean {
  const column = ledger.columns.get('quote');
  const own = record?.values.get(id)?.get('quote');
  if (column === undefined || own === undefined) return false;
  const shown = squeezed(String(cells.get(column)?.value ?? ''));
  if (shown === squeezed(own)) return false;
  const isOfAnother = shown !== '' && quotes.has(shown);
  remarks.push({ code: isOfAnother ? 'mixed-up' : 'source-changed', row: number, column: 'quote' });
  return isOfAnother;
}

/** As much of a text as tells which it is. */
function shortened(text: string): string {
  return text.slice(0, 80);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
