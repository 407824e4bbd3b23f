import { useCallback, useEffect, useRef } from 'react';
import type { TextRange } from '#core/text/code-points';
import { useAppStore } from '../../store/use-app.ts';

/**
 * Keeps the store's selection in step with the page, and opens the toolbar when the pointer that made a selection is let
 * go, anywhere. Returns what to call when a pointer goes down in the text.
 */
export function useSelectionEvents(
  readSelection: () => TextRange | undefined,
  open: (range: TextRange) => void,
): () => void {
  const store = useAppStore();
  const isPointerDown = useRef(false);

  useEffect(() => {
    const onChange = () => store.getState().setSelection(readSelection() ?? null);
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, [readSelection, store]);

  useEffect(() => {
    const onRelease = () => {
      if (!isPointerDown.current) return;
      isPointerDown.current = false;
      // The browser settles a click's selection after the event.
      requestAnimationFrame(() => {
        const range = readSelection();
        if (range !== undefined) open(range);
      });
    };
    document.addEventListener('pointerup', onRelease);
    return () => document.removeEventListener('pointerup', onRelease);
  }, [readSelection, open]);

  return useCallback(() => {
    isPointerDown.current = true;
  }, []);
}
