import { isBarrier } from './corpus.ts';

/** Calls `found` for every place of `parts` in a short folded text, places that overlap included. */
export function scan(text: string, parts: readonly string[], found: (start: number, end: number) => void): void {
  const [first, ...rest] = parts;
  if (first === undefined || first === '') return;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const end = endOfParts(text, at + first.length, rest);
    if (end !== undefined) found(at, end);
  }
}

/** Between two parts of a query there was a line break: in the text there may be a break, a blank or nothing. */
function endOfParts(text: string, from: number, parts: readonly string[]): number | undefined {
  let end = from;
  for (const part of parts) {
    if (isBarrier(text.charCodeAt(end)) || text[end] === ' ') end += 1;
    if (!text.startsWith(part, end)) return undefined;
    end += part.length;
  }
  return end;
}
