import type { ErrorCode, OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';
import type { HistoryStep } from './history.ts';

/** A new error code without a Chinese sentence does not compile. */
const sentences: Record<ErrorCode, string> = messages.errors;

export interface Notice {
  id: number;
  kind: 'done' | 'error';
  text: string;
  detail?: string;
  action?: { label: string; run: () => void };
  /** Stays until the reader puts it away, as errors do. */
  stays?: true;
  /** The step that the action takes back: the notice goes when that is no longer the latest one. */
  step?: HistoryStep;
}

export interface NoticesSlice {
  notices: Notice[];
  notify: (notice: Omit<Notice, 'id'>) => void;
  notifyError: (error: OperationError) => void;
  dismissNotice: (id: number) => void;
}

/** The Chinese sentence for an error. */
export function errorSentence(error: OperationError): string {
  return sentences[error.code];
}

/** More would cover the text. */
export const mostNotices = 2;

/** Whether it is there until the reader puts it away; what only passes goes with the next notice, and does not come again. */
export function isLasting({ kind, stays }: Pick<Notice, 'kind' | 'stays'>): boolean {
  return kind === 'error' || stays === true;
}

export const noticesSlice: Slice<NoticesSlice> = () => (set, get) => {
  let lastId = 0;
  return {
    notices: [],
    notify: (notice) => {
      const same = get().notices.find((other) => other.text === notice.text);
      // An error that goes on is said once, not again with every new attempt.
      if (same?.kind === 'error' && notice.kind === 'error') return;
      lastId += 1;
      const others = get().notices.filter((other) => other !== same);
      const isCrowded = others.length >= mostNotices || !isLasting(notice);
      const kept = isCrowded ? others.filter(isLasting) : others;
      // What is done is said over errors that may not have been read: of those none goes for it.
      const room = isLasting(notice) ? mostNotices - 1 : mostNotices;
      set({ notices: [...kept.slice(-room), { ...notice, id: lastId }] });
    },
    notifyError: (error) =>
      get().notify({
        kind: 'error',
        text: errorSentence(error),
        ...(error.detail === undefined ? {} : { detail: error.detail }),
      }),
    dismissNotice: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  };
};
