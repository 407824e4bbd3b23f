import { dayOfNumber, longestCell } from '#core/sheet/sheet-text';
import { type Merge, type SheetRow, type SheetValue, workbookLimits } from '#core/sheet/workbook';
import { readXml, type XmlElement } from '../docx/xml-events.ts';
import type { ZipParts } from '../docx/zip-parts.ts';
import { Unreadable } from '../reader.ts';
import type { NumberKind } from './cell-kinds.ts';
import { localOf, textListener, unescaped } from './shared-texts.ts';

export interface SheetContext {
  texts: readonly string[];
  kinds: readonly NumberKind[];
  is1904: boolean;
  /** Of all sheets together. */
  count: { cells: number; characters: number };
  rows: SheetRow[];
}

/** Days between the two beginnings of the count. */
const daysTo1904 = 1462;

/** Reads the rows of one sheet into `rows`; answers which of its cells are shown as one. What the sheet says of its size is not heeded. */
export function readSheet(
  parts: ZipParts,
  part: string,
  context: SheetContext,
  onProgress: (done: number, total: number) => void,
): Merge[] {
  const reader = new SheetReader(context);
  readXml(parts, part, reader, onProgress);
  return reader.merges;
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  isFormula: boolean;
}

class SheetReader {
  readonly merges: Merge[] = [];
  readonly #context: SheetContext;
  readonly #inline = textListener();
  #row = 0;
  #column = 0;
  #cell: OpenCell | undefined;
  #value = '';
  #isValue = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open = ({ name, attribute }: XmlElement): void => {
    const local = localOf(name);
    if (local === 'row') this.#openRow(attribute('r'));
    else if (local === 'c') this.#openCell(attribute);
    else if (local === 'f' && this.#cell !== undefined) this.#cell.isFormula = true;
    else if (local === 'v') this.#isValue = true;
    else if (local === 'mergeCell') this.#merge(attribute('ref') ?? '');
    else this.#inline.open(local);
  };

  close = (name: string): void => {
    const local = localOf(name);
    this.#inline.close(local);
    if (local === 'v') this.#isValue = false;
    if (local === 'c') this.#closeCell();
  };

  text = (text: string): void => {
    if (this.#isValue) this.#value += text;
    else this.#inline.text(text);
    if (this.#value.length > workbookLimits.characters) throw new Unreadable('too-much-text');
  };

  #openRow(given: string | undefined): void {
    const number = given === undefined ? this.#row + 1 : Number(given);
    if (!Number.isInteger(number) || number <= 0 || number > 1_048_576) throw new Unreadable('broken');
    this.#row = number;
    this.#column = -1;
  }

  #openCell(attribute: XmlElement['attribute']): void {
    const given = placeOf(attribute('r') ?? '');
    this.#column = given?.column ?? this.#column + 1;
    this.#value = '';
    this.#inline.take();
    this.#cell = {
      row: given?.row ?? this.#row,
      column: this.#column,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      isFormula: false,
    };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined || cell.column >= workbookLimits.columns) return;
    const value = this.#valueOf(cell);
    if (value === undefined) return;
    if (String(value.value).length > longestCell) throw new Unreadable('too-much-text');
    const { count, rows } = this.#context;
    count.cells += 1;
    if (typeof value.value === 'string') count.characters += value.value.length;
    if (count.cells > workbookLimits.cells || count.characters > workbookLimits.characters) {
      throw new Unreadable('too-much-text');
    }
    let row = rows.at(-1);
    if (row?.number !== cell.row) {
      // Rows that go back are none that a program writes.
      if (row !== undefined && row.number > cell.row) throw new Unreadable('broken');
      if (rows.length >= workbookLimits.rows) throw new Unreadable('too-many-parts');
      row = { number: cell.row, cells: [] };
      rows.push(row);
    }
    row.cells.push({ column: cell.column, ...value, ...(cell.isFormula && { isFormula: true }) });
  }

  #valueOf({ type, style }: OpenCell): SheetValue | undefined {
    const { texts, kinds, is1904 } = this.#context;
    const text = (value: string) => (value === '' ? undefined : { kind: 'text' as const, value });
    if (type === 'inlineStr') return text(this.#inline.take());
    if (type === 'str') return text(unescaped(this.#value));
    if (this.#value === '') return undefined;
    if (type === 's') return text(texts[Number(this.#value)] ?? '');
    if (type === 'e') return { kind: 'error', value: unescaped(this.#value).slice(0, 40) };
    if (type === 'b') return text(this.#value === '1' ? 'TRUE' : 'FALSE');
    if (type === 'd') return { kind: 'day', value: this.#value.slice(0, 10) };
    const number = Number(this.#value);
    if (!Number.isFinite(number)) return { kind: 'error', value: this.#value.slice(0, 40) };
    const kind = kinds[style] ?? 'number';
    if (kind !== 'day') return { kind, value: number };
    const day = dayOfNumber(is1904 ? number + daysTo1904 : number);
    return day === undefined ? { kind: 'number', value: number } : { kind, value: day };
  }

  #merge(reference: string): void {
    const [from, to = from] = reference.split(':').map(placeOf);
    if (from === undefined || to === undefined) return;
    if (this.merges.length >= workbookLimits.merges) throw new Unreadable('too-many-parts');
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
  }
}

/** Where a cell is that is called B12. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === '') return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}
