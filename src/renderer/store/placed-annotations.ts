import { useDeferredValue } from 'react';
import { type PlacedAnnotation, placeKnownAnnotations } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { isBookmark } from '#core/annotation/bookmark';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from './app-store.ts';
import { useApp } from './use-app.ts';

const nothing: PlacedAnnotation[] = [];
const computed = new WeakMap<Annotation[], { plan: PlanDocument; places: object; placed: PlacedAnnotation[] }>();

/** Which annotations a list was made from. */
const placedFrom = new WeakMap<PlacedAnnotation[], Annotation[]>();

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
  placedFrom.set(placed, annotations);
  return placed;
}

export function usePlacedAnnotations(): PlacedAnnotation[] {
  return useSettled(useApp(placedAnnotations));
}

/**
 * The latest list at once where the reader changed something; where nothing but places was found, when there is time for
 * it: hundreds of cards and marks move at once, and that is not to hold up a key or a scroll.
 */
function useSettled(latest: PlacedAnnotation[]): PlacedAnnotation[] {
  const settled = useDeferredValue(latest);
  return placedFrom.get(settled) === placedFrom.get(latest) ? settled : latest;
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
    const annotations = placedFrom.get(placed);
    if (annotations !== undefined) for (const list of [notes, bookmarks]) placedFrom.set(list, annotations);
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
