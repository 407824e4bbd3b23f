import { codePointLength } from '../text/code-points.ts';

/** What of a document's lines the search for cut lines looks at. */
export interface OutlineLine {
  text: string;
  /** The line holds running text, not only a heading. */
  hasBody: boolean;
  /** The line begins with a heading, so it ends what came before. */
  beginsSection: boolean;
}

const finished = /[。！？；…!?;][”’」』》）】"')]*$/u;
/** Fewer passages than these say nothing about how a document was made. */
const fewestPassages = 3;
const cutShare = 0.8;

/**
 * Which lines break off at the document's edge, as in a print-out that kept only so many characters of each line.
 *
 * A document is cut when its passages (running text up to the next heading) end nearly always at the one greatest line
 * length and in mid-sentence. In a whole document they end with a full stop, and in one that is merely wrapped also
 * short of the edge, so nothing is marked there.
 */
export function findCutLines(lines: readonly OutlineLine[]): boolean[] {
  const bodyLengths = lines.map((line) => (line.hasBody ? codePointLength(line.text) : 0));
  const edge = bodyLengths.reduce((longest, length) => Math.max(longest, length), 0);
  const breaksOff = lines.map((line) => codePointLength(line.text) === edge && !finished.test(line.text));
  const ends = lines.map((line, index) => line.hasBody && (lines[index + 1]?.beginsSection ?? true));
  const passages = ends.filter(Boolean).length;
  const cutPassages = ends.filter((isEnd, index) => isEnd && breaksOff[index]).length;
  const isCutDocument = passages >= fewestPassages && cutPassages >= passages * cutShare;
  return breaksOff.map((isCut) => isCutDocument && isCut);
}
