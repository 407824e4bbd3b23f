import { codePointLength } from '../text/code-points.ts';
import type { LineRole } from './line-roles.ts';
import type { TextBlock } from './text-block.ts';

/** What the size and weight of its letters say about a document whose format has no headings (PDF). */
export interface Look {
  /** For each line the level of the heading that it looks like. */
  levels: readonly (number | undefined)[];
  /** The lines of the title; empty where the look does not tell. */
  titleLines: readonly number[];
}

/** Longest line, in code points, that looks like a heading. */
const longestHeading = 40;
const longestTitle = 120;
const mostTitleLines = 5;
/** Sizes from here on are larger than the body's, and not only measured differently. */
const largerBy = 1.08;
/** A look that fewer lines have is chance. */
const fewestHeadings = 2;
/** A look that more lines have otherwise is one of the body. */
const headingShare = 0.6;
const runningEnd = /[。；，、：:;,？！?!…—](?:[”’」』》）】"')])*$/u;
/** The name of the office over a document's number, printed larger than the title. */
const letterhead = /文件$/u;

const nothing = (lines: readonly TextBlock[]): Look => ({ levels: lines.map(() => undefined), titleLines: [] });

/** `isMarked`: the line begins with a number, so it cannot go on a heading or a title. */
export function readLook(
  lines: readonly TextBlock[],
  roles: readonly (LineRole | undefined)[],
  isMarked: readonly boolean[],
): Look {
  const isKnown = lines.some(({ hint }) => hint?.headingLevel !== undefined);
  const body = isKnown ? undefined : bodyLook(lines, roles);
  if (body === undefined) return nothing(lines);
  const looks = lines.map(({ hint }, index) =>
    roles[index] === undefined && hint?.fontSize !== undefined ? standsOut(hint, body) : undefined,
  );
  const titleLines = findTitle(lines, looks, body.size, isMarked);
  const inTitle = new Set(titleLines);
  const levelOf = rankLooks(lines, looks, inTitle);
  const levels = looks.map((look, index) => {
    if (look === undefined || inTitle.has(index) || !isHeadingLike(lines[index])) return undefined;
    const goesOn = looks[index - 1] === look && !inTitle.has(index - 1) && !isMarked[index];
    return goesOn ? undefined : levelOf.get(look);
  });
  return { levels, titleLines };
}

interface BodyLook {
  size: number;
  isBold: boolean;
}

/** The size, and the weight, that most characters have. */
function bodyLook(lines: readonly TextBlock[], roles: readonly (LineRole | undefined)[]): BodyLook | undefined {
  const characters = new Map<string, number>();
  for (const [index, { text, hint }] of lines.entries()) {
    if (hint?.fontSize === undefined || roles[index] === 'row' || roles[index] === 'contents') continue;
    const look = lookName(hint.fontSize, hint.isBold === true);
    characters.set(look, (characters.get(look) ?? 0) + text.length);
  }
  const [most] = [...characters].sort(([, one], [, other]) => other - one);
  return most && { size: sizeOf(most[0]), isBold: most[0].endsWith('b') };
}

/** The name of a look that sets a line off from the body. */
function standsOut({ fontSize = 0, isBold }: NonNullable<TextBlock['hint']>, body: BodyLook): string | undefined {
  const isLarger = fontSize >= body.size * largerBy;
  const isBolder = isBold === true && !body.isBold && fontSize * largerBy >= body.size;
  return isLarger || isBolder ? lookName(fontSize, isBold === true) : undefined;
}

function lookName(fontSize: number, isBold: boolean): string {
  return `${Math.round(fontSize * 2) / 2}${isBold ? 'b' : ''}`;
}

function sizeOf(look: string): number {
  return Number.parseFloat(look);
}

function isHeadingLike(line: TextBlock | undefined): boolean {
  return line !== undefined && !runningEnd.test(line.text) && isShort(line.text, longestHeading);
}

function isShort(text: string, most: number): boolean {
  return text.length <= most * 2 && codePointLength(text) <= most;
}

/** Levels of the looks that headings have throughout the document: larger before smaller, bold before plain. */
function rankLooks(
  lines: readonly TextBlock[],
  looks: readonly (string | undefined)[],
  inTitle: ReadonlySet<number>,
): Map<string, number> {
  const counts = new Map<string, { all: number; headings: number }>();
  for (const [index, look] of looks.entries()) {
    if (look === undefined || inTitle.has(index)) continue;
    const count = counts.get(look) ?? { all: 0, headings: 0 };
    count.all += 1;
    if (isHeadingLike(lines[index])) count.headings += 1;
    counts.set(look, count);
  }
  const ranked = [...counts]
    .filter(([, { all, headings }]) => headings >= fewestHeadings && headings >= all * headingShare)
    .map(([look]) => look)
    .sort((one, other) => sizeOf(other) - sizeOf(one) || Number(other.endsWith('b')) - Number(one.endsWith('b')));
  return new Map(ranked.map((look, index) => [look, index + 1]));
}

/** The first lines of the largest size on the first page. */
function findTitle(
  lines: readonly TextBlock[],
  looks: readonly (string | undefined)[],
  bodySize: number,
  isMarked: readonly boolean[],
): number[] {
  const firstPage = lines.find(({ hint }) => hint?.page !== undefined)?.hint?.page;
  const candidates = lines.flatMap(({ text, hint }, index) => {
    const isOnFirstPage = hint?.page === firstPage && looks[index] !== undefined && !isMarked[index];
    return isOnFirstPage && !letterhead.test(text) && (hint?.fontSize ?? 0) >= bodySize * largerBy ? [index] : [];
  });
  const size = (index: number) => lines[index]?.hint?.fontSize ?? 0;
  const largest = candidates.reduce((most, index) => Math.max(most, size(index)), 0);
  const title: number[] = [];
  for (const index of candidates) {
    if (size(index) * largerBy < largest) continue;
    if (title.length > 0 && index !== (title.at(-1) ?? 0) + 1) break;
    title.push(index);
  }
  const text = title.map((index) => lines[index]?.text ?? '').join('');
  return title.length <= mostTitleLines && isShort(text, longestTitle) && !/[。；！？]$/u.test(text) ? title : [];
}
