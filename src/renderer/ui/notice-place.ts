import { useSyncExternalStore } from 'react';

/** Where messages stand that belong to no part of the page: in the dialog that is open, the latest where there are several. */
const places: HTMLElement[] = [];
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** A `ref` of the element in a dialog that messages stand in while the dialog is open. */
export function noticePlace(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  places.push(element);
  changed();
  return () => {
    places.splice(places.indexOf(element), 1);
    changed();
  };
}

/** The place in the open dialog; `undefined`: none is open. */
export function useNoticePlace(): HTMLElement | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => places.at(-1),
  );
}
