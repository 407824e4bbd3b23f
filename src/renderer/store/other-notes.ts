import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { placeKnownAnnotations } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { isBookmark } from '#core/annotation/bookmark';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import type { AppState, Slice } from './app-store.ts';
import { placedNotes } from './placed-annotations.ts';

/** The notes of a document that is not open; they are looked at, never changed. */
export interface OtherNotes {
  document: string;
  title: string;
  /** Its text, where that can be read. */
  plan: PlanDocument | null;
  notes: readonly PlacedAnnotation[];
  /** So many files could not be read. */
  unreadable: number;
}

export interface OtherNotesSlice {
  /** By id of the document, in the order of the library; what is known of the open document is not shown. */
  otherNotes: ReadonlyMap<string, OtherNotes>;
  /** Whether the list shows the notes of all documents. */
  setNotesEverywhere: (isEverywhere: boolean) => void;
  /** Reads the notes of the other documents, one document after the other. */
  loadOtherNotes: () => Promise<void>;
  /** Opens the document of a note, at that note. */
  openNote: (document: string, id: string, range: TextRange | undefined) => Promise<void>;
}

export const otherNotesSlice: Slice<OtherNotesSlice> = (api) => (set, get, store) => {
  let reading = 0;
  const load = async () => {
    reading += 1;
    const mine = reading;
    await get().readTexts();
    const documents = get().documents?.documents ?? [];
    const known = new Set(documents.map(({ id }) => id));
    const found = new Map([...get().otherNotes].filter(([id]) => known.has(id)));
    for (const { id, title, notes } of documents) {
      if (id === get().plan?.id) continue;
      const answer = notes === 0 ? null : await api['annotations.read']({ document: id });
      if (mine !== reading) return;
      if (answer === null) found.delete(id);
      // What could not be read again stays as it was seen last.
      if (answer === null || !answer.ok) continue;
      const { annotations, unreadable } = answer.value;
      found.set(
        id,
        otherNotesOf({ id, title, plan: get().otherTexts.get(id) ?? null, annotations }, unreadable.length),
      );
      set({ otherNotes: inOrder(found, documents) });
    }
    set({ otherNotes: inOrder(found, documents) });
  };
  store.subscribe((state, before) => {
    if (state.view.notesEverywhere !== true) return;
    const isEntered = state.isLoaded && (!before.isLoaded || state.plan?.id !== before.plan?.id);
    if (isEntered || state.folder?.path !== before.folder?.path) void get().loadOtherNotes();
  });
  return {
    otherNotes: new Map(),
    setNotesEverywhere: (notesEverywhere) => {
      get().changeView({ notesEverywhere });
      // A chapter is one of the open document.
      get().setNoteFilter({ ...get().noteFilter, groups: [] });
      if (notesEverywhere) void get().loadOtherNotes();
    },
    loadOtherNotes: load,
    openNote: async (document, id, range) => {
      if (!(await get().switchDocument(document, range === undefined ? {} : { place: { range } }))) return;
      get().selectAnnotation(id);
      const place = placedNotes(get()).find(({ annotation }) => annotation.id === id)?.anchoring.range;
      if (place !== undefined) set({ request: { place: { range: place, document } } });
    },
  };
};

interface KnownDocument {
  id: string;
  title: string;
  plan: PlanDocument | null;
  annotations: readonly Annotation[];
}

/** What the list shows of a document that is left, until it is read again. */
export function withLeftNotes({
  plan,
  annotations,
  isLoaded,
  unreadable,
  otherNotes,
}: AppState): AppState['otherNotes'] {
  if (plan === null || !isLoaded) return otherNotes;
  const left = otherNotesOf({ id: plan.id, title: plan.title, plan, annotations }, unreadable.length);
  return new Map([...otherNotes, [plan.id, left]]);
}

function otherNotesOf({ id, title, plan, annotations }: KnownDocument, unreadable: number): OtherNotes {
  const noted = annotations.filter((annotation) => !isBookmark(annotation));
  const notes = plan === null ? noted.map(withoutText) : placeKnownAnnotations(plan, noted);
  return { document: id, title, plan, notes, unreadable };
}

function withoutText(annotation: Annotation): PlacedAnnotation {
  const anchoring = { state: 'orphaned', score: 0, suggestions: [] } as const;
  return { annotation, anchoring: { ...anchoring, suggestions: [] }, state: 'locating', isSearched: true };
}

function inOrder(found: ReadonlyMap<string, OtherNotes>, documents: readonly { id: string }[]): AppState['otherNotes'] {
  return new Map(
    documents.flatMap(({ id }) => {
      const notes = found.get(id);
      return notes === undefined ? [] : [[id, notes] as const];
    }),
  );
}
