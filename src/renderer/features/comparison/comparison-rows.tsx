import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { messages } from '#messages/zh-CN';
import { ClauseRow } from './clause-row.tsx';
import type { ClauseView, ComparisonRow } from './clause-view.ts';
import styles from './comparison.module.css';

export interface RowList {
  /** Brings a row to the top and gives it the focus. */
  goTo: (index: number) => void;
}

interface ComparisonRowsProps {
  rows: readonly ComparisonRow[];
  /** Key of the row that was gone to. */
  current: string | null;
  /** Which side is the text behind the dialog. */
  isOpen: { left: boolean; right: boolean };
  ref: Ref<RowList>;
}

/** Both texts in one scroller, clause beside clause. Only what is in view is in the page. */
export function ComparisonRows({ rows, current, isOpen, ref }: ComparisonRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => roughHeight(rows[index]),
    overscan: 4,
  });
  useImperativeHandle(ref, () => ({
    goTo: (index) => {
      virtualizer.scrollToIndex(index, { align: 'start' });
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
      );
    },
  }));
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.rows} aria-label={messages.comparison.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <ClauseRow
              key={key}
              ref={virtualizer.measureElement}
              row={row}
              index={index}
              total={rows.length}
              top={start}
              isCurrent={row.key === current}
              isOpen={isOpen}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** CSS pixels, until the row is there and measured. */
function roughHeight(row: ComparisonRow | undefined): number {
  return 54 + Math.max(linesOfSide(row?.left), linesOfSide(row?.right)) * 28;
}

function linesOfSide(side: ClauseView | null | undefined): number {
  return Math.ceil((side?.body.reduce((sum, { text }) => sum + text.length, 0) ?? 0) / 32);
}
