import { type FocusEvent, type MouseEvent, useRef, useState } from 'react';
import type { LedgerColumn, LedgerRow } from '#core/ledger/ledger-rows';
import { isLedgerAlone } from '../../store/ledger.ts';
import { useAppStore } from '../../store/use-app.ts';
import type { ContextMenuPlace } from '../../ui/context-menu.tsx';
import { isResting } from '../../ui/key-events.ts';
import { goToClause } from './go-to-clause.ts';
import { cellId, isTaskColumn, type LedgerLine } from './ledger-lines.ts';
import type { GridState } from './use-grid-cell.ts';

const rightButton = 2;

/** A click goes to the cell and shows its clause, a second one writes, or shows it; the other button and the menu key have a menu. */
export function usePointing(grid: GridState, lines: readonly LedgerLine[], indexOf: (id: string | null) => number) {
  const store = useAppStore();
  const [menu, setMenu] = useState<(ContextMenuPlace & { row: LedgerRow }) | null>(null);
  const isPressed = useRef(false);
  const cellAt = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    const line = lines[indexOf(cell?.closest<HTMLElement>('[data-task]')?.dataset.task ?? null)];
    if (line?.kind !== 'row' || cell === null || cell.querySelector('[data-editor]') !== null) return undefined;
    return { row: line.row, cell: { id: line.row.annotation.id, column: cell.dataset.column as LedgerColumn } };
  };
  return {
    menu,
    closeMenu: () => {
      setMenu(null);
      grid.focus();
    },
    // The focus that comes with a button of the mouse chooses no cell: the columns would move away below the pointer.
    onMouseDown: () => {
      isPressed.current = true;
      setTimeout(() => {
        isPressed.current = false;
        if (document.activeElement === grid.element.current) grid.focus();
      });
    },
    onFocus: ({ target, currentTarget }: FocusEvent) => {
      if (isPressed.current) return;
      grid.enter();
      if (target === currentTarget) grid.focus();
    },
    onClick: (event: MouseEvent) => {
      const at = cellAt(event.target);
      if (at === undefined) {
        // The name of a column sorts: what is then uppermost is to be seen, not where the first task has gone to.
        if (!isInHead(event.target)) grid.enter();
        return;
      }
      // A field whose words cannot be kept stays open until they can.
      if (grid.edited) return grid.focus();
      grid.go(at.cell);
      grid.focus();
      // Alone in the window it stays there until the clause is asked for.
      if (isLedgerAlone(store.getState())) store.getState().selectAnnotation(at.row.annotation.id);
      else goToClause(store, at.row);
    },
    onDoubleClick: (event: MouseEvent) => {
      const at = cellAt(event.target);
      if (at === undefined) return;
      if (!isTaskColumn(at.cell.column)) return goToClause(store, at.row);
      grid.go(at.cell);
      grid.edit();
    },
    onContextMenu: (event: MouseEvent) => {
      const isByKey = (event.target === event.currentTarget || isResting(event.target)) && event.button !== rightButton;
      const current =
        isByKey && grid.cell !== null ? document.getElementById(cellId(grid.cell.id, grid.cell.column)) : null;
      const at = cellAt(current ?? event.target);
      if (at === undefined) return;
      event.preventDefault();
      grid.go(at.cell);
      const box = current?.getBoundingClientRect();
      const place =
        box === undefined ? { x: event.clientX, y: event.clientY } : { x: box.left + 10, y: box.bottom - 8 };
      setMenu({ ...place, row: at.row });
    },
  };
}

function isInHead(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="columnheader"]') !== null;
}
