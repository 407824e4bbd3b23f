import { codePointLength } from '../text/code-points.ts';
import type { HeadingMark } from './heading-style.ts';
import type { StyleName } from './heading-styles.ts';
import type { LineRole } from './line-roles.ts';
import type { ListedItems } from './listed-items.ts';
import { readMark } from './read-mark.ts';
import { longestHeading, type Segment, segmentLine } from './segment-line.ts';
import type { TextBlock } from './text-block.ts';

/** A stretch of one line: a heading (with its ordinal, up to its 。) or running text. Together they are the whole line. */
export interface Piece {
  text: string;
  /** Index of the line, among lines without layout, that the piece is part of. */
  line: number;
  heading?: FoundHeading;
  role?: LineRole;
}

export interface FoundHeading {
  /** Headings of one kind are numbered in one sequence and stand on one level, e.g. `chineseComma/1` or `decimal/2`. */
  kind: string;
  /** Absent for a heading that only the file format knows as one. */
  numbered?: { style: StyleName; path: readonly [number, ...number[]]; ordinal: string };
  /** Level from the file format. */
  hintedLevel?: number;
  /** Level that the reader decided on. */
  decidedLevel?: number;
  /** Lines since the heading before that the reader decided are no headings, as what they would have been. */
  inTextBefore?: readonly { kind: string; number: number }[];
  /** The heading without its ordinal and a closing 。; empty where the ordinal stands alone. */
  words: string;
}

/** Deeper levels than any document has; keeps section numbers, which name every level, short. */
const deepestLevel = 300;

/** What is known about the lines besides their roles. */
interface LineFacts {
  /** Of lines that look like headings. */
  levels: readonly (number | undefined)[];
  items: ListedItems;
}

/** Segments with a number that are no headings: it is doubtful, and so is the rest of the line; or that of an item. */
type Rejected = ReadonlyMap<Segment, 'doubtful' | 'item'>;

/** Cuts every line into its headings and its running text. `lines` must be without layout; a line with a role is one piece. */
export function findHeadings(
  lines: readonly TextBlock[],
  roles: readonly (LineRole | undefined)[],
  { levels, items }: LineFacts,
): Piece[] {
  const segmented = lines.map(({ text, hint }, index) => (roles[index] === undefined ? segmentLine(text, hint) : []));
  const listed = segmented.flatMap((segments, index) =>
    segments.filter(({ start, mark, decided }) => mark && !decided && items.get(index)?.has(start)),
  );
  const isListed = new Set(listed);
  const doubtful = rejectDoubtful(segmented.flat().filter((segment) => !isListed.has(segment)));
  const rejected: Rejected = new Map([
    ...listed.map((segment) => [segment, 'item'] as const),
    ...[...doubtful].map((segment) => [segment, 'doubtful'] as const),
  ]);
  let inTextBefore: { kind: string; number: number }[] = [];
  return lines.flatMap((line, index) => {
    const role = roles[index];
    if (role !== undefined) {
      if (line.hint?.decided === 'text') inTextBefore.push(...numbersInText(line.text));
      return [{ text: line.text, line: index, role }];
    }
    const [first, ...others] = piecesOf(line, index, segmented[index] ?? [], rejected, levels[index]);
    if (first?.heading === undefined || inTextBefore.length === 0) return first ? [first, ...others] : [];
    const heading = { ...first.heading, inTextBefore };
    inTextBefore = [];
    return [{ ...first, heading }, ...others];
  });
}

function numbersInText(line: string): { kind: string; number: number }[] {
  const found = readMark(line);
  if (found === undefined) return [];
  return [{ kind: `${found.style}/${found.mark.path.length}`, number: numberOf(found.mark) }];
}

/**
 * A doubtful mark (一、二年级……) stands only where its number is the next of its sequence, or opens one that goes on. A bare
 * number (1 总则) needs decimal headings in the document as well.
 */
function rejectDoubtful(segments: readonly Segment[]): Set<Segment> {
  const rejected = new Set<Segment>();
  const hasDecimals = segments.some(({ style, mark }) => style === 'decimal' && (mark?.path.length ?? 0) > 1);
  const following = nextNumbers(segments);
  const last = new Map<string, number>();
  for (const segment of segments) {
    if (!segment.mark) continue;
    if (segment.style === 'attachment') last.clear();
    const sequence = sequenceOf(segment);
    const number = numberOf(segment.mark);
    const previous = last.get(sequence);
    const next = following.get(segment);
    if (!hasDecimals && isAlone(segment, previous, next)) {
      rejected.add(segment);
      continue;
    }
    if (segment.mark.doubtful && !segment.decided) {
      const fits = previous === undefined ? number === 1 && next === 2 : number === previous + 1 && next !== number;
      const isBare = segment.style === 'decimal' && segment.mark.path.length === 1;
      if (!fits || (isBare && !hasDecimals)) {
        rejected.add(segment);
        continue;
      }
    }
    last.set(sequence, number);
  }
  return rejected;
}

