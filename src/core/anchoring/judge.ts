import { type Candidate, isLike } from './candidates.ts';
import { isLikeHeading, wholeHeading } from './matched-section.ts';
import type { Passage } from './passage.ts';
import type { PlanWords } from './plan-words.ts';
import { leastRarity, rarity, rarityOfWords } from './rarity.ts';

/**
 * Why no place is believed: the passage is not there; several places are as good; a near copy differs from it by little; its
 * surroundings agree too little, or not right beside it.
 */
export type Refusal = 'not-found' | 'ambiguous' | 'weak' | 'duplicate' | 'not-adjacent';

export type Verdict = { accepted: true; isSure: boolean } | { accepted: false; reason: Refusal };

export interface Evidence {
  /** The text in which the passage is looked for. */
  plan: PlanWords;
  passage: Passage;
  /** Non-overlapping, best first. */
  candidates: readonly Candidate[];
  /** How often the passage stands word for word in the text now. */
  count: number;
  /** How often it stood in the text it was taken from. */
  occurrences: number;
  decoy: number;
}

const shortQuote = 8;
const middleQuote = 20;
const sureContext = 20;
/** In a short text a passage of this length does not recur by chance. */
const leastUnique = 6;
const shortText = 1000;
const leastWithoutContext = 4;
/** Less is needed in the right section. */
const sectionShare = 0.8;
const oneSideShare = 0.9;
/** Points on one side below which only the other side speaks for a place. */
const leastSide = 4;
/** So many equal characters directly beside a passage are no set phrase. */
const longStretch = 20;
const leastMargin = 4;
/** Of a short passage outside its section, which more is like by chance. */
const leastMarginOfShort = 9;
/** So many characters of a changed passage do not stand together by chance. */
const muchKept = 20;
const veryMuchKept = 28;
/** So much of a heading is enough where its section was found again. */
const leastHeading = 0.75;
const clearMargin = 14;
/**
 * A rival with this share of the evidence for the best place is a copy of it with its surroundings. Which of the two the
 * passage was taken from cannot be told: the one that is more like it is only the one that was edited less.
 */
const closeCopy = 0.6;
/** With a copy that has this share the reader should look. */
const doubtfulCopy = 0.5;
/** By so much the best place must exceed a copy in other surroundings: some characters there are the same by chance. */
const marginToEnd = 8;
/** What is left of a changed passage may be made of several set phrases. */
const leastRarityOfChanged = 45;
/** Of a changed passage of which less than this is left, the rest must be as rare as if its surroundings said little. */
const littleLeft = 0.6;
/** With so many bits what is left of a changed passage stands nowhere else by chance, however few points it has. */
const highRarityOfChanged = 60;
/** A short passage of which less than this is left is believed for what surrounds it alone, which must be as rare as this. */
const mostLeft = 0.75;
const rarityOfSurroundings = 80;
/** With so many bits in the passage itself, it stands nowhere else by chance whatever surrounds it. */
const certainRarity = 75;
const nearlyWhole = 0.9;
const leastRareContext = 16;
/** Something beside the passage must agree: else what was around it stands there, and it does not. */
const leastRareAdjacent = 3;
/** A short passage with fewer equal characters directly beside it, on both sides, needs more bits to be believed. */
const wellEmbedded = 10;
const leastRarityApart = 35;

