import { codePointLength } from '../text/code-points.ts';
import type { HeadingMark } from './heading-style.ts';
import { headingStyles, type StyleName } from './heading-styles.ts';
import { usualForm } from './mark-form.ts';
import { readMark } from './read-mark.ts';
import type { TextBlock } from './text-block.ts';

/** Longest heading in code points; a longer numbered sentence is running text with a number before it. */
export const longestHeading = 80;
/** Where a heading's 。 is looked for, in UTF-16 units; bounds the work on a line without any. */
const headingWindow = 400;
const sentenceEnd = /。[”’」』》）】"')]{0,3}/u;
/** A short heading that a colon sets off from running text: of several clauses, up to a full stop. */
const runInColon = /^([^，。；：:！？]{2,20}[：:])\s*[^。]*[，；][^。]*。/u;

/** A stretch of a line that may be a heading, or running text after one. */
export interface Segment {
  start: number;
  end: number;
  style?: StyleName;
  mark?: HeadingMark;
  /** The reader decided that this is a heading, so its number is beyond doubt. */
  decided?: true;
}

/**
 * The headings that a line may consist of, each from its mark up to its 。, and the running text after them. However a line is
 * cut at these places, what comes of it has the same ones.
 */
export function segmentLine(line: string, { decided, number }: NonNullable<TextBlock['hint']> = {}): Segment[] {
  const segments: Segment[] = [];
  // Whatever else an attachment is numbered by is part of its name.
  if (decided === 'attachment' && readMark(line)?.style !== 'attachment') return [{ start: 0, end: line.length }];
  const isDecided = decided !== undefined || number !== undefined;
  let start = 0;
  while (start < line.length) {
    const rest = line.slice(start);
    const found = readMark(rest);
    if (!found) {
      segments.push({ start, end: line.length });
      break;
    }
    const end = start + headingLength(rest, found.style, found.mark);
    const mark = start === 0 && number !== undefined ? numberedAs(number, found) : found.mark;
    segments.push({ start, end, style: found.style, mark, ...(isDecided && start === 0 && { decided: true }) });
    start = end + (/^\s*/u.exec(line.slice(end))?.[0].length ?? 0);
  }
  return segments;
}

/** The mark with the number that the reader says it has, printed as the others of its style are. */
function numberedAs(number: number, { style, mark }: { style: StyleName; mark: HeadingMark }): HeadingMark {
  const [first, ...others] = mark.path;
  const path: HeadingMark['path'] = others.length === 0 ? [number] : [first, ...others.slice(0, -1), number];
  return { path, ordinal: headingStyles[style].print(path, usualForm(mark.ordinal)), length: mark.length };
}

function headingLength(line: string, style: StyleName, mark: HeadingMark): number {
  if (headingStyles[style].wordsAre === 'text') return mark.length;
  const words = line.slice(mark.length, mark.length + headingWindow);
  const colon = runInColon.exec(words)?.[1];
  if (colon !== undefined) return mark.length + colon.length;
  const end = sentenceEnd.exec(words);
  const length = end ? end.index + end[0].length : words.length;
  return codePointLength(words.slice(0, length)) > longestHeading ? mark.length : mark.length + length;
}
