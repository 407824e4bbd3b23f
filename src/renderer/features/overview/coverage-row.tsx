import { memo } from 'react';
import type { CoverageCell, CoverageRow } from '#core/overview/coverage';
import { isMissing, type PlanDocument } from '#core/plan/plan';
import type { CoverageMetric } from '#core/settings/settings';
import overdue from '../../ui/overdue-corner.module.css';
import { partsIn, TaskBar } from '../../ui/task-bar.tsx';
import styles from './coverage-map.module.css';
import { cellSigns, clauseTitle, rowName } from './coverage-words.ts';

interface MapRowProps {
  plan: PlanDocument;
  row: CoverageRow;
  index: number;
  metric: CoverageMetric;
  /** The section that is being read, where it is in this row. */
  current: string | null;
  /** What the Tab key leads to, where it is in this row. */
  tabStop: string | null;
}

/** A chapter with its sections. The rows in which nothing has changed are left as they are. */
export const MapRow = memo(function MapRow({ plan, row, index, metric, current, tabStop }: MapRowProps) {
  const { head, cells } = row;
  const markOf = ({ section: { id } }: CoverageCell) => ({ isCurrent: id === current, isTabStop: id === tabStop });
  return (
    <div role="row" aria-rowindex={index + 1} className={styles.row}>
      {head === undefined ? (
        <div role="rowheader" aria-colindex={1} className={styles.head}>
          <span className={styles.name}>{rowName(plan, row)}</span>
        </div>
      ) : (
        <Head plan={plan} cell={head} metric={metric} {...markOf(head)} />
      )}
      <div role="presentation" className={styles.cells}>
        {cells.map((cell, column) => (
          <Field key={cell.section.id} plan={plan} cell={cell} column={column + 2} metric={metric} {...markOf(cell)} />
        ))}
      </div>
    </div>
  );
});

interface CellProps {
  plan: PlanDocument;
  cell: CoverageCell;
  metric: CoverageMetric;
  isCurrent: boolean;
  isTabStop: boolean;
}

/** The chapter, with what there is on its own heading. */
const Head = memo(function Head({ plan, cell, metric, isCurrent, isTabStop }: CellProps) {
  const { name, text, fill } = cellSigns(plan, cell, metric);
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-current={isCurrent ? 'location' : undefined}
      title={name}
      className={styles.head}
      data-cell={cell.section.id}
      data-missing={isMissing(cell.section) || undefined}
    >
      <span className={styles.name}>{clauseTitle(plan, cell)}</span>
      {text === '' && fill === 0 ? null : (
        <span className={`${styles.own} ${overdue.corner}`} data-fill={fill} data-overdue={isOverdue(cell, metric)}>
          <Amount cell={cell} metric={metric} text={text} />
        </span>
      )}
    </div>
  );
});

const Field = memo(function Field({
  plan,
  cell,
  column,
  metric,
  isCurrent,
  isTabStop,
}: CellProps & { column: number }) {
  const { name, text, fill } = cellSigns(plan, cell, metric);
  return (
    <div
      role="gridcell"
      aria-colindex={column}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-current={isCurrent ? 'location' : undefined}
      title={name}
      className={`${styles.cell} ${overdue.corner}`}
      data-cell={cell.section.id}
      data-fill={fill}
      data-overdue={isOverdue(cell, metric)}
      data-missing={isMissing(cell.section) || undefined}
    >
      <Amount cell={cell} metric={metric} text={text} />
    </div>
  );
});

interface AmountProps extends Pick<CellProps, 'cell' | 'metric'> {
  text: string;
}

/** The number in a field; of tasks, before how they stand. */
function Amount({ cell, metric, text }: AmountProps) {
  if (metric !== 'tasks' || cell.tasks === 0) return text;
  return (
    <>
      <TaskBar className={styles.bar} parts={partsIn(cell.parts)} />
      <span className={styles.amount}>{text}</span>
    </>
  );
}

/** Whether the field is marked by its form, too: something in it is overdue. */
function isOverdue({ overdue }: CoverageCell, metric: CoverageMetric): true | undefined {
  return (metric === 'tasks' && overdue > 0) || undefined;
}
