import type { ReportColumn, ReportTable } from '../report/report-table.ts';
import { csvText } from '../text/csv.ts';
import { sheetText } from './sheet-text.ts';

/** The first rows of a table as a spreadsheet shows the file that is made of it. */
export interface SheetPreview {
  columns: PreviewColumn[];
  rows: string[][];
  /** How many rows the file has, below its head. */
  total: number;
}

/** A column with the letters that it has in the file. */
export interface PreviewColumn {
  letters: string;
  title: string;
  /** In characters. */
  width: number;
  isCentred: boolean;
}

export interface SheetPreviewOptions {
  format: 'xlsx' | 'csv';
  /** Said at the end of a text that no cell can hold. */
  cut: string;
  /** How many rows are wanted at most. */
  rows: number;
}

/** What stands in the cells of a sheet of this format. Column A of a workbook, which holds the ids, is hidden there, too. */
export function sheetPreview(table: ReportTable, { format, cut, rows: most }: SheetPreviewOptions): SheetPreview {
  const { columns, rows } = table;
  const isWorkbook = format === 'xlsx';
  const shown = isWorkbook
    ? (value: string | number, kind: Kind) => workbookCell(value, kind, cut)
    : (value: string | number) => csvText(String(value));
  return {
    columns: columns.map(({ title, width, kind }, index) => ({
      letters: columnLetters(isWorkbook ? index + 1 : index),
      title,
      width: width + 2,
      isCentred: isWorkbook && kind !== 'text',
    })),
    rows: rows
      .slice(0, most)
      .map(({ cells }) => cells.map((value, column) => shown(value, columns[column]?.kind ?? 'text'))),
    total: rows.length,
  };
}

type Kind = ReportColumn['kind'];

function workbookCell(value: string | number, kind: Kind, cut: string): string {
  if (kind === 'percent' && typeof value === 'number') {
    return `${Number.isInteger(value) ? value : value.toFixed(1)}%`;
  }
  return sheetText(value, cut);
}

/** The letters of a column, which are counted from 0: A … Z, AA … */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
