import { anchorSelectors } from '#core/anchoring/anchor';
import type { Selectors } from '#core/annotation/annotation';
import { canonicalOffset, canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength, type TextRange } from '#core/text/code-points';

/** A place, and whether the reader is asked to look at it before it counts as found. */
export interface Found extends TextRange {
  isForReview?: boolean;
}

/** A way to find a passage again; undefined where it finds none. */
export type Method = (plan: PlanDocument, selectors: Selectors) => Found | undefined;

/** What the reader uses. */
export const anchored: Method = (plan, selectors) => {
  const { range, state } = anchorSelectors(plan, selectors);
  return range && { ...range, isForReview: state === 'review' };
};

/** The occurrence of the quote that is nearest to its old place. */
export const nearestQuote: Method = (plan, { exact, start }) => {
  const places = occurrences(canonicalText(plan), exact).map((at) => canonicalOffset(plan, at));
  const [nearest] = places.sort((left, right) => Math.abs(left - start) - Math.abs(right - start));
  return nearest === undefined ? undefined : rangeFrom(nearest, exact);
};

/** The quote with all of its context, where that stands once. */
export const quoteInContext: Method = (plan, { exact, prefix, suffix }) => {
  const [only, ...others] = occurrences(canonicalText(plan), prefix + exact + suffix);
  if (only === undefined || others.length > 0) return undefined;
  return rangeFrom(canonicalOffset(plan, only + prefix.length), exact);
};

function rangeFrom(start: number, exact: string): TextRange {
  return { start, end: start + codePointLength(exact) };
}

function occurrences(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}
