import { type BrowserWindow, type Rectangle, screen } from 'electron';
import type { WindowState } from './storage/window-state-repository.ts';

const defaultSize = { width: 1280, height: 800 };
/** A window counts as reachable when this much of its title bar, in pixels, lies on a screen. */
const reachable = 80;

/** The stored bounds, unless they lie on a screen that is no longer there. */
export function visibleBounds({ bounds }: WindowState): Partial<Rectangle> & { width: number; height: number } {
  if (bounds === undefined) return defaultSize;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const overlap = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    return overlap >= reachable && bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height - reachable;
  });
  return isVisible ? bounds : { width: bounds.width, height: bounds.height };
}

export function windowStateOf(window: BrowserWindow): WindowState {
  return { schema: 'window/1', bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}
