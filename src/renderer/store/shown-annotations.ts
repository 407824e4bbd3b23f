import type { Annotation } from '#core/annotation/annotation';
import type { Slice } from './app-store.ts';

/** Puts into the list what was saved. Many notes saved one after the other are shown a few times, not once for each. */
export interface ShownAnnotationsSlice {
  /** `null`: the note is not in the list any more. */
  showAnnotation: (id: string, annotation: Annotation | null) => void;
  /** Collects what is to be shown while `work` goes on. */
  showTogether: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

/** Longest time for which what was saved is not yet shown, ms. */
const latest = 200;

export const shownAnnotationsSlice: Slice<ShownAnnotationsSlice> = () => (set, get) => {
  const waiting = new Map<string, Annotation | null>();
  let gatherings = 0;
  let shown = 0;
  const show = () => {
    if (waiting.size === 0) return;
    const kept = get().annotations.filter(({ id }) => !waiting.has(id));
    const saved = [...waiting.values()].filter((annotation) => annotation !== null);
    const stillThere = (id: string | null) => (id !== null && waiting.get(id) === null ? null : id);
    const { selectedAnnotation, editedAnnotation } = get();
    set({
      annotations: [...kept, ...saved],
      selectedAnnotation: stillThere(selectedAnnotation),
      editedAnnotation: stillThere(editedAnnotation),
    });
    waiting.clear();
    shown = performance.now();
  };
  return {
    showAnnotation: (id, annotation) => {
      // A snapshot may bring back notes of another document as well.
      if (annotation !== null && annotation.document !== get().plan?.id) return;
      waiting.set(id, annotation);
      if (gatherings === 0 || performance.now() - shown > latest) show();
    },
    showTogether: async (work) => {
      gatherings += 1;
      shown = performance.now();
      try {
        return await work();
      } finally {
        gatherings -= 1;
        if (gatherings === 0) show();
      }
    },
  };
};
