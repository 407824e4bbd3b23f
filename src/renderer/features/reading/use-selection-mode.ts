import { type RefObject, useEffect, useState } from 'react';
import { canonicalSlice, canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength, sliceByCodePoints, type TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { isTextField } from '../../ui/key-events.ts';
import { blockElements, characterNear, textRangeOf, wordAt } from './document-offsets.ts';
import { topOf } from './page-places.ts';
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

  useClearingOnMove(pane);
  useEffect(() => {
    const scroller = pane.current;
    const selection = document.getSelection();
    if (!isOn || scroller === null || plan === null || selection === null) return undefined;
    // The text may have come later than the key, and the reader may write somewhere by now.
    if (isTextField(document.activeElement)) {
      store.getState().setSelectionMode(false);
      return undefined;
    }
    const elements = blockElements(scroller);
    const begin = (start: HTMLElement) =>
      createTextCursor(selection, start, (node, offset, direction) =>
        characterNear(plan, elements, { node, offset }, direction),
      );
    const start = firstBlock(scroller, elements, store.getState().currentSection);
    if (start === undefined) return undefined;
    scroller.focus();
    let cursor = begin(start);
    setAnnouncement(words.started);
    const unsubscribe = store.subscribe(({ request }, before) => {
      if (request === before.request || request === null || !('section' in request.place)) return;
      // The view has gone to another section, and the place in the text goes with it.
      const goal = firstBlock(scroller, elements, request.place.section);
      if (goal === undefined) return;
      selection.removeAllRanges();
      cursor = begin(goal);
      setAnnouncement(words.started);
    });
    // Whoever goes on in the outline or in a note selects nothing here any more.
    const onFocusIn = ({ target }: FocusEvent) => {
      const pane = target instanceof Element ? target.closest<HTMLElement>('[data-pane]')?.dataset.pane : undefined;
      if (pane !== 'outline' && pane !== 'annotations') return;
      if (cursor.isCaret()) selection.removeAllRanges();
      store.getState().setSelectionMode(false);
    };

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
    document.addEventListener('focusin', onFocusIn);
    return () => {
      unsubscribe();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('keydown', onKeyDown);
      setAnnouncement('');
    };
  }, [isOn, openToolbar, pane, plan, store]);

  return announcement;
}

/** What was selected elsewhere would draw the mode back there once the reader has gone to another section. */
function useClearingOnMove(pane: RefObject<HTMLElement | null>): void {
  const store = useAppStore();
  useEffect(
    () =>
      store.subscribe(({ request, selectionMode }, before) => {
        const isMove = request !== before.request && request !== null && 'section' in request.place;
        const selection = document.getSelection();
        if (isMove && !selectionMode && pane.current?.contains(selection?.anchorNode ?? null)) {
          selection?.removeAllRanges();
        }
      }),
    [pane, store],
  );
}

/** What is read out of the place of the caret: the word there, or the punctuation. */
function wordsAt(plan: PlanDocument, character: TextRange | undefined): string {
  if (character === undefined) return '';
  return canonicalSlice(plan, wordAt(plan, character.start) ?? character);
}

/** Where selecting begins: at the heading of the section that is being read when that is in sight, or what is uppermost. */
function firstBlock(
  scroller: HTMLElement,
  elements: readonly HTMLElement[],
  section: string | null,
): HTMLElement | undefined {
  const top = topOf(scroller);
  const isInSight = (element: HTMLElement) => {
    const box = element.getBoundingClientRect();
    return box.top >= top && box.bottom <= top + scroller.clientHeight;
  };
  const heading = scroller
    .querySelector(`[data-section="${CSS.escape(section ?? '')}"]`)
    ?.querySelector<HTMLElement>('[data-b]');
  if (heading != null && isInSight(heading)) return heading;
  return elements.find((element) => element.getBoundingClientRect().top >= top + 8);
}

function keepVisible(scroller: HTMLElement, cursor: TextCursor): void {
  const box = cursor.box();
  const pane = scroller.getBoundingClientRect();
  if (box === undefined) return;
  if (box.top < pane.top + 40) scroller.scrollTop -= pane.top + 80 - box.top;
  else if (box.bottom > pane.bottom - 80) scroller.scrollTop += box.bottom - pane.bottom + 120;
}
