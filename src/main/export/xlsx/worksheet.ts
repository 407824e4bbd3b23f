import {
  type Cell,
  type CellValue,
  calculateRowHeight,
  colToLetter,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx';
import type { ReportColumn, ReportTable } from '#core/report/report-table';
import { dayNumber, escapedText, sheetText } from '#core/sheet/sheet-text';
import { type Look, sheetStyles } from './sheet-styles.ts';
import type { SheetWords } from './sheet-words.ts';

/** Columns that tell where a task or note stands; they are not for filling in. */
const sourceColumns: readonly ReportColumn['key'][] = ['clause', 'quote', 'chapter'];

/** Widths are counted in digits of the usual face. */
const idWidth = 28;
/** What a column is wider than its lines, since a Chinese character is somewhat wider than two digits. */
const spare = 2;
/** In points: a face that stands in for the usual one may be taller. */
const roomySize = 12;
/** In points; no program shows a taller one. */
const tallestRow = 409;

export interface SheetInput {
  table: ReportTable;
  /** What may stand in the column of states. */
  statuses: readonly string[];
  words: SheetWords;
}

interface ShownCell {
  value: CellValue;
  look: Look;
}

/** The sheet that is seen: ids in a hidden column, one row for each annotation below a head that stays in view. */
export function tableSheet(name: string, { table, statuses, words }: SheetInput): WriteSheet {
  const { columns, rows } = table;
  const shown: ShownCell[][] = [
    [words.id, ...columns.map(({ title }) => title)].map((title) => textCell(title, 'head', words.cut)),
    ...rows.map(({ annotation, cells }) => [
      textCell(annotation, 'text', words.cut),
      ...cells.map((value, column) => cellOf(value, columns[column], words.cut)),
    ]),
  ];
  const values = shown.map((row) => row.map(({ value }) => value));
  return {
    name,
    rows: values,
    rowDefs: rowHeights(
      values,
      columns.map(({ width }) => width),
    ),
    cells: styledCells(shown, words.font),
    columns: [{ width: idWidth, hidden: true }, ...columns.map(({ width }) => ({ width: width + spare }))],
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${colToLetter(columns.length)}${rows.length + 1}` },
    dataValidations: validations({ table, statuses, words }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&C${words.foot('&P', '&N')}` },
  };
}

/** A sheet of texts that no program shows or offers to show. */
export function hiddenSheet(name: string, rows: readonly (readonly string[])[]): WriteSheet {
  return { name, veryHidden: true, rows: rows.map((row) => row.map(written)) };
}

/** So that all of a text is seen and printed: not every program makes a row as tall as its texts when it opens a file. */
function rowHeights(rows: readonly CellValue[][], widths: readonly number[]): NonNullable<WriteSheet['rowDefs']> {
  const columnWidths = [idWidth, ...widths];
  return new Map(
    rows.map((row, index) => [
      index,
      {
        height: Math.min(
          tallestRow,
          calculateRowHeight(row.map(textOnly), { wrapText: true, columnWidths, fontSize: roomySize }),
        ),
      },
    ]),
  );
}

/** A number is written shorter than it is. */
function textOnly(value: CellValue): CellValue {
  return typeof value === 'string' ? value : null;
}

function styledCells(rows: readonly (readonly ShownCell[])[], font: string): Map<string, Partial<Cell>> {
  const styles = sheetStyles(font);
  return new Map(
    rows.flatMap((row, index) =>
      row.map(({ look }, column) => [`${index},${column}`, { style: styles[look] }] as const),
    ),
  );
}

function cellOf(value: string | number, column: ReportColumn | undefined, cut: string): ShownCell {
  const kind = column?.kind ?? 'text';
  if (kind === 'percent' && typeof value === 'number') {
    return { value: value / 100, look: Number.isInteger(value) ? 'percent' : 'tenths' };
  }
  if (kind === 'number' && typeof value === 'number') return { value, look: 'number' };
  if (kind === 'date') {
    const number = dayNumber(String(value));
    return number === undefined ? textCell(value, 'day', cut) : { value: number, look: 'day' };
  }
  return textCell(value, column !== undefined && sourceColumns.includes(column.key) ? 'source' : 'text', cut);
}

function textCell(value: string | number, look: Look, cut: string): ShownCell {
  return { value: written(sheetText(value, cut)), look };
}

/** An empty text is an empty cell: it is no value to count or to filter by. */
function written(text: string): CellValue {
  return text === '' ? null : escapedText(text);
}

/** Most characters that a list of choices may have. */
const longestList = 255;

function validations({ table: { columns, rows }, statuses, words }: SheetInput): DataValidation[] {
  if (rows.length === 0) return [];
  const { refused } = words;
  return columns.flatMap(({ key, kind }, index) => {
    const letters = colToLetter(index + 1);
    const rule = (errorMessage: string, allowed: Pick<DataValidation, 'type'> & Partial<DataValidation>) => ({
      ...allowed,
      range: `${letters}2:${letters}${rows.length + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: refused.title,
      errorMessage,
    });
    if (key === 'status' && statuses.join(',').length <= longestList) {
      return [rule(refused.status, { type: 'list', values: [...statuses] })];
    }
    const between = (type: 'date' | 'decimal', from: number, to: number) =>
      ({ type, operator: 'between', formula1: String(from), formula2: String(to) }) as const;
    if (key === 'start' || key === 'due') {
      return [rule(refused.day, between('date', dayNumber('2000-01-01') ?? 0, dayNumber('2099-12-31') ?? 0))];
    }
    return kind === 'percent' ? [rule(refused.percent, between('decimal', 0, 1))] : [];
  });
}
