import type { Annotation } from '#core/annotation/annotation';
import type { UnreadableFile } from '#ipc/contract/annotations-contract';
import type { OperationError } from '#ipc/error-codes';
import type { Slice } from './app-store.ts';
import type { NoteWriting } from './note-writing.ts';

export interface AnnotationsSlice {
  annotations: Annotation[];
  /** The notes folder has been read; before that an empty list means nothing. */
  isLoaded: boolean;
  /** Files in the notes folder that could not be read. */
  unreadable: UnreadableFile[];
  /** So many notes that were there are gone without a trace; 0 where that is no cause for alarm. */
  missing: number;
  saving: { state: 'idle' | 'saving' | 'saved' } | { state: 'failed'; error: OperationError };
  /** The annotation shown as current in the text and in the list. */
  selectedAnnotation: string | null;
  /** The annotation whose note is open for writing. */
  editedAnnotation: string | null;
  /** Notes that are being written or not yet saved, by id. */
  writings: Map<string, NoteWriting>;
  loadAnnotations: () => Promise<void>;
  /** Other programs have changed the notes of this document. */
  followNotes: (document: string) => Promise<void>;
  /** Goes on with the notes that are there. */
  acceptMissing: () => Promise<void>;
  selectAnnotation: (id: string | null) => void;
  editAnnotation: (id: string | null) => void;
  /** Saves what is being typed; answers how many notes could not be saved. */
  saveWritings: () => Promise<number>;
}

export const annotationsSlice: Slice<AnnotationsSlice> = (api) => (set, get) => ({
  annotations: [],
  isLoaded: false,
  unreadable: [],
  missing: 0,
  saving: { state: 'idle' },
  selectedAnnotation: null,
  editedAnnotation: null,
  writings: new Map(),
  loadAnnotations: async () => {
    const { plan } = get();
    if (plan === null) return;
    const list = await api['annotations.list']({ document: plan.id });
    // Another document may have been opened meanwhile.
    if (get().plan?.id !== plan.id) return;
    performance.mark('annotations-read');
    if (list.ok) {
      set({ ...list.value, isLoaded: true });
      await get().takeUpDrafts();
    } else if (list.error.code !== 'folder-missing') get().notifyError(list.error);
  },
  followNotes: async (document) => {
    if (get().plan?.id === document) await get().loadAnnotations();
  },
  acceptMissing: async () => {
    const { plan } = get();
    if (plan === null) return;
    const accepted = await api['annotations.acceptMissing']({ document: plan.id });
    if (accepted.ok) await get().loadAnnotations();
    else get().notifyError(accepted.error);
  },
  selectAnnotation: (id) => set({ selectedAnnotation: id }),
  editAnnotation: (id) => set({ editedAnnotation: id, ...(id === null ? {} : { selectedAnnotation: id }) }),
  saveWritings: async () => {
    const { writings, cellWritings } = get();
    const saveCells = async () => {
      const saved: boolean[] = [];
      // One after another: cells of one task may give to the same field.
      for (const { save } of cellWritings.values()) saved.push(await save());
      return saved;
    };
    const [cells, ...notes] = await Promise.all([
      saveCells(),
      ...[...writings.values()].map((writing) => writing.save()),
    ]);
    return [...cells, ...notes].filter((isSaved) => !isSaved).length;
  },
});
