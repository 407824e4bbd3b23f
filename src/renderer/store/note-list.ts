import type { Slice } from './app-store.ts';
import { type NoteFilter, noFilter } from './note-filter.ts';

/** What the list of annotations shows. */
export interface NoteListSlice {
  noteFilter: NoteFilter;
  /**
   * The annotation that was current when the filter was changed. One that becomes current later is shown even where the
   * filter would hide it: the reader has just pointed at it.
   */
  currentAtFiltering: string | null;
  setNoteFilter: (filter: NoteFilter) => void;
  clearNoteFilter: () => void;
}

export const noteListSlice: Slice<NoteListSlice> = () => (set, get) => {
  const setNoteFilter = (noteFilter: NoteFilter) => set({ noteFilter, currentAtFiltering: get().selectedAnnotation });
  return {
    noteFilter: noFilter,
    currentAtFiltering: null,
    setNoteFilter,
    clearNoteFilter: () => setNoteFilter(noFilter),
  };
};
