import type { FoundHeading } from './find-headings.ts';

/** How many headings further on a number may stand that is out of order. */
const lookAhead = 40;

/** The headings of a document in order, with the look-ahead that inferences about missing ones need. */
export class HeadingSequence {
  readonly #headings: readonly FoundHeading[];
  readonly #ranks: ReadonlyMap<string, number>;
  /** For each bound asked for, the last answer: answers move forward only, so each look-ahead is walked once. */
  readonly #nextOutside = new Map<number, number>();

  constructor(headings: readonly FoundHeading[], ranks: ReadonlyMap<string, number>) {
    this.#headings = headings;
    this.#ranks = ranks;
  }

  rankOf(heading: FoundHeading): number {
    return this.#ranks.get(heading.kind) ?? 0;
  }

  /** The rank that headings of this kind have, if the document has any. */
  rankOfKind(kind: string): number | undefined {
    return this.#ranks.get(kind);
  }

  /** The next heading after `index` that stands further out than `rank`. Ask with ascending indices. */
  nextOutside(index: number, rank: number): FoundHeading | undefined {
    let next = Math.max(this.#nextOutside.get(rank) ?? 0, index + 1);
    for (; next < this.#headings.length; next += 1) {
      const heading = this.#headings[next];
      if (heading && this.rankOf(heading) < rank) break;
    }
    this.#nextOutside.set(rank, next);
    return this.#headings[next];
  }

  /** The numbers of the nearest headings after `index` that continue the same list, in their order. */
  numbersAhead(index: number, kind: string, rank: number): number[] {
    const numbers: number[] = [];
    for (const heading of this.#headings.slice(index + 1, index + 1 + lookAhead)) {
      if (this.rankOf(heading) < rank) break;
      if (heading.kind === kind && heading.numbered) numbers.push(heading.numbered.path.at(-1) ?? 0);
    }
    return numbers;
  }

  /**
   * Kinds that are numbered through the whole document, as 条 are through the chapters of a statute: under a new parent
   * they go on more often than they begin again.
   */
  continuousKinds(): Set<string> {
    const balance = new Map<string, number>();
    const last = new Map<string, { number: number; index: number }>();
    const outermostSince: number[] = [];
    for (const [index, heading] of this.#headings.entries()) {
      const rank = this.rankOf(heading);
      while (outermostSince.length > 0 && this.#rankAt(outermostSince.at(-1) ?? 0) >= rank) outermostSince.pop();
      outermostSince.push(index);
      const number = heading.numbered?.path.at(-1);
      if (number === undefined || heading.numbered?.path.length !== 1) continue;
      const previous = last.get(heading.kind);
      const hasNewParent = outermostSince.some((seen) => seen > (previous?.index ?? index) && seen !== index);
      if (previous && hasNewParent) {
        const vote = number === 1 ? -1 : number === previous.number + 1 ? 1 : 0;
        balance.set(heading.kind, (balance.get(heading.kind) ?? 0) + vote);
      }
      last.set(heading.kind, { number, index });
    }
    return new Set([...balance].filter(([, votes]) => votes > 0).map(([kind]) => kind));
  }

  #rankAt(index: number): number {
    const heading = this.#headings[index];
    return heading ? this.rankOf(heading) : 0;
  }
}
