import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { documentGroup, groupOf } from '../../store/note-groups.ts';
import type { NoteRow } from '../../store/note-rows.ts';
import { placedNotes } from '../../store/placed-annotations.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';

/** A list of no more lines than this is in the page as a whole. */
const wholeUpTo = 100;
/** Height of an item that was never shown, of a heading, and the room between two lines, CSS pixels. */
const usualHeight = 116;
const headingHeight = 32;
const gap = 8;

export function keyOfRow(row: NoteRow): string {
  if (row.kind === 'heading') return `group ${row.group}`;
  const { id } = row.mark.annotation;
  return row.elsewhere === undefined ? id : `${row.elsewhere.document} ${id}`;
}

/** Which lines of the list are in the page: those that are near what is seen, or in use; all of a short list. */
export function useNoteRows(rows: readonly NoteRow[], scroller: RefObject<HTMLElement | null>, scrollMargin: number) {
  const selected = useApp((state) => state.selectedAnnotation);
  const edited = useApp((state) => state.editedAnnotation);
  const [focused, setFocused] = useState<string | null>(null);
  const rangeExtractor = useCallback(
    (range: Range) => {
      if (range.count <= wholeUpTo) return rows.map((_, index) => index);
      const inUse = [edited, selected, focused].map((key) => indexOfKey(rows, key));
      // The heading of the group that is being read stays in sight.
      const wanted = [...inUse, lastHeading(rows, range.startIndex)].filter((index) => index >= 0);
      return [...new Set([...defaultRangeExtractor(range), ...wanted])].sort((left, right) => left - right);
    },
    [rows, edited, selected, focused],
  );
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => (rows[index] === undefined ? index : keyOfRow(rows[index])), [rows]),
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? headingHeight : usualHeight),
    gap,
    overscan: 6,
    scrollMargin,
    scrollPaddingStart: rows[0]?.kind === 'heading' ? headingHeight + gap : gap,
    scrollPaddingEnd: gap,
    rangeExtractor,
    useFlushSync: false,
  });
  const items = list.getVirtualItems();
  /** How far a heading's group reaches: there the heading stops staying on top, pushed away by the next one. */
  const groupEnd = (heading: number) => {
    const next = rows.findIndex(({ kind }, index) => index > heading && kind === 'heading');
    return list.measurementsCache[(next < 0 ? rows.length : next) - 1]?.end ?? 0;
  };
  return { list, items, groupEnd, setFocused, selected };
}

/** Brings what is chosen elsewhere, or was just made, into sight; unfolds its group where it is folded. */
export function useScrollToSelected(
  plan: PlanDocument,
  rows: readonly NoteRow[],
  scrollToIndex: (index: number, options: { align: 'auto' }) => void,
): void {
  const store = useAppStore();
  const selected = useApp((state) => state.selectedAnnotation);
  const created = useApp((state) => state.createdNote);
  const wanted = useRef<string | null>(null);
  const want = useCallback(
    (id: string | null) => {
      if (id === null) return;
      wanted.current = id;
      const state = store.getState();
      const mark = placedNotes(state).find(({ annotation }) => annotation.id === id);
      const { notesGrouped, notesEverywhere } = state.view;
      if (mark === undefined || !(notesGrouped || notesEverywhere)) return;
      const group = notesEverywhere ? documentGroup(plan.id) : groupOf(plan, mark);
      const folded = state.view.notesFolded ?? [];
      if (folded.includes(group)) state.changeView({ notesFolded: folded.filter((other) => other !== group) });
    },
    [plan, store],
  );
  useEffect(() => want(selected), [selected, want]);
  useEffect(() => want(created), [created, want]);
  useEffect(() => {
    if (wanted.current === null) return;
    const index = indexOfKey(rows, wanted.current);
    if (index < 0) return;
    wanted.current = null;
    scrollToIndex(index, { align: 'auto' });
  });
}

export function useHeight(element: { readonly current: HTMLElement | null }): number {
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

function indexOfKey(rows: readonly NoteRow[], key: string | null): number {
  return key === null ? -1 : rows.findIndex((row) => keyOfRow(row) === key);
}

function lastHeading(rows: readonly NoteRow[], from: number): number {
  for (let index = Math.min(from, rows.length - 1); index >= 0; index -= 1) {
    if (rows[index]?.kind === 'heading') return index;
  }
  return -1;
}
