import { blockIndexAt, blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { characterAt, codePointLength, type TextRange, utf16Offset } from '#core/text/code-points';

/**
 * The only file that knows both the page and the offsets of a plan. Each block's text is the text content of exactly one
 * element with `data-b="<index of the block>"`, in one or more text nodes, and nothing else in it is text.
 */

/** A boundary in the page: UTF-16 index `offset` inside text node `node`. */
export interface DomPoint {
  node: Text;
  offset: number;
}

/** All block elements in order; blocks are never edited in place, so this holds as long as the plan is shown. */
export function blockElements(root: ParentNode): HTMLElement[] {
  const elements: HTMLElement[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('[data-b]')) {
    elements[Number(element.getAttribute('data-b'))] = element;
  }
  return elements;
}

/** The elements of the blocks where a range begins and ends: to find two of a long text, not all are collected. */
export function blockElementsAt(root: ParentNode, plan: PlanDocument, { start, end }: TextRange): HTMLElement[] {
  const elements: HTMLElement[] = [];
  for (const offset of [start, end]) {
    const block = blockIndexAt(blockRanges(plan), offset);
    const element = root.querySelector<HTMLElement>(`[data-b="${block}"]`);
    if (element !== null) elements[block] = element;
  }
  return elements;
}

/** The offset in the plan, in code points, of a boundary in the page; `undefined` outside every block. */
function offsetOf(plan: PlanDocument, container: Node, offset: number): number | undefined {
  const element = (container instanceof Element ? container : container.parentElement)?.closest<HTMLElement>(
    '[data-b]',
  );
  if (element === null || element === undefined) return undefined;
  const start = blockRanges(plan)[Number(element.dataset.b)]?.start;
  if (start === undefined) return undefined;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(container, offset);
  return start + codePointLength(before.toString());
}

/** Where code point `offset` of the plan is in the page. */
export function pointOf(plan: PlanDocument, elements: readonly HTMLElement[], offset: number): DomPoint | undefined {
  const ranges = blockRanges(plan);
  const block = blockIndexAt(ranges, offset);
  const element = elements[block];
  const text = plan.blocks[block]?.text;
  if (element === undefined || text === undefined) return undefined;
  let rest = utf16Offset(text, offset - (ranges[block]?.start ?? 0));
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (rest <= node.length) return { node, offset: rest };
    rest -= node.length;
  }
  return undefined;
}

/** A range of the plan as a range of the page; a live `Range`, for measuring and selecting. */
export function domRangeOf(
  plan: PlanDocument,
  elements: readonly HTMLElement[],
  { start, end }: TextRange,
): Range | undefined {
  const from = pointOf(plan, elements, start);
  const to = pointOf(plan, elements, end);
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/**
 * What a selection in the page covers of the plan, without white space at its ends. A selection may begin or end between
 * blocks (a triple click ends at the start of the next paragraph); then the nearest covered block counts.
 */
export function textRangeOf(
  plan: PlanDocument,
  elements: readonly HTMLElement[],
  selected: Range,
): TextRange | undefined {
  const start =
    offsetOf(plan, selected.startContainer, selected.startOffset) ?? firstCovered(plan, elements, selected)?.start;
  const end = offsetOf(plan, selected.endContainer, selected.endOffset) ?? lastCovered(plan, elements, selected)?.end;
  if (start === undefined || end === undefined || start >= end) return undefined;
  return withoutBlanks(plan, { start, end });
}

function firstCovered(plan: PlanDocument, elements: readonly HTMLElement[], selected: Range): TextRange | undefined {
  return blockRanges(plan)[elements.findIndex((element) => selected.intersectsNode(element))];
}

function lastCovered(plan: PlanDocument, elements: readonly HTMLElement[], selected: Range): TextRange | undefined {
  const fromEnd = [...elements].reverse().findIndex((element) => selected.intersectsNode(element));
  return fromEnd < 0 ? undefined : blockRanges(plan)[elements.length - 1 - fromEnd];
}

function withoutBlanks(plan: PlanDocument, range: TextRange): TextRange | undefined {
  const ranges = blockRanges(plan);
  const isBlank = (offset: number): boolean => {
    const block = blockIndexAt(ranges, offset);
    const characters = Array.from(plan.blocks[block]?.text ?? '');
    const character = characters[offset - (ranges[block]?.start ?? 0)];
    return character === undefined || character.trim() === '';
  };
  let { start, end } = range;
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  return start < end ? { start, end } : undefined;
}

/**
 * The offset of the glyph under a point of the viewport, or `undefined` when there is none. Browsers round to the nearest
 * caret slot and always answer something, so the glyph's own rectangle decides.
 */
export function glyphAt(plan: PlanDocument, x: number, y: number): number | undefined {
  const caret = caretAt(x, y);
  if (caret === undefined || !(caret.node instanceof Text)) return undefined;
  const glyph = document.createRange();
  for (const index of [caret.offset, caret.offset - 1]) {
    if (index < 0 || index >= caret.node.length) continue;
    const { from, to } = characterAt(caret.node.data, index);
    glyph.setStart(caret.node, from);
    glyph.setEnd(caret.node, to);
    const isUnder = Array.from(glyph.getClientRects()).some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    );
    if (isUnder) return offsetOf(plan, caret.node, from);
  }
  return undefined;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position === null ? undefined : { node: position.offsetNode, offset: position.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range === null ? undefined : { node: range.startContainer, offset: range.startOffset };
}

/**
 * The character that follows a boundary of the page, inside one block; the last one at a block's end. Between blocks it is
 * the first of the next one, or going backward the last of the one before.
 */
export function characterNear(
  plan: PlanDocument,
  elements: readonly HTMLElement[],
  { node, offset }: { node: Node; offset: number },
  direction: 'forward' | 'backward',
): Range | undefined {
  const ranges = blockRanges(plan);
  const inText = offsetOf(plan, node, offset);
  const place = document.createRange();
  place.setStart(node, offset);
  const next = elements.findIndex((element) => place.comparePoint(element, 0) >= 0);
  const after = next < 0 ? elements.length : next;
  const block = inText === undefined ? (direction === 'forward' ? after : after - 1) : blockIndexAt(ranges, inText);
  const range = ranges[Math.min(elements.length - 1, Math.max(0, block))];
  if (range === undefined) return undefined;
  const wanted = inText ?? (direction === 'forward' ? range.start : range.end);
  const start = Math.max(range.start, Math.min(wanted, range.end - 1));
  return domRangeOf(plan, elements, { start, end: start + 1 });
}

/** The word (as `Intl.Segmenter` cuts Chinese) that covers code point `offset`. */
export function wordAt(plan: PlanDocument, offset: number): TextRange | undefined {
  const ranges = blockRanges(plan);
  const block = blockIndexAt(ranges, offset);
  const text = plan.blocks[block]?.text;
  const blockStart = ranges[block]?.start;
  if (text === undefined || blockStart === undefined) return undefined;
  const words = new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text);
  const word = words.containing(utf16Offset(text, offset - blockStart));
  if (word === undefined) return undefined;
  const start = blockStart + codePointLength(text.slice(0, word.index));
  return { start, end: start + codePointLength(word.segment) };
}
