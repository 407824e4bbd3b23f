import type { TextBlock } from '#core/outline/text-block';

export interface Cell {
  blocks: TextBlock[];
  /** It goes on the cell above or on the left, whose text it would only repeat. */
  isContinued: boolean;
  /** How many columns it goes over. */
  columns: number;
}

export interface Row {
  cells: Cell[];
  isDeleted: boolean;
}

export interface Table {
  rows: Row[];
}

/**
 * A table as blocks: a row is one, its cells joined by tabs. A table with but one column is no table: it is the frame around
 * a text.
 */
export function rowsToBlocks(table: Table): { blocks: TextBlock[]; isSimplified: boolean } {
  const rows = table.rows.filter(({ isDeleted }) => !isDeleted);
  if (rows.every(({ cells }) => cells.length <= 1)) {
    const blocks = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
    return {
      blocks: blocks.map(({ text, hint }) => ({ text, hint: { role: hint?.role ?? 'box' } })),
      isSimplified: false,
    };
  }
  const texts = rows.map(({ cells }) => cells.flatMap(columnsOf).join('\t').trimEnd());
  return {
    blocks: texts.filter((text) => text.trim() !== '').map((text) => ({ text, hint: { role: 'row' } })),
    isSimplified: true,
  };
}

/** A merged cell has its text once; where it goes on there are empty cells, so that those behind it keep their columns. */
function columnsOf(cell: Cell): string[] {
  return [textOf(cell), ...Array.from({ length: cell.columns - 1 }, () => '')];
}

function textOf({ blocks, isContinued }: Cell): string {
  if (isContinued) return '';
  return blocks
    .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim())
    .join(' ')
    .trim();
}
