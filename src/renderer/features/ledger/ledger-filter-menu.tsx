import { useMemo } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { DeadlineLevel } from '#core/ledger/deadline';
import { type LedgerFilter, type LedgerRow, noLedgerFilter } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { FilterOpener } from '../../ui/filter-opener.tsx';
import menuStyles from '../../ui/menu.module.css';
import { choiceNames } from './ledger-filter-chips.tsx';
import styles from './ledger-pane.module.css';

const words = messages.ledger;
const levels: readonly DeadlineLevel[] = ['overdue', 'urgent', 'soon', 'ample', 'none'];

/** What narrows the ledger beside its text: statuses, deadlines and departments, each with how many tasks have it. */
export function LedgerFilterMenu({ rows }: { rows: readonly LedgerRow[] }) {
  const filter = useApp((state) => state.ledgerFilter);
  const setFilter = useApp((state) => state.setLedgerFilter);
  const choices = useMemo(() => choicesIn(rows, filter), [rows, filter]);
  const chosen = filter.statuses.length + filter.levels.length + filter.departments.length;
  return (
    <DialogTrigger>
      <FilterOpener chosen={chosen} />
      <Popover className={menuStyles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.choices ?? ''} aria-label={messages.filtering.dialog}>
          <Choices
            title={words.narrow.status}
            counts={choices.statuses}
            nameOf={choiceNames.statuses}
            chosen={filter.statuses}
            onChange={(statuses) => setFilter({ ...filter, statuses })}
          />
          <Choices
            title={words.narrow.level}
            counts={choices.levels}
            nameOf={choiceNames.levels}
            chosen={filter.levels}
            onChange={(chosenLevels) => setFilter({ ...filter, levels: chosenLevels })}
          />
          <Choices
            title={words.narrow.department}
            counts={choices.departments}
            nameOf={choiceNames.departments}
            chosen={filter.departments}
            onChange={(departments) => setFilter({ ...filter, departments })}
          />
          {chosen > 0 ? (
            <Button
              onPress={({ target }) => {
                // The button goes; the choices above it stay.
                target.closest('[role="dialog"]')?.querySelector('input')?.focus();
                setFilter({ ...noLedgerFilter, text: filter.text });
              }}
            >
              {messages.filtering.clear}
            </Button>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ChoicesProps<Value extends string> {
  title: string;
  counts: ReadonlyMap<Value, number>;
  nameOf: (value: Value) => string;
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

function Choices<Value extends string>({ title, counts, nameOf, chosen, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset className={styles.choiceGroup}>
      <legend>{title}</legend>
      {[...counts].map(([value, count]) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(isSelected) =>
            onChange(isSelected ? [...chosen, value] : chosen.filter((other) => other !== value))
          }
        >
          <span className={styles.choiceName}>{nameOf(value)}</span>
          <small>{count}</small>
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** Those that some task has, and those that are chosen. */
function choicesIn(rows: readonly LedgerRow[], filter: LedgerFilter) {
  const tally = <Value extends string>(values: readonly Value[], chosen: readonly Value[], order: readonly Value[]) => {
    const isShown = (value: Value) => values.includes(value) || chosen.includes(value);
    const counts = new Map<Value, number>(order.filter(isShown).map((value) => [value, 0]));
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const { statuses, departments } = filter;
  const tasks = rows.map(({ annotation }) => annotation.task);
  return {
    statuses: tally<string>(
      tasks.map(({ status }) => status),
      statuses,
      Object.keys(words.statuses),
    ),
    levels: tally(
      rows.map(({ deadline }) => deadline.level),
      filter.levels,
      levels,
    ),
    departments: tally(
      tasks.map(({ department }) => department),
      departments,
      departments,
    ),
  };
}
