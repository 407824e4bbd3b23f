import { type CSSProperties, type ReactNode, useCallback, useRef } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { paintedAs } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import type { NoteRow } from '../../store/note-rows.ts';
import { useAppStore } from '../../store/use-app.ts';
import { AnnotationItem } from './annotation-item.tsx';
import styles from './annotations-pane.module.css';
import { FollowReading } from './follow-reading.tsx';
import { GroupHeading } from './group-heading.tsx';
import { OtherNote } from './other-note.tsx';
import { useCardKeys } from './use-card-keys.ts';
import { useChoosing } from './use-choosing.ts';
import { keyOfRow, useHeight, useNoteRows, useScrollToSelected } from './use-note-rows.ts';

interface AnnotationListProps {
  plan: PlanDocument;
  rows: readonly NoteRow[];
  /** The annotations of the open document that are listed, those in folded groups included, in the order of the list. */
  notes: readonly PlacedAnnotation[];
  /** How many are listed, those of other documents included. */
  total: number;
  /** What stands above the list and scrolls with it. */
  children: ReactNode;
}

/** The annotations, of which a long list has only those in the page that are near what is seen, or in use. */
export function AnnotationList({ plan, rows, notes, total, children }: AnnotationListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const scrollMargin = useHeight(above);
  const { list, items, groupEnd, selected, setFocused } = useNoteRows(rows, scroller, scrollMargin);
  const { scrollToIndex } = list;
  useScrollToSelected(plan, rows, scrollToIndex);
  const remove = useRemoval(scroller);
  const choosing = useChoosing(scroller, notes);
  const { onKeyDown, enter } = useCardKeys({ rows, scroller, scrollToIndex, onGo: setFocused, onRemove: remove });

  return (
    <div className={styles.area}>
      <div ref={scroller} className={styles.scroller} data-scroller="annotations" tabIndex={-1}>
        <div ref={above} className={styles.above}>
          {children}
        </div>
        <ul
          className={styles.list}
          aria-label={messages.annotations.list}
          style={{ height: list.getTotalSize() }}
          onFocus={(event) => setFocused(event.target.closest('li')?.dataset.key ?? null)}
          onBlur={() => setFocused(null)}
          onKeyDown={onKeyDown}
          data-cards
        >
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = keyOfRow(row);
            const place: CSSProperties = { top: start - scrollMargin };
            if (row.kind === 'heading') {
              const height = groupEnd(index) - start;
              return (
                <li key={key} className={styles.group} style={{ ...place, height }} data-index={index} data-key={key}>
                  <div ref={list.measureElement} className={styles.heading} data-index={index}>
                    <GroupHeading plan={plan} row={row} />
                  </div>
                </li>
              );
            }
            const { id, label } = row.mark.annotation;
            const isHere = row.elsewhere === undefined;
            return (
              <li
                key={key}
                ref={list.measureElement}
                className={styles.item}
                style={place}
                aria-setsize={total}
                aria-posinset={row.position}
                data-index={index}
                data-key={key}
                data-annotation={isHere ? id : undefined}
                data-label={paintedAs(label)}
                data-selected={(isHere && id === selected) || undefined}
                data-chosen={(isHere && choosing.isOn && choosing.chosen.has(id)) || undefined}
              >
                {row.elsewhere === undefined ? (
                  <AnnotationItem
                    plan={plan}
                    mark={row.mark}
                    onRemove={remove}
                    isChoosing={choosing.isOn}
                    isChosen={choosing.chosen.has(id)}
                    onChoose={choosing.onChoose}
                  />
                ) : (
                  <OtherNote mark={row.mark} of={row.elsewhere} />
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <FollowReading rows={rows} scroller={scroller} sight={list.range} scrollToIndex={scrollToIndex} onEnter={enter} />
    </div>
  );
}

/** Removes an annotation; when its item had the focus, the one that takes its place has it next, or else the list. */
function useRemoval(scroller: { readonly current: HTMLElement | null }): (id: string) => void {
  const store = useAppStore();
  return useCallback(
    async (id: string) => {
      const itemAt = (filter: string) => scroller.current?.querySelector<HTMLElement>(`li${filter}`);
      const index = Number(itemAt(`[data-annotation="${CSS.escape(id)}"]`)?.dataset.index);
      if (!(await store.getState().removeAnnotation(id))) return;
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const next = itemAt(`[data-index="${index}"]`) ?? itemAt(`[data-index="${index - 1}"]`);
        (next?.querySelector('button') ?? scroller.current)?.focus();
      });
    },
    [scroller, store],
  );
}
