import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { isMac } from '../../ui/command-keys.ts';
import { isSelectAll, isTextField } from '../../ui/key-events.ts';

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
      const { target } = event;
      if (event.defaultPrevented || event.isComposing || isTextField(target) || !(target instanceof Element)) return;
      const { isChoosing, dialog, chooseAll, leaveChoosing } = store.getState();
      if (dialog !== null) return;
      // What had the focus may be gone, and the bar below the list belongs to choosing as well.
      const isHere = target === document.body || target.closest('[data-pane]')?.contains(current) === true;
      if (isSelectAll(event) && (isChoosing || current.contains(target))) chooseAll(listedIds(latest.current));
      else if (event.key === 'Escape' && isChoosing && isHere) leaveChoosing();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [list, store]);
  return { isOn, chosen, onChoose };
}

function listedIds(notes: readonly PlacedAnnotation[]): string[] {
  return notes.map(({ annotation }) => annotation.id);
}
