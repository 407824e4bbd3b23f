import type { Annotation } from '../annotation/annotation.ts';
import { blockIndexAt, blockRanges } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
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

/** All annotations in document order (then the longer passage first, then the older one); orphans come last. */
export function placeAnnotations(plan: PlanDocument, annotations: readonly Annotation[]): PlacedAnnotation[] {
  const ranges = blockRanges(plan);
  return annotations
    .map((annotation): PlacedAnnotation => {
      const anchoring = anchorSelectors(plan, annotation.target);
      if (anchoring.range === undefined) return { annotation, anchoring };
      const block = blockIndexAt(ranges, anchoring.range.start);
      const section = plan.blocks[block]?.section;
      return { annotation, anchoring, block, ...(section === undefined ? {} : { section }) };
    })
    .sort(inDocumentOrder);
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
