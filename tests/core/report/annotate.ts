import { describeRange } from '#core/anchoring/describe';
import type { Annotation } from '#core/annotation/annotation';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';

/** An annotation of the passage `words`, which must occur in the plan; `words` may run over several blocks. */
export function annotate(plan: PlanDocument, words: string, fields: Partial<Annotation> = {}): Annotation {
  const text = plan.blocks.map((block) => block.text).join('\n');
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`not in the plan: ${words}`);
  const start = [...text.slice(0, at)].length;
  return annotateRange(plan, { start, end: start + [...words].length }, fields);
}

export function annotateRange(plan: PlanDocument, range: TextRange, fields: Partial<Annotation> = {}): Annotation {
  return {
    id: '01M84B9PR0644CCAMGF5S6AR97',
    document: plan.id,
    documentTitle: plan.title,
    created: '2026-11-20T09:20:00+08:00',
    modified: '2026-11-20T09:26:31+08:00',
    author: '王老师',
    device: 'PC-A',
    rev: 1,
    motivation: 'commenting',
    label: 'important',
    tags: [],
    target: describeRange(plan, range),
    body: '批注',
    ...fields,
  };
}

/** The same annotation as it looks to a plan that no longer has the passage. */
export function orphaned(annotation: Annotation): Annotation {
  const target = {
    ...annotation.target,
    exact: '规划里没有这句话',
    textHash: 'sha256-0000000000000000',
  };
  return { ...annotation, target };
}

/** A valid id for each number. */
export function idOf(number: number): string {
  return `01M84B9PR0644CCAMGF5${String(number).padStart(6, '0')}`;
}
