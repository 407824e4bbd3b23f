import { anchorSelectors } from '../anchoring/anchor.ts';
import { describeRange } from '../anchoring/describe.ts';
import type { Selectors } from '../annotation/annotation.ts';
import { canonicalSlice } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { codePointLength, type TextRange } from '../text/code-points.ts';
import type { DescribedPassage } from './read-target.ts';

/** Stands for a version of the text that nobody knows: offsets never hold, so that only the quote is looked for. */
const unknownTextHash = 'sha256-0000000000000000';

/** As much context as a note file takes; of more the part next to the passage counts. */
const longestContext = 64;

/** Selectors, and whether the passage was seen in the text. */
export interface LocatedPassage {
  selectors: Selectors;
  isFound: boolean;
}

/** The selectors just as the file has them; `undefined` where it does not have them all. */
export function givenSelectors(passage: DescribedPassage): Selectors | undefined {
  const { exact, start, end, textHash, prefix, suffix, sectionPath, sectionHeading, occurrences, decoy } = passage;
  if (exact === undefined || start === undefined || end === undefined || textHash === undefined) return undefined;
  return { exact, prefix, suffix, start, end, sectionPath, sectionHeading, textHash, occurrences, decoy };
}

/**
 * Looks a quote of another program up in the text: by its offsets, should the very words stand there, else by the words. A
 * quote that is not found keeps what is known of it and becomes an orphan.
 */
export function locateQuote(plan: PlanDocument, passage: DescribedPassage): LocatedPassage | undefined {
  const { exact } = passage;
  if (exact === undefined || exact === '') return undefined;
  const given = { start: passage.start ?? 0, end: passage.end ?? 0 };
  if (isPlausible(given) && canonicalSlice(plan, given) === exact) return found(plan, given);
  const start = isOffset(given.start) ? given.start : 0;
  const selectors: Selectors = {
    exact,
    prefix: lastOf(passage.prefix),
    suffix: firstOf(passage.suffix),
    start,
    end: start + codePointLength(exact),
    sectionPath: '',
    sectionHeading: '',
    textHash: unknownTextHash,
    occurrences: 1,
    decoy: 0,
  };
  const { range } = anchorSelectors(plan, selectors);
  if (range === undefined) return { selectors, isFound: false };
  if (canonicalSlice(plan, range) === exact) return found(plan, range);
  return { selectors: { ...selectors, ...range }, isFound: true };
}

function found(plan: PlanDocument, range: TextRange): LocatedPassage {
  return { selectors: describeRange(plan, range), isFound: true };
}

function isOffset(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value < 2 ** 32;
}

function isPlausible({ start, end }: TextRange): boolean {
  return isOffset(start) && isOffset(end) && start < end;
}

function lastOf(prefix: string): string {
  return prefix.slice(-longestContext).replace(/^[\uDC00-\uDFFF]/, '');
}

function firstOf(suffix: string): string {
  return suffix.slice(0, longestContext).replace(/[\uD800-\uDBFF]$/, '');
}
