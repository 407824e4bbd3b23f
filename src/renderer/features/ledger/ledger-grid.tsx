import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { LedgerColumn, LedgerRow } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { ColumnHead } from './column-head.tsx';
import { GroupLine, TaskLine } from './grid-line.tsx';
import styles from './ledger-grid.module.css';
import { cellId, columnWidths, isTaskColumn, type LedgerLine } from './ledger-lines.ts';
import { TaskMenu } from './task-menu.tsx';
import { useCellInSight, useGridCell } from './use-grid-cell.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { usePointing } from './use-grid-pointing.ts';
import { useLinesInSight } from './use-lines-in-sight.ts';

const words = messages.ledger;

interface LedgerGridProps {
  /** All tasks, for what was typed before. */
  rows: readonly LedgerRow[];
  lines: readonly LedgerLine[];
  columns: readonly LedgerColumn[];
}

/** The tasks as a grid: one Tab stop, arrows from cell to cell, any character or Enter to write. Only what is near what is seen is in the page. */
export function LedgerGrid({ rows, lines, columns }: LedgerGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const indexOf = useIndexOf(lines);
  const selected = useApp((state) => state.selectedAnnotation);
  const grid = useGridCell({ lines, columns, indexOf });
  const current = indexOf(grid.cell?.id ?? null);
  const list = useLinesInSight(lines, scroller, current);
  const { cell, shown } = grid;
  useCellInSight({ cell, columns, index: current, shown, scroller, show: list.show });
  useSelectedInSight(selected, indexOf, list.show);
  const onKeyDown = useGridKeys({ grid, lines, columns, indexOf });
  const { menu, closeMenu, ...pointing } = usePointing(grid, lines, indexOf);
  const width = columns.reduce((sum, column) => sum + columnWidths[column], 0);

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        ref={grid.element}
        role="grid"
        aria-label={words.grid}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={grid.cell === null ? undefined : cellId(grid.cell.id, grid.cell.column)}
        // The field of a cell is the stop for Tab where there is one.
        tabIndex={grid.cell !== null && isTaskColumn(grid.cell.column) ? -1 : 0}
        className={styles.grid}
        data-menu={menu !== null || undefined}
        style={{ width, height: list.height }}
        onKeyDown={onKeyDown}
        {...pointing}
        {...grid.focusEvents}
      >
        <div role="row" aria-rowindex={1} className={styles.headRow}>
          {columns.map((column) => (
            <ColumnHead key={column} column={column} columns={columns} />
          ))}
        </div>
        {list.inSight.map(({ index, top }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const place = { index, top, columns };
          if (line.kind === 'group') return <GroupLine key={line.key} group={line} {...place} />;
          const { id } = line.row.annotation;
          return (
            <TaskLine
              key={id}
              row={line.row}
              {...place}
              isSelected={id === selected}
              current={id === grid.cell?.id ? { grid, rows } : null}
            />
          );
        })}
      </div>
      {menu === null ? null : (
        <TaskMenu
          row={menu.row}
          column={grid.cell?.column ?? null}
          place={menu}
          onEdit={grid.edit}
          onClose={closeMenu}
        />
      )}
    </div>
  );
}

/** Where the line of a task is: it is asked for many times between two changes of the lines. */
function useIndexOf(lines: readonly LedgerLine[]) {
  const indexes = useMemo(
    () => new Map(lines.map((line, index) => [line.kind === 'row' ? line.row.annotation.id : null, index])),
    [lines],
  );
  return useCallback((id: string | null) => (id === null ? -1 : (indexes.get(id) ?? -1)), [indexes]);
}

/** A task that is pointed at elsewhere, in the text or among search results, comes into sight. */
function useSelectedInSight(
  selected: string | null,
  indexOf: (id: string | null) => number,
  show: (index: number) => void,
): void {
  const latest = useRef(indexOf);
  useEffect(() => {
    latest.current = indexOf;
  }, [indexOf]);
  useEffect(() => {
    show(latest.current(selected));
  }, [selected, show]);
}
