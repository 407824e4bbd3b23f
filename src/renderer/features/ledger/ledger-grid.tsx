import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useEffect, useMemo, useRef } from 'react';
import { knownNames, type LedgerColumn, type LedgerRow } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { CellEditor } from './cell-editor.tsx';
import { ColumnHead } from './column-head.tsx';
import { LedgerCell } from './ledger-cell.tsx';
import styles from './ledger-grid.module.css';
import { cellId, columnWidths, isTaskColumn, type LedgerLine } from './ledger-lines.ts';
import { TaskMenu } from './task-menu.tsx';
import { type GridState, useCellInSight, useGridCell } from './use-grid-cell.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { usePointing } from './use-grid-pointing.ts';

const words = messages.ledger;
const rowHeight = 56;
const groupHeight = 34;
const headHeight = 34;
/** Below the last line, for the field that is written in. */
const editorRoom = 180;

interface LedgerGridProps {
  /** All tasks, for what was typed before. */
  rows: readonly LedgerRow[];
  lines: readonly LedgerLine[];
  columns: readonly LedgerColumn[];
}

/** The tasks as a grid: one Tab stop, arrows from cell to cell, Enter to write. Only what is near what is seen is in the page. */
export function LedgerGrid({ rows, lines, columns }: LedgerGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const names = useMemo(() => knownNames(rows.map(({ annotation }) => annotation.task)), [rows]);
  const indexOf = useCallback(
    (id: string | null) => lines.findIndex((line) => line.kind === 'row' && line.row.annotation.id === id),
    [lines],
  );
  const grid = useGridCell({ lines, columns, indexOf });
  const current = indexOf(grid.cell?.id ?? null);
  const list = useLines(lines, scroller, current);
  useCellInSight({ cell: grid.cell, columns, index: current, scroller, scrollToIndex: list.scrollToIndex });
  useSelectedInSight(indexOf, list.scrollToIndex);
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
        tabIndex={0}
        className={styles.grid}
        data-menu={menu !== null || undefined}
        style={{ width, height: list.getTotalSize() + headHeight + editorRoom }}
        onKeyDown={onKeyDown}
        {...pointing}
      >
        <div role="row" aria-rowindex={1} className={styles.headRow}>
          {columns.map((column) => (
            <ColumnHead key={column} column={column} columns={columns} />
          ))}
        </div>
        {list.getVirtualItems().map(({ index, start }) => (
          <Line
            key={keyOf(lines[index], index)}
            line={lines[index]}
            index={index}
            top={start}
            columns={columns}
            names={names}
            grid={grid}
          />
        ))}
      </div>
      {menu === null ? null : (
        <TaskMenu
          row={menu.row}
          column={grid.cell?.column ?? null}
          place={menu}
          onEdit={() => grid.edit(true)}
          onClose={closeMenu}
        />
      )}
    </div>
  );
}

interface LineProps extends Pick<LedgerGridProps, 'columns'> {
  line: LedgerLine | undefined;
  index: number;
  top: number;
  names: ReturnType<typeof knownNames>;
  grid: GridState;
}

function Line({ line, index, top, columns, names, grid }: LineProps) {
  const selected = useApp((state) => state.selectedAnnotation);
  const place: CSSProperties = { top };
  if (line === undefined) return null;
  if (line.kind === 'group') {
    return (
      <div role="row" aria-rowindex={index + 2} className={styles.group} style={place}>
        <div role="gridcell" aria-colspan={columns.length}>
          <span>
            {line.name} <small>{line.count}</small>
          </span>
        </div>
      </div>
    );
  }
  const { id } = line.row.annotation;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={id === selected}
      className={styles.row}
      data-task={id}
      style={place}
    >
      {columns.map((column) => {
        const isCurrent = grid.cell?.id === id && grid.cell.column === column;
        return (
          <LedgerCell
            key={column}
            row={line.row}
            column={column}
            isCurrent={isCurrent}
            editor={
              isCurrent && grid.edited && isTaskColumn(column) ? (
                <CellEditor row={line.row} column={column} names={names} isAnew={grid.isAnew} onDone={grid.finish} />
              ) : null
            }
          />
        );
      })}
    </div>
  );
}

/** A task that is pointed at elsewhere, in the text or among search results, comes into sight. */
function useSelectedInSight(indexOf: (id: string | null) => number, scrollToIndex: (index: number) => void): void {
  const selected = useApp((state) => state.selectedAnnotation);
  const latest = useRef(indexOf);
  useEffect(() => {
    latest.current = indexOf;
  }, [indexOf]);
  useEffect(() => {
    const index = latest.current(selected);
    if (index >= 0) scrollToIndex(index);
  }, [selected, scrollToIndex]);
}

/** Which lines are in the page: those near what is seen, and the current one. */
function useLines(lines: readonly LedgerLine[], scroller: { current: HTMLElement | null }, current: number) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      return current < 0 || near.includes(current) ? near : [...near, current].sort((left, right) => left - right);
    },
    [current],
  );
  return useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyOf(lines[index], index),
    estimateSize: (index) => (lines[index]?.kind === 'group' ? groupHeight : rowHeight),
    overscan: 8,
    scrollPaddingStart: headHeight,
    scrollMargin: headHeight,
    rangeExtractor,
    useFlushSync: false,
  });
}

function keyOf(line: LedgerLine | undefined, index: number): string | number {
  if (line === undefined) return index;
  return line.kind === 'group' ? line.key : line.row.annotation.id;
}
