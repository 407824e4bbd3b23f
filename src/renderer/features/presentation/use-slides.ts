import { useMemo } from 'react';
import { type Slide, slidesOf } from '#core/overview/slides';
import type { PlanDocument } from '#core/plan/plan';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { useLedger } from '../../store/use-ledger.ts';
import { useNarrowedIds } from '../../store/use-narrowed-ids.ts';

/** The slides of what the right pane lists: where its filter narrows, of what passes, else of all annotations. */
export function useSlides(plan: PlanDocument): { slides: Slide[]; narrowedBy: 'ledger' | 'notes' | null } {
  const tab = useApp((state) => state.view.rightTab ?? 'notes');
  const list = tab === 'overview' ? null : tab;
  const all = usePlacedNotes();
  const rows = useLedger();
  const ids = useNarrowedIds(list);
  const slides = useMemo(() => {
    if (ids === null) return slidesOf(plan, all, rows);
    const chosen = new Set(ids);
    // Slides follow the text, whatever the list is sorted by.
    return slidesOf(
      plan,
      all.filter(({ annotation }) => chosen.has(annotation.id)),
      rows,
    );
  }, [plan, ids, all, rows]);
  return { slides, narrowedBy: ids === null ? null : list };
}
