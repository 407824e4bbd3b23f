import { type Alignment, align } from './align.ts';
import { type GramIndex, likelyPlaces } from './gram-index.ts';
import { longestAligned, longPlaces } from './long-places.ts';
import type { Passage } from './passage.ts';
import { gramsOf, type PlanWords, type SectionWords, type Span } from './plan-words.ts';

/** A place where the passage stands changed. */
export interface ChangedPlace extends Span {
  /** Characters of the passage that stand there in order. */
  kept: number;
  /** Characters that stand between its parts and are none of its own: text inserted into the passage. */
  inserted: number;
}

const placesOfAll = 8;
const placesOfQuote = 4;
const placesInSection = 3;
/** Quotes shorter than this are not looked for without their surroundings. */
const shortestAlone = 10;
/** Characters around a likely place that are compared as well. */
const slack = 32;
/** How far apart the two parts of a passage may be into which text was inserted. */
const farthestPart = 300;
/** A part that stands apart is believed from this score on. */
const leastPart = 12;
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
  return [...new Set(starts)].flatMap((start) => {
    const found = alignAt(plan.text, pattern, start);
    return (found && placeOf(plan.text, grams, passage, found)) ?? [];
  });
}

function alignAt(text: string, pattern: string, start: number): Alignment | undefined {
  const from = Math.max(0, start - slack);
  const found = align(pattern, text.slice(from, start + pattern.length + slack));
  if (!found) return undefined;
  return {
    ...found,
    from: found.from + from,
    to: found.to + from,
    partners: found.partners.map((at) => (at < 0 ? at : at + from)),
  };
}

function placeOf(text: string, grams: GramIndex, passage: Passage, found: Alignment): ChangedPlace | undefined {
  const { prefix, quote, suffix } = passage;
  const pattern = prefix + quote + suffix;
  const end = prefix.length + quote.length;
  const partners = found.partners.slice(prefix.length, end);
  if (found.last < end - shortestPart && found.last > prefix.length) {
    const rest = pattern.slice(found.last);
    addPart(text, grams, partners, rest, found.last - prefix.length, { from: found.to, to: found.to + farthestPart });
  }
  if (found.first > prefix.length + shortestPart && found.first < end) {
    const rest = pattern.slice(0, found.first);
    addPart(text, grams, partners, rest, -prefix.length, { from: found.from - farthestPart, to: found.from });
  }
  return spanOf(text, quote, partners);
}

/** Looks in `within` for the rest of a passage, whose first character is number `at` of the quote. */
function addPart(text: string, grams: GramIndex, partners: Int32Array, rest: string, at: number, within: Span): void {
  let best: Alignment | undefined;
  for (const start of likelyPlaces(grams, rest, 3, within)) {
    const found = alignAt(text, rest, start);
    if (!found || found.from < within.from || found.to > within.to || found.score < leastPart) continue;
    if (!best || found.score > best.score) best = found;
  }
  best?.partners.forEach((partner, index) => {
    if (partner >= 0 && index + at >= 0 && index + at < partners.length) partners[index + at] = partner;
  });
}

/** The span from the first to the last character that is the passage's own. */
function spanOf(text: string, quote: string, partners: Int32Array): ChangedPlace | undefined {
  const own: number[] = [];
  partners.forEach((partner, at) => {
    if (partner >= 0 && text.charCodeAt(partner) === quote.charCodeAt(at)) own.push(partner);
  });
  const [from] = own;
  const last = own.at(-1);
  if (from === undefined || last === undefined) return undefined;
  return { from, to: last + 1, kept: own.length, inserted: Math.max(0, last + 1 - from - quote.length) };
}
