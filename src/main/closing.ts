import { type BrowserWindow, dialog } from 'electron';
import { messages } from '#messages/zh-CN';

/** How long a page may take to save what was being typed before the window closes without it, in ms. */
const patience = 5000;

/**
 * Lets the page save what is being typed before its window closes, whatever asked for the closing (button, menu, signal,
 * log-off). Returns the function that takes the page's answer.
 */
export function flushBeforeClose(window: BrowserWindow, requestFlush: () => void): (unsaved: number) => void {
  let waiting: NodeJS.Timeout | undefined;
  let hasPage = true;
  window.webContents.on('render-process-gone', () => {
    hasPage = false;
  });
  window.webContents.on('did-finish-load', () => {
    hasPage = true;
  });
  window.on('close', (event) => {
    if (!hasPage) return;
    event.preventDefault();
    if (waiting !== undefined) return;
    waiting = setTimeout(() => window.destroy(), patience);
    requestFlush();
  });
  return (unsaved) => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    if (unsaved === 0 || confirmLoss(window, unsaved)) window.destroy();
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
