import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useState } from 'react';
import type { LedgerColumn } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { ContextMenu, type ContextMenuPlace } from '../../ui/context-menu.tsx';
import { MenuItem } from '../../ui/menu.tsx';
import styles from './ledger-grid.module.css';
import { columnStyle } from './ledger-lines.ts';

const words = messages.ledger;

interface ColumnHeadProps {
  column: LedgerColumn;
  columns: readonly LedgerColumn[];
}

/** The name of a column: a click sorts by it, then the other way round, then as the text; the menu moves and hides it. */
export const ColumnHead = memo(function ColumnHead({ column, columns }: ColumnHeadProps) {
  const order = useApp((state) => state.view.ledgerOrder ?? null);
  const changeView = useApp((state) => state.changeView);
  const chooseColumns = useApp((state) => state.chooseColumns);
  const [menu, setMenu] = useState<ContextMenuPlace | null>(null);
  const isSorted = order?.column === column;
  const sort = () => {
    if (!isSorted) changeView({ ledgerOrder: { column, isDescending: false } });
    else changeView({ ledgerOrder: order.isDescending ? null : { column, isDescending: true } });
  };
  const index = columns.indexOf(column);
  const move = (by: number) => {
    const others = columns.filter((other) => other !== column);
    chooseColumns([...others.slice(0, index + by), column, ...others.slice(index + by)]);
  };
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
      className={styles.head}
      data-column={column}
      style={columnStyle(column)}
    >
      <button
        type="button"
        tabIndex={-1}
        title={words.sort(words.columns[column])}
        onClick={sort}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu({ x: event.clientX, y: event.clientY });
        }}
      >
        <span>{words.columns[column]}</span>
        {isSorted ? order.isDescending ? <ArrowDown size={13} aria-hidden /> : <ArrowUp size={13} aria-hidden /> : null}
      </button>
      {menu === null ? null : (
        <ContextMenu place={menu} name={words.columns[column]} onClose={() => setMenu(null)}>
          <MenuItem name={words.sort(words.columns[column])} onAction={sort} />
          <MenuItem name={words.moveLeft} isDisabled={index === 0} onAction={() => move(-1)} />
          <MenuItem name={words.moveRight} isDisabled={index === columns.length - 1} onAction={() => move(1)} />
          <MenuItem
            name={words.hideColumn}
            isDisabled={columns.length === 1}
            onAction={() => chooseColumns(columns.filter((other) => other !== column))}
          />
        </ContextMenu>
      )}
    </div>
  );
});
