import { useMemo, useSyncExternalStore } from 'react';
import { formatTimestamp } from '#core/annotation/timestamp';
import { deadlinePresets } from '#core/ledger/deadline';
import { type LedgerRow, ledgerRows } from '#core/ledger/ledger-rows';
import { usePlacedNotes } from './placed-annotations.ts';
import { useApp } from './use-app.ts';

const none: LedgerRow[] = [];

/** All tasks of the open document, in the order of its text. */
export function useLedger(): readonly LedgerRow[] {
  const plan = useApp((state) => state.plan);
  const rule = useApp((state) => state.settings.deadlineRule ?? deadlinePresets.days);
  const placed = usePlacedNotes();
  const today = useToday();
  return useMemo(() => (plan === null ? none : ledgerRows(plan, placed, { rule, today })), [plan, placed, rule, today]);
}

/** The local day, `2026-11-26`; a window that stays open over midnight gets the next one. */
function useToday(): string {
  return useSyncExternalStore(everyMinute, localDay);
}

export function localDay(): string {
  return formatTimestamp(new Date()).slice(0, 10);
}

function everyMinute(onChange: () => void): () => void {
  const timer = setInterval(onChange, 60_000);
  return () => clearInterval(timer);
}
