import type { KeyboardEvent } from 'react';
import type { LedgerColumn } from '#core/ledger/ledger-rows';
import { useAppStore } from '../../store/use-app.ts';
import { isResting } from '../../ui/key-events.ts';
import { emptyCell } from './empty-cell.ts';
import { goToClause } from './go-to-clause.ts';
import { isTaskColumn, type LedgerLine } from './ledger-lines.ts';
import type { GridState } from './use-grid-cell.ts';

interface GridKeys {
  grid: GridState;
  lines: readonly LedgerLine[];
  columns: readonly LedgerColumn[];
  indexOf: (id: string | null) => number;
}

const page = 10;

/** Arrows, Home, End and the page keys go from cell to cell; Enter and F2 write, as does any character; Delete empties; Ctrl+Enter shows the clause. */
export function useGridKeys({ grid, lines, columns, indexOf }: GridKeys) {
  const store = useAppStore();
  /** Lines down and columns to the right. */
  const moves = new Map<string, [down: number, right: number]>([
    ['ArrowDown', [1, 0]],
    ['ArrowUp', [-1, 0]],
    ['ArrowLeft', [0, -1]],
    ['ArrowRight', [0, 1]],
    ['PageDown', [page, 0]],
    ['PageUp', [-page, 0]],
    ['Home', [0, -columns.length]],
    ['End', [0, columns.length]],
    ['Control+Home', [-lines.length, -columns.length]],
    ['Control+End', [lines.length, columns.length]],
  ]);
  return (event: KeyboardEvent) => {
    const { key, nativeEvent, target, currentTarget } = event;
    if (nativeEvent.isComposing || (target !== currentTarget && !isResting(target)) || event.altKey) return;
    // A blank would empty the cell.
    if (key === ' ') return event.preventDefault();
    if (event.shiftKey) return;
    const isMod = event.ctrlKey || event.metaKey;
    const line = lines[indexOf(grid.cell?.id ?? null)];
    const move = moves.get(isMod ? `Control+${key}` : key);
    if (move !== undefined) grid.move(...move);
    else if (line?.kind !== 'row' || grid.cell === null) return;
    else if (key === 'Enter' && isMod) goToClause(store, line.row);
    else if (isMod) return;
    else if (key === 'Enter' || key === 'F2') {
      if (isTaskColumn(grid.cell.column)) grid.edit();
      else goToClause(store, line.row);
    } else if (key === 'Delete' || key === 'Backspace') emptyCell(store, line.row, grid.cell.column);
    else return;
    event.preventDefault();
  };
}
