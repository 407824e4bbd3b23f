import type { TaskColumn } from '../ledger/ledger-rows.ts';
import { failure, type Result, success } from '../text/result.ts';
import type { SheetCell } from './workbook.ts';

/** Why what stands in a cell of a sheet is not taken. */
export type CellProblem = 'formula' | 'error-value' | 'not-a-percentage' | 'unclear-percentage';

/** What a cell says, as it would be typed into the grid. */
export function typedValue(cell: SheetCell | undefined, column: TaskColumn): Result<string, CellProblem> {
  if (cell === undefined || cell.value === '') return success('');
  if (cell.isFormula) return failure('formula');
  if (cell.kind === 'error') return failure('error-value');
  if (column === 'completion') return percentage(cell);
  if (cell.kind === 'percent') return success(`${tidy(cell.value * 100)}%`);
  return success(String(cell.value).replaceAll(/\r\n?/g, '\n').trim());
}

/**
 * A share in per cent. A cell that is shown as one is what it shows; of other numbers those below 1 are shares, those above are
 * per cent, and a mere 1 could be either.
 */
function percentage(cell: SheetCell): Result<string, CellProblem> {
  if (cell.kind === 'percent') return within(cell.value * 100);
  const text = String(cell.value).normalize('NFKC').replaceAll(/\s/g, '');
  if (text === '') return success('');
  if (!/^\d+(?:\.\d+)?%?$/.test(text)) return failure('not-a-percentage');
  if (text.endsWith('%')) return within(Number(text.slice(0, -1)));
  const number = Number(text);
  if (number === 1) return failure('unclear-percentage');
  return within(number < 1 ? number * 100 : number);
}

function within(value: number): Result<string, CellProblem> {
  return value >= 0 && value <= 100 ? success(String(Math.round(value * 10) / 10)) : failure('not-a-percentage');
}

/** Without what counting in halves leaves at the end. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
