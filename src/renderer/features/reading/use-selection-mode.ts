import { type RefObject, useEffect, useState } from 'react';
import { canonicalSlice, canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength, sliceByCodePoints, type TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { blockElements, characterNear, textRangeOf, wordAt } from './document-offsets.ts';
import { createTextCursor, type TextCursor } from './text-cursor.ts';

const words = messages.reading.selectionMode;
/** Characters of a selection that are read out. */
const announced = 60;

/**
 * Selecting by keyboard in text that cannot be edited. Returns what to announce; empty when the mode is off.
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
    const selection = document.getSelection();
    if (!isOn || scroller === null || plan === null || selection === null) return undefined;
    const elements = blockElements(scroller);
    const start = elements.find((element) => element.getBoundingClientRect().top >= topOf(scroller) + 8);
    if (start === undefined) return undefined;
    scroller.focus();
    const cursor = createTextCursor(selection, start, (node, offset, direction) =>
      characterNear(plan, elements, { node, offset }, direction),
    );
    setAnnouncement(words.started);

    const announce = () => {
      const range = cursor.isCaret() ? undefined : textRangeOf(plan, elements, selection.getRangeAt(0));
      const text = range === undefined ? '' : sliceByCodePoints(canonicalText(plan), range).replaceAll('\n', '');
      const isMoved = text === '' && cursor.isCaret() && !selection.isCollapsed;
      const place = isMoved ? wordsAt(plan, textRangeOf(plan, elements, selection.getRangeAt(0))) : '';
      if (text !== '') setAnnouncement(words.selected(codePointLength(text), text.slice(0, announced)));
      else setAnnouncement(place === '' ? words.started : words.at(place));
      keepVisible(scroller, cursor);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || document.activeElement !== scroller) return;
      if (event.key === 'Escape') {
        selection.removeAllRanges();
        store.getState().setSelectionMode(false);
      } else if (event.key === 'Enter') openToolbar();
      else if (cursor.press(event)) announce();
      else return;
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

/** What is read out of the place of the caret: the word there, or the punctuation. */
function wordsAt(plan: PlanDocument, character: TextRange | undefined): string {
  if (character === undefined) return '';
  return canonicalSlice(plan, wordAt(plan, character.start) ?? character);
}

function topOf(scroller: HTMLElement): number {
  return scroller.getBoundingClientRect().top;
}

function keepVisible(scroller: HTMLElement, cursor: TextCursor): void {
  const box = cursor.box();
  const pane = scroller.getBoundingClientRect();
  if (box === undefined) return;
  if (box.top < pane.top + 40) scroller.scrollTop -= pane.top + 80 - box.top;
  else if (box.bottom > pane.bottom - 80) scroller.scrollTop += box.bottom - pane.bottom + 120;
}
