import { readMark } from './read-mark.ts';
import type { TextBlock } from './text-block.ts';

/** Items of a list within a text, as 1.……； 2.……。 are; 一、 and （一） number clauses, however they end. */
const styles: readonly string[] = ['arabicPoint', 'arabicParenthesised', 'circled'];
const goesOn = /[；;]$/u;
const ends = /[；;。]$/u;

/** Which lines are the items of a list that is one sentence: numbered from 1, each set off from the next by a ；. */
export function findListedItems(lines: readonly TextBlock[]): boolean[] {
  const isItem = lines.map(() => false);
  for (let first = 0; first < lines.length; first += 1) {
    const count = itemsFrom(lines, first);
    for (let index = first; index < first + count; index += 1) isItem[index] = true;
    first += Math.max(0, count - 1);
  }
  return isItem;
}

/** How many items the list has that begins at a line; 0 where none does. */
function itemsFrom(lines: readonly TextBlock[], first: number): number {
  let style: string | undefined;
  for (let count = 0; ; count += 1) {
    const text = lines[first + count]?.text ?? '';
    // most lines end otherwise
    const found = ends.test(text) ? readMark(text) : undefined;
    const isNext =
      found !== undefined &&
      styles.includes(found.style) &&
      (style ?? found.style) === found.style &&
      found.mark.path.at(-1) === count + 1;
    if (!isNext) return 0;
    style = found.style;
    if (!goesOn.test(text)) return count === 0 ? 0 : count + 1;
    if (first + count + 1 >= lines.length) return 0;
  }
}