export function judge(evidence: Evidence): Verdict {
  const { plan, passage, candidates } = evidence;
  const [best, second] = candidates;
  if (best === undefined || !isLike(passage, best)) return { accepted: false, reason: 'not-found' };
  // what cannot be the passage is no rival
  const rival = second !== undefined && isLike(passage, second) ? second : undefined;
  const { length } = passage.quote;
  const { margin, copied, isElsewhere } = compare(evidence, best, rival);
  if (copied >= closeCopy && !isElsewhere) return { accepted: false, reason: 'duplicate' };
  const isUnique = best.isExact && evidence.count === 1 && evidence.occurrences === 1;
  const isCertain =
    isSure(best) ||
    (isUnique && isUnmistakable(evidence, best)) ||
    isSameHeading(evidence, best) ||
    isNearlyWhole(evidence, best, second);
  const accepted: Verdict = { accepted: true, isSure: isCertain && copied < doubtfulCopy };
  if (isUnique && best.inSection && length >= shortQuote) return accepted;
  if (passage.inHeading && best.inHeading && best.likeness >= leastHeading) return accepted;
  // other programs write notes without surroundings
  if (isUnique && isBare(passage)) {
    return length < leastWithoutContext ? { accepted: false, reason: 'weak' } : { accepted: true, isSure: false };
  }
  const bits = rarity(plan, passage, best);
  if (bits < leastRarity && plan.text.length > shortText) return { accepted: false, reason: 'weak' };
  // its ordinal may have changed
  if (evidence.occurrences === 1 && isAlone(evidence, best, second)) return accepted;
  if (margin < leastMargin) return { accepted: false, reason: 'ambiguous' };
  const isApart = length < shortQuote && best.adjacent < wellEmbedded && bits < leastRarityApart;
  if (best.context < neededContext(evidence, best)) {
    const isRare = bits >= (best.isExact ? leastRarity : highRarityOfChanged);
    const isThere = best.context >= leastRareContext && best.adjacent >= leastRareAdjacent;
    if (isRare && isThere && !isApart && margin >= clearMargin) return { accepted: true, isSure: false };
    if (isUnique && isEnoughAlone(evidence)) return { accepted: true, isSure: false };
    return { accepted: false, reason: evidence.count > 1 && rival?.isExact ? 'ambiguous' : 'weak' };
  }
  if (!best.isExact && bits < rarityNeeded(passage, best) && plan.text.length > shortText) {
    return { accepted: false, reason: 'weak' };
  }
  if (isApart) return { accepted: false, reason: 'not-adjacent' };
  const isLed = length >= shortQuote || best.inSection || margin >= leastMarginOfShort;
  return isLed ? accepted : { accepted: false, reason: 'ambiguous' };
}

/** How far the best place is ahead of the next one, and what share of its evidence that one has too. */
function compare(evidence: Evidence, best: Candidate, rival: Candidate | undefined) {
  if (rival === undefined) return { margin: Number.POSITIVE_INFINITY, copied: 0, isElsewhere: true };
  const margin = best.score - rival.score;
  const share = Math.max(0, points(rival)) / Math.max(1, points(best));
  return {
    margin,
    copied: isToldApart(evidence, best, rival) ? 0 : share,
    isElsewhere: margin >= marginToEnd && endsSooner(best, rival),
  };
}

/**
 * Whether the surroundings of the rival agree up to a point and no farther: a copy that stands in other surroundings. Where
 * they agree on behind a difference, they are the same ones, and one of the two was edited.
 */
function endsSooner(best: Candidate, rival: Candidate): boolean {
  return best.isExact && rival.isExact && !isOneSided(best) && rival.context - rival.adjacent < leastSide;
}

function rarityNeeded({ quote }: Passage, { likeness }: Candidate): number {
  if (quote.length < shortQuote && likeness < mostLeft) return rarityOfSurroundings;
  return likeness < littleLeft ? highRarityOfChanged : leastRarityOfChanged;
}

/** What speaks for a place apart from its section. */
function points({ context, kept, edits }: Candidate): number {
  return context + kept - edits;
}

/** Whether so much of a passage stands at a place, and nothing like it elsewhere, that little else is needed. */
function isAlone({ plan, passage }: Evidence, best: Candidate, rival: Candidate | undefined): boolean {
  // the words of a heading stand in sentences too: with nothing around them, a section must go by them
  const isHeading =
    passage.inHeading &&
    best.kept >= shortQuote &&
    best.likeness >= 0.85 &&
    (best.context >= leastSide || isLikeHeading(plan, passage.heading, best));
  const isMuch = best.inSection
    ? best.kept >= muchKept && best.likeness >= 0.8
    : best.kept >= (best.context >= leastSide ? muchKept : veryMuchKept) && best.likeness >= 0.85;
  return (isHeading || isMuch) && (rival === undefined || rival.kept < best.kept * 0.6);
}

