import { z } from 'zod';
import { cancelled, none } from './shapes.ts';

const folderStatus = z.object({ path: z.string(), state: z.enum(['ready', 'missing', 'read-only']) });

export const notesFolderContract = {
  'notesFolder.status': { input: none, output: folderStatus },
  /** Lets the reader choose a folder in a system dialog and uses it from then on. */
  'notesFolder.choose': { input: none, output: z.union([folderStatus, cancelled]) },
  'notesFolder.reveal': { input: none, output: none },
};

export type FolderStatus = z.output<typeof folderStatus>;
