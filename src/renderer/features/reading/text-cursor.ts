/** A place in text that cannot be edited, moved by keys, and what is selected from it. */
export interface TextCursor {
  /** Nothing is selected; the one character that shows the place does not count. */
  isCaret: () => boolean;
  /** Applies a key; answers whether it means anything here. */
  press: (event: KeyboardEvent) => boolean;
  /** Where the moving end is on the screen. */
  box: () => DOMRect | undefined;
}

interface Step {
  direction: 'forward' | 'backward';
  by: string;
}

const steps: Record<string, Step> = {
  ArrowRight: { direction: 'forward', by: 'word' },
  ArrowLeft: { direction: 'backward', by: 'word' },
  ArrowDown: { direction: 'forward', by: 'line' },
  ArrowUp: { direction: 'backward', by: 'line' },
  End: { direction: 'forward', by: 'lineboundary' },
  Home: { direction: 'backward', by: 'lineboundary' },
};

/** The character of the text at a boundary, or where there is none the nearest one in this direction. */
export type CharacterAt = (node: Node, offset: number, direction: Step['direction']) => Range | undefined;

/**
 * Browsers move no caret in such text, but `Selection.modify` finds where it would go; the place is shown by selecting its
 * one character. A selection that is there is gone on with.
 */
export function createTextCursor(selection: Selection, start: Element, characterAt: CharacterAt): TextCursor {
  let isCaret = selection.isCollapsed;
  const select = (range: Range) =>
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  const showCaret = (node: Node | null, offset: number, direction: Step['direction']) => {
    const character = node === null ? undefined : characterAt(node, offset, direction);
    if (character !== undefined) select(character);
    isCaret = true;
  };
  if (isCaret) showCaret(start, 0, 'forward');

  const hideCaret = () => {
    if (isCaret && selection.anchorNode !== null) selection.collapse(selection.anchorNode, selection.anchorOffset);
  };
  const move = ({ direction, by }: Step) => {
    if (isCaret) hideCaret();
    else if (direction === 'forward') selection.collapseToEnd();
    else selection.collapseToStart();
    selection.modify('move', direction, by);
    showCaret(selection.focusNode, selection.focusOffset, direction);
  };
  const extend = ({ direction, by }: Step) => {
    hideCaret();
    isCaret = false;
    selection.modify('extend', direction, by);
  };
  const selectAround = (choose: (block: Element) => Range | undefined): boolean => {
    const block = blockOf(selection.anchorNode) ?? blockOf(selection.focusNode);
    const range = block === null ? undefined : choose(block);
    if (range === undefined) return true;
    select(range);
    isCaret = false;
    return true;
  };

  return {
    isCaret: () => isCaret,
    press: (event) => {
      const step = steps[event.key];
      if (step !== undefined) {
        const chosen = event.altKey && step.by === 'word' ? { ...step, by: 'character' } : step;
        if (event.shiftKey) extend(chosen);
        else move(chosen);
        return true;
      }
      const key = event.key.toLowerCase();
      if (key === 'p') return selectAround(wholeOf);
      if (key === 's') return selectAround((block) => sentenceAt(block, selection));
      return false;
    },
    box: () => {
      if (isCaret) return selection.getRangeAt(0).getClientRects()[0];
      if (selection.focusNode === null) return undefined;
      const focus = document.createRange();
      focus.setStart(selection.focusNode, selection.focusOffset);
      // Between elements there is nothing to measure but the block.
      return focus.getClientRects()[0] ?? blockOf(selection.focusNode)?.getBoundingClientRect();
    },
  };
}

function blockOf(node: Node | null): Element | null {
  return (node instanceof Element ? node : (node?.parentElement ?? null))?.closest('[data-b]') ?? null;
}

function wholeOf(block: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(block);
  return range;
}

/** The sentence around the anchor, as `Intl.Segmenter` cuts Chinese. */
function sentenceAt(block: Element, selection: Selection): Range | undefined {
  if (selection.anchorNode === null) return undefined;
  const before = wholeOf(block);
  if (block.contains(selection.anchorNode)) before.setEnd(selection.anchorNode, selection.anchorOffset);
  const text = block.textContent ?? '';
  const sentences = new Intl.Segmenter('zh-CN', { granularity: 'sentence' }).segment(text);
  const sentence = sentences.containing(Math.min(before.toString().length, text.length - 1));
  if (sentence === undefined) return undefined;
  const range = document.createRange();
  setBoundary(block, sentence.index, (node, offset) => range.setStart(node, offset));
  setBoundary(block, sentence.index + sentence.segment.length, (node, offset) => range.setEnd(node, offset));
  return range;
}

/** Finds UTF-16 index `index` of a block's text among its text nodes. */
function setBoundary(block: Element, index: number, set: (node: Text, offset: number) => void): void {
  let rest = index;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (rest <= node.length) {
      set(node, rest);
      return;
    }
    rest -= node.length;
  }
}
