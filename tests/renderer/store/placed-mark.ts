import { describeRange } from '#core/anchoring/describe';
import { type PlacedAnnotation, placeAnnotations } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { canonicalText } from '#core/plan/canonical-text';
import { codePointLength } from '#core/text/code-points';
import { bundledPlan } from '../../core/search/bundled-plan.ts';

/** An annotation of the bundled plan on the first occurrence of `words`; `lost`: on a text that is nowhere. */
export function annotationOn(id: string, words: string, fields: Partial<Annotation> = {}): Annotation {
  const text = canonicalText(bundledPlan);
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`not in the plan: ${words}`);
  const start = codePointLength(text.slice(0, at));
  return {
    id,
    document: bundledPlan.id,
    documentTitle: bundledPlan.title,
    created: '2026-11-23T09:20:00+08:00',
    modified: '2026-11-23T09:20:00+08:00',
    author: '',
    device: '',
    rev: 1,
    motivation: 'commenting',
    label: 'important',
    tags: [],
    body: '',
    target: describeRange(bundledPlan, { start, end: start + codePointLength(words) }),
    ...fields,
  };
}

export function lostAnnotation(id: string, fields: Partial<Annotation> = {}): Annotation {
  const annotation = annotationOn(id, '深化体育教育改革', fields);
  const target = { ...annotation.target, exact: '这句话已不在文中', textHash: 'sha256-0000000000000000' };
  return { ...annotation, target };
}

export function placedMarks(...annotations: Annotation[]): PlacedAnnotation[] {
  return placeAnnotations(bundledPlan, annotations);
}
