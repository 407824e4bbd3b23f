import { type CSSProperties, type KeyboardEvent, type MouseEvent, memo, useMemo, useState } from 'react';
import { type Coverage, type CoverageRow, coverageCells } from '#core/overview/coverage';
import type { PlanDocument } from '#core/plan/plan';
import type { CoverageMetric } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import styles from './coverage-map.module.css';
import { MapRow } from './coverage-row.tsx';
import { rowName } from './coverage-words.ts';
import { neighbour } from './map-moves.ts';

const words = messages.overview;
/** More fields than these go on in a second line. */
const mostColumns = 10;
/** Longer names than this take two lines, characters. */
const shortName = 8;

interface CoverageMapProps {
  plan: PlanDocument;
  coverage: Coverage;
  metric: CoverageMetric;
}

/** Chapters × sections, each a field that leads there: one Tab stop, arrows from field to field. */
export const CoverageMap = memo(function CoverageMap({ plan, coverage, metric }: CoverageMapProps) {
  const { rows } = coverage;
  const goTo = useApp((state) => state.goTo);
  const current = useApp((state) => state.currentSection);
  const [wanted, setWanted] = useState<string | null>(null);
  const rowOf = useMemo(() => rowsBySection(rows), [rows]);
  const first = coverageCells(coverage)[0]?.section.id ?? null;
  const tabStop = [wanted, current].find((id) => id !== null && rowOf.has(id)) ?? first;
  const inRow = (id: string | null, row: CoverageRow) => (id !== null && rowOf.get(id) === row ? id : null);
  const longest = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const columns = Math.min(mostColumns, longest);
  const nameLength = useMemo(() => longestName(plan, rows), [plan, rows]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = cellAt(event);
    if (id === undefined || event.altKey || event.shiftKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') goTo({ section: id });
    else {
      const next = neighbour(rows, columns, id, event.ctrlKey ? `Control+${event.key}` : event.key);
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
      aria-colcount={longest + 1}
      className={styles.map}
      data-metric={metric}
      style={{ '--columns': columns, '--name-length': nameLength } as CSSProperties}
      onClick={(event: MouseEvent) => {
        const id = cellAt(event);
        if (id !== undefined) goTo({ section: id });
      }}
      onFocus={(event) => setWanted(cellAt(event) ?? null)}
      onKeyDown={onKeyDown}
    >
      {isRegular(rows) ? <ColumnNumbers count={columns} /> : null}
      {rows.map((row, index) => (
        <MapRow
          key={row.head?.section.id ?? row.cells[0]?.section.id}
          plan={plan}
          row={row}
          index={index}
          metric={metric}
          current={inRow(current, row)}
          tabStop={inRow(tabStop, row)}
        />
      ))}
    </div>
  );
});

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

/** How many characters the longest line of a name has. */
function longestName(plan: PlanDocument, rows: readonly CoverageRow[]): number {
  const lengths = rows.map((row) => rowName(plan, row).length);
  return Math.max(...lengths.map((length) => Math.min(length, Math.max(shortName, Math.ceil(length / 2) + 1))));
}

function rowsBySection(rows: readonly CoverageRow[]): ReadonlyMap<string, CoverageRow> {
  return new Map(
    rows.flatMap((row) =>
      [...(row.head === undefined ? [] : [row.head]), ...row.cells].map(({ section }) => [section.id, row]),
    ),
  );
}

function cellAt({ target }: { target: EventTarget }): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
}
