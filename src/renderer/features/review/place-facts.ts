import type { Selectors } from '#core/annotation/annotation';
import { differencesBetween } from '#core/comparison/text-differences';
import { blockIndexAt, blockRanges, canonicalSlice } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { sectionById, sectionPath, sectionTitle } from '#core/plan/section-tree';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { sectionByHeading } from '../../store/doubtful-section.ts';
import type { Passage } from './surroundings.ts';

/** What tells one possible place from another, also where the words are the same. */
export interface PlaceFacts {
  /** The headings from the chapter down; empty outside of sections. */
  headings: string[];
  /** What the sentence says before the passage and after it, or the sentences there. */
  before: string;
  quote: string;
  after: string;
  /** How much of the passage is the same, and of what stood around it; in hundredths, 100 only where all of it is. */
  likeness: number;
  likenessAround: number;
  /** In the section where it stood, as not all of them are. */
  isInSection: boolean;
  /** No other place is as near to where it stood. */
  isNearest: boolean;
}

/** Where a note comes from. */
export interface Origin {
  selectors: Selectors;
  /** The passage as it was. */
  passage: Passage;
  /** Its text, where that is kept. */
  text: PlanDocument | null;
}

/** Code points on each side that are compared: as many as every note knows. */
const compared = 32;
/** The longest part of a sentence that is shown, and of the passage from either end, in code points. */
const longest = 26;
const longestEnd = 12;
const missing = { chapter: messages.outline.missingChapter, section: messages.outline.missingSection };

export function factsOf(plan: PlanDocument, ranges: readonly TextRange[], origin: Origin): PlaceFacts[] {
  const section = sectionByHeading(plan, origin.selectors);
  const nearest = nearestTo(expectedStart(plan, section, origin), ranges);
  const sections = ranges.map(({ start }) => sectionAt(plan, start));
  const tells = sections.some((id) => id !== section);
  return ranges.map((range, index) => {
    const id = sections[index];
    const quote = canonicalSlice(plan, range);
    return {
      headings: id === undefined ? [] : sectionPath(plan, id).map((each) => sectionTitle(plan, each, missing)),
      before: shortenedBefore(sentenceBefore(textBefore(plan, range, 4 * longest))),
      quote: shortened(quote.replaceAll('\n', '')),
      after: shortenedAfter(sentenceAfter(textAfter(plan, range, 4 * longest))),
      likeness: likenessOf(origin.passage.quote, quote),
      likenessAround: likenessAround(plan, range, origin.passage),
      isInSection: tells && id !== undefined && id === section,
      isNearest: index === nearest,
    };
  });
}

function sectionAt(plan: PlanDocument, offset: number): string | undefined {
  return plan.blocks[blockIndexAt(blockRanges(plan), offset)]?.section;
}

/** Where the passage would begin if nothing but its section had moved; unknown where that is not in the text. */
function expectedStart(
  plan: PlanDocument,
  section: string | undefined,
  { selectors, text }: Origin,
): number | undefined {
  if (section === undefined) return undefined;
  const start = sectionStart(plan, section);
  const before = text === null ? undefined : sectionAt(text, selectors.start);
  const startBefore = text === null || before === undefined ? undefined : sectionStart(text, before);
  if (start === undefined || startBefore === undefined) return start;
  return start + selectors.start - startBefore;
}

function sectionStart(plan: PlanDocument, id: string): number | undefined {
  const section = sectionById(plan, id);
  const block = section?.headingBlock ?? section?.bodyBlocks[0];
  return block === undefined ? undefined : blockRanges(plan)[block]?.start;
}

/** The index of the one that begins nearest to `start`; none where two are as near, or where it is the only one. */
function nearestTo(start: number | undefined, ranges: readonly TextRange[]): number | undefined {
  if (start === undefined || ranges.length < 2) return undefined;
  const distances = ranges.map((range) => Math.abs(range.start - start));
  const least = Math.min(...distances);
  return distances.filter((distance) => distance === least).length === 1 ? distances.indexOf(least) : undefined;
}

function textBefore(plan: PlanDocument, { start }: TextRange, reach: number): string {
  return canonicalSlice(plan, { start: Math.max(0, start - reach), end: start });
}

function textAfter(plan: PlanDocument, { end }: TextRange, reach: number): string {
  return canonicalSlice(plan, { start: end, end: Math.min(blockRanges(plan).at(-1)?.end ?? end, end + reach) });
}

/** What of the sentence stands before; where it begins here, the sentence before. */
function sentenceBefore(text: string): string {
  return /[^。！？；\n]*(?:[。！？；][”’）]*)?[\n\s]*$/u.exec(text)?.[0].trim() ?? '';
}

function sentenceAfter(text: string): string {
  return /^[。！？；\n\s]*[^。！？；\n]*[。！？；]?/u.exec(text)?.[0].trim() ?? '';
}

function shortenedBefore(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `…${characters.slice(-longest).join('')}` : text;
}

function shortenedAfter(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}

/** A long passage from both ends. */
function shortened(quote: string): string {
  const characters = [...quote];
  if (characters.length <= 2 * longestEnd + 1) return quote;
  return `${characters.slice(0, longestEnd).join('')}…${characters.slice(-longestEnd).join('')}`;
}

/** How much of two texts is the same, in hundredths; 100 only where all of it is. */
function likenessOf(left: string, right: string): number {
  const { same, all } = shared(left, right);
  return hundredths(same, all);
}

function likenessAround(plan: PlanDocument, range: TextRange, { before, after }: Passage): number {
  const last = [...before].slice(-compared);
  const first = [...after].slice(0, compared);
  const sides = [
    shared(last.join(''), textBefore(plan, range, last.length)),
    shared(first.join(''), textAfter(plan, range, first.length)),
  ];
  return hundredths(
    sides.reduce((sum, { same }) => sum + same, 0),
    sides.reduce((sum, { all }) => sum + all, 0),
  );
}

function shared(left: string, right: string): { same: number; all: number } {
  const parts = differencesBetween(left, right);
  const all = [...parts.left, ...parts.right];
  const lengthOf = (some: typeof all) => some.reduce((sum, { text }) => sum + text.length, 0);
  return { same: lengthOf(all.filter(({ kind }) => kind === 'same')), all: lengthOf(all) };
}

function hundredths(same: number, all: number): number {
  if (same === all) return 100;
  return Math.min(99, Math.round((100 * same) / all));
}
