import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { messages } from '#messages/zh-CN';

/**
 * Where things are. A profile of its own (`--user-data-dir`) keeps its notes inside it as well, so that two profiles never
 * share a notes folder by accident and a portable copy is complete.
 */
export interface Folders {
  /** The application's own files: settings, view, window. */
  profile: string;
  /** The notes folder while the reader has not chosen another one. */
  defaultNotes: string;
  /** Shipped data. */
  resources: string;
  renderer: string;
  /** The program of the thread in which files are made. */
  fileThread: string;
}

export async function locateFolders(): Promise<Folders> {
  const profile = app.getPath('userData');
  await mkdir(profile, { recursive: true });
  const notesParent = app.commandLine.hasSwitch('user-data-dir') ? profile : app.getPath('documents');
  return {
    profile,
    defaultNotes: join(notesParent, messages.application.name),
    resources: app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'),
    renderer: join(__dirname, '../renderer'),
    fileThread: join(__dirname, 'file-thread.cjs'),
  };
}
