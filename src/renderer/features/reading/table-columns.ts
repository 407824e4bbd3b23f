import type { PlanDocument } from '#core/plan/plan';

/** A column gets its share of the width by its longest cell, within these bounds, in UTF-16 units. */
const [narrowest, widest] = [3, 16];

const known = new WeakMap<PlanDocument, ReadonlyMap<number, string>>();

/** For each row of a table, by the index of its block, the columns that all rows of that table have, as `grid-template-columns`. */
export function tableColumns(plan: PlanDocument): ReadonlyMap<number, string> {
  let columns = known.get(plan);
  if (columns === undefined) {
    columns = findColumns(plan);
    known.set(plan, columns);
  }
  return columns;
}

function findColumns({ blocks }: PlanDocument): Map<number, string> {
  const columns = new Map<number, string>();
  for (let first = 0; first < blocks.length; first += 1) {
    if (blocks[first]?.kind !== 'row') continue;
    let end = first;
    const lengths: number[] = [];
    for (; blocks[end]?.kind === 'row'; end += 1) {
      for (const [column, cell] of (blocks[end]?.text ?? '').split('\t').entries())
        lengths[column] = Math.max(lengths[column] ?? narrowest, Math.min(widest, cell.length));
    }
    const template = lengths.map((length) => `minmax(0, ${length}fr)`).join(' ');
    for (let row = first; row < end; row += 1) columns.set(row, template);
    first = end;
  }
  return columns;
}
