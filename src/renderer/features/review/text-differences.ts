import { diffArrays } from 'diff';

/** A stretch of text and what it is on its side: around the passage, in both texts, or in this one only. */
export interface TextPart {
  kind: 'around' | 'same' | 'changed';
  text: string;
}

/** Differences further apart than this are no help to the eye: the passages are shown as different altogether. */
const mostEdits = 2000;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** The two passages word by word: the parts of `before` and those of `now`. */
export function differencesBetween(before: string, now: string): { before: TextPart[]; now: TextPart[] } {
  if (before === now) return { before: [{ kind: 'same', text: before }], now: [{ kind: 'same', text: now }] };
  const changes = diffArrays(wordsOf(before), wordsOf(now), { maxEditLength: mostEdits });
  if (changes === undefined) {
    return { before: [{ kind: 'changed', text: before }], now: [{ kind: 'changed', text: now }] };
  }
  const sides: { before: TextPart[]; now: TextPart[] } = { before: [], now: [] };
  for (const { value, added, removed } of changes) {
    const part: TextPart = { kind: added || removed ? 'changed' : 'same', text: value.join('') };
    if (!added) sides.before.push(part);
    if (!removed) sides.now.push(part);
  }
  return sides;
}

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A part with the place where it begins, in UTF-16 units, by which React knows it. */
interface PlacedPart extends TextPart {
  at: number;
}

/** The parts line by line: a passage may run over several blocks of the text. */
export function linesOf(parts: readonly TextPart[]): PlacedPart[][] {
  const lines: PlacedPart[][] = [[]];
  let at = 0;
  for (const { kind, text } of parts) {
    text.split('\n').forEach((piece, index) => {
      if (index > 0) {
        lines.push([]);
        at += 1;
      }
      if (piece !== '') lines.at(-1)?.push({ kind, text: piece, at });
      at += piece.length;
    });
  }
  return lines.filter((line) => line.length > 0);
}
