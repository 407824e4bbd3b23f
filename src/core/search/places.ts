import type { TextRange } from '../text/code-points.ts';
import { type Corpus, uneven } from './corpus.ts';
import type { Spans } from './spans.ts';

/** Places in a corpus, counted by section; only those that are shown or painted are ever turned into ranges. */
export class Places {
  /** Indices of the sections that have places, in the order of their first ones. */
  readonly sections: number[] = [];
  readonly #corpus: Corpus;
  readonly #spans: Spans;
  readonly #inTitle: Int32Array;
  readonly #inBody: Int32Array;

  /** For each section with places the index of its first one. */
  readonly #firsts: Int32Array;

  constructor(corpus: Corpus, spans: Spans) {
    this.#corpus = corpus;
    this.#spans = spans;
    this.#inTitle = new Int32Array(corpus.sections.length);
    this.#inBody = new Int32Array(corpus.sections.length);
    this.#firsts = new Int32Array(corpus.sections.length);
    this.#count();
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

  /** Calls `found` for the first `most` places of a section, in code points of the canonical text. */
  eachIn(section: number, most: number, found: (start: number, end: number) => void): void {
    if (!this.has(section)) return;
    const { blockStarts, shiftOfBlock, startOf, endOf, sections } = this.#corpus;
    const { units, length } = this.#spans;
    let at = this.#firsts[section] ?? 0;
    let left = most;
    for (const block of sections[section]?.blocks ?? []) {
      const from = blockStarts[block] ?? 0;
      const until = blockStarts[block + 1] ?? Number.POSITIVE_INFINITY;
      const shift = shiftOfBlock[block] ?? uneven;
      if (at < length && (units[at] ?? 0) < from) at = this.#spans.firstFrom(from);
      for (; at < length && left > 0; at += 2) {
        const start = units[at] ?? 0;
        if (start >= until) break;
        const end = units[at + 1] ?? 0;
        if (shift === uneven || end > until) found(startOf(start), endOf(end));
        else found(start + shift, end + shift);
        left -= 1;
      }
    }
  }

  /** The first `most` places of a section. */
  rangesIn(section: number, most: number): TextRange[] {
    const ranges: TextRange[] = [];
    this.eachIn(section, most, (start, end) => ranges.push({ start, end }));
    return ranges;
  }

  /**
   * Writes all places of the sections that have an offset in `offsets`, there into `out`, and moves the offsets on. In reading order,
   * whatever the order of the sections: of a long text that takes a part of the time.
   */
  write(out: Int32Array, offsets: Int32Array): void {
    const { blockStarts, sectionOfBlock, shiftOfBlock, startOf, endOf } = this.#corpus;
    const { units, length } = this.#spans;
    const last = sectionOfBlock.length - 1;
    let block = 0;
    for (let at = 0; at < length; ) {
      while (block < last && (blockStarts[block + 1] ?? 0) <= (units[at] ?? 0)) block += 1;
      const until = block < last ? (blockStarts[block + 1] ?? 0) : Number.POSITIVE_INFINITY;
      const section = sectionOfBlock[block] ?? 0;
      const shift = shiftOfBlock[block] ?? uneven;
      let to = offsets[section] ?? -1;
      const isWanted = to >= 0;
      for (; at < length && (units[at] ?? 0) < until; at += 2) {
        if (!isWanted) continue;
        const end = units[at + 1] ?? 0;
        const isEven = shift !== uneven && end <= until;
        out[to] = isEven ? (units[at] ?? 0) + shift : startOf(units[at] ?? 0);
        out[to + 1] = isEven ? end + shift : endOf(end);
        to += 2;
      }
      if (isWanted) offsets[section] = to;
    }
  }

  #count(): void {
    const { blockStarts, sectionOfBlock, isTitle } = this.#corpus;
    const { units, length } = this.#spans;
    const last = sectionOfBlock.length - 1;
    let block = 0;
    for (let at = 0; at < length; ) {
      const start = units[at] ?? 0;
      while (block < last && (blockStarts[block + 1] ?? 0) <= start) block += 1;
      const until = block < last ? (blockStarts[block + 1] ?? 0) : Number.POSITIVE_INFINITY;
      const before = at;
      while (at < length && (units[at] ?? 0) < until) at += 2;
      const section = sectionOfBlock[block] ?? 0;
      if (!this.has(section)) {
        this.sections.push(section);
        this.#firsts[section] = before;
      }
      const counts = isTitle[block] === 1 ? this.#inTitle : this.#inBody;
      counts[section] = (counts[section] ?? 0) + (at - before) / 2;
    }
  }
}
