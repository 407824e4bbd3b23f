import { segmentLine } from './segment-line.ts';
import type { TextBlock } from './text-block.ts';

const contentsTitle = /^[\s\p{Cf}]*[目⽬][\s\p{Cf}]*[录錄次][\s\p{Cf}]*[：:]?[\s\p{Cf}]*$/u;
/** What most lines do not end with. */
const endsWithTitle = /[目⽬][\s\p{Cf}]*[录錄次][\s\p{Cf}]*[：:]?[\s\p{Cf}]*$/u;
/** UTF-16 units. */
const longestTitle = 40;
/** Dots or a tab, and the number of a page. */
const leader = /(?:\s*[.．…·‥・。_—–-]{2,}\s*|\s*\t\s*|\s+)[(（-]?\s*[0-9０-９ivxIVX]{1,4}\s*[)）-]?$/u;
const strongLeader = /(?:[.．…·‥・_]{3,}|…|\t)\s*[0-9０-９ivxIVX]{1,4}$/u;
/** Fewer entries make no table of contents. */
const fewestEntries = 2;
/** How much of a line is compared, in UTF-16 units. */
const comparedLength = 80;

/**
 * Which lines are a table of contents: those that the file format says are one, with the line 目录 above them; and below
 * another line 目录 those that come again later in the text, or end with dots and the number of a page. A line counts as the
 * lines that it may be cut into, so that the canonical text has the same contents.
 */
export function findContents(lines: readonly TextBlock[]): boolean[] {
  const isContents = lines.map(({ hint }) => hint?.role === 'contents');
  if (!lines.some(({ text }) => endsWithTitle.test(text.slice(-longestTitle)))) return isContents;
  const pieces = piecesOf(lines);
  const lastPlaces = placesOfBeginnings(pieces);
  for (const [title, { hint }] of lines.entries()) {
    const last = pieces[title]?.at(-1)?.text ?? '';
    if (last.length >= longestTitle || !contentsTitle.test(last) || hint?.decided !== undefined) continue;
    const { end, entries } = entriesFrom(lines, pieces, title + 1, lastPlaces);
    const isHinted = isContents[title + 1] === true;
    if (!isHinted && entries < fewestEntries) continue;
    const first = pieces[title]?.length === 1 ? title : title + 1;
    for (let index = first; index < Math.max(end, title + 1); index += 1) isContents[index] = true;
  }
  return isContents.map((is, index) => is && lines[index]?.hint?.decided === undefined);
}

/** A stretch of a line that may become a line of its own. */
interface Piece {
  text: string;
  /** Which it is of all pieces of the document. */
  place: number;
}

function piecesOf(lines: readonly TextBlock[]): Piece[][] {
  let place = 0;
  return lines.map(({ text }) =>
    segmentLine(text).map(({ start, end }) => {
      place += 1;
      return { text: text.slice(start, end).trimEnd(), place };
    }),
  );
}

/** Where the entries end that begin with a line, and how many they are. A line whose first piece is an entry is one. */
function entriesFrom(
  lines: readonly TextBlock[],
  pieces: readonly (readonly Piece[])[],
  start: number,
  lastPlaces: ReadonlyMap<string, number>,
): { end: number; entries: number } {
  const first = entryKey(pieces[start]?.[0]?.text ?? '');
  let entries = 0;
  for (let index = start; index < lines.length; index += 1) {
    const { text, hint } = lines[index] ?? { text: '' };
    const own = pieces[index] ?? [];
    const isLed = hint?.role === 'contents' || endsWithPage(text);
    const other = own.findIndex((piece, at) => {
      const beginsBody = (index > start || at > 0) && entryKey(piece.text) === first;
      return beginsBody || !(endsWithPage(piece.text) || comesAgain(piece, lastPlaces));
    });
    const beginsBody = index > start && entryKey(own[0]?.text ?? '') === first;
    const found = other < 0 ? own.length : other;
    if (beginsBody || (found === 0 && !isLed)) return { end: index, entries };
    entries += Math.max(1, found);
    if (other >= 0 && !isLed) return { end: index + 1, entries };
  }
  return { end: lines.length, entries };
}

function endsWithPage(text: string): boolean {
  return strongLeader.test(text.slice(-comparedLength));
}

function comesAgain({ text, place }: Piece, lastPlaces: ReadonlyMap<string, number>): boolean {
  const key = entryKey(text);
  // In a PDF nothing may stand between the heading and the number of its page.
  return [key, key.replace(/[0-9]{1,3}$/u, '')].some((entry) => entry !== '' && (lastPlaces.get(entry) ?? -1) > place);
}

/** For every piece, and for its beginning up to a 。 or ：, the last piece that begins so. */
function placesOfBeginnings(lines: readonly (readonly Piece[])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { text, place } of lines.flat()) {
    const beginning = text.slice(0, comparedLength);
    places.set(entryKey(beginning), place);
    for (const sentence of [/^[^。]*/u, /^[^：:]*/u]) places.set(plain(sentence.exec(beginning)?.[0] ?? ''), place);
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
