import type { TextRange } from '../text/code-points.ts';
import type { Corpus } from './corpus.ts';

/** Most places kept for one section; they are counted all the same. */
const placesKept = 500;

/**
 * Places in a corpus, counted by section. A frequent character has a hundred thousand of them in a long text, so that they are
 * numbers in flat arrays, and only those of the sections that are shown are ever turned into ranges.
 */
export class Places {
  /** Indices of the sections that have places, in the order of their first ones. */
  readonly sections: number[] = [];
  readonly #corpus: Corpus;
  readonly #inTitle: Int32Array;
  readonly #inBody: Int32Array;
  /** Starts and ends, alternating, in UTF-16 units of the folded text, in reading order. */
  #spans = new Int32Array(256);
  #length = 0;
  #block = 0;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#inTitle = new Int32Array(corpus.sections.length);
    this.#inBody = new Int32Array(corpus.sections.length);
  }

  /** Places are added in reading order. */
  add(start: number, end: number): void {
    const { blockStarts, sectionOfBlock, isTitle } = this.#corpus;
    let block = this.#block;
    while (block < sectionOfBlock.length - 1 && (blockStarts[block + 1] ?? 0) <= start) block += 1;
    this.#block = block;
    const section = sectionOfBlock[block] ?? 0;
    if (!this.has(section)) this.sections.push(section);
    const counts = isTitle[block] === 1 ? this.#inTitle : this.#inBody;
    counts[section] = (counts[section] ?? 0) + 1;
    if (this.#length === this.#spans.length) {
      const larger = new Int32Array(4 * this.#length);
      larger.set(this.#spans);
      this.#spans = larger;
    }
    this.#spans[this.#length] = start;
    this.#spans[this.#length + 1] = end;
    this.#length += 2;
  }

  has(section: number): boolean {
    return this.inTitle(section) > 0 || this.inBody(section) > 0;
  }

  inTitle(section: number): number {
    return this.#inTitle[section] ?? 0;
  }

  inBody(section: number): number {
    return this.#inBody[section] ?? 0;
  }

  /** The first places of a section, in code points of the canonical text. */
  rangesIn(section: number): TextRange[] {
    const { blockStarts, locate, sections } = this.#corpus;
    const ranges: TextRange[] = [];
    for (const block of sections[section]?.blocks ?? []) {
      const until = blockStarts[block + 1] ?? Number.POSITIVE_INFINITY;
      for (let at = this.#firstFrom(blockStarts[block] ?? 0); at < this.#length; at += 2) {
        const start = this.#spans[at] ?? 0;
        if (start >= until || ranges.length === placesKept) break;
        ranges.push(locate(start, this.#spans[at + 1] ?? 0));
      }
    }
    return ranges;
  }

  /** Index in the spans of the first place that begins at `unit` or after it. */
  #firstFrom(unit: number): number {
    let low = 0;
    let high = this.#length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[2 * middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }
}
