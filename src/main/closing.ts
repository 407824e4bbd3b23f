import { type BrowserWindow, dialog } from 'electron';
import { messages } from '#messages/zh-CN';

/** How long a page may take to save what was being typed before the window closes without it, in ms. */
const patience = 5000;

interface Closing {
  /** Asks the page to save what is being typed. */
  requestFlush: () => void;
  /** Finishes what the main process itself still has to write. */
  settle: () => Promise<void>;
}

/**
 * Lets the page save what is being typed before its window closes, whatever asked for the closing (button, menu, signal,
 * log-off). Returns the function that takes the page's answer.
 */
export function flushBeforeClose(
  window: BrowserWindow,
  { requestFlush, settle }: Closing,
): (unsaved: number) => Promise<void> {
  let waiting: NodeJS.Timeout | undefined;
  let hasPage = true;
  const close = async () => {
    await settle();
    window.destroy();
  };
  window.webContents.on('render-process-gone', () => {
    hasPage = false;
  });
  window.webContents.on('did-finish-load', () => {
    hasPage = true;
  });
  window.on('close', (event) => {
    event.preventDefault();
    if (waiting !== undefined) return;
    waiting = setTimeout(() => void close(), hasPage ? patience : 0);
    requestFlush();
  });
  return async (unsaved) => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    if (unsaved === 0 || confirmLoss(window, unsaved)) await close();
  };
}

function confirmLoss(window: BrowserWindow, unsaved: number): boolean {
  const words = messages.application.closing;
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: words.unsaved(unsaved),
    detail: words.unsavedDetail,
    buttons: [words.stay, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}
