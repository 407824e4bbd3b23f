import { type CSSProperties, type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { Coverage, CoverageCell, CoverageRow } from '#core/overview/coverage';
import { isMissing, type PlanDocument } from '#core/plan/plan';
import type { CoverageMetric } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import styles from './coverage-map.module.css';
import { type CellSigns, cellSigns, clauseTitle } from './coverage-words.ts';

const words = messages.overview;
/** More fields than these go on in a second line. */
const mostColumns = 16;

interface CoverageMapProps {
  plan: PlanDocument;
  coverage: Coverage;
  metric: CoverageMetric;
}

/** Chapters × sections, each a field that leads there: one Tab stop, arrows from field to field. */
export function CoverageMap({ plan, coverage: { rows }, metric }: CoverageMapProps) {
  const goTo = useApp((state) => state.goTo);
  const current = useApp((state) => state.currentSection);
  const lines = rows.map(({ head, cells }) => [...(head === undefined ? [] : [head]), ...cells]);
  const [wanted, setWanted] = useState<string | null>(null);
  const ids = new Set(lines.flat().map(({ section }) => section.id));
  const focused = [wanted, current].find((id) => id !== null && ids.has(id)) ?? lines[0]?.[0]?.section.id;
  const columns = Math.min(mostColumns, Math.max(1, ...rows.map(({ cells }) => cells.length)));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = cellAt(event);
    if (id === undefined || event.altKey || event.shiftKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') goTo({ section: id });
    else {
      const next = neighbour(lines, id, event.ctrlKey ? `Control+${event.key}` : event.key);
      if (next === undefined) return;
      event.currentTarget.querySelector<HTMLElement>(`[data-cell="${CSS.escape(next)}"]`)?.focus();
    }
    event.preventDefault();
  };
  return (
    <div
      role="grid"
      tabIndex={-1}
      aria-label={words.map}
      aria-rowcount={rows.length}
      aria-colcount={columns + 1}
      className={styles.map}
      data-metric={metric}
      style={{ '--columns': columns } as CSSProperties}
      onClick={(event: MouseEvent) => {
        const id = cellAt(event);
        if (id !== undefined) goTo({ section: id });
      }}
      onFocus={(event) => setWanted(cellAt(event) ?? null)}
      onKeyDown={onKeyDown}
    >
      {isRegular(rows) ? <ColumnNumbers count={columns} /> : null}
      {rows.map((row, index) => (
        <div
          key={row.head?.section.id ?? row.cells[0]?.section.id}
          role="row"
          aria-rowindex={index + 1}
          className={styles.row}
        >
          <Head
            plan={plan}
            row={row}
            metric={metric}
            isCurrent={row.head?.section.id === current}
            isTabStop={row.head?.section.id === focused}
          />
          <div role="presentation" className={styles.cells}>
            {row.cells.map((cell) => (
              <Field
                key={cell.section.id}
                cell={cell}
                signs={cellSigns(plan, cell, metric)}
                isCurrent={cell.section.id === current}
                isTabStop={cell.section.id === focused}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

interface HeadProps {
  plan: PlanDocument;
  row: CoverageRow;
  metric: CoverageMetric;
  isCurrent: boolean;
  isTabStop: boolean;
}

/** The chapter, with what there is on its own heading; of a run of sections the first and the last. */
function Head({ plan, row: { head, cells }, metric, isCurrent, isTabStop }: HeadProps) {
  if (head === undefined) {
    const ordinals = [cells[0], cells.at(-1)].map((cell) => cell?.section.ordinal ?? '');
    return (
      <div role="rowheader" className={styles.head}>
        <span className={styles.name}>{words.range(ordinals[0] ?? '', ordinals[1] ?? '')}</span>
      </div>
    );
  }
  const { name, text, fill } = cellSigns(plan, head, metric);
  return (
    <div
      role="rowheader"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-current={isCurrent ? 'location' : undefined}
      title={name}
      className={styles.head}
      data-cell={head.section.id}
      data-missing={isMissing(head.section) || undefined}
    >
      <span className={styles.name}>{clauseTitle(plan, head)}</span>
      {text === '' && fill === 0 ? null : (
        <span className={styles.own} data-fill={fill}>
          {text}
        </span>
      )}
    </div>
  );
}

interface FieldProps {
  cell: CoverageCell;
  signs: CellSigns;
  isCurrent: boolean;
  isTabStop: boolean;
}

function Field({ cell: { section }, signs: { name, text, fill }, isCurrent, isTabStop }: FieldProps) {
  return (
    <div
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-current={isCurrent ? 'location' : undefined}
      title={name}
      className={styles.cell}
      data-cell={section.id}
      data-fill={fill}
      data-missing={isMissing(section) || undefined}
    >
      {text}
    </div>
  );
}

/** The numbers of the sections above their columns, where in each row they are what is counted. */
function ColumnNumbers({ count }: { count: number }) {
  return (
    <div className={styles.row} aria-hidden>
      <span />
      <div className={styles.cells}>
        {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
          <span key={number} className={styles.number}>
            {number}
          </span>
        ))}
      </div>
    </div>
  );
}

function isRegular(rows: readonly CoverageRow[]): boolean {
  return rows.every(
    ({ head, cells }) =>
      head !== undefined &&
      cells.length <= mostColumns &&
      cells.every(({ section }, index) => section.number === index + 1 && section.level === 2),
  );
}

function cellAt({ target }: { target: EventTarget }): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
}

/** Where a key leads from a field. */
function neighbour(lines: readonly CoverageCell[][], id: string, key: string): string | undefined {
  const row = lines.findIndex((line) => line.some(({ section }) => section.id === id));
  const line = lines[row] ?? [];
  const column = line.findIndex(({ section }) => section.id === id);
  const near = (to: readonly CoverageCell[] | undefined) => to?.[Math.min(column, to.length - 1)];
  const goals: Record<string, CoverageCell | undefined> = {
    ArrowLeft: line[column - 1],
    ArrowRight: line[column + 1],
    ArrowUp: near(lines[row - 1]),
    ArrowDown: near(lines[row + 1]),
    Home: line[0],
    End: line.at(-1),
    'Control+Home': lines[0]?.[0],
    'Control+End': lines.at(-1)?.at(-1),
  };
  return goals[key]?.section.id;
}
