import type { LedgerColumn, LedgerRow } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { useAppStore } from '../../store/use-app.ts';
import { ContextMenu, type ContextMenuPlace } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { canEmpty, emptyCell } from './empty-cell.ts';
import { goToClause } from './go-to-clause.ts';
import { isTaskColumn } from './ledger-lines.ts';

const words = messages.ledger.rowMenu;

interface TaskMenuProps {
  row: LedgerRow;
  /** The current column, where the menu belongs to the current row. */
  column: LedgerColumn | null;
  place: ContextMenuPlace;
  onEdit: () => void;
  onClose: () => void;
}

/** What can be done with a task. */
export function TaskMenu({ row, column, place, onEdit, onClose }: TaskMenuProps) {
  const store = useAppStore();
  const { id } = row.annotation;
  const { range } = row.place.anchoring;
  return (
    <ContextMenu place={place} name={words.name} onClose={onClose}>
      <MenuItem name={words.goToText} isDisabled={range === undefined} onAction={() => goToClause(store, row)} />
      {column !== null && isTaskColumn(column) ? <MenuItem name={words.edit} onAction={onEdit} /> : null}
      {column !== null && isTaskColumn(column) ? (
        <MenuItem
          name={words.clear}
          keys="Delete"
          isDisabled={!canEmpty(row, column)}
          onAction={() => emptyCell(store, row, column)}
        />
      ) : null}
      <MenuItem
        name={words.another}
        isDisabled={range === undefined}
        onAction={() => range && void store.getState().makeTask({ range, isAnother: true })}
      />
      <MenuSeparator />
      <MenuItem name={words.drop} onAction={() => void store.getState().dropTask(id)} />
      <MenuItem name={words.remove} onAction={() => void store.getState().removeAnnotation(id)} />
    </ContextMenu>
  );
}
