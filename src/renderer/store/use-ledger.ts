import { useSyncExternalStore } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { formatTimestamp } from '#core/annotation/timestamp';
import { deadlinePresets } from '#core/ledger/deadline';
import { type LedgerOptions, type LedgerRow, ledgerRows } from '#core/ledger/ledger-rows';
import type { PlanDocument } from '#core/plan/plan';
import { usePlacedNotes } from './placed-annotations.ts';
import { useApp } from './use-app.ts';

const none: LedgerRow[] = [];

/** All tasks of the open document, in the order of its text. */
export function useLedger(): readonly LedgerRow[] {
  const plan = useApp((state) => state.plan);
  const rule = useApp((state) => state.settings.deadlineRule ?? deadlinePresets.days);
  const placed = usePlacedNotes();
  const today = useToday();
  return plan === null ? none : rowsOf(plan, placed, { rule, today });
}

const computed = new WeakMap<readonly PlacedAnnotation[], { options: LedgerOptions; rows: LedgerRow[] }>();

/** Made once for all who show them. A list of placed annotations belongs to one text. */
function rowsOf(plan: PlanDocument, placed: readonly PlacedAnnotation[], options: LedgerOptions): LedgerRow[] {
  const known = computed.get(placed);
  if (known?.options.rule === options.rule && known.options.today === options.today) return known.rows;
  const rows = ledgerRows(plan, placed, options);
  computed.set(placed, { options, rows });
  return rows;
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