/** 3.我市…… without a 2. before and a 4. after it is a sentence with a number before it. */
function isAlone({ style, mark, decided }: Segment, previous: number | undefined, next: number | undefined): boolean {
  const number = mark ? numberOf(mark) : 0;
  return style === 'arabicPoint' && !decided && number > 1 && previous === undefined && next !== number + 1;
}

/** For each marked segment the number of the next one in the same sequence. */
function nextNumbers(segments: readonly Segment[]): Map<Segment, number | undefined> {
  const following = new Map<Segment, number | undefined>();
  const next = new Map<string, number>();
  for (const segment of [...segments].reverse()) {
    if (!segment.mark) continue;
    if (segment.style === 'attachment') next.clear();
    const sequence = sequenceOf(segment);
    following.set(segment, next.get(sequence));
    next.set(sequence, numberOf(segment.mark));
  }
  return following;
}

function sequenceOf({ style, mark }: Segment): string {
  return `${style}/${mark?.path.slice(0, -1).join('.')}`;
}

function numberOf(mark: HeadingMark): number {
  return mark.path.at(-1) ?? 0;
}

function piecesOf(
  block: TextBlock,
  line: number,
  segments: readonly Segment[],
  rejected: Rejected,
  seenLevel: number | undefined,
): Piece[] {
  const pieces: Piece[] = [];
  const levels = levelsOf(block, seenLevel);
  for (const [position, { start, end, style, mark }] of segments.entries()) {
    const segment = segments[position];
    const rejection = segment && rejected.get(segment);
    // The text of a number that stands alone is that of the item.
    if (rejection === 'item' && mark && end > start + mark.length) {
      pieces.push({ text: block.text.slice(start, end).trimEnd(), line });
      continue;
    }
    if (!style || !mark || rejection !== undefined) {
      const text = block.text.slice(start);
      const isAttachment = block.hint?.decided === 'attachment';
      const heading = position > 0 ? undefined : isAttachment ? attachmentNamed(text) : hintedHeading(text, levels);
      pieces.push({ text, line, ...(heading && { heading }) });
      break;
    }
    const heading: FoundHeading = {
      kind: `${style}/${mark.path.length}`,
      numbered: { style, path: mark.path, ordinal: mark.ordinal },
      words: wordsOf(block.text.slice(start + mark.length, end)),
      ...(position === 0 && levels),
    };
    pieces.push({ text: block.text.slice(start, end).trimEnd(), line, heading });
  }
  return pieces;
}

function levelsOf(
  { hint }: TextBlock,
  seenLevel: number | undefined,
): Pick<FoundHeading, 'hintedLevel' | 'decidedLevel'> {
  const hinted = hint?.headingLevel ?? seenLevel;
  const decided = hint?.decided;
  return {
    ...(hinted !== undefined && { hintedLevel: bounded(hinted) }),
    ...(typeof decided === 'object' && { decidedLevel: bounded(decided.level) }),
  };
}

function bounded(level: number): number {
  return Math.min(Math.max(Math.trunc(level) || 1, 1), deepestLevel);
}

/** A heading without a number. A whole paragraph that is only formatted like one is none, unless the reader says so. */
function hintedHeading(text: string, levels: ReturnType<typeof levelsOf>): FoundHeading | undefined {
  const { hintedLevel, decidedLevel } = levels;
  const words = wordsOf(text);
  if (decidedLevel !== undefined) return { kind: decidedKind(decidedLevel), decidedLevel, words };
  if (hintedLevel === undefined || (text.includes('。') && codePointLength(text) > longestHeading)) return undefined;
  return { kind: `hinted/${hintedLevel}`, hintedLevel, words };
}

/** An attachment that does not say that it is one, nor which. */
function attachmentNamed(text: string): FoundHeading {
  const numbered = { style: 'attachment' as const, path: [0] as const, ordinal: '' };
  return { kind: 'attachment/1', numbered, words: wordsOf(text) };
}

/** The kind of the headings without a number that the reader put on a level. */
export function decidedKind(level: number): string {
  return `decided/${level}`;
}

function wordsOf(text: string): string {
  return text.trim().replace(/[。：:]$/u, '');
}
