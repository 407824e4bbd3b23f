import { memo } from 'react';
import { knownNames, type LedgerColumn, type LedgerRow } from '#core/ledger/ledger-rows';
import { CellEditor, type KnownNames } from './cell-editor.tsx';
import { LedgerCell } from './ledger-cell.tsx';
import styles from './ledger-grid.module.css';
import { isTaskColumn, type LedgerLine } from './ledger-lines.ts';
import type { GridState } from './use-grid-cell.ts';

interface LinePlace {
  /** Among all lines, from 0. */
  index: number;
  /** CSS pixels from the upper edge of the grid. */
  top: number;
  columns: readonly LedgerColumn[];
}

interface TaskLineProps extends LinePlace {
  row: LedgerRow;
  isSelected: boolean;
  /** Where the current cell is in it: the state of the grid, and all tasks, for what was typed before. */
  current: { grid: GridState; rows: readonly LedgerRow[] } | null;
}

/** A task. It renders again only when something about it changes: scrolling brings other lines many times a second. */
export const TaskLine = memo(function TaskLine({ row, index, top, columns, isSelected, current }: TaskLineProps) {
  const { id } = row.annotation;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={styles.row}
      data-task={id}
      data-current={current !== null || undefined}
      style={{ top }}
    >
      {columns.map((column) => {
        const isCurrent = current !== null && current.grid.cell?.column === column;
        return (
          <LedgerCell
            key={column}
            row={row}
            column={column}
            isCurrent={isCurrent}
            editor={
              isCurrent && current.grid.edited && isTaskColumn(column) ? (
                <CellEditor
                  row={row}
                  column={column}
                  names={namesIn(current.rows)}
                  isAnew={current.grid.isAnew}
                  onDone={current.grid.finish}
                />
              ) : null
            }
          />
        );
      })}
    </div>
  );
});

interface GroupLineProps extends LinePlace {
  group: Extract<LedgerLine, { kind: 'group' }>;
}

export function GroupLine({ group: { name, count }, index, top, columns }: GroupLineProps) {
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.group} style={{ top }}>
      <div role="gridcell" aria-colspan={columns.length}>
        <span>
          {name} <small>{count}</small>
        </span>
      </div>
    </div>
  );
}

const names = new WeakMap<readonly LedgerRow[], KnownNames>();

/** Asked for by a cell that is written in: it takes a walk through all tasks. */
function namesIn(rows: readonly LedgerRow[]): KnownNames {
  const known = names.get(rows) ?? knownNames(rows.map(({ annotation }) => annotation.task));
  names.set(rows, known);
  return known;
}
