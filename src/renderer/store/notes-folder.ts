import type { FolderStatus } from '#ipc/contract/notes-folder-contract';
import type { Slice } from './app-store.ts';

export interface NotesFolderSlice {
  folder: FolderStatus | null;
  /** Looks how the folder is; when it has come back, its notes are read again. */
  loadFolder: () => Promise<void>;
  chooseFolder: () => Promise<void>;
  revealFolder: () => Promise<void>;
}

export const notesFolderSlice: Slice<NotesFolderSlice> = (api) => (set, get) => ({
  folder: null,
  loadFolder: async () => {
    const answer = await api['notesFolder.status'](null);
    if (!answer.ok) return;
    const before = get().folder?.state;
    set({ folder: answer.value });
    if (get().view.notesEverywhere === true) void get().loadOtherNotes();
    const isBack = before !== undefined && before !== 'ready' && answer.value.state === 'ready';
    if (!isBack) return;
    await get().followText();
    await get().loadAnnotations();
    // What could not be written while it was away.
    await get().saveWritings();
  },
  chooseFolder: async () => {
    // What is being written belongs into the old folder, if that can still be reached.
    await get().saveWritings();
    const answer = await api['notesFolder.choose'](null);
    if (!answer.ok) return get().notifyError(answer.error);
    if ('cancelled' in answer.value) return;
    set({ otherNotes: new Map(), otherTexts: new Map(), leftHistories: new Map() });
    set({ folder: answer.value, undoSteps: [], redoSteps: [], selectedAnnotation: null, editedAnnotation: null });
    await get().followText();
    await get().loadAnnotations();
    await Promise.all([...get().writings.values()].map((writing) => writing.rescue()));
  },
  revealFolder: async () => {
    const answer = await api['notesFolder.reveal'](null);
    if (!answer.ok) get().notifyError(answer.error);
  },
});
