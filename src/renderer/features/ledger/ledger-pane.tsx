import { ClipboardList, Maximize2, Minimize2 } from 'lucide-react';
import { useMemo } from 'react';
import { groupTasks } from '#core/ledger/group-tasks';
import { noLedgerFilter } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { isLedgerAlone } from '../../store/ledger.ts';
import { useLedgerColumns, useListedTasks } from '../../store/listed-tasks.ts';
import { useApp } from '../../store/use-app.ts';
import { useLedger } from '../../store/use-ledger.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterField } from '../../ui/field.tsx';
import { focusFilterOpener } from '../../ui/filter-focus.ts';
import pane from '../../ui/list-pane.module.css';
import { LedgerFilterChips } from './ledger-filter-chips.tsx';
import { LedgerFilterMenu } from './ledger-filter-menu.tsx';
import { LedgerGrid } from './ledger-grid.tsx';
import { linesOf } from './ledger-lines.ts';
import styles from './ledger-pane.module.css';
import { LedgerViewMenu } from './ledger-view-menu.tsx';

const words = messages.ledger;

/** The measures of the open document as tasks: who does what until when. */
export function LedgerPane() {
  const plan = useApp((state) => state.plan);
  const rows = useLedger();
  const filter = useApp((state) => state.ledgerFilter);
  const setFilter = useApp((state) => state.setLedgerFilter);
  const group = useApp((state) => state.view.ledgerGroup ?? null);
  const columns = useLedgerColumns();
  const listed = useListedTasks();
  const lines = useMemo(
    () =>
      linesOf(
        listed,
        group === null ? null : groupTasks(listed, group, ({ annotation }) => annotation.task[group]),
        group,
      ),
    [listed, group],
  );
  if (plan === null) return null;
  return (
    <div className={pane.pane}>
      <header className={pane.head}>
        <div className={pane.titleRow}>
          <h2 className="visually-hidden">{words.tab}</h2>
          <span className={pane.count} aria-live="polite">
            {rows.length === 0 ? '' : words.count(listed.length, rows.length)}
          </span>
          {rows.length === 0 ? null : <LedgerViewMenu columns={columns} />}
          <WideButton />
        </div>
        {rows.length === 0 ? null : (
          <>
            <div className={pane.filterRow}>
              <div className={pane.textFilter}>
                <FilterField
                  label={words.filter}
                  value={filter.text}
                  onChange={(text) => setFilter({ ...filter, text })}
                />
              </div>
              <LedgerFilterMenu rows={rows} />
            </div>
            <LedgerFilterChips canClear={listed.length > 0} />
          </>
        )}
      </header>
      {rows.length === 0 ? (
        <EmptyState
          picture={<ClipboardList size={48} strokeWidth={1} aria-hidden />}
          title={words.empty.title}
          text={words.empty.text}
        />
      ) : listed.length === 0 ? (
        <div className={styles.nothing}>
          <p>{words.nothingMatches}</p>
          <Button
            variant="outlined"
            onPress={({ target }) => {
              focusFilterOpener(target);
              setFilter(noLedgerFilter);
            }}
          >
            {messages.filtering.clear}
          </Button>
        </div>
      ) : (
        <LedgerGrid rows={rows} lines={lines} columns={columns} />
      )}
    </div>
  );
}

/** Gives the ledger the whole width of the window, and the text its place back. */
function WideButton() {
  const isWide = useApp(isLedgerAlone);
  const setWide = useApp((state) => state.setLedgerWide);
  const Icon = isWide ? Minimize2 : Maximize2;
  return (
    <IconButton
      name={isWide ? words.narrowAgain : words.widen}
      keys={isWide ? 'Esc' : undefined}
      icon={<Icon size={16} strokeWidth={1.5} />}
      onPress={() => setWide(!isWide)}
    />
  );
}
