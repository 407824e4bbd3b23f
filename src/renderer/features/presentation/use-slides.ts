import { useMemo, useState } from 'react';
import { isTask } from '#core/annotation/task';
import { type Slide, slideAt, slidesOf } from '#core/overview/slides';
import type { PlanDocument } from '#core/plan/plan';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { useLedger } from '../../store/use-ledger.ts';
import { useNarrowedIds } from '../../store/use-narrowed-ids.ts';

/** The slides of what the right pane lists: where its filter narrows, of what passes, else of all annotations; or of the tasks among them. */
export function useSlides(plan: PlanDocument): { slides: Slide[]; narrowedBy: 'ledger' | 'notes' | null } {
  const tab = useApp((state) => state.view.rightTab ?? 'notes');
  const isTasksOnly = useApp((state) => state.view.presentsTasksOnly ?? false);
  const list = tab === 'overview' ? null : tab;
  const all = usePlacedNotes();
  const rows = useLedger();
  const ids = useNarrowedIds(list);
  const slides = useMemo(() => {
    const chosen = ids === null ? null : new Set(ids);
    // Slides follow the text, whatever the list is sorted by.
    const shown = all.filter(
      ({ annotation }) => (chosen === null || chosen.has(annotation.id)) && (!isTasksOnly || isTask(annotation)),
    );
    return slidesOf(plan, shown, rows);
  }, [plan, ids, isTasksOnly, all, rows]);
  return { slides, narrowedBy: ids === null ? null : list };
}

/** One screen: a clause, or, without a slide, what all of them come to. */
export interface Page {
  id: string;
  slide?: Slide;
}

/**
 * The page that is shown: the same one when others come and go before it; where it goes itself, the next one in the text. `start`:
 * the section to begin with; null for the totals.
 */
export function usePages(plan: PlanDocument, slides: readonly Slide[], start: string | null) {
  const pages = useMemo<Page[]>(
    () => (slides.length === 0 ? [] : [{ id: 'totals' }, ...slides.map((slide) => ({ id: slide.id, slide }))]),
    [slides],
  );
  const last = Math.max(0, pages.length - 1);
  const pageOf = (section: string) => Math.min(last, slideAt(plan, slides, section) + 1);
  const at = (index: number) => ({ id: pages[index]?.id, section: pages[index]?.slide?.section?.id, index });
  const [held, hold] = useState(() => at(start === null ? 0 : pageOf(start)));
  const [wanted, want] = useState<'first' | 'last' | null>(null);
  const found = pages.findIndex(({ id }) => id === held.id);
  if (found >= 0 && found !== held.index) hold({ ...held, index: found });
  const inPlace = held.section === undefined ? Math.min(held.index, last) : pageOf(held.section);
  return {
    pages,
    index: found >= 0 ? found : inPlace,
    /** The end of the slides that the reader wanted to go beyond. */
    atEnd: wanted,
    go: (index: number) => {
      hold(at(Math.min(last, Math.max(0, index))));
      want(index < 0 ? 'first' : index > last ? 'last' : null);
    },
  };
}
