import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LedgerColumn } from '#core/ledger/ledger-rows';
import { useApp } from '../../store/use-app.ts';
import { columnWidths, isTaskColumn, type LedgerLine } from './ledger-lines.ts';

/** By how much a field may be wider than its cell, CSS pixels. */
const editorMargin = 60;

export interface GridCell {
  id: string;
  column: LedgerColumn;
}

/** Whether what is typed goes on with what is there, or takes its place. */
type Writing = 'on' | 'anew';

/** Where the current cell goes when writing in it ends. */
export type AfterWriting = 'stay' | 'down' | 'right' | 'left' | 'leave';

interface Surroundings {
  lines: readonly LedgerLine[];
  columns: readonly LedgerColumn[];
  /** The line of a task; -1 where it is not listed. */
  indexOf: (id: string | null) => number;
}

/** The cell of the grid that has the focus, and whether it is being written in. */
export function useGridCell({ lines, columns, indexOf }: Surroundings) {
  const element = useRef<HTMLDivElement>(null);
  const [wanted, setCell] = useState<GridCell | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const edit = (isOn: boolean, how: Writing = 'on') => flushSync(() => setWriting(isOn ? how : null));
  const request = useApp((state) => state.taskRequest);
  const taskShown = useApp((state) => state.taskShown);
  const [seen, setSeen] = useState<object | null>(null);
  const [first = 'clause'] = columns;
  const cell = wanted !== null && indexOf(wanted.id) >= 0 && columns.includes(wanted.column) ? wanted : null;
  if (request !== null && request !== seen && indexOf(request.id) >= 0) {
    setSeen(request);
    const asked = request.column !== undefined && columns.includes(request.column) ? request.column : null;
    setWriting(asked === null ? null : 'on');
    setCell({
      id: request.id,
      column: asked ?? (columns.includes('measure') ? 'measure' : (columns.find(isTaskColumn) ?? first)),
    });
  }
  const focus = useCallback(() => element.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (request === null || request !== seen) return;
    // A field that opens takes the focus itself.
    if (request.column === undefined) focus();
    taskShown(request);
  }, [request, seen, focus, taskShown]);

  const move = (down: number, right: number) => {
    const at = indexOf(cell?.id ?? null);
    const column =
      columns[Math.min(columns.length - 1, Math.max(0, columns.indexOf(cell?.column ?? first) + right))] ?? first;
    const step = Math.sign(down);
    let index = at;
    for (let left = Math.abs(down); left > 0; left -= 1) {
      let next = index + step;
      while (lines[next]?.kind === 'group') next += step;
      if (lines[next] === undefined) break;
      index = next;
    }
    const line = lines[Math.max(0, index)];
    if (line?.kind === 'row') setCell({ id: line.row.annotation.id, column });
  };
  return {
    element,
    cell,
    edited: writing !== null && cell !== null,
    isAnew: writing === 'anew',
    go: (next: GridCell) => {
      setWriting(null);
      setCell(next);
    },
    move,
    edit,
    focus,
    /** The focus comes to the grid: to the cell that had it last, or to the first. */
    enter: () => {
      if (cell !== null) return;
      const line = lines.find(({ kind }) => kind === 'row');
      if (line?.kind === 'row') setCell({ id: line.row.annotation.id, column: first });
    },
    finish: (then: AfterWriting) => {
      setWriting(null);
      if (then === 'down') move(1, 0);
      if (then === 'right') move(0, 1);
      if (then === 'left') move(0, -1);
      // Who has left goes on where they are.
      if (then !== 'leave') focus();
    },
  };
}

export type GridState = ReturnType<typeof useGridCell>;

interface CellInSight {
  cell: GridCell | null;
  columns: readonly LedgerColumn[];
  /** The line of the cell. */
  index: number;
  scroller: RefObject<HTMLElement | null>;
  scrollToIndex: (index: number) => void;
}

/** Scrolls the current cell into sight, in either direction. */
export function useCellInSight({ cell, columns, index, scroller, scrollToIndex }: CellInSight): void {
  const column = cell?.column;
  useEffect(() => {
    if (index < 0 || column === undefined) return;
    scrollToIndex(index);
    const { current } = scroller;
    if (current === null) return;
    const left = columns.slice(0, columns.indexOf(column)).reduce((sum, each) => sum + columnWidths[each], 0);
    const right = left + columnWidths[column];
    // The first column stays on top of what goes by below it.
    const covered = columns[0] === 'clause' && column !== 'clause' ? columnWidths.clause : 0;
    if (left - covered < current.scrollLeft) current.scrollLeft = left - covered;
    else if (right + editorMargin > current.scrollLeft + current.clientWidth)
      current.scrollLeft = right + editorMargin - current.clientWidth;
  }, [index, column, columns, scroller, scrollToIndex]);
}
