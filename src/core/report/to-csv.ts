import { toCsv } from '../text/csv.ts';
import type { ReportTable } from './report-table.ts';

/** The table as a CSV file, every cell a text that no spreadsheet takes for a formula. */
export function tableToCsv({ columns, rows }: ReportTable): string {
  return toCsv([columns.map(({ title }) => title), ...rows.map(({ cells }) => cells.map(String))]);
}
