import type { Passage } from './passage.ts';
import type { PlanWords, SectionWords, Span } from './plan-words.ts';

const leastLikeness = 0.75;
/** A heading that is only a little less alike than the best one is a tie. */
const tie = 0.05;
/** From here on a heading may be the one that is looked for, with typing errors or cut off at the end of a line. */
const leastOfCopy = 0.6;

const matches = new WeakMap<PlanWords, Map<string, SectionWords | undefined>>();
const pairsOfHeadings = new WeakMap<SectionWords, Map<string, number>>();

/**
 * The section that goes by `heading` (normalised, without ordinal): numbers shift between editions, headings hardly. Two that
 * fit are as good as none.
 */
export function matchedSection(plan: PlanWords, heading: string): SectionWords | undefined {
  if (heading === '') return undefined;
  let known = matches.get(plan);
  if (known === undefined) {
    known = new Map();
    matches.set(plan, known);
  }
  if (!known.has(heading)) known.set(heading, findSection(plan, heading));
  return known.get(heading);
}

function findSection({ sections }: PlanWords, heading: string): SectionWords | undefined {
  const equal = sections.filter((section) => section.heading === heading);
  if (equal.length > 0) return equal.length === 1 ? equal[0] : undefined;
  const pairs = pairsOf(heading);
  let best: SectionWords | undefined;
  let bestLikeness = 0;
  let second = 0;
  for (const section of sections) {
    const likeness = dice(pairs, knownPairs(section), heading.length + section.heading.length - 2);
    if (likeness > bestLikeness) {
      second = bestLikeness;
      best = section;
      bestLikeness = likeness;
    } else second = Math.max(second, likeness);
  }
  return bestLikeness >= leastLikeness && bestLikeness - second >= tie ? best : undefined;
}

/** The section that goes by the very words of a passage that was a whole heading, with or without its ordinal. */
export function wholeHeading(
  plan: PlanWords,
  { quote, heading, inHeading }: Pick<Passage, 'quote' | 'heading' | 'inHeading'>,
): SectionWords | undefined {
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
