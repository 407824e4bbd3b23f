import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LedgerLine } from './ledger-lines.ts';

const rowHeight = 56;
const groupHeight = 34;
/** The names of the columns, which stay on top. */
const headHeight = 34;
/** Below the last line, for the field that is written in. */
const editorRoom = 180;
/** Lines in the page above and below what is seen: each is made of dozens of elements. */
const beyond = 4;
/** Scrolling by less brings no other lines. */
const step = 28;
/** What the window shows above and below the lines, before that is measured; what it is off by lies within `beyond`. */
const elsewhere = 220;
const slack = 2 * rowHeight;

interface View {
  top: number;
  height: number;
}

export interface LineInSight {
  index: number;
  /** CSS pixels from the upper edge of the grid. */
  top: number;
}

/**
 * Which lines are in the page: those near what is seen, and the current one. Their heights are known, so that nothing is measured:
 * when another line becomes the current one, what is near it is made at once, and the page is laid out once for it.
 */
export function useLinesInSight(
  lines: readonly LedgerLine[],
  scroller: RefObject<HTMLElement | null>,
  current: number,
): { inSight: LineInSight[]; height: number; show: (index: number) => void } {
  const tops = useMemo(() => topsOf(lines), [lines]);
  const [view, setView] = useState<View>(() => ({ top: 0, height: window.innerHeight - elsewhere }));
  const [known, setKnown] = useState(-1);
  if (current !== known) {
    setKnown(current);
    const top = topToShow(tops, current, view);
    if (top !== undefined) setView({ ...view, top });
  }
  const show = useScrolling(scroller, tops, setView);
  const from = Math.max(0, lineAt(tops, view.top) - beyond);
  const to = Math.min(lines.length - 1, lineAt(tops, view.top + step + view.height) + beyond);
  const inSight = [...Array(Math.max(0, to - from + 1)).keys()].map((index) => from + index);
  if (current >= 0 && current < from) inSight.unshift(current);
  if (current > to) inSight.push(current);
  return {
    inSight: inSight.map((index) => ({ index, top: tops[index] ?? 0 })),
    height: (tops.at(-1) ?? headHeight) + editorRoom,
    show,
  };
}

/** Follows what is seen, and answers how to scroll a line into sight: by what is known of it, without asking the page. */
function useScrolling(
  scroller: RefObject<HTMLElement | null>,
  tops: readonly number[],
  setView: (change: (view: View) => View) => void,
): (index: number) => void {
  const seen = useRef<View>({ top: 0, height: 0 });
  const latest = useRef(tops);
  useLayoutEffect(() => {
    latest.current = tops;
  }, [tops]);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current === null) return undefined;
    const onScroll = () => {
      seen.current.top = current.scrollTop;
      const top = Math.floor(current.scrollTop / step) * step;
      setView((view) => (view.top === top ? view : { ...view, top }));
    };
    const observer = new ResizeObserver(([entry]) => {
      const height = Math.round(entry?.contentRect.height ?? 0);
      seen.current.height = height;
      setView((view) => (Math.abs(view.height - height) <= slack ? view : { ...view, height }));
    });
    observer.observe(current);
    current.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', onScroll);
    };
  }, [scroller, setView]);
  return useCallback(
    (index: number) => {
      const { current } = scroller;
      if (current === null || index < 0) return;
      if (seen.current.height === 0) seen.current.height = current.clientHeight;
      const top = topToShow(latest.current, index, seen.current);
      if (top === undefined) return;
      seen.current.top = top;
      current.scrollTop = top;
      setView((view) => (Math.abs(view.top - top) < step ? view : { ...view, top }));
    },
    [scroller, setView],
  );
}

/** The upper edge of each line, and the lower one of the last. */
function topsOf(lines: readonly LedgerLine[]): number[] {
  const tops = [headHeight];
  let top = headHeight;
  for (const { kind } of lines) {
    top += kind === 'group' ? groupHeight : rowHeight;
    tops.push(top);
  }
  return tops;
}

/** How far to scroll for a line to be seen; `undefined` where it is, or is not listed. */
function topToShow(tops: readonly number[], index: number, { top, height }: View): number | undefined {
  const begin = tops[index];
  const end = tops[index + 1];
  if (index < 0 || begin === undefined || end === undefined) return undefined;
  if (begin - headHeight < top) return begin - headHeight;
  return end > top + height ? end - height : undefined;
}

/** The line that is so far down. */
function lineAt(tops: readonly number[], top: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, tops.length - 2);
}
