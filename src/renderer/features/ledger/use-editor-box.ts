import { useLayoutEffect, useRef } from 'react';
import type { TaskColumn } from '#core/ledger/ledger-rows';

/** How wide a field grows where there is room, CSS pixels; others are as wide as their cell. */
function wantedWidth(column: TaskColumn): number {
  if (isLongColumn(column)) return 320;
  if (column === 'start' || column === 'due') return 128;
  return column === 'status' || column === 'completion' ? 0 : 168;
}

/** Columns of sentences: a line may be begun in them. */
export function isLongColumn(column: TaskColumn): boolean {
  return ['measure', 'criterion', 'remark', 'evidence', 'progress'].includes(column);
}

/**
 * The field covers its cell, grows to the side that has room for it, downwards with what is typed, never out of the pane, and
 * is scrolled into sight as a whole; at rest it is just its cell.
 */
export function useEditorBox(typed: string, column: TaskColumn, isOpen: boolean) {
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    const cell = current?.parentElement;
    const pane = current?.closest('[role=grid]')?.parentElement;
    if (!isOpen || !current || !cell || !pane) return;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, right, width } = cell.getBoundingClientRect();
    const edge = pane.getBoundingClientRect().left;
    const wanted = wantedWidth(column);
    const toRight = edge + pane.clientWidth - left;
    const toLeft = right - edge - Number.parseFloat(getComputedStyle(pane).scrollPaddingLeft);
    const isToLeft = toRight < wanted && toLeft > toRight;
    current.style.width = `${Math.max(width, Math.min(wanted, isToLeft ? toLeft : toRight))}px`;
    current.toggleAttribute('data-to-left', isToLeft);
  }, [column, isOpen]);
  useLayoutEffect(() => {
    const { current } = box;
    if (!isOpen) return;
    const area = current?.querySelector('textarea');
    if (area && area.value === typed) {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight}px`;
      // One line stands in the middle, where the cell has it.
      const rest = area.matches(':only-child') ? (area.closest('fieldset')?.parentElement?.clientHeight ?? 0) : 0;
      area.style.marginTop = `${Math.max(0, (rest - area.scrollHeight) / 2)}px`;
    }
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [typed, isOpen]);
  return box;
}
