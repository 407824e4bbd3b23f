import { useDeferredValue } from 'react';
import { type PlacedAnnotation, placeKnownAnnotations } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { isBookmark } from '#core/annotation/bookmark';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from './app-store.ts';
import { useApp } from './use-app.ts';

const nothing: PlacedAnnotation[] = [];
const computed = new WeakMap<Annotation[], { plan: PlanDocument; places: object; placed: PlacedAnnotation[] }>();

/** What a list was made from. */
const placedFrom = new WeakMap<PlacedAnnotation[], { plan: PlanDocument; annotations: Annotation[] }>();

/**
 * The annotations with their places in the open plan, in document order; computed once for each change of either. Those
 * that were made in another text follow as `store/anchoring.ts` finds them.
 */
export function placedAnnotations({ plan, annotations, places }: AppState): PlacedAnnotation[] {
  if (plan === null) return nothing;
  const known = computed.get(annotations);
  if (known !== undefined && known.plan === plan && known.places === places) return known.placed;
  const placed = placeKnownAnnotations(plan, annotations);
  computed.set(annotations, { plan, places, placed });
  placedFrom.set(placed, { plan, annotations });
  return placed;
}

export function usePlacedAnnotations(): PlacedAnnotation[] {
  return useSettled(useApp(placedAnnotations));
}

/**
 * The latest list at once where the reader changed something or the text is another; where nothing but places was found, when
 * there is time for it: hundreds of cards and marks move at once, and that is not to hold up a key or a scroll.
 */
function useSettled(latest: PlacedAnnotation[]): PlacedAnnotation[] {
  const settled = useDeferredValue(latest);
  return differInPlacesOnly(settled, latest) ? settled : latest;
}

/** Whether two lists tell of the same annotations in the same text. Places of one text mean nothing in another. */
export function differInPlacesOnly(settled: PlacedAnnotation[], latest: PlacedAnnotation[]): boolean {
  const [before, now] = [placedFrom.get(settled), placedFrom.get(latest)];
  return before?.annotations === now?.annotations && before?.plan === now?.plan;
}

interface Kinds {
  notes: PlacedAnnotation[];
  bookmarks: PlacedAnnotation[];
}

const kinds = new WeakMap<PlacedAnnotation[], Kinds>();

function kindsOf(placed: PlacedAnnotation[]): Kinds {
  let known = kinds.get(placed);
  if (known === undefined) {
    const bookmarks = placed.filter(({ annotation }) => isBookmark(annotation));
    const notes = bookmarks.length === 0 ? placed : placed.filter(({ annotation }) => !isBookmark(annotation));
    known = { notes, bookmarks };
    kinds.set(placed, known);
    const from = placedFrom.get(placed);
    if (from !== undefined) for (const list of [notes, bookmarks]) placedFrom.set(list, from);
  }
  return known;
}

/** Highlights and notes: everything but bookmarks. */
export function placedNotes(state: AppState): PlacedAnnotation[] {
  return kindsOf(placedAnnotations(state)).notes;
}

export function placedBookmarks(state: AppState): PlacedAnnotation[] {
  return kindsOf(placedAnnotations(state)).bookmarks;
}

export function usePlacedBookmarks(): PlacedAnnotation[] {
  return useSettled(useApp(placedBookmarks));
}

export function usePlacedNotes(): PlacedAnnotation[] {
  return useSettled(useApp(placedNotes));
}
