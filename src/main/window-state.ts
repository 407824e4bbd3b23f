import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';

/** Where the window was. Losing it loses nothing. */
export const windowStateSchema = z.object({
  schema: z.literal('window/1'),
  bounds: z
    .object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() })
    .exactOptional(),
  maximized: z.boolean(),
});
export type WindowState = z.output<typeof windowStateSchema>;

export const defaultWindowState: WindowState = { schema: 'window/1', maximized: false };

const defaultSize = { width: 1280, height: 800 };
/** A window counts as reachable when this much of its title bar, in pixels, lies on a screen. */
const reachable = 80;

/** The stored bounds, unless they lie on a screen that is no longer there. */
export function visibleBounds(state: WindowState): Partial<Rectangle> & { width: number; height: number } {
  const { bounds } = state;
  if (bounds === undefined) return defaultSize;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const overlap =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    return overlap >= reachable && bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height - reachable;
  });
  return isVisible ? bounds : { width: bounds.width, height: bounds.height };
}

/** Tells `save` about every lasting change of place and size. */
export function watchWindowState(window: BrowserWindow, save: (state: WindowState) => void): void {
  const record = () =>
    save({ schema: 'window/1', bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  window.on('resized', record);
  window.on('moved', record);
  window.on('maximize', record);
  window.on('unmaximize', record);
  window.on('close', record);
}
