import { defaultRangeExtractor, type Range, type ScrollToOptions } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

interface RowKeysOptions {
  count: number;
  scroller: RefObject<HTMLElement | null>;
  /** How many rows a page is. */
  page: () => number;
  scrollToIndex: (index: number, options: ScrollToOptions) => void;
}

/** Rows of buttons as one Tab stop: ↑ and ↓, Home, End and the Page keys go from row to row, ← and → within one. */
export interface RowKeys {
  /** The row that Tab leads to. */
  current: number;
  /** Gives the focus to a row. */
  goTo: (index: number, align?: ScrollToOptions['align']) => void;
  /** Go on the element that holds the rows; each row has `data-index`. */
  rowsProps: {
    onKeyDownCapture: (event: KeyboardEvent) => void;
    onFocusCapture: (event: FocusEvent) => void;
  };
}

export function useRowKeys({ count, scroller, page, scrollToIndex }: RowKeysOptions, current: Current): RowKeys {
  const wanted = useRef<{ index: number; button: number } | null>(null);
  const [, setAsked] = useState(0);
  // A row that was out of view is there after one of the next renders.
  useEffect(() => {
    if (wanted.current === null) return;
    const buttons = buttonsOf(scroller.current?.querySelector(`[data-index="${wanted.current.index}"]`));
    const button = buttons[wanted.current.button] ?? buttons[0];
    if (button === undefined) return;
    wanted.current = null;
    button.focus({ preventScroll: true });
  });
  const go = (index: number, button: number, align: ScrollToOptions['align'] = 'auto') => {
    wanted.current = { index, button };
    current.set(index);
    scrollToIndex(index, { align });
    setAsked((asked) => asked + 1);
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const { key, target, nativeEvent } = event;
    if (nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const row = target instanceof HTMLButtonElement ? target.closest('[data-index]') : null;
    if (row === null) return;
    const index = Number(row.getAttribute('data-index'));
    const buttons = buttonsOf(row);
    const button = buttons.indexOf(target as HTMLButtonElement);
    const within = { ArrowLeft: button - 1, ArrowRight: button + 1 }[key];
    const beyond = {
      ...{ ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: count - 1 },
      ...{ PageUp: index - page(), PageDown: index + page() },
    }[key];
    if (within === undefined && beyond === undefined) return;
    // Before the button, whose menu ↑ and ↓ would open.
    event.preventDefault();
    event.stopPropagation();
    if (within !== undefined) buttons[within]?.focus();
    else if (beyond !== undefined) go(Math.max(0, Math.min(count - 1, beyond)), button);
  };
  const onFocusCapture = ({ target }: FocusEvent) => {
    const index = target.closest('[data-index]')?.getAttribute('data-index');
    if (index !== null && index !== undefined) current.set(Number(index));
  };
  return {
    current: current.index,
    goTo: (index, align) => go(index, 0, align),
    rowsProps: { onKeyDownCapture, onFocusCapture },
  };
}

/** The row that Tab leads to, and what keeps it in the page though it is out of view. */
export interface Current {
  index: number;
  set: (index: number) => void;
  rangeExtractor: (range: Range) => number[];
}

export function useCurrentRow(count: number): Current {
  const [chosen, set] = useState(0);
  const index = Math.max(0, Math.min(chosen, count - 1));
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(index) || range.count === 0 ? shown : [...shown, index].sort((one, other) => one - other);
    },
    [index],
  );
  return { index, set, rangeExtractor };
}

function buttonsOf(row: Element | null | undefined): HTMLButtonElement[] {
  return [...(row?.querySelectorAll('button') ?? [])];
}
