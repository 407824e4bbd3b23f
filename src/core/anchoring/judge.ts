import { type Candidate, isLike } from './candidates.ts';
import type { Passage } from './passage.ts';

/**
 * Why no place is believed: the passage is not there; several places are as good; a near copy differs from it by little; its
 * surroundings agree too little, or not right beside it.
 */
export type Refusal = 'not-found' | 'ambiguous' | 'weak' | 'duplicate' | 'not-adjacent';

export type Verdict = { accepted: true; isSure: boolean } | { accepted: false; reason: Refusal };

export interface Evidence {
  passage: Passage;
  /** Non-overlapping, best first. */
  candidates: readonly Candidate[];
  /** How often the passage stands word for word in the text now. */
  count: number;
  /** How often it stood in the text it was taken from. */
  occurrences: number;
  /** UTF-16 units of the normalised text. */
  textLength: number;
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
/** So many characters of a changed passage do not stand together by chance. */
const muchKept = 20;
const veryMuchKept = 28;
/** So much of a heading is enough where its section was found again. */
const leastHeading = 0.75;
const marginToCopy = 14;
/** A rival that has this share of passage and surroundings is a copy of both. */
const copyShare = 0.45;

export function judge(evidence: Evidence): Verdict {
  const { passage, candidates } = evidence;
  const [best, second] = candidates;
  if (best === undefined || !isLike(passage, best)) return { accepted: false, reason: 'not-found' };
  // what cannot be the passage is no rival
  const rival = second !== undefined && isLike(passage, second) ? second : undefined;
  const { length } = passage.quote;
  const isUnique = best.isExact && evidence.count === 1 && evidence.occurrences === 1;
  if (isUnique && best.inSection && length >= shortQuote) return accepted(best);
  // its ordinal may have changed
  if (evidence.occurrences === 1 && isAlone(passage, best, second)) return accepted(best);
  if (passage.inHeading && best.inHeading && best.likeness >= leastHeading) return accepted(best);
  const margin = rival === undefined ? Number.POSITIVE_INFINITY : best.score - rival.score;
  if (margin < leastMargin) return { accepted: false, reason: 'ambiguous' };
  if (best.context < neededContext(evidence, best)) {
    if (isUnique && isEnoughAlone(evidence)) return { accepted: true, isSure: false };
    return { accepted: false, reason: evidence.count > 1 && rival?.isExact ? 'ambiguous' : 'weak' };
  }
  if (length < shortQuote && best.adjacent < 3) return { accepted: false, reason: 'not-adjacent' };
  if (rival !== undefined && margin < marginToCopy && isCopy(passage, best, rival)) {
    return { accepted: false, reason: 'duplicate' };
  }
  return accepted(best);
}

/** Whether so much of a passage stands at a place, and nothing like it elsewhere, that little else is needed. */
function isAlone({ inHeading }: Passage, best: Candidate, rival: Candidate | undefined): boolean {
  const isHeading = inHeading && best.kept >= shortQuote && best.likeness >= 0.85;
  const isMuch = best.inSection
    ? best.kept >= muchKept && best.likeness >= 0.8
    : best.kept >= (best.context >= leastSide ? muchKept : veryMuchKept) && best.likeness >= 0.85;
  return (isHeading || isMuch) && (rival === undefined || rival.kept < best.kept * 0.6);
}

/** Whether a passage that stood once and stands once may be shown for review though nothing around it speaks for it. */
function isEnoughAlone({ passage: { quote, prefix, suffix }, textLength }: Evidence): boolean {
  // other programs write notes without surroundings
  if (prefix === '' && suffix === '') return quote.length >= leastWithoutContext;
  return quote.length >= leastUnique && textLength <= shortText;
}

/** Whether the second best place is so much like the passage that only a clear difference decides. */
function isCopy({ prefix, suffix, quote }: Passage, best: Candidate, rival: Candidate): boolean {
  const possible = prefix.length + suffix.length + quote.length;
  const isWhole = rival.kept >= muchKept && rival.likeness >= 0.9;
  if (!isWhole && rival.context + quote.length - rival.edits < copyShare * possible) return false;
  const onlyBestInSection = best.inSection && !rival.inSection && (best.isExact || !rival.isExact);
  const areNeighbours = Math.abs(best.from - rival.from) < possible;
  return !onlyBestInSection && !areNeighbours;
}

function accepted(best: Candidate): Verdict {
  const isOneSided = Math.min(best.before, best.after) < leastSide;
  return { accepted: true, isSure: best.isExact && !isOneSided && best.context >= sureContext };
}

/** Points of context without which a place is not believed. */
function neededContext(evidence: Evidence, best: Candidate): number {
  return Math.max(leastContext(evidence, best), (evidence.decoy + 4) * (best.inSection ? sectionShare : 1));
}

function leastContext(evidence: Evidence, best: Candidate): number {
  const { quote, prefix, suffix } = evidence.passage;
  const isOneSided = Math.min(best.before, best.after) < leastSide;
  const isShort = quote.length < shortQuote;
  if (isShort && isOneSided) {
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
  if (!isOneSided) return share * between(10, 28 - best.kept, 16);
  return best.kept >= muchKept ? share * between(8, 36 - best.kept, 16) : between(12, 36 - best.kept, 24);
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
