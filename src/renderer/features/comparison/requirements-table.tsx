import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, ChevronDown, CircleDashed, CircleHelp, Download, ListX } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import type { Requirement } from '#core/comparison/requirements';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import styles from './comparison.module.css';
import {
  beginningOf,
  exportedRows,
  type MatchFilter,
  type RequirementCell,
  type RequirementRow,
  requirementRows,
} from './requirement-rows.ts';
import { RequirementsPrint } from './requirements-print.tsx';
import type { ComparedTexts } from './side-by-side.tsx';

const words = messages.comparison;
const { table } = words;
const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

const matchFilters: readonly MatchFilter[] = ['all', 'found', 'possible', 'missing'];

const matchIcons: Record<Requirement['match'], typeof Check> = {
  found: Check,
  possible: CircleHelp,
  missing: CircleDashed,
};

/** What the left text asks, clause by clause, and what answers it in the right one. */
export function RequirementsTable({
  compared: { left, right, requirements },
  titles,
}: {
  compared: ComparedTexts;
  titles: { left: string; right: string };
}) {
  const save = useApp((state) => state.saveTable);
  const rows = useMemo(() => requirementRows(left, right, requirements), [left, right, requirements]);
  const [filter, setFilter] = useState<MatchFilter>('all');
  const [isPrinting, setPrinting] = useState(false);
  const shown = useMemo(() => rows.filter(({ match }) => filter === 'all' || match === filter), [rows, filter]);
  if (rows.length === 0) {
    return (
      <EmptyState picture={<ListX size={32} strokeWidth={1.25} aria-hidden />} title={table.name} text={table.none} />
    );
  }
  const choices = matchFilters.map((value) => ({
    value,
    name: words.counted(
      value === 'all' ? table.all : table.matches[value],
      rows.filter(({ match }) => value === 'all' || match === value).length,
    ),
  }));
  if (isPrinting) {
    const options = { rows, choices, filter, onFilter: setFilter, titles };
    return <RequirementsPrint {...options} onClose={() => setPrinting(false)} />;
  }
  return (
    <div className={styles.sides}>
      <div className={styles.bar}>
        <Segments label={table.filter} value={filter} options={choices} onChange={setFilter} />
        <p className={styles.intro}>{table.intro}</p>
        <MenuTrigger>
          <Button variant="outlined">
            <Download size={16} strokeWidth={1.5} aria-hidden />
            {table.export}
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </Button>
          <Menu popover={{ placement: 'bottom end' }}>
            <MenuItem name={table.print} onAction={() => setPrinting(true)} />
            <MenuItem
              name={table.save}
              onAction={() => void save(table.fileTitle(titles.left, titles.right), exportedRows(rows))}
            />
          </Menu>
        </MenuTrigger>
      </div>
      {shown.length === 0 ? (
        <p className={styles.waiting}>{words.nothingInFilter}</p>
      ) : (
        <Rows key={filter} rows={shown} />
      )}
    </div>
  );
}

/** Only what is in view is in the page. */
function Rows({ rows }: { rows: readonly RequirementRow[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.required.section ?? index,
    estimateSize: () => 92,
    overscan: 6,
  });
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-label={table.name} aria-rowcount={rows.length + 1}>
        <thead className={styles.tableHead}>
          <tr aria-rowindex={1} className={styles.tableRow}>
            {[table.match, table.required, table.answer].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr
                key={key}
                ref={virtualizer.measureElement}
                aria-rowindex={index + 2}
                data-index={index}
                data-match={row.match}
                className={`${styles.tableRow} ${styles.placed}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Cells row={row} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ row: { match, required, answer } }: { row: RequirementRow }) {
  const Icon = matchIcons[match];
  return (
    <>
      <td className={styles.kind}>
        <span>
          <Icon {...icon} />
          {table.matches[match]}
        </span>
      </td>
      <Cell cell={required} />
      {answer === null ? <td className={styles.absent}>{table.matches.missing}</td> : <Cell cell={answer} />}
    </>
  );
}

function Cell({ cell: { number, heading, body } }: { cell: RequirementCell }) {
  return (
    <td className={styles.clause}>
      <h3>
        <span className={styles.number}>{number}</span>
        <span>{heading}</span>
      </h3>
      {body === '' ? null : <p>{beginningOf(body)}</p>}
    </td>
  );
}
