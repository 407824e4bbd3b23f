import type { BrowserWindow } from 'electron';

type RecoverableWindow = Pick<BrowserWindow, 'on'> & {
  webContents: Pick<BrowserWindow['webContents'], 'on' | 'reload' | 'forcefullyCrashRenderer'>;
};

/**
 * Loads the page again when its process has ended, and when it hangs and the reader does not want to wait. What was being
 * typed is in the drafts. The question is withdrawn when `signal` aborts.
 */
export function reloadBrokenPage(
  window: RecoverableWindow,
  confirmReload: (signal: AbortSignal) => Promise<boolean>,
): void {
  const { webContents } = window;
  let question: AbortController | undefined;
  const withdraw = () => {
    question?.abort();
    question = undefined;
  };
  webContents.on('render-process-gone', (_event, { reason }) => {
    withdraw();
    if (reason !== 'clean-exit') webContents.reload();
  });
  window.on('responsive', withdraw);
  window.on('unresponsive', async () => {
    if (question !== undefined) return;
    question = new AbortController();
    const { signal } = question;
    const isWanted = await confirmReload(signal);
    if (isWanted && !signal.aborted) webContents.forcefullyCrashRenderer();
    if (!signal.aborted) question = undefined;
  });
}
