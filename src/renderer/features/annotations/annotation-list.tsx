import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { paintedAs } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { AnnotationItem } from './annotation-item.tsx';
import styles from './annotations-pane.module.css';

/** A list of no more items than this is in the page as a whole. */
const wholeUpTo = 100;
/** Height of an item that was never shown, and the room between two, CSS pixels. */
const usualHeight = 116;
const gap = 8;

interface AnnotationListProps {
  plan: PlanDocument;
  marks: readonly PlacedAnnotation[];
  /** What stands above the list and scrolls with it. */
  children: ReactNode;
}

/** The annotations, of which a long list has only those in the page that are near what is seen, or in use. */
export function AnnotationList({ plan, marks, children }: AnnotationListProps) {
  const selected = useApp((state) => state.selectedAnnotation);
  const edited = useApp((state) => state.editedAnnotation);
  const [focused, setFocused] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const scrollMargin = useHeight(above);
  const rangeExtractor = useCallback(
    (range: Range) => {
      if (range.count <= wholeUpTo) return marks.map((_, index) => index);
      const inUse = [edited, selected, focused].flatMap((id) => indexOf(marks, id) ?? []);
      return [...new Set([...defaultRangeExtractor(range), ...inUse])].sort((left, right) => left - right);
    },
    [marks, edited, selected, focused],
  );
  const list = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => marks[index]?.annotation.id ?? index, [marks]),
    estimateSize: () => usualHeight,
    gap,
    overscan: 6,
    scrollMargin,
    scrollPaddingStart: gap,
    scrollPaddingEnd: gap,
    rangeExtractor,
    useFlushSync: false,
  });
  useScrollToSelected(marks, selected, list.scrollToIndex);
  const remove = useRemoval(scroller);

  return (
    <div ref={scroller} className={styles.scroller} data-scroller="annotations" tabIndex={-1}>
      <div ref={above} className={styles.above}>
        {children}
      </div>
      <ul
        className={styles.list}
        aria-label={messages.annotations.list}
        style={{ height: list.getTotalSize() }}
        onFocus={(event) => setFocused(event.target.closest('li')?.dataset.annotation ?? null)}
        onBlur={() => setFocused(null)}
      >
        {list.getVirtualItems().map(({ index, start }) => {
          const mark = marks[index];
          if (mark === undefined) return null;
          const { id, label } = mark.annotation;
          return (
            <li
              key={id}
              ref={list.measureElement}
              className={styles.item}
              style={{ top: start - scrollMargin }}
              aria-setsize={marks.length}
              aria-posinset={index + 1}
              data-index={index}
              data-annotation={id}
              data-label={paintedAs(label)}
              data-selected={id === selected || undefined}
            >
              <AnnotationItem plan={plan} mark={mark} onRemove={remove} />
            </li>
          );
        })}
      </ul>
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

/** Brings what is chosen elsewhere into sight. */
function useScrollToSelected(
  marks: readonly PlacedAnnotation[],
  selected: string | null,
  scrollToIndex: (index: number, options: { align: 'auto' }) => void,
): void {
  const latest = useRef(marks);
  useLayoutEffect(() => {
    latest.current = marks;
  }, [marks]);
  useEffect(() => {
    const index = indexOf(latest.current, selected);
    if (index !== undefined) scrollToIndex(index, { align: 'auto' });
  }, [selected, scrollToIndex]);
}

function useHeight(element: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(current.offsetHeight));
    observer.observe(current);
    setHeight(current.offsetHeight);
    return () => observer.disconnect();
  }, [element]);
  return height;
}

function indexOf(marks: readonly PlacedAnnotation[], id: string | null): number | undefined {
  const index = id === null ? -1 : marks.findIndex(({ annotation }) => annotation.id === id);
  return index < 0 ? undefined : index;
}
