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
/** Shortest line, in code points, that can be a page's width; below it equal lengths are chance or a table. */
const narrowestEdge = 20;

/**
 * Which lines break off at the document's edge, as in a print-out that kept only so many characters of each line.
 *
 * A document is cut when its passages (running text up to the next heading) end nearly always in mid-sentence, at the
 * length that most lines have. In a whole document they end with a full stop, and in one that is merely wrapped also
 * short of the edge, so nothing is marked there.
 */
export function findCutLines(lines: readonly OutlineLine[]): boolean[] {
  const lengths = lines.map((line) => codePointLength(line.text));
  const isUnfinished = lines.map((line) => !finished.test(line.text));
  const edge = mostFrequent(lengths.filter((_, index) => lines[index]?.hasBody));
  const passageEnds = lines.flatMap((line, index) =>
    line.hasBody && (lines[index + 1]?.beginsSection ?? true) ? [index] : [],
  );
  const cutEnds = passageEnds.filter((index) => lengths[index] === edge && isUnfinished[index]);
  const isCutDocument =
    edge >= narrowestEdge && cutEnds.length >= fewestPassages && cutEnds.length >= passageEnds.length * cutShare;
  return lines.map((_, index) => isCutDocument && (lengths[index] ?? 0) >= edge && isUnfinished[index] === true);
}

function mostFrequent(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce(
    ([best, most], [length, count]) => (count > most ? [length, count] : [best, most]),
    [0, 0],
  )[0];
}
