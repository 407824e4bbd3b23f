import type { LedgerRow } from '#core/ledger/ledger-rows';
import type { AppStore } from '../../store/app-store.ts';

/** Shows the clause of a task in the text; the focus stays. */
export function goToClause(store: AppStore, { annotation, place }: LedgerRow): void {
  const { selectAnnotation, goTo } = store.getState();
  selectAnnotation(annotation.id);
  if (place.anchoring.range !== undefined) goTo({ range: place.anchoring.range });
}
