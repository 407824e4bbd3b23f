import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';
import { useApp } from '../../store/use-app.ts';
import { innermostLine, type OutlineLine } from './outline-lines.ts';
import { lineHeight } from './outline-row.tsx';

/** Lines beyond those in sight that are in the page too, so that outlines of usual length are there as a whole. */
const overscan = 60;

/** Which lines are in the page, which of them Tab reaches, and going from one to another. */
export function useOutlineLines(
  plan: PlanDocument,
  lines: readonly OutlineLine[],
  scroller: { readonly current: HTMLElement | null },
  isNarrowed: boolean,
) {
  const currentSection = useApp((state) => state.currentSection);
  const { focusedId, setFocused, focusProps } = useFocusedLine();
  const wanted = useRef<string | null>(null);
  const current = useMemo(
    () => (currentSection === null ? -1 : innermostLine(lines, sectionPath(plan, currentSection))),
    [plan, lines, currentSection],
  );
  const own = focusedId === null ? -1 : lines.findIndex(({ section }) => section.id === focusedId);
  const focused = own >= 0 ? own : Math.max(0, current);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inUse = [isNarrowed ? 0 : current, focused].filter((index) => index >= 0 && index < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...inUse])].sort((left, right) => left - right);
    },
    [isNarrowed, current, focused],
  );
  const list = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => lines[index]?.section.id ?? index, [lines]),
    estimateSize: (index) => lineHeight(lines[index]?.section),
    overscan,
    paddingStart: 2,
    paddingEnd: 24,
    rangeExtractor,
    useFlushSync: false,
  });
  const reveal = (index: number) => {
    const line = list.measurementsCache[index];
    if (line !== undefined && scroller.current !== null) revealIn(scroller.current, line);
  };

  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted.current)}"]`);
    if (row == null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const isShown = useApp((state) => state.leftTab === 'outline');
  const revealCurrent = useEffectEvent(() => reveal(current));
  // What is being read comes into sight; folding something elsewhere moves nothing.
  useEffect(() => {
    if (isShown && currentSection !== null) revealCurrent();
  }, [isShown, currentSection]);
  const goToLine = (index: number) => {
    const id = lines[index]?.section.id ?? null;
    wanted.current = id;
    setFocused(id);
    reveal(index);
  };
  return { list, current, focused, focusProps, goToLine };
}

/** Scrolls no farther than needed for a line and its neighbour to be seen. */
function revealIn(scroller: HTMLElement, { start, end }: { start: number; end: number }): void {
  const { scrollTop, clientHeight } = scroller;
  const [top, bottom] = [start - lineHeight(), end + lineHeight()];
  if (clientHeight === 0) return;
  if (top < scrollTop) scroller.scrollTop = top;
  else if (bottom > scrollTop + clientHeight) scroller.scrollTop = bottom - clientHeight;
}

/** Which line has the focus. Unless it came by pressing on it, it is to be seen, after a shortcut with Ctrl as well. */
function useFocusedLine() {
  const [{ id, isByKey }, setFocus] = useState<{ id: string | null; isByKey: boolean }>({ id: null, isByKey: false });
  const isPressed = useRef(false);
  return {
    focusedId: id,
    setFocused: (next: string | null) => setFocus({ id: next, isByKey: true }),
    focusProps: {
      'data-by-key': isByKey || undefined,
      onPointerDown: () => {
        isPressed.current = true;
      },
      // The focus comes before, if at all.
      onPointerUp: () => {
        isPressed.current = false;
      },
      onFocus: ({ target }: FocusEvent) => {
        const line = target.closest<HTMLElement>('[data-key]');
        setFocus({ id: line?.dataset.key ?? null, isByKey: !isPressed.current });
        isPressed.current = false;
      },
      // Whoever comes back begins at what is being read.
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) setFocus({ id: null, isByKey: false });
      },
    },
  };
}
