import type { TaskAnnotation, TaskChange } from '../annotation/task.ts';
import type { LedgerColumn, TaskColumn } from '../ledger/ledger-rows.ts';
import type { FieldProblem } from '../ledger/task-field.ts';
import type { ReportWords } from '../report/report-words.ts';
import type { CellProblem } from './cell-value.ts';
import type { SheetTitles } from './sheet-rows.ts';
import type { Workbook } from './workbook.ts';

/**
 * `conflict`: the field was changed here, too, or differently in another file, or nobody knows what it was when the sheet was
 * exported.
 */
export type CellChangeKind = 'changed' | 'cleared' | 'conflict';

/** A cell that was filled in since the export, and what it would make of the task. */
export interface CellChange {
  kind: CellChangeKind;
  annotation: TaskAnnotation;
  column: TaskColumn;
  /** The files that it stands in, where several are read together. */
  files?: readonly string[];
  /** Row of the sheet; of the first file. */
  row: number;
  /** What it was when it was exported; absent where nobody knows. */
  exported?: string;
  before: string;
  after: string;
  change: TaskChange;
}

/** What is wrong with the sheet, or not taken from it. */
export interface SheetRemark {
  code:
    | CellProblem
    | FieldProblem
    | 'merged'
    | 'progress-kept'
    | 'no-id'
    | 'unknown-id'
    | 'duplicate-id'
    | 'mixed-up'
    | 'source-changed'
    | 'column-missing'
    | 'column-doubled'
    | 'column-unknown'
    | 'sheet-ignored'
    | 'no-record'
    | 'rows-missing';
  file?: string;
  row?: number;
  column?: LedgerColumn;
  /** What stands there, or what it is called. */
  detail?: string;
  count?: number;
}

/** What a workbook would change in the ledger. */
export interface SheetReading {
  exported?: string;
  changes: CellChange[];
  remarks: SheetRemark[];
  /** Ids of its tasks that are as they are here. */
  unchanged: readonly string[];
}

/** Why a workbook is no ledger of this document. */
export type SheetProblem = { code: 'no-ledger' | 'no-tasks' } | { code: 'other-document'; title: string };

export interface SheetComparison {
  workbook: Workbook;
  /** Id of the document that is open. */
  document: string;
  /** The tasks that are here. */
  tasks: readonly TaskAnnotation[];
  today: string;
  titles: SheetTitles;
  words: ReportWords;
  /** Said at the end of a text that no cell holds. */
  cut: string;
}
