import type { AppStore } from '../store/app-store.ts';

/**
 * The faces that the window starts with have the characters of the plan and of the interface. The whole ones, in slices, are
 * asked for when there is text of anybody else: notes, or something typed.
 */
export function loadWholeFonts(store: AppStore): void {
  const load = () => {
    stop();
    document.removeEventListener('input', load, { capture: true });
    void import('../styles/fonts.css');
  };
  const stop = store.subscribe(({ annotations }) => {
    if (annotations.length > 0) load();
  });
  document.addEventListener('input', load, { capture: true });
}
