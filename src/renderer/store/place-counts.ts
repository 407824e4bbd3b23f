import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { textHash } from '#core/plan/text-hash';
import type { AppState } from './app-store.ts';
import { placedAnnotations, placedBookmarks, placedNotes } from './placed-annotations.ts';
import { needsDecision } from './review.ts';
import { useApp } from './use-app.ts';

export interface PlaceCount {
  notes: number;
  bookmarks: number;
}

/** How many notes of another text, and how many bookmarks, stand for sure, need a look, and are lost. */
export interface PlaceCounts extends Record<'located' | 'unsure' | 'lost', PlaceCount> {
  /** Whether the places of any were, or are still, looked for. */
  hasSearched: boolean;
  /** Whether the reader is to decide about any. */
  hasUndecided: boolean;
}

const counted = new WeakMap<readonly PlacedAnnotation[], PlaceCounts>();

/** Counted once for each change of the annotations or their places. */
export function placeCounts(state: AppState): PlaceCounts {
  const placed = placedAnnotations(state);
  let counts = counted.get(placed);
  if (counts === undefined) {
    const own = state.plan === null ? '' : textHash(state.plan);
    const isOfOther = ({ annotation }: PlacedAnnotation) => annotation.target.textHash !== own;
    const ofState = (...states: PlacedAnnotation['state'][]): PlaceCount => {
      const count = (marks: readonly PlacedAnnotation[]) =>
        marks.filter((mark) => states.includes(mark.state) && isOfOther(mark)).length;
      return { notes: count(placedNotes(state)), bookmarks: count(placedBookmarks(state)) };
    };
    counts = {
      located: ofState('anchored', 'moved'),
      unsure: ofState('review'),
      lost: ofState('orphaned'),
      hasSearched: placed.some(({ isSearched }) => isSearched),
      hasUndecided: placed.some(needsDecision),
    };
    counted.set(placed, counts);
  }
  return counts;
}

export function usePlaceCounts(): PlaceCounts {
  return useApp(placeCounts);
}
