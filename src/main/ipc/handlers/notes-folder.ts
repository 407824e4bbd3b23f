import { failure, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { DataFolder } from '../../storage/data-folder.ts';

interface NotesFolderDependencies {
  dataFolder: DataFolder;
  /** Asks the reader for a folder, starting at this one; `undefined` when they think better of it. */
  showOpenDialog: (startAt: string) => Promise<string | undefined>;
  /** Shows a folder in the file manager; answers an error message, or an empty text when all is well. */
  openPath: (path: string) => Promise<string>;
}

export function notesFolderHandlers(
  dependencies: NotesFolderDependencies,
): Pick<Handlers, 'notesFolder.status' | 'notesFolder.choose' | 'notesFolder.reveal'> {
  const { dataFolder, showOpenDialog, openPath } = dependencies;
  return {
    'notesFolder.status': () => dataFolder.status(),
    'notesFolder.choose': async () => {
      const present = await dataFolder.status();
      const chosen = await showOpenDialog(present.ok ? present.value.path : '');
      return chosen === undefined ? success({ cancelled: true }) : dataFolder.choose(chosen);
    },
    'notesFolder.reveal': async () => {
      const opened = await dataFolder.open();
      if (!opened.ok) return opened;
      const problem = await openPath(opened.value.root);
      return problem === '' ? success(null) : failure({ code: 'file-system', detail: problem });
    },
  };
}
