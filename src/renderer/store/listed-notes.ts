import { useDeferredValue, useMemo, useState } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { filterNotes } from './note-filter.ts';
import { type HeldNote, orderNotes } from './note-rows.ts';
import type { OtherNotes } from './other-notes.ts';
import { usePlacedNotes } from './placed-annotations.ts';
import { useApp } from './use-app.ts';
import { latin, usePinyin } from './use-pinyin.ts';

const nothing: readonly PlacedAnnotation[] = [];
const nowhere: readonly OtherNotes[] = [];

/** The annotations that pass the filter, in the order of the list. A key typed into the filter does not wait for them. */
export function useListedNotes(): readonly PlacedAnnotation[] {
  const plan = useApp((state) => state.plan);
  const filter = useDeferredValue(useApp((state) => state.noteFilter));
  const order = useApp((state) => state.view.notesOrder ?? 'document');
  const edited = useApp((state) => state.editedAnnotation);
  const pointedAt = useApp(({ selectedAnnotation, currentAtFiltering }) =>
    selectedAnnotation === currentAtFiltering ? null : selectedAnnotation,
  );
  const isSpelled = usePinyin(latin.test(filter.text));
  const placed = usePlacedNotes();
  const held = useHeldNote(placed, edited);
  const ordered = useMemo(() => orderNotes(placed, order, held), [placed, order, held]);
  return useMemo(
    () =>
      plan === null
        ? nothing
        : // The note being written stays, whatever the filter says.
          filterNotes(ordered, { plan, filter, keep: [edited, pointedAt], isSpelled }),
    [plan, ordered, filter, edited, pointedAt, isSpelled],
  );
}

/** The same of the other documents, in the order of the library; none where they are not asked for. */
export function useOtherListedNotes(): readonly OtherNotes[] {
  const plan = useApp((state) => state.plan);
  const filter = useDeferredValue(useApp((state) => state.noteFilter));
  const order = useApp((state) => state.view.notesOrder ?? 'document');
  const isSpelled = usePinyin(latin.test(filter.text));
  const others = useOtherNotes();
  return useMemo(
    () =>
      plan === null
        ? nowhere
        : others.map((other) => {
            const options = { plan: other.plan ?? plan, filter, isSpelled };
            return { ...other, notes: filterNotes(orderNotes(other.notes, order), options) };
          }),
    [plan, others, filter, order, isSpelled],
  );
}

/** The annotations of the other documents, where the list shows those of all. */
export function useOtherNotes(): readonly OtherNotes[] {
  const open = useApp((state) => state.plan?.id);
  const isEverywhere = useApp((state) => state.view.notesEverywhere ?? false);
  const others = useApp((state) => state.otherNotes);
  return useMemo(
    () => (isEverywhere ? [...others.values()].filter(({ document }) => document !== open) : nowhere),
    [isEverywhere, others, open],
  );
}

function useHeldNote(placed: readonly PlacedAnnotation[], edited: string | null): HeldNote | null {
  const [held, setHeld] = useState<HeldNote | null>(null);
  if ((held?.id ?? null) === edited) return held;
  const note = placed.find(({ annotation }) => annotation.id === edited)?.annotation;
  const next = note === undefined ? null : { id: note.id, modified: note.modified };
  if (next?.id !== held?.id) setHeld(next);
  return next;
}
