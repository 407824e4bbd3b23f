import type { PlanDocument } from '../plan/plan.ts';
import type { TextRange } from '../text/code-points.ts';
import { bestFirst } from './best-first.ts';
import type { Corpus } from './corpus.ts';
import { listedHits } from './listing.ts';
import type { Places } from './places.ts';
import type { TierName } from './tiers.ts';

/** How a hit was found: by one of the tiers, or by a regular expression (`pattern.ts`). */
export type SearchTier = TierName | 'pattern';

/** One section that answers the query. Each section is in the list once, in the best tier that found it. */
export interface SearchHit {
  /** Id of the document. */
  document: string;
  /** Id of the section, e.g. `2.3`; absent for text before the first heading. */
  section?: string;
  /** The number as the plan writes it: 二（三）, for a chapter 十; empty without a heading. */
  number: string;
  tier: SearchTier;
  /** Higher is better; only scores of one tier and one document of one search can be compared. */
  score: number;
  /** Number of places in the section. */
  count: number;
  /**
   * The places in reading order, in code points of the document's canonical text; the first 500. Empty beyond the hits that
   * were asked for by `locate`.
   */
  ranges: TextRange[];
}

/** How much of one document answers. */
export interface Tally {
  /** Id of the document. */
  document: string;
  /** Sections that hold what was asked for, and the places in them. */
  sections: number;
  places: number;
  /** Sections that are merely related. */
  related: number;
  /** The places of each section, in the order of the plan's sections, after those before the first heading. */
  counts: Int32Array;
}

/** The first hits, and of all others how many there are: a word may be in thousands of sections. */
export interface SearchAnswer {
  /** The first hits, with their ranges. */
  hits: SearchHit[];
  /** One for each document that answers. */
  tallies: Tally[];
  /**
   * All places in the document that was asked for by `places`, hit after hit and in each in reading order, without what is merely
   * related: starts and ends, alternating, in code points of its canonical text.
   */
  places: Int32Array;
}

/** What one tier found in one document. They are numbers until they are hits. */
export interface Candidates {
  source: { readonly corpus: Corpus };
  tier: TierName;
  places: readonly Places[];
  /** Indices into the corpus' sections. */
  sections: readonly number[];
  scores: readonly number[];
}

/** Most places that a hit has as ranges; they are counted all the same. */
const placesKept = 500;

/** In code points; a place is no longer than its query. */
const longestPlace = 2 ** 21;

/** What hits have that are not located. */
const nowhere: TextRange[] = [];

/** The sections that answer, tier after tier, each tier best first. */
export class Answer {
  readonly #origins: Candidates[] = [];
  readonly #sections: number[] = [];
  readonly #scores: number[] = [];
  readonly #seen = new Map<Corpus, Uint8Array>();

  /** How many sections there are. */
  get length(): number {
    return this.#sections.length;
  }

  has(corpus: Corpus, section: number): boolean {
    return this.#seen.get(corpus)?.[section] === 1;
  }

  add(groups: readonly Candidates[]): void {
    const origins: Candidates[] = [];
    const sections: number[] = [];
    const scores: number[] = [];
    for (const group of groups) {
      const seen = this.#seenIn(group.source.corpus);
      for (let at = 0; at < group.sections.length; at += 1) {
        const section = group.sections[at] ?? 0;
        seen[section] = 1;
        origins.push(group);
        sections.push(section);
        scores.push(group.scores[at] ?? 0);
      }
    }
    for (const at of bestFirst(scores)) {
      const origin = origins[at];
      if (origin === undefined) continue;
      this.#origins.push(origin);
      this.#sections.push(sections[at] ?? 0);
      this.#scores.push(scores[at] ?? 0);
    }
  }

  /** Every section as a hit; `most` of them are located, the first of each document in equal parts. */
  allHits(most: number): SearchHit[] {
    const hits = this.#origins.map((_, index) => this.#hit(index, nowhere));
    for (const index of this.#listed(most)) {
      const hit = hits[index];
      if (hit !== undefined) hit.ranges = this.#rangesOf(index, placesKept);
    }
    return hits;
  }

  /** Those hits alone that are located. */
  firstHits(most: number): SearchHit[] {
    return this.#listed(most).map((index) => this.#hit(index, this.#rangesOf(index, placesKept)));
  }

