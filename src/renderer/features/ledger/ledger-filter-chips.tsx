import { isLedgerFiltering, type LedgerFilter, noLedgerFilter } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { statusName } from '../../store/task-words.ts';
import { useApp } from '../../store/use-app.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';

/** The fields of the filter that are lists of choices. */
type ChoiceField = Exclude<keyof LedgerFilter, 'text'>;
const choiceFields = ['statuses', 'levels', 'departments'] as const satisfies ChoiceField[];

/** What the ledger is narrowed by. `canClear`: all of it at once; where nothing is left to show, the pane offers that. */
export function LedgerFilterChips({ canClear }: { canClear: boolean }) {
  const filter = useApp((state) => state.ledgerFilter);
  const setFilter = useApp((state) => state.setLedgerFilter);
  if (!isLedgerFiltering(filter)) return null;
  const chips = choiceFields.flatMap((field) =>
    filter[field].map((value: string) => ({
      key: `${field} ${value}`,
      name: choiceNames[field](value),
      onDrop: () => setFilter({ ...filter, [field]: filter[field].filter((other: string) => other !== value) }),
    })),
  );
  return <FilterChips chips={chips} onClear={canClear ? () => setFilter(noLedgerFilter) : undefined} />;
}

/** What a choice is called in the popover and on its chip. */
export const choiceNames: Record<ChoiceField, (value: string) => string> = {
  statuses: statusName,
  levels: (level) => messages.ledger.narrow.levels[level as keyof typeof messages.ledger.narrow.levels],
  departments: (department) => department || messages.ledger.noDepartment,
};
