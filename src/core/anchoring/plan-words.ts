import { blockRanges, canonicalText } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { type GramIndex, indexGrams } from './gram-index.ts';
import { type NormalText, normalise, normaliseWithSources, normalOffset } from './normal-text.ts';

/** A span of a normalised text, in its UTF-16 units. */
export interface Span {
  from: number;
  to: number;
}

export interface SectionWords {
  /** Normalised heading without its ordinal. */
  heading: string;
  headingSpan: Span;
  /** Heading and own paragraphs, without the sections below. */
  span: Span;
}

/** A plan made ready for looking passages up; made once for each plan. */
export interface PlanWords extends NormalText {
  sections: readonly SectionWords[];
}

const words = new WeakMap<PlanDocument, PlanWords>();
const indexes = new WeakMap<PlanWords, GramIndex>();

export function wordsOf(plan: PlanDocument): PlanWords {
  let known = words.get(plan);
  if (known === undefined) {
    const normal = normaliseWithSources(canonicalText(plan));
    known = { ...normal, sections: sectionsOf(plan, normal) };
    words.set(plan, known);
  }
  return known;
}

/** Built only when a passage is not found as it was. */
export function gramsOf(plan: PlanWords): GramIndex {
  let index = indexes.get(plan);
  if (index === undefined) {
    index = indexGrams(plan.text);
    indexes.set(plan, index);
  }
  return index;
}

function sectionsOf(plan: PlanDocument, normal: NormalText): SectionWords[] {
  const ranges = blockRanges(plan);
  const spanOf = (first: number, last: number): Span => ({
    from: normalOffset(normal, ranges[first]?.start ?? 0),
    to: normalOffset(normal, ranges[last]?.end ?? 0),
  });
  return plan.sections.flatMap(({ heading, headingBlock, bodyBlocks }) => {
    if (heading === undefined || headingBlock === undefined) return [];
    const last = bodyBlocks.reduce((greatest, block) => Math.max(greatest, block), headingBlock);
    return {
      heading: normalise(heading),
      headingSpan: spanOf(headingBlock, headingBlock),
      span: spanOf(headingBlock, last),
    };
  });
}
