import type { BrowserWindow } from 'electron';

/** How long the reader waits for a window to close before they are told why it does not, in ms. */
const patience = 5000;

export interface Closing {
  /** Asks the page to save what is being typed. */
  requestFlush: () => void;
  /** Waits for everything that is being written; answers how many annotations could not be saved. */
  settle: () => Promise<number>;
  /** Asks whether to close though so many annotations could not be saved. */
  confirmLoss: (unsaved: number) => Promise<boolean>;
  /** Asks whether to close though saving has not come to an end. The question is withdrawn when `signal` aborts. */
  confirmLeaving: (signal: AbortSignal) => Promise<boolean>;
}

type ClosingWindow = Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'> & {
  webContents: Pick<BrowserWindow['webContents'], 'on'>;
};

/**
 * Lets everything be saved before a window closes, whatever asked for the closing (button, menu, signal, log-off). Only the
 * reader may cut that short. Returns the function that takes the page's answer to the flush.
 */
export function flushBeforeClose(window: ClosingWindow, closing: Closing): (unsaved: number) => Promise<void> {
  let hasPage = false;
  let answer: ((unsaved: number) => void) | undefined;
  const flushPage = () =>
    new Promise<number>((resolve) => {
      answer = resolve;
      if (hasPage) closing.requestFlush();
      else resolve(0);
    });
  const close = async () => {
    const saving = flushPage().then(async (unsaved) => unsaved + (await closing.settle()));
    const unsaved = await orLeave(saving, closing.confirmLeaving);
    if (unsaved === 'leave' || unsaved === 0 || (await closing.confirmLoss(unsaved))) window.destroy();
  };

  let isClosing = false;
  window.webContents.on('did-finish-load', () => {
    hasPage = true;
  });
  // What was being typed is kept in the drafts; the next page takes it up again.
  window.webContents.on('render-process-gone', () => {
    hasPage = false;
    answer?.(0);
  });
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close().finally(() => {
      isClosing = false;
      answer = undefined;
    });
  });
  return async (unsaved) => answer?.(unsaved);
}

/** Waits for `saving`, but asks the reader now and then, who may have enough of it. */
async function orLeave(saving: Promise<number>, confirmLeaving: Closing['confirmLeaving']): Promise<number | 'leave'> {
  for (;;) {
    const early = await within(saving, patience);
    if (early !== undefined) return early;
    const question = new AbortController();
    const leave = confirmLeaving(question.signal);
    const first = await Promise.race([saving, leave]);
    if (typeof first === 'number') {
      question.abort();
      return first;
    }
    if (first) return 'leave';
  }
}

/** The outcome of `work`, or `undefined` when it takes longer than so many milliseconds. */
async function within<Value>(work: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
