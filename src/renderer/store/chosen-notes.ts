import { isBookmark } from '#core/annotation/bookmark';
import type { AppState, Slice } from './app-store.ts';

const none: ReadonlySet<string> = new Set();

/** Choosing several annotations of the list, to change them together. */
export interface ChosenNotesSlice {
  isChoosing: boolean;
  chosenNotes: ReadonlySet<string>;
  /** Begins choosing, with nothing chosen. */
  beginChoosing: () => void;
  /** Chooses an annotation, or no longer; begins choosing where that is not under way. */
  toggleChosen: (id: string) => void;
  /** Chooses everything from the last one that was pointed at to `id`, in the order of the list. */
  chooseUpTo: (id: string, listed: readonly string[]) => void;
  chooseAll: (listed: readonly string[]) => void;
  leaveChoosing: () => void;
}

export const chosenNotesSlice: Slice<ChosenNotesSlice> = () => (set, get) => {
  let from: string | null = null;
  return {
    isChoosing: false,
    chosenNotes: none,
    beginChoosing: () => {
      from = null;
      set({ isChoosing: true, chosenNotes: none, editedAnnotation: null });
    },
    toggleChosen: (id) => {
      from = id;
      const { chosenNotes } = get();
      const next = new Set(chosenNotes);
      if (!next.delete(id)) next.add(id);
      set({ isChoosing: true, chosenNotes: next, editedAnnotation: null });
    },
    chooseUpTo: (id, listed) => {
      const begin = listed.indexOf(from ?? get().selectedAnnotation ?? id);
      const end = listed.indexOf(id);
      if (end < 0) return;
      const [low, high] = begin < 0 ? [end, end] : [Math.min(begin, end), Math.max(begin, end)];
      from = listed[begin] ?? id;
      const chosen = new Set([...get().chosenNotes, ...listed.slice(low, high + 1)]);
      set({ isChoosing: true, chosenNotes: chosen, editedAnnotation: null });
    },
    chooseAll: (listed) => set({ isChoosing: true, chosenNotes: new Set(listed), editedAnnotation: null }),
    leaveChoosing: () => {
      from = null;
      set({ isChoosing: false, chosenNotes: none });
    },
  };
};

/** Whether there are notes to be chosen from. */
export function hasNotes({ annotations }: Pick<AppState, 'annotations'>): boolean {
  return annotations.some((annotation) => !isBookmark(annotation));
}
