import type { Amounts, Coverage, CoverageCell, CoverageRow } from './coverage.ts';
import { taskParts } from './task-parts.ts';

/**
 * A map with the very objects of an earlier one of the same text wherever they say the same: whoever shows it has to look at
 * what has changed only.
 */
export function reuseCoverage(earlier: Coverage | undefined, latest: Coverage): Coverage {
  if (earlier === undefined) return latest;
  const rows = latest.rows.map((row, index) => reuseRow(earlier.rows[index], row));
  const elsewhere = isSameAmounts(earlier.elsewhere, latest.elsewhere) ? earlier.elsewhere : latest.elsewhere;
  const isSame = isSameList(earlier.rows, rows) && elsewhere === earlier.elsewhere;
  return isSame ? earlier : { rows, elsewhere };
}

function reuseRow(earlier: CoverageRow | undefined, { head, cells }: CoverageRow): CoverageRow {
  const known = head && reuseCell(earlier?.head, head);
  const reused = cells.map((cell, index) => reuseCell(earlier?.cells[index], cell));
  if (earlier !== undefined && earlier.head === known && isSameList(earlier.cells, reused)) return earlier;
  return { ...(known && { head: known }), cells: reused };
}

function reuseCell(earlier: CoverageCell | undefined, latest: CoverageCell): CoverageCell {
  const isSame =
    earlier?.section === latest.section &&
    earlier.isClause === latest.isClause &&
    earlier.isRead === latest.isRead &&
    isSameAmounts(earlier, latest);
  return isSame ? earlier : latest;
}

function isSameAmounts(left: Amounts, right: Amounts): boolean {
  return (
    left.notes === right.notes &&
    left.tasks === right.tasks &&
    left.overdue === right.overdue &&
    taskParts.every((part) => left.parts[part] === right.parts[part])
  );
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}
