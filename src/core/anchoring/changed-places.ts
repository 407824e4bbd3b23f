import { type Alignment, align } from './align.ts';
import { type GramIndex, likelyPlaces } from './gram-index.ts';
import { longestAligned, longPlaces } from './long-places.ts';
import type { Passage } from './passage.ts';
import { gramsOf, type PlanWords, type SectionWords, type Span } from './plan-words.ts';
import { leastRarity, rarity } from './rarity.ts';

/** A place where the passage stands changed. */
export interface ChangedPlace extends Span {
  /** Characters of the passage that stand there in order. */
  kept: number;
  /** Characters that stand between its parts and are none of its own: text inserted into the passage. */
  inserted: number;
  /** Points of agreement of what stood before and after it and stands farther off now, behind inserted text. */
  farBefore: number;
  farAfter: number;
}

const placesOfAll = 8;
const placesOfQuote = 4;
const placesInSection = 3;
/** Quotes shorter than this are not looked for without their surroundings. */
const shortestAlone = 10;
/** Characters around a likely place that are compared as well. */
const slack = 32;
/** Characters by which parts of a passage may have moved against each other and are still compared at once. */
const band = 40;
/**
 * How far apart the two parts of a passage may be into which text was inserted: where a source broke off in mid-sentence, the
 * full text goes on for paragraphs.
 */
const farthestPart = 1500;
/** A part that stands apart is believed from this score on, and farther off than this only from the higher one on. */
const leastPart = 12;
const nearPart = 300;
const leastFarPart = 20;
/** A passage is not stretched farther than this for fewer characters of its own, such as the ordinal of a heading. */
const nearby = 20;
const leastOwn = 4;
const shortestPart = 3;

/** Where many short sequences of the passage and its surroundings are, compared character by character. */
export function changedPlaces(plan: PlanWords, passage: Passage, section: SectionWords | undefined): ChangedPlace[] {
  const { prefix, suffix, quote } = passage;
  if (quote === '') return [];
  const grams = gramsOf(plan);
  if (quote.length > longestAligned) return longPlaces(plan.text, grams, passage);
  const pattern = prefix + quote + suffix;
  const starts = likelyPlaces(grams, pattern, placesOfAll);
  if (section) starts.push(...likelyPlaces(grams, pattern, placesInSection, section.span));
  if (quote.length >= shortestAlone) {
    starts.push(...likelyPlaces(grams, quote, placesOfQuote).map((start) => start - prefix.length));
  }
  const distinct = starts.filter((start, index) => !starts.slice(0, index).some((other) => isNear(start, other)));
  return distinct.flatMap((start) => {
    const found = alignAt(plan.text, pattern, start);
    return (found && placeOf(plan, grams, passage, found)) ?? [];
  });
}

/** Comparing at one of two such places compares at the other as well. */
function isNear(start: number, other: number): boolean {
  return Math.abs(start - other) <= slack / 2;
}

function alignAt(text: string, pattern: string, start: number): Alignment | undefined {
  const from = Math.max(0, start - slack);
  const found = align(pattern, text.slice(from, start + pattern.length + slack), start - from, band);
  if (!found) return undefined;
  return {
    ...found,
    from: found.from + from,
    to: found.to + from,
    partners: found.partners.map((at) => (at < 0 ? at : at + from)),
  };
}

function placeOf(plan: PlanWords, grams: GramIndex, passage: Passage, found: Alignment): ChangedPlace | undefined {
  const { prefix, quote, suffix } = passage;
  const pattern = prefix + quote + suffix;
  const end = prefix.length + quote.length;
  const partners = found.partners.slice(prefix.length, end);
  let far = { before: 0, after: 0 };
  if (found.last < end - shortestPart && found.last > prefix.length) {
    const rest = pattern.slice(found.last);
    const within = { from: found.to, to: found.to + farthestPart };
    far = { ...far, after: addPart(plan.text, grams, partners, rest, found.last - prefix.length, within) };
  }
  if (found.first > prefix.length + shortestPart && found.first < end) {
    const rest = pattern.slice(0, found.first);
    const within = { from: found.from - farthestPart, to: found.from };
    far = { ...far, before: addPart(plan.text, grams, partners, rest, -prefix.length, within) };
  }
  dropStray(plan, passage, partners);
  return spanOf(plan.text, quote, partners, far);
}

