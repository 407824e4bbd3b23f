import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { isMac } from '../../ui/command-keys.ts';

/** What a click tells about choosing. */
export interface ChoosingClick {
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Choosing several annotations with Ctrl, Shift, boxes and keys, as in a list of files. */
export function useChoosing(list: RefObject<HTMLElement | null>, notes: readonly PlacedAnnotation[]) {
  const store = useAppStore();
  const isOn = useApp((state) => state.isChoosing);
  const chosen = useApp((state) => state.chosenNotes);
  const latest = useRef(notes);
  useLayoutEffect(() => {
    latest.current = notes;
  }, [notes]);
  const onChoose = useCallback(
    (id: string, { shiftKey, ctrlKey, metaKey }: ChoosingClick): boolean => {
      const { isChoosing, toggleChosen, chooseUpTo } = store.getState();
      if (shiftKey) chooseUpTo(id, listedIds(latest.current));
      else if (isChoosing || (isMac ? metaKey : ctrlKey)) toggleChosen(id);
      else return false;
      return true;
    },
    [store],
  );
  useEffect(() => {
    const { current } = list;
    if (current === null) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || isWritten(event.target)) return;
      const { isChoosing, chooseAll, leaveChoosing } = store.getState();
      const isAll = event.key.toLowerCase() === 'a' && (isMac ? event.metaKey : event.ctrlKey);
      if (isAll) chooseAll(listedIds(latest.current));
      else if (event.key === 'Escape' && isChoosing) leaveChoosing();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    current.addEventListener('keydown', onKeyDown);
    return () => current.removeEventListener('keydown', onKeyDown);
  }, [list, store]);
  return { isOn, chosen, onChoose };
}

function listedIds(notes: readonly PlacedAnnotation[]): string[] {
  return notes.map(({ annotation }) => annotation.id);
}

function isWritten(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type="checkbox"], [type="radio"]), textarea');
}
