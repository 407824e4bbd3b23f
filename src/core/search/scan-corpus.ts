import { type Corpus, isBarrier } from './corpus.ts';
import { marks } from './loosen.ts';
import { Spans } from './spans.ts';

const blank = 0x20;

/**
 * Every place of `parts` in the folded text of a corpus, places that overlap included. With `isLoose` the marks that people leave
 * out are passed over in the text; `parts` has none of them then.
 */
export function scanCorpus({ index: { units, places } }: Corpus, parts: readonly string[], isLoose: boolean): Spans {
  const spans = new Spans();
  const [first, ...rest] = parts.map(unitsOf);
  if (first === undefined || first.length === 0) return spans;
  const anchor = rarest(first, places);
  const anchors = places.get(first[anchor] ?? 0);
  if (anchors === undefined) return spans;
  if (isLoose || rest.length > 0) scanParts({ units, anchors, first, anchor, rest, isLoose }, spans);
  else scanWord(units, anchors, first, anchor, spans);
  return spans;
}

/** Most searches: one word, letter by letter. */
function scanWord(units: Uint16Array, anchors: Int32Array, word: Uint16Array, anchor: number, spans: Spans): void {
  const { length } = word;
  // iterators of typed arrays are slow
  for (let each = 0; each < anchors.length; each += 1) {
    const start = (anchors[each] ?? 0) - anchor;
    if (start < 0) continue;
    let at = 0;
    while (at < length && units[start + at] === word[at]) at += 1;
    if (at === length) spans.add(start, start + length);
  }
}

interface PartsScan {
  units: Uint16Array;
  anchors: Int32Array;
  first: Uint16Array;
  anchor: number;
  rest: readonly Uint16Array[];
  isLoose: boolean;
}

function scanParts({ units, anchors, first, anchor, rest, isLoose }: PartsScan, spans: Spans): void {
  for (let each = 0; each < anchors.length; each += 1) {
    const place = anchors[each] ?? 0;
    const start = matchedBefore(units, place, first, anchor, isLoose);
    if (start < 0) continue;
    let end = matchedFrom(units, place + 1, first, anchor + 1, isLoose);
    for (let part = 0; end > 0 && part < rest.length; part += 1) {
      end = matchedFrom(units, afterBreak(units, end, isLoose), rest[part] ?? first, 0, isLoose);
    }
    if (end > 0) spans.add(start, end);
  }
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** Index of the unit of `word` that is the rarest in the text. */
function rarest(word: Uint16Array, places: ReadonlyMap<number, Int32Array>): number {
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < word.length; index += 1) {
    const length = places.get(word[index] ?? 0)?.length ?? 0;
    if (length >= fewest) continue;
    best = index;
    fewest = length;
  }
  return best;
}

/** Where `word` begins whose unit number `anchor` stands at `place`; -1 when what is before it is something else. */
function matchedBefore(units: Uint16Array, place: number, word: Uint16Array, anchor: number, isLoose: boolean): number {
  let at = place;
  for (let index = anchor - 1; index >= 0; index -= 1) {
    at -= 1;
    if (isLoose) while (at >= 0 && marks[units[at] ?? 0] === 1) at -= 1;
    if (at < 0 || units[at] !== word[index]) return -1;
  }
  return at;
}

/** Where `word` ends whose unit number `index` should come next from `place` on; 0 when something else does. */
function matchedFrom(units: Uint16Array, place: number, word: Uint16Array, index: number, isLoose: boolean): number {
  let at = place;
  for (let each = index; each < word.length; each += 1, at += 1) {
    if (isLoose) while (at < units.length && marks[units[at] ?? 0] === 1) at += 1;
    if (at >= units.length || units[at] !== word[each]) return 0;
  }
  return at;
}

/** Between two parts of a query there was a line break: in the text there may be a break, a blank or nothing. */
function afterBreak(units: Uint16Array, place: number, isLoose: boolean): number {
  let at = place;
  if (isLoose) while (marks[units[at] ?? 0] === 1) at += 1;
  return isBarrier(units[at]) || units[at] === blank ? at + 1 : at;
}
