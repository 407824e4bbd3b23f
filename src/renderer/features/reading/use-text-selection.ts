import {
  type DragEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useState,
} from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import type { AppStore } from '../../store/app-store.ts';
import { useAppStore } from '../../store/use-app.ts';
import { blockElements, domRangeOf, glyphAt, textRangeOf, wordAt } from './document-offsets.ts';
import { toolbarActions } from './toolbar-actions.ts';
import { useSelectionEvents } from './use-selection-events.ts';

/** What the toolbar acts on: a passage, and the annotations that were pointed at, the shortest first. */
export interface ToolbarTarget {
  range: TextRange;
  annotations: string[];
  /** Where to place the toolbar, measured anew whenever it is asked. */
  box: () => DOMRect;
  /** The toolbar was asked for by keyboard and takes the focus. */
  takesFocus: boolean;
}

/** Turns selections and clicks in the text into a target for the toolbar. */
export function useTextSelection(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  placed: readonly PlacedAnnotation[],
) {
  const store = useAppStore();
  const { target, setTarget, close } = useTarget(store);
  const open = useCallback(
    (range: TextRange, options: { annotations?: string[]; takesFocus?: boolean } = {}) => {
      // What is selected then says where a note belongs, and that has its own button.
      if (store.getState().attaching !== null) return;
      const shown = plan === null || pane.current === null ? undefined : rangeInPage(pane.current, plan, range);
      if (shown === undefined) return;
      const { annotations = [], takesFocus = false } = options;
      setTarget({ range, annotations, takesFocus, box: () => boxOf(shown) });
    },
    [pane, plan, setTarget, store],
  );
  const readSelection = useCallback(
    () => (plan === null || pane.current === null ? undefined : selectedRange(pane.current, plan)),
    [pane, plan],
  );
  const beginPointer = useSelectionEvents(readSelection, open);
  /** Opens the toolbar for what is selected; answers whether there was anything. */
  const openForSelection = useCallback((): boolean => {
    const range = readSelection();
    if (range !== undefined) open(range, { takesFocus: true });
    return range !== undefined;
  }, [readSelection, open]);

  const openAnnotationsAt = (event: MouseEvent) => {
    const glyph = plan === null ? undefined : glyphAt(plan, event.clientX, event.clientY);
    const hits = glyph === undefined ? [] : annotationsAt(placed, glyph);
    const range = hits[0]?.anchoring.range;
    if (range === undefined) return;
    store.getState().selectAnnotation(hits[0]?.annotation.id ?? null);
    open(range, { annotations: hits.map(({ annotation }) => annotation.id) });
  };
  const events = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || !isText(event.target)) return;
      close();
      beginPointer();
      // A drag that starts inside the selection would drag the text instead of selecting anew.
      if (!event.shiftKey) document.getSelection()?.removeAllRanges();
    },
    onDragStart: (event: DragEvent) => event.preventDefault(),
    onDoubleClick: (event: MouseEvent) => {
      const glyph = plan === null || !isText(event.target) ? undefined : glyphAt(plan, event.clientX, event.clientY);
      const word = plan === null || glyph === undefined ? undefined : wordAt(plan, glyph);
      if (plan === null || pane.current === null || word === undefined) return;
      select(pane.current, plan, word);
      open(word);
    },
    onContextMenu: (event: MouseEvent) => {
      if (plan === null || !isText(event.target)) return;
      event.preventDefault();
      const range = readSelection();
      // No button: it was the key for menus.
      if (range !== undefined) open(range, { takesFocus: event.button < 0 });
      else openAnnotationsAt(event);
    },
    onClick: (event: MouseEvent) => {
      if (plan === null || !(event.target instanceof Element)) return;
      const block = event.target.closest<HTMLElement>('[data-annotate-block]')?.dataset.annotateBlock;
      if (block !== undefined) {
        close();
        annotateWhole(store, plan, placed, blockRanges(plan)[Number(block)]);
      } else if (isText(event.target) && readSelection() === undefined) openAnnotationsAt(event);
    },
  };
  return { target, close, openForSelection, events };
}

/** What the toolbar acts on, as long as there is something. */
function useTarget(store: AppStore) {
  const [target, setTarget] = useState<ToolbarTarget | null>(null);
  const close = useCallback(() => setTarget(null), []);
  // A command that used the selection has let it go: its toolbar has nothing left to act on.
  useEffect(
    () =>
      store.subscribe((state, before) => {
        // a range of another text is that of other words
        if (state.plan !== before.plan || (state.attaching !== null && before.attaching === null)) setTarget(null);
        else if (state.selection === null && before.selection !== null) {
          setTarget((shown) => (shown === null || shown.annotations.length > 0 ? shown : null));
        }
      }),
    [store],
  );
  return { target, setTarget, close };
}

function isText(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, [role="toolbar"]') === null;
}

function rangeInPage(pane: HTMLElement, plan: PlanDocument, range: TextRange): Range | undefined {
  return domRangeOf(plan, blockElements(pane), range);
}

function selectedRange(pane: HTMLElement, plan: PlanDocument): TextRange | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return undefined;
  const selected = selection.getRangeAt(0);
  if (!pane.contains(selected.commonAncestorContainer)) return undefined;
  return textRangeOf(plan, blockElements(pane), selected);
}

function select(pane: HTMLElement, plan: PlanDocument, range: TextRange): void {
  const shown = rangeInPage(pane, plan, range);
  if (shown === undefined) return;
  document
    .getSelection()
    ?.setBaseAndExtent(shown.startContainer, shown.startOffset, shown.endContainer, shown.endOffset);
}

function annotationsAt(placed: readonly PlacedAnnotation[], offset: number): PlacedAnnotation[] {
  const length = ({ anchoring: { range } }: PlacedAnnotation) => (range === undefined ? 0 : range.end - range.start);
  return placed
    .filter(({ anchoring: { range } }) => range !== undefined && range.start <= offset && offset < range.end)
    .sort((left, right) => length(left) - length(right));
}

/** Opens a note on a whole block for writing; one that is there already is gone on with. */
function annotateWhole(
  store: AppStore,
  plan: PlanDocument,
  placed: readonly PlacedAnnotation[],
  whole: TextRange | undefined,
): void {
  if (whole === undefined) return;
  document.getSelection()?.removeAllRanges();
  const isOnIt = ({ anchoring: { range } }: PlacedAnnotation) =>
    range?.start === whole.start && range.end === whole.end;
  void toolbarActions(store, { plan, range: whole, annotation: placed.find(isOnIt)?.annotation }).note();
}

/** A range over several blocks covers whole boxes; its lines say where the text is. */
function boxOf(range: Range): DOMRect {
  const lines = Array.from(range.getClientRects()).filter((box) => box.width > 0);
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return range.getBoundingClientRect();
  const left = Math.min(...lines.slice(0, 200).map((box) => box.left));
  const right = Math.max(...lines.slice(0, 200).map((box) => box.right));
  return new DOMRect(left, first.top, right - left, last.bottom - first.top);
}
