import type { Selectors } from '../annotation/annotation.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { exactPlaces, mostAdjacent } from './candidates.ts';
import { compareContext } from './context.ts';
import { normalOffset } from './normal-text.ts';
import { passageOf } from './passage.ts';
import { wordsOf } from './plan-words.ts';
import { verbatimPlaces } from './verbatim-places.ts';

/**
 * How often the passage at code point `start` occurs in the plan, and how well the best *other* occurrence agrees with its
 * surroundings: the points that a place must exceed before it can be believed to be this passage.
 */
export function countOccurrences(
  plan: PlanDocument,
  quote: Pick<Selectors, 'exact' | 'prefix' | 'suffix'>,
  start: number,
): Pick<Selectors, 'occurrences' | 'decoy'> {
  const words = wordsOf(plan);
  const passage = passageOf({ ...quote, sectionHeading: '' });
  const own = normalOffset(words, start);
  const isVerbatim = passage.quote === '';
  const verbatim = isVerbatim ? verbatimPlaces(plan, quote.exact) : [];
  const places = isVerbatim ? verbatim : exactPlaces(words.text, passage.quote);
  const others = isVerbatim
    ? verbatim.filter((place) => place.start !== start)
    : places.filter(({ from }) => from !== own);
  let decoy = 0;
  for (const { from, to } of mostAdjacent(words, passage, others)) {
    const { before, after, adjacent } = compareContext(passage.prefix, passage.suffix, words.text, from, to);
    // a neighbour has the same surroundings, but other characters beside it
    const isNeighbour = Math.abs(from - own) < passage.prefix.length + passage.suffix.length;
    decoy = Math.max(decoy, isNeighbour ? adjacent : before + after);
  }
  return { occurrences: places.length, decoy };
}
