import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { NoteRow } from '../../store/note-rows.ts';
import { useAppStore } from '../../store/use-app.ts';
import { keyOfRow } from './use-note-rows.ts';

interface CardKeys {
  rows: readonly NoteRow[];
  scroller: RefObject<HTMLElement | null>;
  scrollToIndex: (index: number, options: { align: 'auto' }) => void;
  /** Keeps the line with this key in the page. */
  onGo: (key: string) => void;
  onRemove: (id: string) => void;
}

/** `enter` gives the focus to a line. Arrows, Home and End go from line to line of the list, Delete removes the annotation that has the focus. */
export function useCardKeys({ rows, scroller, scrollToIndex, onGo, onRemove }: CardKeys) {
  const store = useAppStore();
  const wanted = useRef<{ key: string; part: string } | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const { key, part } = wanted.current;
    const line = scroller.current?.querySelector(`li[data-key="${CSS.escape(key)}"]`);
    if (line == null) return;
    wanted.current = null;
    (line.querySelector<HTMLElement>(part) ?? line.querySelector('button'))?.focus({ preventScroll: true });
  });
  const enter = (index: number, part = 'button') => {
    const row = rows[index];
    if (row === undefined) return;
    wanted.current = { key: keyOfRow(row), part };
    onGo(keyOfRow(row));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, nativeEvent } = event;
    if (nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const line = target instanceof Element ? target.closest<HTMLElement>('li[data-key]') : null;
    if (line === null || !isOfCard(target)) return;
    const index = Number(line.dataset.index);
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[key];
    const { isChoosing } = store.getState();
    if (next !== undefined && rows[next] !== undefined) {
      enter(next, isChoosing && isBox(target) ? 'input' : 'button');
      scrollToIndex(next, { align: 'auto' });
    } else if (key === 'Delete' && !isChoosing && line.dataset.annotation !== undefined) {
      onRemove(line.dataset.annotation);
    } else return;
    event.preventDefault();
  };
  return { onKeyDown, enter };
}

function isBox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}

/** A card's own buttons and boxes; in its editor the keys have other meanings. */
function isOfCard(target: EventTarget): boolean {
  const isControl = target instanceof HTMLButtonElement || isBox(target);
  return isControl && target instanceof Element && target.closest('[data-editor]') === null;
}
