import { type RefObject, useEffect, useState } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { blockElements } from './document-offsets.ts';

const words = messages.reading.selectionMode;

/**
 * Selecting by keyboard in text that cannot be edited: browsers move no caret there, but `Selection.modify` does.
 * Returns what to announce; empty when the mode is off.
 */
export function useSelectionMode(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  openToolbar: () => boolean,
): string {
  const store = useAppStore();
  const isOn = useApp((state) => state.selectionMode);
  const [announcement, setAnnouncement] = useState('');

  useEffect(() => {
    const scroller = pane.current;
    if (!isOn || scroller === null || plan === null) return undefined;
    const selection = document.getSelection();
    const start = firstVisible(scroller);
    if (selection === null || start === undefined) return undefined;
    scroller.focus();
    if (selection.isCollapsed) {
      selection.collapse(start.firstChild?.firstChild ?? start.firstChild ?? start, 0);
      selection.modify('extend', 'forward', 'word');
    }
    setAnnouncement(words.started);

    const announce = () => {
      const text = selection.toString().replaceAll('\n', '');
      setAnnouncement(text === '' ? words.started : words.selected(codePointLength(text), text.slice(0, 60)));
      keepVisible(scroller, selection);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (document.activeElement !== scroller) return;
      if (event.key === 'Escape') store.getState().setSelectionMode(false);
      else if (event.key === 'Enter') openToolbar();
      else if (!move(selection, event)) return;
      else announce();
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      setAnnouncement('');
    };
  }, [isOn, openToolbar, pane, plan, store]);

  return announcement;
}

const granularities: Record<string, { direction: 'forward' | 'backward'; by: string }> = {
  ArrowRight: { direction: 'forward', by: 'word' },
  ArrowLeft: { direction: 'backward', by: 'word' },
  ArrowDown: { direction: 'forward', by: 'line' },
  ArrowUp: { direction: 'backward', by: 'line' },
  End: { direction: 'forward', by: 'lineboundary' },
  Home: { direction: 'backward', by: 'lineboundary' },
};

/** Applies a key of the mode to the selection; answers whether it was one. */
function move(selection: Selection, event: KeyboardEvent): boolean {
  const step = granularities[event.key];
  if (step !== undefined) {
    const by = event.altKey && step.by === 'word' ? 'character' : step.by;
    // Moving without Shift carries a one-step selection along, so that the place is always visible.
    if (!event.shiftKey) {
      if (step.direction === 'forward') selection.collapseToEnd();
      else selection.collapseToStart();
    }
    selection.modify('extend', step.direction, by);
    return true;
  }
  if (event.key === 'p' || event.key === 'P') {
    const block = blockOf(selection.focusNode);
    if (block !== null) selection.selectAllChildren(block);
    return true;
  }
  if (event.key === 's' || event.key === 'S') {
    selection.collapseToStart();
    selection.modify('move', 'backward', 'sentence');
    selection.modify('extend', 'forward', 'sentence');
    return true;
  }
  return false;
}

function blockOf(node: Node | null): Element | null {
  return (node instanceof Element ? node : (node?.parentElement ?? null))?.closest('[data-b]') ?? null;
}

function firstVisible(scroller: HTMLElement): HTMLElement | undefined {
  const top = scroller.getBoundingClientRect().top;
  return blockElements(scroller).find((element) => element.getBoundingClientRect().top >= top + 8);
}

function keepVisible(scroller: HTMLElement, selection: Selection): void {
  const focus = document.createRange();
  if (selection.focusNode === null) return;
  focus.setStart(selection.focusNode, selection.focusOffset);
  const box = focus.getBoundingClientRect();
  const pane = scroller.getBoundingClientRect();
  if (box.top < pane.top + 40) scroller.scrollTop -= pane.top + 80 - box.top;
  else if (box.bottom > pane.bottom - 80) scroller.scrollTop += box.bottom - pane.bottom + 120;
}
