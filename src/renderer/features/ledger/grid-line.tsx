import { memo } from 'react';
import { knownNames, type LedgerColumn, type LedgerRow } from '#core/ledger/ledger-rows';
import { CellEditor } from './cell-editor.tsx';
import type { KnownNames } from './cell-field.tsx';
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
            isOpen={isCurrent && current.grid.edited}
            editor={
              isCurrent && isTaskColumn(column) ? (
                <CellEditor
                  key={editorKey(current.grid)}
                  row={row}
                  column={column}
                  names={namesIn(current.rows)}
                  isOpen={current.grid.edited}
                  isAnew={!current.grid.edited || current.grid.isAnew}
                  onBegin={current.grid.editAnew}
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

/** What is typed into a resting field goes on in the same one; what is there already is changed in another. */
function editorKey({ round, edited, isAnew }: GridState): string {
  return `${edited && !isAnew ? 'open' : 'resting'} ${round}`;
}

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

/** Asked for by the current cell: it takes a walk through all tasks. */
function namesIn(rows: readonly LedgerRow[]): KnownNames {
  const known = names.get(rows) ?? knownNames(rows.map(({ annotation }) => annotation.task));
  names.set(rows, known);
  return known;
}
