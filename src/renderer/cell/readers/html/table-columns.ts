import type { DefaultTreeAdapterMap } from 'parse5';
import type { TextBlock } from '#core/outline/text-block';

/** More is no table, and would let a few characters become millions of cells. */
const widest = 60;
const tallest = 1000;

/** Where cells stand in a table in which some go over several columns or rows: each has its text once, and is empty where it goes on. */
export class TableColumns {
  /** For each column how many of the rows to come are taken by a cell of a row above. */
  readonly #taken: number[] = [];
  #column = 0;

  beginRow(): void {
    this.#column = 0;
  }

  place(row: TextBlock[][], content: TextBlock[], cell: DefaultTreeAdapterMap['element']): void {
    while ((this.#taken[this.#column] ?? 0) > 0) this.#next(row, []);
    const columns = spanOf(cell, 'colspan', widest);
    const rows = spanOf(cell, 'rowspan', tallest);
    for (let index = 0; index < columns; index += 1) {
      this.#taken[this.#column] = rows;
      this.#next(row, index === 0 ? content : []);
    }
  }

  #next(row: TextBlock[][], content: TextBlock[]): void {
    const taken = this.#taken[this.#column] ?? 0;
    if (taken > 0) this.#taken[this.#column] = taken - 1;
    this.#column += 1;
    row.push(content);
  }
}

function spanOf({ attrs }: DefaultTreeAdapterMap['element'], wanted: 'colspan' | 'rowspan', most: number): number {
  const span = Number(attrs.find(({ name }) => name === wanted)?.value ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1;
}
