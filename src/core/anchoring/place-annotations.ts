import type { Annotation, Selectors } from '../annotation/annotation.ts';
import { blockIndexAt, blockRanges, canonicalSlice } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { textHash } from '../plan/text-hash.ts';
import { type Anchoring, anchorSelectors } from './anchor.ts';

/** An annotation together with where it stands in a plan. */
export interface PlacedAnnotation {
  annotation: Annotation;
  anchoring: Anchoring;
  /** Index of the block where the passage begins; absent for orphans. */
  block?: number;
  /** Id of that block's section, where it has one. */
  section?: string;
}

const placesInPlans = new WeakMap<PlanDocument, WeakMap<Annotation, PlacedAnnotation>>();

/**
 * All annotations in document order (then the longer passage first, then the older one); orphans come last. An annotation
 * that was placed before is not looked for again, and its place is the same object: only what changed costs time.
 */
export function placeAnnotations(plan: PlanDocument, annotations: readonly Annotation[]): PlacedAnnotation[] {
  let known = placesInPlans.get(plan);
  if (known === undefined) {
    known = new WeakMap();
    placesInPlans.set(plan, known);
  }
  const placed: PlacedAnnotation[] = [];
  for (const annotation of annotations) {
    const place = known.get(annotation) ?? placeAnnotation(plan, annotation);
    known.set(annotation, place);
    placed.push(place);
  }
  return placed.sort(inDocumentOrder);
}

/**
 * Where an annotation stands. In the text that it was made in, or in one for which the reader has decided, its offsets say
 * so; in any other text it is looked for anew, which writes nothing.
 */
export function anchorAnnotation(plan: PlanDocument, { target, placement }: Annotation): Anchoring {
  const known = [target, placement].find((selectors) => selectors !== undefined && isIn(plan, selectors));
  if (known === undefined) return anchorSelectors(plan, placement ?? target);
  return { state: 'anchored', range: { start: known.start, end: known.end }, score: 1, suggestions: [] };
}

function isIn(plan: PlanDocument, selectors: Selectors): boolean {
  return selectors.textHash === textHash(plan) && canonicalSlice(plan, selectors) === selectors.exact;
}

function placeAnnotation(plan: PlanDocument, annotation: Annotation): PlacedAnnotation {
  const anchoring = anchorAnnotation(plan, annotation);
  if (anchoring.range === undefined) return { annotation, anchoring };
  const block = blockIndexAt(blockRanges(plan), anchoring.range.start);
  const section = plan.blocks[block]?.section;
  return { annotation, anchoring, block, ...(section === undefined ? {} : { section }) };
}

function inDocumentOrder(left: PlacedAnnotation, right: PlacedAnnotation): number {
  const leftRange = left.anchoring.range;
  const rightRange = right.anchoring.range;
  if (leftRange === undefined || rightRange === undefined) {
    if (leftRange !== rightRange) return leftRange === undefined ? 1 : -1;
    return left.annotation.target.start - right.annotation.target.start || byAge(left, right);
  }
  return leftRange.start - rightRange.start || rightRange.end - leftRange.end || byAge(left, right);
}

function byAge(left: PlacedAnnotation, right: PlacedAnnotation): number {
  return left.annotation.id < right.annotation.id ? -1 : 1;
}
