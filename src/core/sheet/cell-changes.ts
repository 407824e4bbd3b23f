import type { ProgressEntry, Task, TaskAnnotation, TaskChange } from '../annotation/task.ts';
import { type TaskColumn, taskColumns } from '../ledger/ledger-rows.ts';
import { type FieldProblem, typedChange } from '../ledger/task-field.ts';
import { taskValue } from '../report/task-facts.ts';
import { failure, type Result, success } from '../text/result.ts';
import { typedValue } from './cell-value.ts';
import { reportedProgress } from './progress-lines.ts';
import type { CellChange, SheetComparison, SheetRemark } from './sheet-reading.ts';
import type { SheetRecord } from './sheet-record.ts';
import type { LedgerSheet, LedgerSheetRow } from './sheet-rows.ts';
import { sheetText } from './sheet-text.ts';

/** What a row is read with, and where is told what is wrong with it. */
export interface RowContext {
  ledger: LedgerSheet;
  record: SheetRecord | undefined;
  remarks: SheetRemark[];
}

/** The cells of a row that were filled in since the export; what cannot be taken is told of. */
export function rowChanges(
  row: LedgerSheetRow,
  annotation: TaskAnnotation,
  { comparison, ...context }: RowContext & { comparison: SheetComparison },
): CellChange[] {
  const found: CellChange[] = [];
  const tell = (code: SheetRemark['code'], column: TaskColumn, detail = '') =>
    context.remarks.push({ code, row: row.number, column, ...(detail !== '' && { detail: detail.slice(0, 80) }) });
  for (const column of taskColumns) {
    const at = context.ledger.columns.get(column);
    if (at === undefined) continue;
    if (row.isMerged(at)) {
      tell('merged', column);
      continue;
    }
    const exported = context.record?.values.get(annotation.id)?.get(column);
    const before = sheetText(taskValue(annotation.task, column, comparison.words), comparison.cut);
    const cell = row.cells.get(at);
    const value = typedValue(cell, column);
    if (!value.ok) {
      tell(value.error, column, String(cell?.value ?? ''));
      continue;
    }
    if (same(value.value, exported, column) || same(value.value, before, column)) continue;
    const made = changeOf(annotation, column, { text: value.value, exported: exported ?? before, comparison });
    if (!made.ok) {
      tell(made.error, column, value.value);
      continue;
    }
    if (made.value.isKept) tell('progress-kept', column);
    if (made.value.change === null) continue;
    const isOurs = exported !== undefined && same(before, exported, column);
    const isAdded = column === 'progress';
    found.push({
      kind: !isOurs && !isAdded ? 'conflict' : value.value === '' ? 'cleared' : 'changed',
      annotation,
      column,
      row: row.number,
      ...(exported !== undefined && { exported }),
      before,
      after: afterText(annotation, made.value.change, column, comparison),
      change: made.value.change,
    });
  }
  return withoutWrongDays(found, annotation, tell);
}

/** Whether two texts of a field say the same; an empty share is none. */
function same(left: string, right: string | undefined, column: TaskColumn): boolean {
  if (right === undefined) return false;
  const plain = (text: string) => (column === 'completion' ? text || '0' : text.trim());
  return plain(left) === plain(right);
}

interface Filled {
  text: string;
  exported: string;
  comparison: SheetComparison;
}

function changeOf(
  { task }: TaskAnnotation,
  column: TaskColumn,
  { text, exported, comparison: { today, words } }: Filled,
): Result<{ change: TaskChange | null; isKept?: boolean }, FieldProblem> {
  if (column === 'progress') {
    const lineOf = ({ date, text: said }: ProgressEntry) => words.ledger.progress(date, said);
    const { added, hasLost } = reportedProgress(text, { task, exported, today, lineOf });
    // Each as it would be typed, so that none is longer than one may be.
    const wrong = added.map((entry) => typedChange(task, 'progress', entry.text, today)).find(({ ok }) => !ok);
    if (wrong !== undefined && !wrong.ok) return failure(wrong.error);
    const change = added.length === 0 ? null : { progress: [...task.progress, ...added] };
    return success({ change, isKept: hasLost });
  }
  // Which of the two days comes first is asked when both are known.
  const alone = column === 'start' ? { ...task, due: '' } : column === 'due' ? { ...task, start: '' } : task;
  const made = typedChange(alone, column, text, today);
  return made.ok ? success({ change: made.value }) : made;
}

function afterText(
  { task }: TaskAnnotation,
  change: TaskChange,
  column: TaskColumn,
  { words }: SheetComparison,
): string {
  if (column === 'progress') {
    const added = change.progress?.slice(task.progress.length) ?? [];
    return added.map(({ date, text }) => words.ledger.progress(date, text)).join('\n');
  }
  return String(taskValue({ ...task, ...change }, column, words));
}

/** A task cannot end before it begins: neither day is taken then. */
function withoutWrongDays(
  changes: CellChange[],
  { task }: TaskAnnotation,
  tell: (code: SheetRemark['code'], column: TaskColumn, detail?: string) => void,
): CellChange[] {
  const days = changes.filter(({ column }) => column === 'start' || column === 'due');
  const next = Object.assign({ ...task }, ...days.map(({ change }) => change)) as Task;
  if (days.length === 0 || next.start === '' || next.due === '' || next.start <= next.due) return changes;
  for (const { column, after } of days) tell('due-before-start', column, after);
  return changes.filter((change) => !days.includes(change));
}
