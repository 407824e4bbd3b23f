import type { PlanDocument } from '#core/plan/plan';
import type { ReadingPosition } from '#core/settings/settings';
import { beforeSections } from './section-marks.ts';

/*
 * Where things are on the page. Of a long text, what is off the screen is not laid out: it takes up the room that is guessed
 * for it, and what is inside has places that mean nothing. So places are found from the outside in.
 */

/** The line, in CSS pixels below the top of the pane, that decides which section is being read. */
export const readingLine = 120;

/** Chapters, the sections inside them, and what these consist of. */
const parts = ':is(section, header, [data-part], [data-row], [data-section], h1)';
const containers = ':is(section, header, [data-part])';

/** The block (or the statement that a heading is missing) that stands `line` CSS pixels below the top of the pane. */
export function partAt(scroller: HTMLElement, line: number): HTMLElement | undefined {
  const y = topOf(scroller) + line;
  let found: HTMLElement | undefined;
  let container: Element | null | undefined = scroller.querySelector('article');
  while (container != null) {
    const children: HTMLElement[] = Array.from(container.children).filter(isPart);
    found = lastAbove(children, y) ?? children[0];
    container = found?.matches(containers) ? found : undefined;
  }
  return found;
}

function isPart(element: Element): element is HTMLElement {
  return element.matches(parts);
}

/** What is being read, to come back to: so far below its heading, or in a long section, or before a long text's first one, below a block of it. */
export function placeAt(scroller: HTMLElement, plan: PlanDocument): Omit<ReadingPosition, 'document' | 'text'> {
  const part = partAt(scroller, lineNearEnd(scroller));
  const row = part?.dataset.row;
  const section = row === undefined ? part?.dataset.section : plan.blocks[Number(row)]?.section;
  const isInLong = row !== undefined && part?.closest('[data-portion]') != null;
  const start = isInLong ? part : section === undefined ? null : headingOf(scroller, section);
  const offset = start == null ? scroller.scrollTop : topOf(scroller) - start.getBoundingClientRect().top;
  return { section: section ?? beforeSections, offset, ...(isInLong && { block: Number(row) }) };
}

export function headingOf(scroller: HTMLElement, section: string): HTMLElement | null {
  return scroller.querySelector(`[data-section="${CSS.escape(section)}"]`);
}

/** Lays out what an element stands in, wherever that is; answers how to leave it to the browser again. */
export function layOut(element: Element): () => void {
  const boxes: HTMLElement[] = [];
  for (let box = element.closest<HTMLElement>(containers); box !== null; ) {
    boxes.push(box);
    box = box.parentElement?.closest<HTMLElement>(containers) ?? null;
  }
  for (const { style } of boxes) style.contentVisibility = 'visible';
  return () => {
    for (const { style } of boxes) style.contentVisibility = '';
  };
}

/** Where the text ends, what is read wanders down the pane: its last sections cannot come to the top. */
function lineNearEnd({ scrollTop, scrollHeight, clientHeight }: HTMLElement): number {
  const whole = scrollHeight - clientHeight;
  const last = Math.min(clientHeight, whole);
  const share = last <= 0 ? 0 : Math.max(0, 1 - (whole - scrollTop) / last);
  return readingLine + share * (clientHeight - readingLine);
}

/** The upper edge of the pane, CSS pixels of the viewport. */
export function topOf(scroller: HTMLElement): number {
  return scroller.getBoundingClientRect().top;
}

/** The last of some elements, one below the other, that begins above a line; `y` in CSS pixels of the viewport. */
function lastAbove(elements: readonly HTMLElement[], y: number): HTMLElement | undefined {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return elements[low - 1];
}
