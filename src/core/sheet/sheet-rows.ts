import { type LedgerColumn, ledgerColumns } from '../ledger/ledger-rows.ts';
import type { Merge, Sheet, SheetCell, Workbook } from './workbook.ts';

/** The words by which a ledger is known again. */
export interface SheetTitles {
  /** Title of the column of ids. */
  id: string;
  /** `position` is the running number, which is not read. */
  columns: Record<LedgerColumn | 'position', string>;
}

/** The ledger in a workbook: where its columns stand, and its rows. */
export interface LedgerSheet {
  name: string;
  id: number;
  columns: ReadonlyMap<LedgerColumn, number>;
  /** Titles of columns that stand twice, or not at all. */
  doubled: LedgerColumn[];
  missing: LedgerColumn[];
  /** Titles that are none of ours. */
  unknown: string[];
  rows: LedgerSheetRow[];
}

export interface LedgerSheetRow {
  number: number;
  /** By column, as the sheet counts them. */
  cells: ReadonlyMap<number, SheetCell>;
  isMerged: (column: number) => boolean;
}

/** Above the head may stand a few rows, such as a title. */
const headWithin = 20;
/** So many columns tell that a row is the head of a ledger. */
const enoughColumns = 3;

/** The first sheet with the head of a ledger; those that are seen come first. */
export function findLedger({ sheets }: Workbook, titles: SheetTitles): LedgerSheet | undefined {
  const inOrder = [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)];
  for (const sheet of inOrder) {
    const ledger = ledgerIn(sheet, titles);
    if (ledger !== undefined) return ledger;
  }
  return undefined;
}

function ledgerIn({ name, rows, merges }: Sheet, titles: SheetTitles): LedgerSheet | undefined {
  for (const [index, row] of rows.entries()) {
    if (row.number > headWithin) return undefined;
    const head = row.cells.map((cell) => [plain(String(cell.value)), cell.column] as const);
    const placesOf = (title: string) => head.filter(([text]) => text === plain(title)).map(([, column]) => column);
    const places = ledgerColumns.map((column) => [column, placesOf(titles.columns[column])] as const);
    const [id] = placesOf(titles.id);
    if (id === undefined || places.filter(([, at]) => at.length > 0).length < enoughColumns) continue;
    const known = new Set([titles.id, ...Object.values(titles.columns)].map(plain));
    return {
      name,
      id,
      columns: new Map(places.flatMap(([column, at]) => (at.length === 1 ? [[column, at[0] ?? 0] as const] : []))),
      doubled: places.filter(([, at]) => at.length > 1).map(([column]) => column),
      missing: places.filter(([, at]) => at.length === 0).map(([column]) => column),
      unknown: [...new Set(head.map(([text]) => text))].filter((text) => text !== '' && !known.has(text)),
      rows: rows.slice(index + 1).map(({ number, cells }) => ({
        number,
        cells: new Map(cells.map((cell) => [cell.column, cell])),
        isMerged: (column) => isCovered(merges, number, column),
      })),
    };
  }
  return undefined;
}

/** Titles are compared by what can be read of them. */
function plain(title: string): string {
  return title.normalize('NFKC').replaceAll(/[\s*]/g, '');
}

/** Whether a cell has no value of its own, since it is shown as part of one above or left of it. */
function isCovered(merges: readonly Merge[], row: number, column: number): boolean {
  return merges.some(
    ({ top, bottom, left, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
  );
}