/** Whether a passage that stood once and stands once may be shown for review though nothing around it speaks for it. */
function isEnoughAlone({ plan, passage: { quote } }: Evidence): boolean {
  return quote.length >= leastUnique && plan.text.length <= shortText;
}

function isBare({ prefix, suffix }: Passage): boolean {
  return prefix === '' && suffix === '';
}

/** Whether the section says which of two places is meant, or they are neighbours with the same surroundings. */
function isToldApart({ plan, passage }: Evidence, best: Candidate, rival: Candidate): boolean {
  const { prefix, suffix, quote, heading } = passage;
  if (Math.abs(best.from - rival.from) < prefix.length + suffix.length + quote.length) return true;
  const onlyBestInSection = best.inSection && !rival.inSection && (best.isExact || !rival.isExact);
  // where the heading was copied as well, its section is no evidence
  return onlyBestInSection && !isLikeHeading(plan, heading, rival);
}

function isSure(best: Candidate): boolean {
  return best.isExact && !isOneSided(best) && best.context >= sureContext;
}

/** Whether a long passage stands there but for a few characters, and nothing like it elsewhere. */
function isNearlyWhole(
  { plan, passage, occurrences }: Evidence,
  best: Candidate,
  second: Candidate | undefined,
): boolean {
  const isLong = best.kept >= veryMuchKept && best.likeness >= nearlyWhole;
  if (!isLong || occurrences !== 1 || (second !== undefined && second.kept >= best.kept * 0.6)) return false;
  return rarityOfWords(plan, passage.quote, best) >= certainRarity;
}

/** Whether the passage was a whole heading, and the place is the one heading of the same words, whatever its number. */
function isSameHeading({ plan, passage, occurrences }: Evidence, best: Candidate): boolean {
  return best.inHeading && occurrences === 1 && wholeHeading(plan, passage) !== undefined;
}

/** Whether a passage that stood once and stands once, word for word, can be no other, whatever was changed around it. */
function isUnmistakable({ plan, passage }: Evidence, best: Candidate): boolean {
  if (best.inSection && passage.quote.length >= shortQuote) return true;
  return rarityOfWords(plan, passage.quote, best) >= certainRarity;
}

/** Whether only one side of the surroundings speaks for a place. */
function isOneSided({ before, after }: Candidate): boolean {
  return Math.min(before, after) < leastSide;
}

/** Points of context without which a place is not believed. */
function neededContext(evidence: Evidence, best: Candidate): number {
  return Math.max(leastContext(evidence, best), (evidence.decoy + 4) * (best.inSection ? sectionShare : 1));
}

function leastContext(evidence: Evidence, best: Candidate): number {
  const { quote, prefix, suffix } = evidence.passage;
  const isShort = quote.length < shortQuote;
  if (isShort && isOneSided(best)) {
    if (!best.isExact) {
      return best.adjacent >= longStretch && evidence.occurrences === 1 ? longStretch : Number.POSITIVE_INFINITY;
    }
    // a long stretch is the same, and beyond the passage it goes on
    const goesOn = Math.min(best.before, best.after) >= (best.inSection ? 1 : 2);
    if (goesOn && best.adjacent >= longStretch) return longStretch;
    // set phrases run on for long: from one side alone all of it must agree, and for what is frequent that is not enough
    if (evidence.occurrences > 3 && !best.inSection) return Number.POSITIVE_INFINITY;
    const side = best.before > best.after ? prefix : suffix;
    return Math.max(14, Math.min(28, oneSideShare * side.length));
  }
  const share = best.inSection ? sectionShare : 1;
  if (best.isExact) return share * (isShort ? 14 : quote.length < middleQuote ? 12 : 6);
  // what is there of a changed passage is evidence too
  if (!isOneSided(best)) return share * between(10, 28 - best.kept, 16);
  return best.kept >= muchKept ? share * between(8, 36 - best.kept, 16) : between(12, 36 - best.kept, 24);
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
