import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { PreviewLine } from '#core/outline/preview-lines';
import { messages } from '#messages/zh-CN';
import { LineMenu } from './line-menu.tsx';
import styles from './preview-lines.module.css';
import { PreviewRow } from './preview-row.tsx';
import { useLineMenus } from './use-line-menus.ts';
import { useCurrentRow, useRowKeys } from './use-row-keys.ts';

const words = messages.importing.preview;
/** Of most lines, in CSS pixels. */
const usualHeight = 38;
/** What is taken for the size of the list before it is known, so that the first lines come with it. */
const initialRect = { width: 800, height: 560 };

export interface LineList {
  /** Brings a line into view and gives it the focus. */
  goTo: (line: number) => void;
}

/** Every line of the document with what it was taken for. Only those in view are in the page. */
export function PreviewLines({ lines, ref }: { lines: readonly PreviewLine[]; ref: Ref<LineList> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [marked, setMarked] = useState<number | null>(null);
  const menus = useLineMenus(lines);
  const current = useCurrentRow(lines.length);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    initialRect,
    overscan: 8,
    useFlushSync: false,
    rangeExtractor: current.rangeExtractor,
  });
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / usualHeight) - 1);
  const { scrollToIndex } = virtualizer;
  const keys = useRowKeys({ count: lines.length, scroller, page, scrollToIndex }, current);
  useImperativeHandle(ref, () => ({
    goTo: (line) => {
      setMarked(line);
      keys.goTo(line, 'start');
    },
  }));
  const { menu } = menus;
  const menuLine = menu === null ? undefined : lines[menu.index];
  return (
    <section className={styles.pane} aria-label={words.lines}>
      <header className={styles.head}>
        <h4>{words.lines}</h4>
        <p id={hint}>{words.keys}</p>
      </header>
      <div ref={scroller} className={styles.scroller}>
        <ul
          className={styles.lines}
          aria-label={words.lines}
          aria-describedby={hint}
          style={{ height: virtualizer.getTotalSize() }}
          {...keys.rowsProps}
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
                <PreviewRow line={line} index={index} isCurrent={index === keys.current} {...menus.rowProps(index)} />
              </li>
            );
          })}
        </ul>
      </div>
      {menu === null || menuLine === undefined ? null : (
        <LineMenu menu={menu} line={menuLine} onAsk={(kind) => menus.ask(menu.index, kind)} onClose={menus.closeMenu} />
      )}
    </section>
  );
}
