import { useLayoutEffect, useRef, useState } from 'react';
import { useAppStore } from '../../store/use-app.ts';
import { isTextField } from '../../ui/key-events.ts';

/** Where the reader was: what had the focus, and what was selected, in its direction. */
interface KeptPlace {
  focus: Element | null;
  selection: { anchor: Node; anchorOffset: number; focus: Node; focusOffset: number; range: Range } | null;
}

/** Name in the CSS highlight registry; the page has one selection only, and a box takes it. */
const paintName = 'held-selection';

/**
 * Holds what is selected in the text while the component is there, and gives it back with the focus when it goes. Returns
 * how to do something after that: a command finds all as it was.
 */
export function useKeptPlace(): (action: () => void) => void {
  const store = useAppStore();
  const [place] = useState(readPlace);
  const afterwards = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    store.getState().holdSelection(true);
    if (place.selection !== null) CSS.highlights.set(paintName, new Highlight(place.selection.range));
    return () => {
      // What has the focus of the dialog gives it back in the next frame.
      requestAnimationFrame(() => {
        CSS.highlights.delete(paintName);
        // Another dialog may have come instead.
        const isBack = store.getState().dialog === null && returnTo(place);
        store.getState().holdSelection(false);
        if (!isBack) store.getState().setSelection(null);
        afterwards.current();
      });
    };
  }, [place, store]);
  return (action) => {
    afterwards.current = action;
  };
}

/** To the text, which scrolls by keyboard. */
export function focusText(): void {
  document.querySelector<HTMLElement>('[data-pane="reading"]')?.focus({ preventScroll: true });
}

function readPlace(): KeptPlace {
  const { activeElement: focus } = document;
  const selection = document.getSelection();
  const { anchorNode: anchor, focusNode } = selection ?? {};
  if (selection === null || anchor == null || focusNode == null || selection.isCollapsed || isTextField(focus)) {
    return { focus, selection: null };
  }
  const { anchorOffset, focusOffset } = selection;
  return { focus, selection: { anchor, anchorOffset, focus: focusNode, focusOffset, range: selection.getRangeAt(0) } };
}

/** Answers whether the same is selected again. */
function returnTo({ focus, selection }: KeptPlace): boolean {
  if (focus instanceof HTMLElement && focus.isConnected && focus !== document.body)
    focus.focus({ preventScroll: true });
  else focusText();
  if (selection === null || !selection.anchor.isConnected || !selection.focus.isConnected) return false;
  const { anchor, anchorOffset, focus: end, focusOffset } = selection;
  document.getSelection()?.setBaseAndExtent(anchor, anchorOffset, end, focusOffset);
  return true;
}
