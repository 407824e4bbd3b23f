import type { ReportColumn, ReportTable } from '../report/report-table.ts';
import { isFormulaLike } from '../text/csv.ts';
import { escapeHtml } from '../text/html.ts';
import { type Look, looks } from './sheet-styles.ts';
import { columnLetters, dayNumber, sheetText } from './sheet-text.ts';
import type { SheetWords } from './sheet-words.ts';
import { cellText, namespaces } from './sheet-xml.ts';

/** Columns that tell where a task or note stands; they are not for filling in. */
const sourceColumns: readonly ReportColumn['key'][] = ['clause', 'quote', 'chapter'];

export interface SheetInput {
  table: ReportTable;
  /** What may stand in the column of states. */
  statuses: readonly string[];
  words: SheetWords;
}

/** The sheet that is seen: ids in a hidden column, one row for each annotation below a head that stays in view. */
export function* tableSheet({ table, statuses, words }: SheetInput): Iterable<string> {
  const { columns, rows } = table;
  const last = columnLetters(columns.length);
  yield `<worksheet xmlns="${namespaces.main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield `<dimension ref="A1:${last}${rows.length + 1}"/>`;
  yield '<sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B2" sqref="B2"/></sheetView></sheetViews>';
  yield '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="28" hidden="1" customWidth="1"/>';
  for (const [index, { width }] of columns.entries()) {
    yield `<col min="${index + 2}" max="${index + 2}" width="${width + 2}" customWidth="1"/>`;
  }
  yield '</cols><sheetData>';
  yield row(
    1,
    [words.id, ...columns.map(({ title }) => title)].map((title) => ({ text: title, look: 'head' as const })),
  );
  for (const [index, { annotation, cells }] of rows.entries()) {
    const shown = cells.map((value, column) => cellOf(value, columns[column], words.cut));
    yield row(index + 2, [{ text: annotation, look: 'text' }, ...shown]);
  }
  yield `</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/>`;
  yield validations({ table, statuses, words });
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';
  yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  yield `<headerFooter><oddFooter>&amp;C${escapeHtml(words.foot('&P', '&N'))}</oddFooter></headerFooter></worksheet>`;
}

/** A sheet of texts and nothing else. */
export function* plainSheet(rows: readonly (readonly string[])[]): Iterable<string> {
  yield `<worksheet xmlns="${namespaces.main}"><sheetData>`;
  for (const [index, cells] of rows.entries())
    yield row(
      index + 1,
      cells.map((text) => ({ text, look: 'usual' })),
    );
  yield '</sheetData></worksheet>';
}

type ShownCell = { look: Look } & ({ text: string } | { number: number });

function cellOf(value: string | number, column: ReportColumn | undefined, cut: string): ShownCell {
  const kind = column?.kind ?? 'text';
  if (kind === 'percent' && typeof value === 'number') {
    return { number: value / 100, look: Number.isInteger(value) ? 'percent' : 'tenths' };
  }
  if (kind === 'number' && typeof value === 'number') return { number: value, look: 'number' };
  if (kind === 'date') {
    const number = dayNumber(String(value));
    return number === undefined ? { text: sheetText(value, cut), look: 'day' } : { number, look: 'day' };
  }
  const text = sheetText(value, cut);
  const isSource = column !== undefined && sourceColumns.includes(column.key);
  if (isFormulaLike(text)) return { text, look: isSource ? 'sourceQuoted' : 'textQuoted' };
  return { text, look: isSource ? 'source' : 'text' };
}

function row(number: number, cells: readonly ShownCell[]): string {
  const written = cells.map((cell, column) => {
    const place = `<c r="${columnLetters(column)}${number}" s="${looks.indexOf(cell.look)}"`;
    if ('number' in cell) return `${place}><v>${cell.number}</v></c>`;
    if (cell.text === '') return `${place}/>`;
    return `${place} t="inlineStr"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** Most characters that a list of choices may have. */
const longestList = 255;

function validations({ table: { columns, rows }, statuses, words }: SheetInput): string {
  if (rows.length === 0) return '';
  const { refused } = words;
  const list = statuses.join(',');
  const rules = columns.flatMap(({ key, kind }, index) => {
    const letters = columnLetters(index + 1);
    const range = `sqref="${letters}2:${letters}${rows.length + 1}"`;
    const rule = (type: string, message: string, formulas: string) =>
      `<dataValidation ${type} allowBlank="1" showErrorMessage="1" errorTitle="${escapeHtml(refused.title)}" error="${escapeHtml(message)}" ${range}>${formulas}</dataValidation>`;
    if (key === 'status' && list.length <= longestList) {
      return [rule('type="list"', refused.status, `<formula1>"${escapeHtml(list)}"</formula1>`)];
    }
    const between = (from: number, to: number) => `<formula1>${from}</formula1><formula2>${to}</formula2>`;
    if (key === 'start' || key === 'due') {
      return [
        rule(
          'type="date" operator="between"',
          refused.day,
          between(dayNumber('2000-01-01') ?? 0, dayNumber('2099-12-31') ?? 0),
        ),
      ];
    }
    return kind === 'percent' ? [rule('type="decimal" operator="between"', refused.percent, between(0, 1))] : [];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}
