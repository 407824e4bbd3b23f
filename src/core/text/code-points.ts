/**
 * Offsets in stored files and in `core` count Unicode code points, as the TextPositionSelector of the W3C Web Annotation
 * Data Model asks; JavaScript and the DOM count UTF-16 units. These functions are the only place where the two meet.
 */

/** A half-open span `[start, end)` of a plan's canonical text, in code points. */
export interface TextRange {
  start: number;
  end: number;
}

/** Number of code points in `text`. A lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The UTF-16 index at which code point number `codePoints` begins; `text.length` when the text is shorter. */
export function utf16Offset(text: string, codePoints: number): number {
  let units = 0;
  let seen = 0;
  while (seen < codePoints && units < text.length) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    seen += 1;
  }
  return units;
}

/** The number of code points before UTF-16 index `units`; an index inside a surrogate pair counts the pair as before it. */
export function codePointOffset(text: string, units: number): number {
  return codePointLength(text.slice(0, isInsidePair(text, units) ? units + 1 : units));
}

/** The UTF-16 span of the character that holds index `units`: two units where that is half of a surrogate pair. */
export function characterAt(text: string, units: number): { from: number; to: number } {
  const from = isInsidePair(text, units) ? units - 1 : units;
  return { from, to: from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1) };
}

/** The code points `[start, end)` of `text`. */
export function sliceByCodePoints(text: string, { start, end }: TextRange): string {
  const from = utf16Offset(text, start);
  return text.slice(from, from + utf16Offset(text.slice(from), end - start));
}

function isInsidePair(text: string, units: number): boolean {
  return units > 0 && (text.codePointAt(units - 1) ?? 0) > 0xffff;
}
