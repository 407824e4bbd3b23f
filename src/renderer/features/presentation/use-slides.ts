import { useMemo } from 'react';
import { noLedgerFilter } from '#core/ledger/ledger-rows';
import { type Slide, slidesOf } from '#core/overview/slides';
import type { PlanDocument } from '#core/plan/plan';
import { useListedNotes } from '../../store/listed-notes.ts';
import { useListedTasks } from '../../store/listed-tasks.ts';
import { isFiltering } from '../../store/note-filter.ts';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { useLedger } from '../../store/use-ledger.ts';

/** The slides of what the right pane lists: where its filter narrows, of what passes, else of all annotations. */
export function useSlides(plan: PlanDocument): { slides: Slide[]; narrowedBy: 'ledger' | 'notes' | null } {
  const tab = useApp((state) => state.view.rightTab ?? 'notes');
  const ledgerFilter = useApp((state) => state.ledgerFilter);
  const noteFilter = useApp((state) => state.noteFilter);
  const all = usePlacedNotes();
  const rows = useLedger();
  const listedTasks = useListedTasks();
  const listedNotes = useListedNotes();
  const narrowedBy =
    tab === 'ledger' && JSON.stringify(ledgerFilter) !== JSON.stringify(noLedgerFilter)
      ? ('ledger' as const)
      : tab === 'notes' && isFiltering(noteFilter)
        ? ('notes' as const)
        : null;
  const slides = useMemo(() => {
    if (narrowedBy === null) return slidesOf(plan, all, rows);
    const ids =
      narrowedBy === 'ledger'
        ? listedTasks.map(({ annotation }) => annotation.id)
        : listedNotes.map(({ annotation }) => annotation.id);
    const chosen = new Set(ids);
    // Slides follow the text, whatever the list is sorted by.
    return slidesOf(
      plan,
      all.filter(({ annotation }) => chosen.has(annotation.id)),
      rows,
    );
  }, [plan, narrowedBy, all, rows, listedTasks, listedNotes]);
  return { slides, narrowedBy };
}
