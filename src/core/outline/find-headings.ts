import { codePointLength } from '../text/code-points.ts';
import type { HeadingMark } from './heading-style.ts';
import { headingStyles, type StyleName, styleNames } from './heading-styles.ts';
import type { TextBlock } from './text-block.ts';

/** A stretch of one line: a heading (with its ordinal, up to its 。) or running text. Together they are the whole line. */
export interface Piece {
  text: string;
  /** Index of the line, among lines without layout, that the piece is part of. */
  line: number;
  heading?: FoundHeading;
}

export interface FoundHeading {
  /** Headings of one kind are numbered in one sequence and stand on one level, e.g. `chineseComma/1` or `decimal/2`. */
  kind: string;
  /** Absent for a heading that only the file format knows as one. */
  numbered?: { style: StyleName; path: readonly [number, ...number[]]; ordinal: string };
  /** Level from the file format. */
  hintedLevel?: number;
  /** The heading without its ordinal and a closing 。; empty where the ordinal stands alone. */
  words: string;
}

/** Longest heading in code points; a longer numbered sentence is running text with a number before it. */
const longestHeading = 80;
/** Where a heading's 。 is looked for, in UTF-16 units; bounds the work on a line without any. */
const headingWindow = 400;
const sentenceEnd = /。[”’」』》）】"')]{0,3}/u;

interface Segment {
  start: number;
  end: number;
  style?: StyleName;
  mark?: HeadingMark;
}

/** Cuts every line into its headings and its running text. `lines` must be without layout. */
export function findHeadings(lines: readonly TextBlock[]): Piece[] {
  const segmented = lines.map((line) => segmentLine(line.text));
  const rejected = rejectDoubtful(segmented.flat());
  return lines.flatMap((line, index) => piecesOf(line, index, segmented[index] ?? [], rejected));
}

function segmentLine(line: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  while (start < line.length) {
    const rest = line.slice(start);
    const found = readMark(rest);
    if (!found) {
      segments.push({ start, end: line.length });
      break;
    }
    const end = start + headingLength(rest, found.style, found.mark);
    segments.push({ start, end, ...found });
    start = end + (/^\s*/u.exec(line.slice(end))?.[0].length ?? 0);
  }
  return segments;
}

function readMark(line: string): { style: StyleName; mark: HeadingMark } | undefined {
  for (const style of styleNames) {
    const mark = headingStyles[style].read(line);
    if (mark) return { style, mark };
  }
  return undefined;
}

function headingLength(line: string, style: StyleName, mark: HeadingMark): number {
  if (headingStyles[style].wordsAre === 'text') return mark.length;
  const words = line.slice(mark.length, mark.length + headingWindow);
  const end = sentenceEnd.exec(words);
  const length = end ? end.index + end[0].length : words.length;
  return codePointLength(words.slice(0, length)) > longestHeading ? mark.length : mark.length + length;
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
    const sequence = sequenceOf(segment);
    const number = numberOf(segment.mark);
    if (segment.mark.doubtful) {
      const previous = last.get(sequence);
      const next = following.get(segment);
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

/** For each marked segment the number of the next one in the same sequence. */
function nextNumbers(segments: readonly Segment[]): Map<Segment, number | undefined> {
  const following = new Map<Segment, number | undefined>();
  const next = new Map<string, number>();
  for (const segment of [...segments].reverse()) {
    if (!segment.mark) continue;
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

function piecesOf(block: TextBlock, line: number, segments: readonly Segment[], rejected: Set<Segment>): Piece[] {
  const pieces: Piece[] = [];
  const hintedLevel = block.hint?.headingLevel;
  for (const [position, { start, end, style, mark }] of segments.entries()) {
    const segment = segments[position];
    if (!style || !mark || !segment || rejected.has(segment)) {
      const text = block.text.slice(start);
      const hinted = position === 0 && hintedLevel !== undefined;
      pieces.push(hinted ? { text, line, heading: hintedHeading(text, hintedLevel) } : { text, line });
      break;
    }
    const heading: FoundHeading = {
      kind: `${style}/${mark.path.length}`,
      numbered: { style, path: mark.path, ordinal: mark.ordinal },
      words: wordsOf(block.text.slice(start + mark.length, end)),
      ...(position === 0 && hintedLevel !== undefined && { hintedLevel }),
    };
    pieces.push({ text: block.text.slice(start, end).trimEnd(), line, heading });
  }
  return pieces;
}

function hintedHeading(text: string, hintedLevel: number): FoundHeading {
  return { kind: `hinted/${hintedLevel}`, hintedLevel, words: wordsOf(text) };
}

function wordsOf(text: string): string {
  return text.trim().replace(/。$/u, '');
}
