import { useDeferredValue, useMemo } from 'react';
import { filterRows, type LedgerColumn, type LedgerRow, ledgerColumns, sortRows } from '#core/ledger/ledger-rows';
import type { AppState } from './app-store.ts';
import { useApp } from './use-app.ts';
import { useLedger } from './use-ledger.ts';

/** Shown at first: what a meeting asks for. The others can be added. */
const usualColumns: readonly LedgerColumn[] = ledgerColumns.filter(
  (column) => !['leader', 'partners', 'start', 'criterion', 'evidence', 'remark'].includes(column),
);

/** The tasks that pass the filter of the ledger, in its order. A key typed into the filter does not wait for them. */
export function useListedTasks(): readonly LedgerRow[] {
  const rows = useLedger();
  const filter = useDeferredValue(useApp((state) => state.ledgerFilter));
  const order = useApp((state) => state.view.ledgerOrder ?? null);
  const passing = useMemo(() => filterRows(rows, filter), [rows, filter]);
  return useMemo(() => sortRows(passing, order), [passing, order]);
}

/** The columns that the ledger of the open document shows, in their order. */
export function useLedgerColumns(): readonly LedgerColumn[] {
  return useApp(shownColumns);
}

export function shownColumns({ view, plan }: AppState): readonly LedgerColumn[] {
  const own = view.documentColumns?.find(({ document }) => document === plan?.id);
  return own?.columns ?? view.ledgerColumns ?? usualColumns;
}
