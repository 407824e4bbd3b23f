import { SlidersHorizontal } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { type LedgerColumn, ledgerColumns, withColumns } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';

const words = messages.ledger;
const groups = ['none', 'department', 'status'] as const;

/** How the ledger is grouped and which columns it has, remembered with the view; and the ways out of it and back. */
export function LedgerViewMenu({ columns }: { columns: readonly LedgerColumn[] }) {
  const group = useApp((state) => state.view.ledgerGroup ?? 'none');
  const changeView = useApp((state) => state.changeView);
  const chooseColumns = useApp((state) => state.chooseColumns);
  const openExport = useApp((state) => state.openExport);
  const chooseSheet = useApp((state) => state.chooseSheet);
  const toggle = (column: LedgerColumn) => {
    const shown = columns.includes(column)
      ? columns.filter((other) => other !== column)
      : withColumns(columns, [column]);
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
        <MenuSeparator />
        <MenuItem id="export" name={words.export} onAction={() => openExport(null, 'ledger')} />
        <MenuItem id="import" name={messages.commands.importLedger} onAction={() => void chooseSheet()} />
      </Menu>
    </MenuTrigger>
  );
}

/** Unlike the id of any column. */
function groupId(group: (typeof groups)[number]): string {
  return `group-${group}`;
}
