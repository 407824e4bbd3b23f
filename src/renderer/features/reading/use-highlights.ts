import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanDocument } from '#core/plan/plan';
import { useApp } from '../../store/use-app.ts';
import { painted } from '../../ui/painted.ts';
import { blockElements } from './document-offsets.ts';
import { createPainter, type Painter } from './highlight-painter.ts';
import { useNearText } from './use-near-text.ts';

/** So many annotations are painted wherever they are. */
const few = 500;

/** Keeps the painted highlights in step with annotations, their selection and the search. */
export function useHighlights(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  placed: readonly PlacedAnnotation[],
): void {
  const selected = useApp((state) => state.selectedAnnotation);
  const isLoaded = useApp((state) => state.isLoaded);
  const isMarkMode = useApp((state) => state.settings.markMode ?? false);
  const isMarked = useRef(false);
  const search = useApp((state) => state.searchPaint);
  const [painter, setPainter] = useState<Painter | null>(null);
  const near = useNearText(pane, plan, placed.length > few);

  useLayoutEffect(() => {
    if (plan === null || pane.current === null) return undefined;
    const created = createPainter(plan, blockElements(pane.current));
    setPainter(created);
    return () => {
      created.clear();
      setPainter(null);
    };
  }, [pane, plan]);

  useEffect(() => {
    // Marks are made anew with the text in them: what was painted over it before is gone.
    if (isMarkMode) painter?.clear();
    painter?.paintAnnotations({ placed, selected, isMarked: isMarkMode, near });
    if (isMarkMode) painter?.paintSearch(search.ranges, search.current);
    if (painter === null || !isLoaded || isMarked.current) return;
    isMarked.current = true;
    void painted().then(() => performance.mark('annotations-painted'));
  }, [painter, placed, selected, isLoaded, isMarkMode, search, near]);
  useEffect(() => painter?.paintSearch(search.ranges, search.current), [painter, search]);
}
