import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { LabelId } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';

export interface AnnotationFilter {
  /** Words to look for in quote, note and tags; all blank-separated words must occur. */
  text: string;
  /** Labels to show; none means all. */
  labels: ReadonlySet<LabelId>;
  /** Id of an annotation that is shown in any case. */
  keep: string | null;
}

export function filterAnnotations(
  placed: readonly PlacedAnnotation[],
  { text, labels, keep }: AnnotationFilter,
): readonly PlacedAnnotation[] {
  const wanted = text.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0 && labels.size === 0) return placed;
  return placed.filter(({ annotation }) => {
    if (annotation.id === keep) return true;
    if (labels.size > 0 && !labels.has(paintedAs(annotation.label))) return false;
    const content = [annotation.target.exact, annotation.body, ...annotation.tags].join('\n').toLowerCase();
    return wanted.every((word) => content.includes(word));
  });
}
