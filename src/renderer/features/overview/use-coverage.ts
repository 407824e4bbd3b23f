import { useMemo } from 'react';
import { type Coverage, coverageOf } from '#core/overview/coverage';
import { reuseCoverage } from '#core/overview/reuse-coverage';
import type { PlanDocument } from '#core/plan/plan';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { readDigests } from '../../store/read-sections.ts';
import { useApp } from '../../store/use-app.ts';
import { useLedger } from '../../store/use-ledger.ts';

const latest = new WeakMap<PlanDocument, Coverage>();

/** The map of the open text; the same object as before for as long as it says the same, as while a note is being written. */
export function useCoverage(): { plan: PlanDocument; coverage: Coverage } | null {
  const plan = useApp((state) => state.plan);
  const notes = usePlacedNotes();
  const tasks = useLedger();
  const read = useApp(readDigests);
  return useMemo(() => {
    if (plan === null) return null;
    const coverage = reuseCoverage(latest.get(plan), coverageOf(plan, { notes, tasks, read }));
    latest.set(plan, coverage);
    return { plan, coverage };
  }, [plan, notes, tasks, read]);
}
