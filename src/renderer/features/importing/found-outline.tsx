import { useVirtualizer } from '@tanstack/react-virtual';
import { Info, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { RemarkCode } from '#core/importing/read-document';
import { messages } from '#messages/zh-CN';
import type { FoundOddity, FoundSection, Outlined } from '../../workers/outline/outline-messages.ts';
import styles from './found-outline.module.css';
import { useCurrentRow, useRowKeys } from './use-row-keys.ts';

const words = messages.importing;
const icon = { size: 15, strokeWidth: 1.5, className: styles.icon, 'aria-hidden': true } as const;
/** With more of them open, the outline would be out of sight. */
const mostOpen = 4;
/** Of most headings, in CSS pixels. */
const usualHeight = 30;
/** What is taken for the size of the list before it is known, so that the first headings come with it. */
const initialRect = { width: 320, height: 560 };
/** Nobody reads more sentences of the same kind. */
const mostShown = 200;

interface FoundOutlineProps {
  outlined: Outlined;
  remarks: readonly RemarkCode[];
  /** Shows the line with this index. */
  onGoTo: (line: number) => void;
}

/** The outline that was found, with what is odd about the document; each leads to its line. */
export function FoundOutline({ outlined: { sections, oddities, unplaced }, remarks, onGoTo }: FoundOutlineProps) {
  const notes = [
    ...remarks.map((remark) => words.remarks[remark]),
    ...(unplaced > 0 ? [words.preview.unplaced(unplaced)] : []),
  ];
  return (
    <nav className={styles.pane} aria-label={words.preview.outline}>
      {oddities.length > 0 ? <Oddities oddities={oddities} onGoTo={onGoTo} /> : null}
      {notes.length > 0 ? (
        <ul className={styles.remarks} aria-label={words.preview.remarks}>
          {notes.map((note) => (
            <li key={note}>
              <Info {...icon} />
              {note}
            </li>
          ))}
        </ul>
      ) : null}
      <h4 className={styles.heading}>{words.preview.outline}</h4>
      {sections.length === 0 ? <p className={styles.nothing}>{words.preview.noOutline}</p> : null}
      <Sections sections={sections} onGoTo={onGoTo} />
    </nav>
  );
}

function Oddities({ oddities, onGoTo }: { oddities: readonly FoundOddity[]; onGoTo: (line: number) => void }) {
  return (
    <details className={styles.diagnostics} open={oddities.length <= mostOpen}>
      <summary className={styles.summary}>
        <TriangleAlert {...icon} />
        {words.preview.diagnostics(oddities.length)}
      </summary>
      <ul>
        {oddities.slice(0, mostShown).map(({ code, number, line }) => {
          const text = messages.diagnostics[code](number);
          return (
            <li key={`${code} ${number} ${line}`}>
              <button type="button" className={styles.link} onClick={() => onGoTo(line)}>
                {text}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Sections({ sections, onGoTo }: { sections: readonly FoundSection[]; onGoTo: (line: number) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const current = useCurrentRow(sections.length);
  const virtualizer = useVirtualizer({
    count: sections.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    initialRect,
    overscan: 10,
    useFlushSync: false,
    rangeExtractor: current.rangeExtractor,
  });
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / usualHeight) - 1);
  const { scrollToIndex } = virtualizer;
  const keys = useRowKeys({ count: sections.length, scroller, page, scrollToIndex }, current);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol className={styles.sections} style={{ height: virtualizer.getTotalSize() }} {...keys.rowsProps}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const section = sections[index];
          if (section === undefined) return null;
          const { id, level, title, isMissing, line } = section;
          return (
            <li
              key={id}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={sections.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                className={styles.section}
                data-level={Math.min(level, 4)}
                data-missing={isMissing || undefined}
                tabIndex={index === keys.current ? 0 : -1}
                onClick={() => onGoTo(line)}
              >
                {title}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
