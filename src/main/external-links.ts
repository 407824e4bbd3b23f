import { type BrowserWindow, dialog } from 'electron';
import { messages } from '#messages/zh-CN';

/** Asks before the system opens an address, and shows where it really leads: the host, not the words of the link. */
export async function confirmLink(window: BrowserWindow, url: URL): Promise<boolean> {
  const words = messages.application.links;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.question,
    detail: words.target(url.protocol === 'mailto:' ? url.pathname : url.host, url.href),
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
