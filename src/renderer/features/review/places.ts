import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { TextRange } from '#core/text/code-points';

/** Where a note may stand in the open text. */
export interface Places {
  /** The place that was found, if any, then the other ones. */
  ranges: TextRange[];
  /** The first of them is where the note was found, rather than a suggestion. */
  hasFound: boolean;
  /** Index of the one that is shown; undefined as long as the reader has chosen none. */
  shown: number | undefined;
}

/** Most places that can be chosen by a key. */
const most = 5;

/** `chosen`: what the reader wants to see; what was found is shown unasked, a mere suggestion is not. */
export function placesOf({ anchoring }: PlacedAnnotation, chosen: number | undefined): Places {
  const { range, suggestions } = anchoring;
  const others = suggestions.filter(({ start, end }) => start !== range?.start || end !== range.end).slice(0, most);
  const ranges = range === undefined ? others : [range, ...others];
  return { ranges, hasFound: range !== undefined, shown: chosen ?? (range === undefined ? undefined : 0) };
}
