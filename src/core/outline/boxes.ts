import { usualForm } from './mark-form.ts';
import { readMark } from './read-mark.ts';
import type { TextBlock } from './text-block.ts';

/** 专栏3 重点工程: the title of a box, not a sentence that speaks of one. */
const boxTitle = /^专\s*栏\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:[\s：:]|(?![、，。的和至—]))[^。；]*$/u;
/** UTF-16 units. */
const longestTitle = 60;
/** Numbers inside a box are of these styles; those of chapters and sections end it. */
const innerStyles: ReadonlySet<string> = new Set(['arabicPoint', 'arabicParenthesised', 'circled']);
/** Most lines without a number that an item of a box goes on for. */
const longestItem = 12;

/**
 * Which lines belong to a box (专栏) whose frame the file has lost: its title, and the list 1. 2. 3. that follows. They would
 * else join the numbers around the box. Where rows follow, the box is a table and has kept its frame. `isTaken`: the line is
 * something else for certain.
 */
export function findBoxes(lines: readonly TextBlock[], isTaken: (index: number) => boolean): boolean[] {
  const isBox = lines.map(() => false);
  for (const [index, { text }] of lines.entries()) {
    if (isBox[index] || isTaken(index) || text.length > longestTitle || !boxTitle.test(usualForm(text).trim()))
      continue;
    const end = endOfList(lines, index + 1, { isTaken, outside: lastNumberBefore(lines, index) });
    if (end > index + 1) isBox.fill(true, index, end);
  }
  return isBox;
}

interface Surroundings {
  isTaken: (index: number) => boolean;
  /** The number of an inner style that stands last before the box, where one does. */
  outside: { style: string; number: number } | undefined;
}

/**
 * One beyond the last item of the list that begins at `start`; `start` itself where none does. A number that goes on with the
 * list outside is of that one, unless it comes once more.
 */
function endOfList(lines: readonly TextBlock[], start: number, { isTaken, outside }: Surroundings): number {
  const first = readMark(lines[start]?.text ?? '');
  if (first === undefined || !innerStyles.has(first.style) || first.mark.path[0] !== 1) return start;
  let end = start;
  let expected = 1;
  for (let index = start; index < lines.length && index - end <= longestItem && !isTaken(index); index += 1) {
    const found = readMark(lines[index]?.text ?? '');
    if (found === undefined) continue;
    if (found.style !== first.style || found.mark.path.at(-1) !== expected) break;
    const goesOnOutside = outside?.style === found.style && outside.number + 1 === expected;
    if (goesOnOutside && !comesAgain(lines, index, found.style, expected)) break;
    expected += 1;
    end = index + 1;
  }
  return end;
}

/** How many lines around a box are looked at. */
const nearby = 200;

function lastNumberBefore(lines: readonly TextBlock[], index: number): Surroundings['outside'] {
  for (let line = index - 1; line >= Math.max(0, index - nearby); line -= 1) {
    const found = readMark(lines[line]?.text ?? '');
    if (found === undefined) continue;
    return innerStyles.has(found.style) ? { style: found.style, number: found.mark.path.at(-1) ?? 0 } : undefined;
  }
  return undefined;
}

/** Whether the same number stands again before the next chapter or section. */
function comesAgain(lines: readonly TextBlock[], index: number, style: string, number: number): boolean {
  for (let line = index + 1; line < Math.min(lines.length, index + nearby); line += 1) {
    const found = readMark(lines[line]?.text ?? '');
    if (found === undefined) continue;
    if (!innerStyles.has(found.style)) return false;
    if (found.style === style && found.mark.path.at(-1) === number) return true;
  }
  return false;
}
