import type { CommandName } from './commands.ts';
import type { OperationError } from './error-codes.ts';

/** What the main process tells the page, by event name. */
export interface EventPayloads {
  /** A menu item was chosen. */
  command: CommandName;
  /** The window is about to close: save what is being typed, then call `application.flushed`. */
  flush: null;
  /** Other programs have changed notes of a document: list them again. */
  notesChanged: { document: string };
  /** Other programs have changed the texts of a document in the notes folder: open it again. */
  textsChanged: { document: string };
  /** The notes folder has gone, or is there again. */
  notesFolderChanged: null;
  /** Progress of the export under way, 0 to 1. */
  exportProgress: { report: string; progress: number };
  /** How much of the file that is being read is done, in units of its format; `total` is 0 while it is not known. */
  readingProgress: { fileName: string; done: number; total: number };
  /** The system wants a file opened: ask for it with `reading.openRequested`. */
  fileRequested: null;
  /** Today's snapshot could not be made. */
  snapshotFailed: OperationError;
}

export const eventNames = [
  'command',
  'flush',
  'notesChanged',
  'textsChanged',
  'notesFolderChanged',
  'exportProgress',
  'readingProgress',
  'fileRequested',
  'snapshotFailed',
] as const satisfies readonly (keyof EventPayloads)[];
export type EventName = (typeof eventNames)[number];