/**
 * Where the passage stands in two parts, takes away the one that is, with what stands beside it, no rarer than a set phrase:
 * it is there by chance.
 */
function dropStray(plan: PlanWords, { prefix, quote, suffix }: Passage, partners: Int32Array): void {
  const own = [...partners.keys()].filter((at) => standsAt(at) >= 0);
  let widest = 1;
  for (let index = 2; index < own.length; index += 1) if (gapBefore(index) > gapBefore(widest)) widest = index;
  if (own.length < 2 || gapBefore(widest) <= nearby) return;
  const split = own[widest] ?? 0;
  const head = { from: standsAt(own[0]), to: standsAt(own[widest - 1]) + 1 };
  const tail = { from: standsAt(split), to: standsAt(own.at(-1)) + 1 };
  const bitsOfHead = rarity(plan, { prefix, quote: quote.slice(0, split), suffix: '' }, head);
  const bitsOfTail = rarity(plan, { prefix: '', quote: quote.slice(split), suffix }, tail);
  if (Math.min(bitsOfHead, bitsOfTail) >= leastRarity) return;
  if (bitsOfHead < bitsOfTail) partners.fill(-1, 0, split);
  else partners.fill(-1, split);

  function standsAt(at = 0): number {
    return partners[at] ?? -1;
  }

  function gapBefore(index: number): number {
    return standsAt(own[index]) - standsAt(own[index - 1]);
  }
}

/**
 * Looks in `within` for the rest of a passage, whose first character is number `at` of the quote, and adds it. Answers the
 * points of a rest that is far off and has next to nothing of the quote itself: it is only what stood around it.
 */
function addPart(text: string, grams: GramIndex, partners: Int32Array, rest: string, at: number, within: Span): number {
  let best: Alignment | undefined;
  let isFar = false;
  for (const start of likelyPlaces(grams, rest, 3, within)) {
    const found = alignAt(text, rest, start);
    if (!found || found.from < within.from || found.to > within.to) continue;
    const distance = at < 0 ? within.to - found.to : found.from - within.from;
    if (found.score < (distance > nearPart ? leastFarPart : leastPart)) continue;
    if (best && found.score <= best.score) continue;
    best = found;
    isFar = distance > nearby;
  }
  if (!best) return 0;
  const own = best.partners.map((partner, index) => (isBetween(index + at, partners.length) ? partner : -1));
  if (isFar && count(own) < leastOwn) return best.score;
  if (isFar && count(partners) < leastOwn) partners.fill(-1);
  own.forEach((partner, index) => {
    if (partner >= 0) partners[index + at] = partner;
  });
  return 0;
}

function isBetween(index: number, length: number): boolean {
  return index >= 0 && index < length;
}

function count(partners: Int32Array): number {
  return partners.reduce((sum, partner) => (partner < 0 ? sum : sum + 1), 0);
}

/** The span from the first to the last character that is the passage's own. */
function spanOf(
  text: string,
  quote: string,
  partners: Int32Array,
  far: { before: number; after: number },
): ChangedPlace | undefined {
  const own: number[] = [];
  partners.forEach((partner, at) => {
    if (partner >= 0 && text.charCodeAt(partner) === quote.charCodeAt(at)) own.push(partner);
  });
  const [from] = own;
  const last = own.at(-1);
  if (from === undefined || last === undefined) return undefined;
  return {
    from,
    to: last + 1,
    kept: own.length,
    inserted: Math.max(0, last + 1 - from - quote.length),
    farBefore: far.before,
    farAfter: far.after,
  };
}
