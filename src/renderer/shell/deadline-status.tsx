import { AlarmClock } from 'lucide-react';
import { noLedgerFilter } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import type { AppStore } from '../store/app-store.ts';
import { useAppStore } from '../store/use-app.ts';
import { useLedger } from '../store/use-ledger.ts';
import styles from './status-bar.module.css';

const words = messages.ledger.status;

/** How many tasks are overdue or nearly so; a click shows them in the ledger. */
export function DeadlineStatus() {
  const store = useAppStore();
  const rows = useLedger();
  const overdue = rows.filter(({ deadline }) => deadline.level === 'overdue').length;
  const soon = rows.filter(({ deadline }) => deadline.level === 'soon' || deadline.level === 'urgent').length;
  const summary = words.summary(overdue, soon);
  if (summary === '') return null;
  return (
    <button
      type="button"
      className={styles.deadlines}
      data-overdue={overdue > 0 || undefined}
      aria-label={words.show(summary)}
      onClick={() => showPressing(store)}
    >
      <AlarmClock size={13} strokeWidth={1.75} aria-hidden />
      {summary}
    </button>
  );
}

function showPressing(store: AppStore): void {
  store.getState().setLedgerFilter({ ...noLedgerFilter, levels: ['overdue', 'urgent', 'soon'] });
  store.getState().showLedger();
}
