import type { LedgerRow } from '#core/ledger/ledger-rows';
import { type SectionTallies, sectionTallies } from '#core/ledger/task-standing';
import type { AppState } from '../../store/app-store.ts';
import { ledgerOf } from '../../store/use-ledger.ts';

export type TallySelector = (state: AppState, today: string) => ReadonlyMap<string, SectionTallies>;

/** Selects what tasks each section has; counted once for each change of the ledger. */
export function createTallySelector(): TallySelector {
  let rows: readonly LedgerRow[] = [];
  let tallies: ReadonlyMap<string, SectionTallies> = new Map();
  return (state, today) => {
    const latest = ledgerOf(state, today);
    if (state.plan === null || latest === rows) return tallies;
    rows = latest;
    tallies = sectionTallies(state.plan, latest);
    return tallies;
  };
}
