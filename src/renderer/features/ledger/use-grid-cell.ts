import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LedgerColumn } from '#core/ledger/ledger-rows';
import { useApp } from '../../store/use-app.ts';
import { columnWidths, isTaskColumn, type LedgerLine } from './ledger-lines.ts';
import { useGridFocus } from './use-grid-focus.ts';

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
  const { element, focus, focusEvents } = useGridFocus();
  const [wanted, setCell] = useState<GridCell | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [round, setRound] = useState(0);
  const request = useApp((state) => state.taskRequest);
  const taskShown = useApp((state) => state.taskShown);
  const [seen, setSeen] = useState<object | null>(null);
  const [first = 'clause'] = columns;
  const { cell, isThere } = useStandingCell(wanted, { lines, columns, indexOf });
  const { selected, select } = useSelection((id) => {
    if (writing === null && indexOf(id) >= 0) setCell({ id, column: cell?.column ?? first });
  });
  if (request !== null && request !== seen && indexOf(request.id) >= 0) {
    setSeen(request);
    const asked = request.column !== undefined && columns.includes(request.column) ? request.column : null;
    setWriting(asked === null ? null : 'on');
    setCell({ id: request.id, column: asked ?? usualColumn(columns) ?? first });
  }
  useEffect(() => {
    if (request === null || request !== seen) return;
    // A field that opens takes the focus itself.
    if (request.column === undefined) focus();
    taskShown(request);
  }, [request, seen, focus, taskShown]);

  const put = (next: GridCell) => {
    setCell(next);
    select(next.id);
  };
  const move = (down: number, right: number) => {
    const next = cellAfter(cell ?? { id: '', column: first }, [down, right], { lines, columns, indexOf });
    if (next !== undefined) put(next);
  };
  const begin = (how: Writing) => {
    if (cell !== null) setCell(cell);
    setWriting(how);
  };
  return {
    element,
    focusEvents,
    cell,
    edited: writing !== null && isThere,
    isAnew: writing === 'anew',
    /** Another one after each writing: the next begins in a field of its own. */
    round,
    shown: seen,
    go: (next: GridCell) => {
      setWriting(null);
      put(next);
    },
    move,
    edit: () => flushSync(() => begin('on')),
    /** Something was typed into the field of the current cell, in place of what is there. */
    editAnew: () => begin('anew'),
    focus,
    /** The focus comes to the grid: to the cell that had it last, to the selected task, or to the first. */
    enter: () => {
      if (cell !== null) return;
      const line = lines[indexOf(selected)] ?? lines.find(({ kind }) => kind === 'row');
      if (line?.kind === 'row') put({ id: line.row.annotation.id, column: first });
    },
    finish: (then: AfterWriting) => {
      setWriting(null);
      setRound(round + 1);
      if (then === 'down') move(1, 0);
      if (then === 'right') move(0, 1);
      if (then === 'left') move(0, -1);
      // Who has left goes on where they are.
      if (then !== 'leave') focus();
    },
  };
}

/** Where a task that is asked for is gone to: what the school does about it, or the first that can be written in. */
function usualColumn(columns: readonly LedgerColumn[]): LedgerColumn | undefined {
  return columns.includes('measure') ? 'measure' : columns.find(isTaskColumn);
}

export type GridState = ReturnType<typeof useGridCell>;

/** The cell so many lines down and columns to the right, or the last before the edge; headings of groups are no lines. */
function cellAfter(
  { id, column }: GridCell,
  [down, right]: readonly [down: number, right: number],
  { lines, columns, indexOf }: Surroundings,
): GridCell | undefined {
  const step = Math.sign(down);
  let index = indexOf(id);
  for (let left = Math.abs(down); left > 0; left -= 1) {
    let next = index + step;
    while (lines[next]?.kind === 'group') next += step;
    if (lines[next] === undefined) break;
    index = next;
  }
  const line = lines[Math.max(0, index)];
  if (line?.kind !== 'row') return undefined;
  const place = Math.min(columns.length - 1, Math.max(0, columns.indexOf(column) + right));
  return { id: line.row.annotation.id, column: columns[place] ?? column };
}

/** The wanted cell, or while its task is not listed the one in its place, so that keys have somewhere to go on from. */
function useStandingCell(wanted: GridCell | null, { lines, columns, indexOf }: Surroundings) {
  const [last, setLast] = useState(-1);
  const index = wanted === null ? -1 : indexOf(wanted.id);
  if (index >= 0 && index !== last) setLast(index);
  if (wanted === null || !columns.includes(wanted.column)) return { cell: null, isThere: false };
  if (index >= 0) return { cell: wanted, isThere: true };
  const isRow = ({ kind }: LedgerLine) => kind === 'row';
  const line = lines.slice(Math.max(0, last)).find(isRow) ?? [...lines].reverse().find(isRow);
  const cell = line?.kind === 'row' ? { id: line.row.annotation.id, column: wanted.column } : null;
  return { cell, isThere: false };
}

/** The selected task is the one of the current cell: one row is marked, not two. `onOther`: another was selected elsewhere. */
function useSelection(onOther: (id: string) => void) {
  const selected = useApp((state) => state.selectedAnnotation);
  const select = useApp((state) => state.selectAnnotation);
  const [known, setKnown] = useState(selected);
  if (selected !== known) {
    setKnown(selected);
    if (selected !== null) onOther(selected);
  }
  return { selected, select };
}

interface CellInSight {
  cell: GridCell | null;
  columns: readonly LedgerColumn[];
  /** The line of the cell. */
  index: number;
  /** Changes when the ledger is asked to show a task. */
  shown: object | null;
  scroller: RefObject<HTMLElement | null>;
  show: (index: number) => void;
}

/** Scrolls the current cell into sight, in either direction; of a task that is asked for, all that stands before it, too. */
export function useCellInSight({ cell, columns, index, shown, scroller, show }: CellInSight): void {
  const column = cell?.column;
  const known = useRef<object | null>(null);
  useEffect(() => {
    if (index < 0 || column === undefined) return;
    show(index);
    const { current } = scroller;
    if (current === null) return;
    const isAsked = shown !== known.current;
    known.current = shown;
    const left = columns.slice(0, columns.indexOf(column)).reduce((sum, each) => sum + columnWidths[each], 0);
    const right = left + columnWidths[column];
    // The first column stays on top of what goes by below it.
    const covered = columns[0] === 'clause' && column !== 'clause' ? columnWidths.clause : 0;
    // What the task is about comes first: the view goes no farther to the right than the cell needs.
    if (isAsked) current.scrollLeft = Math.max(0, Math.min(left - covered, right - current.clientWidth));
    else if (left - covered < current.scrollLeft) current.scrollLeft = left - covered;
    else if (right > current.scrollLeft + current.clientWidth) current.scrollLeft = right - current.clientWidth;
  }, [index, column, columns, shown, scroller, show]);
}
