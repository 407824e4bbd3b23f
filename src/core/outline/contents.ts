import type { TextBlock } from './text-block.ts';

const contentsTitle = /^[\s\p{Cf}]*[目⽬][\s\p{Cf}]*[录錄次][\s\p{Cf}]*[：:]?[\s\p{Cf}]*$/u;
/** Dots or a tab, and the number of a page. */
const leader = /(?:\s*[.．…·‥・。_—–-]{2,}\s*|\s*\t\s*|\s+)[(（-]?\s*[0-9０-９ivxIVX]{1,4}\s*[)）-]?$/u;
const strongLeader = /(?:[.．…·‥・_]{3,}|…|\t)\s*[0-9０-９ivxIVX]{1,4}$/u;
/** Fewer entries make no table of contents. */
const fewestEntries = 2;
/** How much of a line is compared, in UTF-16 units. */
const comparedLength = 80;

/**
 * Which lines are a table of contents: those that the file format says are one, with the line 目录 above them; and below
 * another line 目录 those that come again later in the text, or end with dots and the number of a page.
 */
export function findContents(lines: readonly TextBlock[]): boolean[] {
  const isContents = lines.map(({ hint }) => hint?.role === 'contents');
  const titles = lines.flatMap(({ text, hint }, index) =>
    text.length < 40 && contentsTitle.test(text) && hint?.decided === undefined ? [index] : [],
  );
  if (titles.length === 0) return isContents;
  const lastPlaces = placesOfBeginnings(lines);
  for (const title of titles) {
    const end = endOfEntries(lines, title + 1, lastPlaces);
    const isHinted = isContents[title + 1] === true;
    if (!isHinted && end - title - 1 < fewestEntries) continue;
    for (let index = title; index < Math.max(end, title + 1); index += 1) isContents[index] = true;
  }
  return isContents.map((is, index) => is && lines[index]?.hint?.decided === undefined);
}

function endOfEntries(lines: readonly TextBlock[], start: number, lastPlaces: ReadonlyMap<string, number>): number {
  const first = entryKey(lines[start]?.text ?? '');
  let index = start;
  for (; index < lines.length; index += 1) {
    const { text, hint } = lines[index] ?? { text: '' };
    const key = entryKey(text);
    const beginsBody = index > start && key === first;
    // In a PDF nothing may stand between the heading and the number of its page.
    const comesAgain = [key, key.replace(/[0-9]{1,3}$/u, '')].some(
      (entry) => entry !== '' && (lastPlaces.get(entry) ?? -1) > index,
    );
    const isEntry = hint?.role === 'contents' || strongLeader.test(text.slice(-comparedLength)) || comesAgain;
    if (beginsBody || !isEntry) break;
  }
  return index;
}

/** For every line, and for its beginning up to a 。 or ：, the last line that begins so. */
function placesOfBeginnings(lines: readonly TextBlock[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, { text }] of lines.entries()) {
    const beginning = text.slice(0, comparedLength);
    places.set(entryKey(beginning), index);
    for (const sentence of [/^[^。]*/u, /^[^：:]*/u]) places.set(plain(sentence.exec(beginning)?.[0] ?? ''), index);
  }
  return places;
}

function entryKey(text: string): string {
  const beginning = text.length > comparedLength ? text.slice(0, comparedLength) : text.replace(leader, '');
  return plain(beginning);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}.…·:。]+/gu, '');
}
