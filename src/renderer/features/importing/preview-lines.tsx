import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { PreviewLine } from '#core/outline/preview-lines';
import { messages } from '#messages/zh-CN';
import styles from './preview-lines.module.css';
import { PreviewRow } from './preview-row.tsx';

export interface LineList {
  /** Brings a line into view and gives it the focus. */
  goTo: (line: number) => void;
}

/** Every line of the document with what it was taken for. Only those in view are in the page. */
export function PreviewLines({ lines, ref }: { lines: readonly PreviewLine[]; ref: Ref<LineList> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<number | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    overscan: 8,
  });
  useImperativeHandle(ref, () => ({
    goTo: (line) => {
      setMarked(line);
      virtualizer.scrollToIndex(line, { align: 'start' });
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${line}"] button`)?.focus({ preventScroll: true }),
      );
    },
  }));
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.lines}
        aria-label={messages.importing.preview.lines}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              data-marked={marked === index || undefined}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              <PreviewRow line={line} index={index} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
