import type { BrowserWindow } from 'electron';

type FillableWindow = Pick<BrowserWindow, 'on' | 'isFullScreen' | 'setFullScreen'> & {
  webContents: Pick<BrowserWindow['webContents'], 'on'>;
};

interface FullScreen {
  /** Makes the window fill the screen for slides, or as it was before them. */
  fill: (isFull: boolean) => void;
  /** What the reader wants of the window, whatever it shows. */
  toggle: () => void;
}

/**
 * How the window was before slides filled the screen is held here: it goes there and back with a delay, so that it cannot tell
 * meanwhile, and the page may end before it has ended the slides.
 */
export function createFullScreen(window: FillableWindow): FullScreen {
  let isFilled = false;
  let wasFull = false;
  /** The window has been asked to leave full screen, and has not yet done so. */
  let isLeaving = false;
  const fill = (isFull: boolean) => {
    if (isFull === isFilled) return;
    isFilled = isFull;
    if (isFull) wasFull = !isLeaving && window.isFullScreen();
    else isLeaving = !wasFull;
    window.setFullScreen(isFull || wasFull);
  };
  window.on('leave-full-screen', () => {
    isLeaving = false;
  });
  // Whatever page comes now, it shows no slides yet.
  window.webContents.on('did-navigate', () => fill(false));
  return {
    fill,
    toggle: () => {
      isLeaving = false;
      window.setFullScreen(!window.isFullScreen());
    },
  };
}
