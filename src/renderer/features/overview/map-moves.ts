import type { CoverageRow } from '#core/overview/coverage';

/** A line of the map as it is seen: the head of its row in column 0, where it has one and begins the row, and fields after it. */
interface MapLine {
  row: number;
  /** The others of its row follow it. */
  isFirst: boolean;
  ids: (string | undefined)[];
}

/** Where a key leads from a field, with so many fields to a line. Left and right stay in the row, up and down go by what is seen. */
export function neighbour(rows: readonly CoverageRow[], columns: number, id: string, key: string): string | undefined {
  const lines = rows.flatMap((row, index) => linesOf(row, index, columns));
  const at = lines.findIndex(({ ids }) => ids.includes(id));
  const line = lines[at];
  if (line === undefined) return undefined;
  const inRow = lines.filter(({ row }) => row === line.row).flatMap(idsOf);
  const place = inRow.indexOf(id);
  const column = line.ids.indexOf(id);
  switch (key) {
    case 'ArrowLeft':
      return inRow[place - 1];
    case 'ArrowRight':
      return inRow[place + 1];
    case 'ArrowUp':
      return nearest(lines.slice(0, at).reverse(), column);
    case 'ArrowDown':
      return nearest(lines.slice(at + 1), column);
    case 'Home':
      return inRow[0];
    case 'End':
      return inRow.at(-1);
    case 'Control+Home':
      return lines.flatMap(idsOf)[0];
    case 'Control+End':
      return lines.flatMap(idsOf).at(-1);
    default:
      return undefined;
  }
}

function linesOf({ head, cells }: CoverageRow, row: number, columns: number): MapLine[] {
  const ids = cells.map(({ section }) => section.id);
  const lines: MapLine[] = [{ row, isFirst: true, ids: [head?.section.id, ...ids.slice(0, columns)] }];
  for (let from = columns; from < ids.length; from += columns) {
    lines.push({ row, isFirst: false, ids: [undefined, ...ids.slice(from, from + columns)] });
  }
  return lines;
}

function idsOf({ ids }: MapLine): string[] {
  return ids.filter((id) => id !== undefined);
}

/** What stands in the same column of the next line, or nearest to it on its left; heads are followed by heads. */
function nearest(lines: readonly MapLine[], column: number): string | undefined {
  const next = lines.find(({ isFirst }) => column > 0 || isFirst);
  if (next === undefined) return undefined;
  const ids = next.ids.slice(0, column + 1).filter((id) => id !== undefined);
  return ids.at(-1) ?? idsOf(next)[0];
}
