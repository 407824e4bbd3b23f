import type { Passage } from './passage.ts';
import type { PlanWords, SectionWords, Span } from './plan-words.ts';

const leastLikeness = 0.75;
/** A heading that is only a little less alike than the best one is a tie. */
const tie = 0.05;
/** From here on a heading may be the one that is looked for, with typing errors or cut off at the end of a line. */
const leastOfCopy = 0.6;
/** More than any likeness: the very words, in their order. */
const same = 2;

const matches = new WeakMap<PlanWords, Map<string, MatchedSection | undefined>>();
const pairsOfHeadings = new WeakMap<SectionWords, Map<string, number>>();

/** A section, and whether no other goes by nearly the same heading, as a copy of it does. */
export interface MatchedSection extends SectionWords {
  isDistinct: boolean;
}

/**
 * The section that goes by `heading` (normalised, without ordinal): numbers shift between editions, headings hardly. Two that
 * fit are as good as none.
 */
export function matchedSection(plan: PlanWords, heading: string): MatchedSection | undefined {
  if (heading === '') return undefined;
  let known = matches.get(plan);
  if (known === undefined) {
    known = new Map();
    matches.set(plan, known);
  }
  if (!known.has(heading)) known.set(heading, findSection(plan, heading));
  return known.get(heading);
}

function findSection({ sections }: PlanWords, heading: string): MatchedSection | undefined {
  const pairs = pairsOf(heading);
  let best: SectionWords | undefined;
  let bestLikeness = 0;
  let second = 0;
  for (const section of sections) {
    const isSame = section.heading === heading;
    const likeness = isSame ? same : dice(pairs, knownPairs(section), heading.length + section.heading.length - 2);
    if (likeness > bestLikeness) {
      second = bestLikeness;
      best = section;
      bestLikeness = likeness;
    } else second = Math.max(second, likeness);
  }
  const isFound = bestLikeness === same ? second < same : bestLikeness >= leastLikeness && bestLikeness - second >= tie;
  return best && isFound ? { ...best, isDistinct: second < leastOfCopy } : undefined;
}

/** The section that goes by the very words of a passage that was a whole heading, with or without its ordinal. */
export function wholeHeading(
  plan: PlanWords,
  { quote, heading, inHeading }: Pick<Passage, 'quote' | 'heading' | 'inHeading'>,
): MatchedSection | undefined {
  if (!inHeading || !quote.endsWith(heading)) return undefined;
  const section = matchedSection(plan, heading);
  return section?.heading === heading ? section : undefined;
}

/** Whether the section in which `place` stands goes by nearly the same heading, as the copy of a section does. */
export function isLikeHeading({ sections }: PlanWords, heading: string, place: Span): boolean {
  const own = sections.find(({ span }) => place.from < span.to && place.to > span.from);
  if (own === undefined) return false;
  return dice(pairsOf(heading), knownPairs(own), heading.length + own.heading.length - 2) >= leastOfCopy;
}

function dice(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>, total: number): number {
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return total > 0 ? (2 * shared) / total : 0;
}

function knownPairs(section: SectionWords): ReadonlyMap<string, number> {
  let pairs = pairsOfHeadings.get(section);
  if (pairs === undefined) {
    pairs = pairsOf(section.heading);
    pairsOfHeadings.set(section, pairs);
  }
  return pairs;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
