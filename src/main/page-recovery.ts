import type { BrowserWindow } from 'electron';

/** A page that ends more often than this within so many ms would end again: the reader is asked before it is loaded. */
const mostEnds = 3;
const within = 60_000;

type RecoverableWindow = Pick<BrowserWindow, 'on' | 'close'> & {
  webContents: Pick<BrowserWindow['webContents'], 'on' | 'reload' | 'forcefullyCrashRenderer'>;
};

/**
 * Loads the page again when its process has ended, and when it hangs and the reader does not want to wait. What was being
 * typed is in the drafts. The question is withdrawn when `signal` aborts. Where the page ends again and again, `confirmAgain`
 * asks first, and the window closes when the reader has had enough: as any other, so that what is being written is waited for.
 */
export function reloadBrokenPage(
  window: RecoverableWindow,
  confirmReload: (signal: AbortSignal) => Promise<boolean>,
  confirmAgain: () => Promise<boolean>,
): void {
  const { webContents } = window;
  let question: AbortController | undefined;
  let ends: number[] = [];
  const withdraw = () => {
    question?.abort();
    question = undefined;
  };
  const endsAgain = () => {
    const now = performance.now();
    ends = [...ends.filter((end) => now - end < within), now];
    if (ends.length <= mostEnds) return false;
    ends = [];
    return true;
  };
  webContents.on('render-process-gone', async (_event, { reason }) => {
    withdraw();
    if (reason === 'clean-exit') return;
    if (!endsAgain() || (await confirmAgain())) webContents.reload();
    else window.close();
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
