import type { BrowserWindow } from 'electron';
import type { EventName, EventPayloads } from '#ipc/events';
import { createFolderWatch } from './storage/folder-watch.ts';
import type { Storage } from './storage/open-storage.ts';

/** Tells the page what other programs do in the notes folder, from when there is something to see. */
export function watchNotes(
  window: Pick<BrowserWindow, 'on' | 'once'>,
  { dataFolder, annotations, library, fileSystem }: Storage,
  send: <Name extends EventName>(name: Name, payload: EventPayloads[Name]) => void,
): void {
  const watch = createFolderWatch({
    dataFolder,
    annotations,
    library,
    fileSystem,
    onNotes: (document) => send('notesChanged', { document }),
    onTexts: (document) => send('textsChanged', { document }),
    onFolder: () => send('notesFolderChanged', null),
  });
  window.once('ready-to-show', watch.start);
  window.on('focus', watch.look);
  window.on('closed', watch.stop);
}
