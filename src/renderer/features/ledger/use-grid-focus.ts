import { type FocusEvent, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The focus of the grid is in the field of its current cell, since input methods compose only where text can be written, and
 * on the grid itself where a cell cannot be written in.
 */
export function useGridFocus() {
  const element = useRef<HTMLDivElement>(null);
  const isWithin = useRef(false);
  const focus = useCallback(() => {
    const { current } = element;
    const field = current?.querySelector<HTMLElement>('[data-field]');
    (field ?? current)?.focus({ preventScroll: true });
  }, []);
  // The field that had it may have gone with its cell, or moved with its row.
  useLayoutEffect(() => {
    const { activeElement: active } = document;
    if (isWithin.current && (active === document.body || active === element.current)) focus();
  });
  return {
    element,
    focus,
    focusEvents: {
      onFocusCapture: ({ currentTarget, target }: FocusEvent) => {
        if (currentTarget.contains(target)) isWithin.current = true;
      },
      onBlurCapture: ({ currentTarget, relatedTarget }: FocusEvent) => {
        // Who only goes to another window comes back.
        if (document.hasFocus() && !currentTarget.contains(relatedTarget)) isWithin.current = false;
      },
    },
  };
}