  tallies(): Tally[] {
    const tallies = new Map<Corpus, Tally>();
    for (let index = 0; index < this.#origins.length; index += 1) {
      const origin = this.#origins[index];
      if (origin === undefined) continue;
      const { corpus } = origin.source;
      const tally = tallies.get(corpus) ?? emptyTally(corpus.plan);
      tallies.set(corpus, tally);
      if (origin.tier === 'related') tally.related += 1;
      else addTo(tally, this.#sections[index] ?? 0, countIn(origin.places, this.#sections[index] ?? 0));
    }
    return [...tallies.values()];
  }

  /** All places in a document, of which there are `total`, hit after hit. */
  placesIn(document: string, total: number): Int32Array {
    const places = new Int32Array(2 * total);
    const offsets = new Map<Candidates, Int32Array>();
    let next = 0;
    for (let index = 0; index < this.#origins.length; index += 1) {
      const origin = this.#origins[index];
      if (origin === undefined || origin.tier === 'related' || origin.source.corpus.plan.id !== document) continue;
      let ofOrigin = offsets.get(origin);
      if (ofOrigin === undefined) {
        ofOrigin = new Int32Array(origin.source.corpus.sections.length).fill(-1);
        offsets.set(origin, ofOrigin);
      }
      const section = this.#sections[index] ?? 0;
      ofOrigin[section] = next;
      next += 2 * countIn(origin.places, section);
    }
    for (const [origin, ofOrigin] of offsets) {
      const firsts = origin.places.length > 1 ? ofOrigin.slice() : undefined;
      for (const each of origin.places) each.write(places, ofOrigin);
      if (firsts !== undefined) {
        for (const section of origin.sections) sortPlaces(places.subarray(firsts[section], ofOrigin[section]));
      }
    }
    return places;
  }

  #seenIn(corpus: Corpus): Uint8Array {
    let seen = this.#seen.get(corpus);
    if (seen === undefined) {
      seen = new Uint8Array(corpus.sections.length);
      this.#seen.set(corpus, seen);
    }
    return seen;
  }

  #listed(most: number): number[] {
    return listedHits(
      this.#origins.map(({ source }) => source),
      most,
    );
  }

  #rangesOf(index: number, most: number): TextRange[] {
    const places = this.#origins[index]?.places ?? [];
    const section = this.#sections[index] ?? 0;
    const ranges = places.flatMap((each) => each.rangesIn(section, most));
    return places.length === 1 ? ranges : ranges.sort(byPlace);
  }

  #hit(index: number, ranges: TextRange[]): SearchHit {
    const origin = this.#origins[index];
    const section = this.#sections[index] ?? 0;
    const { id, number } = origin?.source.corpus.sections[section] ?? { number: '' };
    return {
      document: origin?.source.corpus.plan.id ?? '',
      ...(id === undefined ? {} : { section: id }),
      number,
      tier: origin?.tier ?? 'literal',
      score: this.#scores[index] ?? 0,
      count: countIn(origin?.places ?? [], section),
      ranges,
    };
  }
}

/** The same of hits that have all of their ranges. */
export function answerOf(
  plans: readonly PlanDocument[],
  all: readonly SearchHit[],
  { locate, places }: { locate: number; places?: string | undefined },
): SearchAnswer {
  const owners = new Map(plans.map((plan) => [plan.id, plan]));
  const tallies = new Map<string, Tally>();
  const painted: number[] = [];
  const documents: object[] = [];
  for (const { document, section, count, ranges } of all) {
    const plan = owners.get(document);
    if (plan === undefined) continue;
    documents.push(plan);
    const tally = tallies.get(document) ?? emptyTally(plan);
    tallies.set(document, tally);
    addTo(tally, plan.sections.findIndex(({ id }) => id === section) + 1, count);
    if (document === places) for (const { start, end } of ranges) painted.push(start, end);
  }
  const hits = listedHits(documents, locate).flatMap((index) => all[index] ?? []);
  return { hits, tallies: [...tallies.values()], places: Int32Array.from(painted) };
}

function emptyTally({ id, sections }: PlanDocument): Tally {
  return { document: id, sections: 0, places: 0, related: 0, counts: new Int32Array(sections.length + 1) };
}

function addTo(tally: Tally, section: number, count: number): void {
  tally.sections += 1;
  tally.places += count;
  tally.counts[section] = count;
}

function countIn(places: readonly Places[], section: number): number {
  let count = 0;
  for (const each of places) count += each.inTitle(section) + each.inBody(section);
  return count;
}

/** Numbers without a comparison function are sorted ten times as fast as objects with one. */
function sortPlaces(places: Int32Array): void {
  const keys = new Float64Array(places.length / 2);
  for (let at = 0; at < keys.length; at += 1) {
    const start = places[2 * at] ?? 0;
    keys[at] = start * longestPlace + Math.min((places[2 * at + 1] ?? 0) - start, longestPlace - 1);
  }
  keys.sort();
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    const start = Math.floor(key / longestPlace);
    places[2 * at] = start;
    places[2 * at + 1] = start + (key % longestPlace);
  }
}

function byPlace(left: TextRange, right: TextRange): number {
  return left.start - right.start || left.end - right.end;
}
