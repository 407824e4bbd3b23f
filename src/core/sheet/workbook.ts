/** A workbook of others as plain values: what a cell of a reader makes of a file, and nothing that could act. */
export interface Workbook {
  sheets: Sheet[];
}

export interface Sheet {
  name: string;
  isHidden: boolean;
  /** Those that hold anything, in their order. */
  rows: SheetRow[];
  merges: Merge[];
}

export interface SheetRow {
  /** As the program shows it, from 1. */
  number: number;
  cells: SheetCell[];
}

/** What a cell shows. A day is `2026-11-26`; a `percent` is the number before it is shown as one, 0.4 for 40 %. */
export type SheetValue =
  | { kind: 'text' | 'day' | 'error'; value: string }
  | { kind: 'number' | 'percent'; value: number };

export type SheetCell = SheetValue & {
  /** From 0. */
  column: number;
  /** Its value is computed: it is only what another program last made of it. */
  isFormula?: true;
};

/** Cells that are shown as one; rows from 1, columns from 0, both ends included. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What is read of a workbook at most. */
export const workbookLimits = {
  bytes: 50_000_000,
  /** Workbooks in one archive, which together hold no more than one may. */
  files: 200,
  /** Characters of the name of a file. */
  name: 200,
  sheets: 100,
  rows: 20_000,
  columns: 256,
  cells: 1_000_000,
  characters: 30_000_000,
  merges: 5_000,
} as const;
