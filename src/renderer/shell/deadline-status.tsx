import { AlarmClock } from 'lucide-react';
import { noLedgerFilter } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import type { AppStore } from '../store/app-store.ts';
import { useAppStore } from '../store/use-app.ts';
import { useLedger } from '../store/use-ledger.ts';
import styles from './status-bar.module.css';

const words = messages.ledger.status;
/** The most pressing first. */
const pressing = ['overdue', 'urgent', 'soon'] as const;

/** How many tasks are overdue or nearly so; a click shows them in the ledger. */
export function DeadlineStatus() {
  const store = useAppStore();
  const rows = useLedger();
  const counts = pressing.flatMap((level) => {
    const count = rows.filter(({ deadline }) => deadline.level === level).length;
    return count === 0 ? [] : [[level, count] as const];
  });
  if (counts.length === 0) return null;
  const summary = words.summary(counts);
  return (
    <button
      type="button"
      className={styles.deadlines}
      data-overdue={counts[0]?.[0] === 'overdue' || undefined}
      aria-label={words.show(summary)}
      onClick={() => showPressing(store)}
    >
      <AlarmClock size={13} strokeWidth={1.75} aria-hidden />
      {summary}
    </button>
  );
}

function showPressing(store: AppStore): void {
  store.getState().setLedgerFilter({ ...noLedgerFilter, levels: [...pressing] });
  store.getState().showLedger();
}
