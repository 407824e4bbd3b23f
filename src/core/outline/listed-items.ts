import type { StyleName } from './heading-styles.ts';
import { segmentLine } from './segment-line.ts';
import type { TextBlock } from './text-block.ts';

/** Items of a list within a text, as 1.……； 2.……。 are; 一、 and （一） number clauses, however they end. */
const styles: ReadonlySet<string> = new Set<StyleName>(['arabicPoint', 'arabicParenthesised', 'circled']);
const goesOn = /[；;]$/u;
const ends = /[；;。][”’」』》）】]*$/u;
/** One sentence, up to its end. */
const sentence = /^[^。；;！？]*[。；;][”’」』》）】]*$/u;
/** What a sentence has of more than one part, and hardly any heading. */
const clause = /[，；;：:].*[^，；;：:”’」』》）】]/u;
/** So far on, in pieces of lines, the next number of a list may stand. */
const lookAhead = 60;

/** For each line with items of lists in it where they begin, in UTF-16 units. */
export type ListedItems = ReadonlyMap<number, ReadonlySet<number>>;

/** What may be an item: a stretch of a line, with the text of a number that stands alone. */
interface Stretch {
  line: number;
  start: number;
  style?: StyleName;
  number?: number;
  /** A number and, where it stands alone, the text after it. */
  words: string;
}

/**
 * The items of lists in a text. Numbered from 1, they are a list where a ； sets each off from the next. Where a heading
 * stands above them, whole sentences are one as well: one after the other without text between or below, most of several
 * clauses. A number that goes on later is that of a heading. However lines are cut into their headings, the items are the same.
 */
export function findListedItems(lines: readonly TextBlock[]): ListedItems {
  const stretches = stretchesOf(lines);
  const found = new Map<number, Set<number>>();
  const above = new Set<string>();
  for (let first = 0; first < stretches.length; first += 1) {
    const { style } = stretches[first] ?? {};
    const count = itemsFrom(stretches, first, above);
    for (const { line, start } of stretches.slice(first, first + count))
      found.set(line, (found.get(line) ?? new Set()).add(start));
    if (style !== undefined) above.add(style);
    first += Math.max(0, count - 1);
  }
  return found;
}

/** Whether a line is nothing but an item. */
export function isListedLine(items: ListedItems, line: number, text: string): boolean {
  const starts = items.get(line);
  return starts?.has(0) === true && segmentLine(text).filter(({ mark }) => mark !== undefined).length === 1;
}

function stretchesOf(lines: readonly TextBlock[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [line, { text, hint }] of lines.entries()) {
    for (const { start, end, style, mark } of segmentLine(text)) {
      const last = stretches.at(-1);
      const words = text.slice(start + (mark?.length ?? 0), end).trimEnd();
      // What the file format says is a heading is no item.
      const isHeading = hint?.headingLevel !== undefined;
      if (mark !== undefined && style !== undefined)
        stretches.push({ line, start, style, number: mark.path.at(-1) ?? 0, words: isHeading ? heading : words });
      else if (last?.style !== undefined && last.words === '') last.words = words;
      else stretches.push({ line, start, words });
    }
  }
  return stretches;
}

/** Words that no item has. */
const heading = ' ';

/** How many items the list has that begins at a stretch; 0 where none does. */
function itemsFrom(stretches: readonly Stretch[], first: number, above: ReadonlySet<string>): number {
  const { style } = stretches[first] ?? {};
  if (style === undefined || !styles.has(style)) return 0;
  let count = 0;
  for (; ; count += 1) {
    const item = stretches[first + count];
    if (item?.style !== style || item.number !== count + 1 || !ends.test(item.words)) break;
  }
  const items = stretches.slice(first, first + count);
  const last = items.findIndex(({ words }) => !goesOn.test(words));
  if (last > 0) return last + 1;
  return areSentences(items) && isUnder(above, style) && endsThere(stretches, first + count, items) ? count : 0;
}

function areSentences(items: readonly Stretch[]): boolean {
  const compound = items.filter(({ words }) => clause.test(words));
  return items.length > 1 && compound.length * 2 > items.length && items.every(({ words }) => sentence.test(words));
}

/** A heading in another style stands above. */
function isUnder(above: ReadonlySet<string>, style: string): boolean {
  return above.size > (above.has(style) ? 1 : 0);
}

/** What follows is not the text of the last item, and no number goes on with the list. */
function endsThere(stretches: readonly Stretch[], next: number, items: readonly Stretch[]): boolean {
  const following = stretches[next];
  if (following !== undefined && following.style === undefined) return false;
  const { style } = items[0] ?? {};
  const again = stretches.slice(next, next + lookAhead).find((other) => other.style === style);
  return again?.number !== items.length + 1;
}
