import { type ChangedPlace, changedPlaces } from './changed-places.ts';
import { compareContext, run } from './context.ts';
import { matchedSection } from './matched-section.ts';
import type { Passage } from './passage.ts';
import type { PlanWords, SectionWords, Span } from './plan-words.ts';

/** A place where a passage may stand, with what speaks for it. */
export interface Candidate extends Span {
  isExact: boolean;
  /** Characters of the passage that are there, and changes that it took. */
  kept: number;
  edits: number;
  /** 0 to 1: how much of the passage is there. */
  likeness: number;
  /** Points of agreement before the passage, after it, and both. */
  before: number;
  after: number;
  context: number;
  /** Equal characters directly beside it. */
  adjacent: number;
  inSection: boolean;
  /** It stands in the heading of the matched section. */
  inHeading: boolean;
  score: number;
}

/** Of a phrase that stands everywhere only the places with the most equal characters beside it are compared in full. */
const mostExact = 24;
const sectionPoints = 6;
/** For a passage that was in the heading of its section and is there again. */
const headingPoints = 12;
const likenessPoints = 8;
/** For a passage at the edge of a text that is at the edge again: there is nothing beside it to compare. */
const edgePoints = 10;
/** However much was inserted into a passage, it is one change. */
const mostInserted = 4;
/** The most that surroundings count which stand farther off now. */
const farPoints = 14;
const leastAroundOne = 10;
/** With this much agreement in the right section no changed passage can be meant. */
const certainContext = 24;

export function findCandidates(plan: PlanWords, passage: Passage, places: readonly Span[]): Candidate[] {
  const section = matchedSection(plan, passage.heading);
  const weigh = (place: ChangedPlace) => weighPlace(plan, passage, section, place);
  const kept = passage.quote.length;
  const exact = mostAdjacent(plan, passage, places).map((span) =>
    weigh({ ...span, kept, inserted: 0, farBefore: 0, farAfter: 0 }),
  );
  const isCertain =
    section?.isDistinct && exact.some(({ inSection, context }) => inSection && context >= certainContext);
  const changed = isCertain ? [] : changedPlaces(plan, passage, section).map(weigh);
  // one character is left of a word: that is nothing, unless what was around it is there on both sides
  const isRival = ({ isExact, kept: left, before, after }: Candidate) =>
    !isExact && (left > 1 || Math.min(before, after) >= leastAroundOne);
  const all = [...exact, ...changed.filter(isRival)].sort(byScore);
  const like = all.filter((candidate) => isLike(passage, candidate));
  return withoutOverlaps([...like, ...all.filter((candidate) => !like.includes(candidate))]);
}

/** Enough of the passage is there: of a long one half will do. */
export function isLike({ quote }: Passage, { likeness, kept }: Candidate): boolean {
  if (quote.length < 6 || kept >= 10) return likeness >= 0.5;
  return likeness >= 0.66;
}

function byScore(left: Candidate, right: Candidate): number {
  return right.score - left.score || left.from - right.from;
}

/** The places of the normalised quote, word for word. */
export function exactPlaces(text: string, quote: string): Span[] {
  const places: Span[] = [];
  if (quote === '') return places;
  for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
    places.push({ from, to: from + quote.length });
  }
  return places;
}

export function mostAdjacent({ text }: { text: string }, { prefix, suffix }: Passage, places: readonly Span[]): Span[] {
  if (places.length <= mostExact) return [...places];
  return places
    .map((span) => ({
      span,
      adjacent: run(prefix, prefix.length - 1, text, span.from - 1, -1) + run(suffix, 0, text, span.to, 1),
    }))
    .sort((left, right) => right.adjacent - left.adjacent || left.span.from - right.span.from)
    .slice(0, mostExact)
    .map(({ span }) => span);
}

function weighPlace(
  { text }: PlanWords,
  { prefix, suffix, quote, inHeading: wasInHeading }: Passage,
  section: SectionWords | undefined,
  { from, to, kept, inserted, farBefore, farAfter }: ChangedPlace,
): Candidate {
  const compared = compareContext(prefix, suffix, text, from, to);
  const edgeBefore = prefix === '' && from === 0 ? edgePoints : 0;
  const edgeAfter = suffix === '' && to === text.length ? edgePoints : 0;
  const before = Math.max(compared.before + edgeBefore, Math.min(farBefore, farPoints));
  const after = Math.max(compared.after + edgeAfter, Math.min(farAfter, farPoints));
  const adjacent = compared.adjacent + edgeBefore + edgeAfter;
  const overlaps = (span: Span) => from < span.to && to > span.from;
  const inSection = section !== undefined && overlaps(section.span);
  const inHeading = section !== undefined && overlaps(section.headingSpan);
  const edits = quote.length - kept + Math.min(inserted, mostInserted);
  const context = before + after;
  const likeness = quote.length === 0 ? 1 : Math.max(0, kept - Math.min(inserted, mostInserted) / 2) / quote.length;
  return {
    from,
    to,
    kept,
    edits,
    isExact: edits === 0,
    likeness,
    before,
    after,
    context,
    adjacent,
    inSection,
    inHeading,
    score:
      context +
      adjacent / 4 +
      quote.length -
      2 * edits +
      likenessPoints * likeness +
      (inSection ? sectionPoints : 0) +
      (inHeading && wasInHeading ? headingPoints : 0),
  };
}

/** Of places that overlap the best one, in the order given. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (!kept.some(({ from, to }) => candidate.from < to && candidate.to > from)) kept.push(candidate);
  }
  return kept;
}
