import type { Slice } from './app-store.ts';

/** What is handed to other programs. Each says when it did not succeed. */
export interface DesktopSlice {
  /** Puts `text` on the clipboard, and says so with `message`. */
  copyText: (text: string, message: string) => Promise<void>;
  /** Opens a link of a note after asking. */
  openLink: (url: string) => Promise<void>;
  /** Makes the window fill the screen, or as it was before that. */
  fillScreen: (isFull: boolean) => Promise<void>;
}

export const desktopSlice: Slice<DesktopSlice> = (api) => (_set, get) => ({
  copyText: async (text, message) => {
    const answer = await api['clipboard.writeText']({ text });
    if (answer.ok) get().notify({ kind: 'done', text: message });
    else get().notifyError(answer.error);
  },
  openLink: async (url) => {
    const answer = await api['links.open']({ url });
    if (!answer.ok) get().notifyError(answer.error);
  },
  fillScreen: async (isFull) => {
    const answer = await api['application.fillScreen']({ isFull });
    if (!answer.ok) get().notifyError(answer.error);
  },
});
