import { SlidersHorizontal } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { type LedgerColumn, ledgerColumns } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';

const words = messages.ledger;
const groups = ['none', 'department', 'status'] as const;

/** How the ledger is grouped and which columns it has, remembered with the view. */
export function LedgerViewMenu({ columns }: { columns: readonly LedgerColumn[] }) {
  const group = useApp((state) => state.view.ledgerGroup ?? 'none');
  const changeView = useApp((state) => state.changeView);
  const chooseColumns = useApp((state) => state.chooseColumns);
  const toggle = (column: LedgerColumn) => {
    const shown = columns.includes(column)
      ? columns.filter((other) => other !== column)
      : [...columns, column].sort(asUsual(columns));
    chooseColumns(shown);
  };
  return (
    <MenuTrigger>
      <Button aria-label={words.view}>
        <SlidersHorizontal size={16} strokeWidth={1.5} />
        {words.viewButton}
      </Button>
      <Menu aria-label={words.view} popover={{ placement: 'bottom end' }}>
        <MenuChoice name={words.group} kind="one" chosen={[groupId(group)]}>
          {groups.map((each) => (
            <MenuItem
              key={each}
              id={groupId(each)}
              name={words.groups[each]}
              onAction={() => changeView({ ledgerGroup: each === 'none' ? null : each })}
            />
          ))}
        </MenuChoice>
        <MenuSeparator />
        <MenuChoice name={words.shownColumns} kind="any" chosen={columns}>
          {ledgerColumns.map((column) => (
            <MenuItem key={column} id={column} name={words.columns[column]} onAction={() => toggle(column)} />
          ))}
        </MenuChoice>
      </Menu>
    </MenuTrigger>
  );
}

/** Unlike the id of any column. */
function groupId(group: (typeof groups)[number]): string {
  return `group-${group}`;
}

/** A column that comes back stands where it usually does, unless the reader has put the others in another order. */
function asUsual(columns: readonly LedgerColumn[]) {
  const usual = (column: LedgerColumn) => ledgerColumns.indexOf(column);
  const isUsual = columns.every((column, index) => index === 0 || usual(columns[index - 1] ?? column) < usual(column));
  return (left: LedgerColumn, right: LedgerColumn) => (isUsual ? usual(left) - usual(right) : 0);
}
