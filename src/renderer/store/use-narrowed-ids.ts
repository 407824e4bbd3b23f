import { useMemo } from 'react';
import { isLedgerFiltering } from '#core/ledger/ledger-rows';
import { useListedNotes } from './listed-notes.ts';
import { useListedTasks } from './listed-tasks.ts';
import { isFiltering } from './note-filter.ts';
import { useApp } from './use-app.ts';

/** The ids of what the ledger, or the list of notes, shows; null while it is not narrowed, and of neither. */
export function useNarrowedIds(list: 'ledger' | 'notes' | null): readonly string[] | null {
  const ledgerFilter = useApp((state) => state.ledgerFilter);
  const noteFilter = useApp((state) => state.noteFilter);
  const tasks = useListedTasks();
  const notes = useListedNotes();
  return useMemo(() => {
    if (list === 'ledger') return isLedgerFiltering(ledgerFilter) ? tasks.map(({ annotation }) => annotation.id) : null;
    return list === 'notes' && isFiltering(noteFilter) ? notes.map(({ annotation }) => annotation.id) : null;
  }, [list, ledgerFilter, noteFilter, tasks, notes]);
}
