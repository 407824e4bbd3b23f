import { type FoldedCopy, isBarrier } from './corpus.ts';

/** Most places kept for one section; they are counted all the same. */
const placesKept = 500;

/** What a scan found in one section. */
export interface Tally {
  /** Index into the corpus' sections. */
  section: number;
  copy: FoldedCopy;
  inTitle: number;
  inBody: number;
  /** Starts and ends of the first places in `copy`, alternating, in UTF-16 units. */
  spans: number[];
}

/** Calls `found` for every place of `parts` in `text`, places that overlap included. */
export function scan(text: string, parts: readonly string[], found: (start: number, end: number) => void): void {
  const [first, ...rest] = parts;
  if (first === undefined || first === '') return;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const end = endOfParts(text, at + first.length, rest);
    if (end !== undefined) found(at, end);
  }
}

/** Between two parts of a query there was a line break: in the text there may be a break, a blank or nothing. */
function endOfParts(text: string, from: number, parts: readonly string[]): number | undefined {
  let end = from;
  for (const part of parts) {
    if (isBarrier(text[end]) || text[end] === ' ') end += 1;
    if (!text.startsWith(part, end)) return undefined;
    end += part.length;
  }
  return end;
}

/** Gathers places, which come in reading order, by section. */
export class TallyBook {
  readonly bySection = new Map<number, Tally>();
  readonly #copy: FoldedCopy;
  readonly #isHeading: (block: number) => boolean;
  #block = 0;

  constructor(copy: FoldedCopy, isHeading: (block: number) => boolean) {
    this.#copy = copy;
    this.#isHeading = isHeading;
  }

  add(start: number, end: number): void {
    const { blockStarts, sectionOfBlock } = this.#copy;
    while (
      (blockStarts[this.#block + 1] ?? Number.POSITIVE_INFINITY) <= start &&
      this.#block < sectionOfBlock.length - 1
    ) {
      this.#block += 1;
    }
    const section = sectionOfBlock[this.#block] ?? 0;
    let tally = this.bySection.get(section);
    if (tally === undefined) {
      tally = { section, copy: this.#copy, inTitle: 0, inBody: 0, spans: [] };
      this.bySection.set(section, tally);
    }
    if (this.#isHeading(this.#block)) tally.inTitle += 1;
    else tally.inBody += 1;
    if (tally.spans.length < 2 * placesKept) tally.spans.push(start, end);
  }
}
