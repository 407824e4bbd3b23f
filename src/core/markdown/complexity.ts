/** Longest note that is read as Markdown, in UTF-16 units; a longer one is shown as it was typed. */
const maximumMarkdownLength = 50_000;
/** Deepest nesting of blocks and of emphasis, as for every hostile document. */
export const maximumDepth = 256;
/** Most cells of one table: a row may be two characters long and still ask for as many cells as its head has columns. */
export const maximumTableCells = 10_000;

/** Most characters that can open or close inline markup in one paragraph; parsing takes the square of it. */
const maximumInlineMarks = 2_000;

/** Most block quotes and list items that the lines of one note open or continue, all together. */
const maximumContainers = 10_000;

/** True when the parser would take too long over a note or go too deep. */
export function isTooComplex(source: string): boolean {
  return source.length > maximumMarkdownLength || isTooNested(source, maximumContainers);
}

/**
 * True when a text of any length goes too deep. The parser nests one call per `>` or list marker, and compares every
 * `*`, `_`, `~` and bracket of a paragraph with every other one.
 */
export function isTooNested(source: string, mostContainers: number): boolean {
  let inlineMarks = 0;
  let containers = 0;
  for (const line of source.split(/\r\n|\r|\n/)) {
    const depth = containerDepth(line);
    containers += depth;
    if (depth > maximumDepth || containers > mostContainers) return true;
    inlineMarks = line.trim() === '' ? 0 : inlineMarks + countMatches(line, /[*_~[\]]/g);
    if (inlineMarks > maximumInlineMarks) return true;
  }
  return false;
}

/** How many block quotes and list items the beginning of a line opens or continues. */
function containerDepth(line: string): number {
  const markers = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? '';
  return countMatches(markers, /[->+*]|\d+/g);
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
