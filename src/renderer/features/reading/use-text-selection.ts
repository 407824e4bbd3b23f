import {
  type DragEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import { useAppStore } from '../../store/use-app.ts';
import { blockElements, domRangeOf, glyphAt, textRangeOf, wordAt } from './document-offsets.ts';

/** What the toolbar acts on: a passage, and the annotations that were pointed at, the shortest first. */
export interface ToolbarTarget {
  range: TextRange;
  annotations: string[];
  /** Where to place the toolbar, measured anew whenever it is asked. */
  box: () => DOMRect;
  /** The toolbar was asked for by keyboard and takes the focus. */
  takesFocus: boolean;
}

export function useTextSelection(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  placed: readonly PlacedAnnotation[],
) {
  const store = useAppStore();
  const [target, setTarget] = useState<ToolbarTarget | null>(null);
  const isPointerDown = useRef(false);

  const targetFor = useCallback(
    (range: TextRange, annotations: string[], takesFocus: boolean): ToolbarTarget | null => {
      if (plan === null || pane.current === null) return null;
      const shown = domRangeOf(plan, blockElements(pane.current), range);
      if (shown === undefined) return null;
      return { range, annotations, takesFocus, box: () => boxOf(shown) };
    },
    [pane, plan],
  );

  const readSelection = useCallback((): TextRange | undefined => {
    const selection = document.getSelection();
    if (plan === null || pane.current === null || selection === null || selection.isCollapsed) return undefined;
    const selected = selection.getRangeAt(0);
    if (!pane.current.contains(selected.commonAncestorContainer)) return undefined;
    return textRangeOf(plan, blockElements(pane.current), selected);
  }, [pane, plan]);

  useEffect(() => {
    const onChange = () => store.getState().setSelection(readSelection() ?? null);
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, [readSelection, store]);

  useEffect(() => {
    const onRelease = () => {
      if (!isPointerDown.current) return;
      isPointerDown.current = false;
      // The browser settles a click's selection after the event.
      requestAnimationFrame(() => {
        const range = readSelection();
        if (range !== undefined) setTarget(targetFor(range, [], false));
      });
    };
    document.addEventListener('pointerup', onRelease);
    return () => document.removeEventListener('pointerup', onRelease);
  }, [readSelection, targetFor]);

  const close = useCallback(() => setTarget(null), []);

  /** Opens the toolbar for what is selected; answers whether there was anything. */
  const openForSelection = useCallback((): boolean => {
    const range = readSelection();
    if (range === undefined) return false;
    setTarget(targetFor(range, [], true));
    return true;
  }, [readSelection, targetFor]);

  const select = (range: TextRange) => {
    if (plan === null || pane.current === null) return;
    const shown = domRangeOf(plan, blockElements(pane.current), range);
    const selection = document.getSelection();
    if (shown === undefined || selection === null) return;
    selection.setBaseAndExtent(shown.startContainer, shown.startOffset, shown.endContainer, shown.endOffset);
  };

  const events = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || !isText(event.target)) return;
      isPointerDown.current = true;
      setTarget(null);
      // A drag that starts inside the selection would drag the text instead of selecting anew.
      if (!event.shiftKey) document.getSelection()?.removeAllRanges();
    },
    onDragStart: (event: DragEvent) => event.preventDefault(),
    onDoubleClick: (event: MouseEvent) => {
      if (plan === null || !isText(event.target)) return;
      const glyph = glyphAt(plan, event.clientX, event.clientY);
      const word = glyph === undefined ? undefined : wordAt(plan, glyph);
      if (word === undefined) return;
      select(word);
      setTarget(targetFor(word, [], false));
    },
    onClick: (event: MouseEvent) => {
      if (plan === null) return;
      const block = (event.target as Element).closest<HTMLElement>('[data-annotate-block]')?.dataset.annotateBlock;
      if (block !== undefined) {
        const range = blockRanges(plan)[Number(block)];
        if (range !== undefined) {
          select(range);
          setTarget(targetFor(range, [], event.detail === 0));
        }
        return;
      }
      if (!isText(event.target) || readSelection() !== undefined) return;
      const glyph = glyphAt(plan, event.clientX, event.clientY);
      const hit = glyph === undefined ? [] : annotationsAt(placed, glyph);
      const first = hit[0];
      if (first?.anchoring.range === undefined) return;
      store.getState().selectAnnotation(first.annotation.id);
      setTarget(
        targetFor(
          first.anchoring.range,
          hit.map(({ annotation }) => annotation.id),
          false,
        ),
      );
    },
  };
  return { target, close, openForSelection, events };
}

function isText(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, [role="toolbar"]') === null;
}

function annotationsAt(placed: readonly PlacedAnnotation[], offset: number): PlacedAnnotation[] {
  const length = ({ anchoring: { range } }: PlacedAnnotation) => (range === undefined ? 0 : range.end - range.start);
  return placed
    .filter(({ anchoring: { range } }) => range !== undefined && range.start <= offset && offset < range.end)
    .sort((left, right) => length(left) - length(right));
}

/** A range over several blocks covers whole boxes; its first line is what the toolbar belongs to. */
function boxOf(range: Range): DOMRect {
  const lines = Array.from(range.getClientRects()).filter((box) => box.width > 0);
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return range.getBoundingClientRect();
  const left = Math.min(...lines.slice(0, 200).map((box) => box.left));
  const right = Math.max(...lines.slice(0, 200).map((box) => box.right));
  return new DOMRect(left, first.top, right - left, last.bottom - first.top);
}
