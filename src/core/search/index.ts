import type { PlanDocument } from '../plan/plan.ts';
import type { TextRange } from '../text/code-points.ts';
import { bestFirst } from './best-first.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { buildLunrOrder, type LunrOrder, type OrderedText } from './lunr-order.ts';
import { type PhraseStatistics, phraseScorer, type SectionLengths, statisticsOf } from './phrase-score.ts';
import type { Places } from './places.ts';
import { parseQuery, type Query } from './query.ts';
import { type Findings, scannedTiers, sharedPlaces, type TierName } from './tiers.ts';

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

export interface SearchOptions {
  /** Id of the only document to search. */
  document?: string;
  /** How many of the first hits get their ranges, in equal parts for the documents that answer; all of them unless told. */
  locate?: number;
  /** Whether to add sections about the same things when little was found; they are unless told. */
  related?: boolean;
}

export interface Searcher {
  /** Every section that answers the query, best first. Never throws; the empty query finds nothing. */
  search: (query: string, options?: SearchOptions) => SearchHit[];
  /** Builds what orders the hits, in small steps. Searching is possible before, between and after them. */
  buildOrder: () => Generator<undefined, void>;
  /** True when lunr orders the hits; until then, and where it fails, they are ordered by phrase statistics. */
  isOrdered: () => boolean;
}

interface Source {
  corpus: Corpus;
  lengths: SectionLengths[];
  statistics: PhraseStatistics;
  order?: LunrOrder | undefined;
}

/** What one tier found in one document. A word may be in thousands of sections: they are numbers until they are hits. */
interface Candidates {
  source: Source;
  tier: TierName;
  places: readonly Places[];
  /** Indices into the corpus' sections. */
  sections: readonly number[];
  scores: readonly number[];
}

/** Beyond, in folded UTF-16 units, the index would cost more memory than its order is worth. */
const longestIndexed = 1_000_000;
/** With more sections than this the order among them is read by nobody. */
const mostWeighed = 4000;
/** “Related” is for queries that found little. */
const enoughHits = 5;
const mostRelated = 20;
/** Related sections must reach this share of the best one's score. */
const relatedShare = 0.25;

/** Added to the score of a section that the query names by its number. */
const namedFirst = 1e6;

/** Of each document that answers, so many hits get their ranges even where there are very many documents. */
const fewestLocated = 3;

export interface SearcherOptions {
  order?: 'now' | 'later' | 'never';
  /** A searcher that has some of the documents already; what it has built for them is used again. */
  known?: Searcher;
}

const built = new WeakMap<Searcher, readonly Source[]>();

/**
 * Makes documents searchable. The scan decides what is found; lunr only orders it and adds related sections. With
 * `order: 'later'` the index is built by the caller, with `buildOrder`.
 */
export function createSearcher(documents: readonly PlanDocument[], options: SearcherOptions = {}): Searcher {
  const known = options.known === undefined ? [] : (built.get(options.known) ?? []);
  const sources = documents.map((plan) => known.find(({ corpus }) => corpus.plan === plan) ?? sourceOf(plan));
  const searcher: Searcher = {
    search: (query, wanted = {}) => {
      const inside = sources.filter(
        ({ corpus }) => wanted.document === undefined || corpus.plan.id === wanted.document,
      );
      const answer = new Answer();
      searchSources(inside, parseQuery(query), wanted.related ?? true, answer);
      answer.locate(wanted.locate ?? Number.POSITIVE_INFINITY);
      return answer.hits;
    },
    buildOrder: function* () {
      if (options.order === 'never') return;
      for (const source of sources) {
        if (source.order !== undefined || source.corpus.text.length > longestIndexed) continue;
        source.order = yield* buildLunrOrder(textsOf(source));
      }
    },
    isOrdered: () => sources.length > 0 && sources.every(({ order }) => order !== undefined),
  };
  if (options.order === undefined || options.order === 'now') for (const _ of searcher.buildOrder());
  built.set(searcher, sources);
  return searcher;
}

function sourceOf(plan: PlanDocument): Source {
  const corpus = corpusOf(plan);
  const lengths = corpus.sections.map(({ blocks }) => {
    const { title, body } = foldedParts(corpus, blocks);
    return { title: title.length, body: body.length };
  });
  return { corpus, lengths, statistics: statisticsOf(lengths) };
}

function textsOf({ corpus }: Source): OrderedText[] {
  return corpus.sections.map(({ blocks }) => foldedParts(corpus, blocks));
}

function foldedParts(corpus: Corpus, blocks: readonly number[]): OrderedText {
  const parts = { title: '', body: '' };
  for (const block of blocks) {
    const text = corpus.text.slice(corpus.blockStarts[block], corpus.blockStarts[block + 1]);
    parts[corpus.isTitle[block] === 1 ? 'title' : 'body'] += text;
  }
  return parts;
}

function searchSources(sources: readonly Source[], query: Query, related: boolean, answer: Answer): void {
  if (query.text === '') return;
  for (const tier of scannedTiers) {
    if (!tier.applies(query, answer.hits.length)) continue;
    answer.add(
      sources.map((source) => {
        const findings = tier.find(source.corpus, query);
        const fresh = findings.sections.filter((section) => !answer.has(source, section));
        return scored(source, tier.name, { ...findings, sections: fresh }, query);
      }),
    );
  }
  if (!related || answer.hits.length >= enoughHits) return;
  answer.add(sources.flatMap((source) => relatedIn(source, query, answer)));
}

function scored(source: Source, tier: TierName, { sections, places, named }: Findings, query: Query): Candidates {
  const { order, lengths, statistics } = source;
  const weigh = order && sections.length <= mostWeighed ? order.weigher(query.bigrams) : undefined;
  const phrase = phraseScorer(statistics, sections.length, query.text.length);
  const scores = sections.map((section) => {
    const { inTitle, inBody } = countIn(places, section);
    const own = phrase(inTitle, inBody, lengths[section] ?? { title: 0, body: 0 });
    const score = weigh ? weigh(section) + own / 1000 : own;
    return named?.has(section) ? score + namedFirst : score;
  });
  return { source, tier, places, sections, scores };
}

function relatedIn(source: Source, query: Query, answer: Answer): Candidates[] {
  const results = source.order?.related(query.bigrams, mostRelated) ?? [];
  const least = (results[0]?.score ?? 0) * relatedShare;
  return results
    .filter(({ section, score }) => score >= least && !answer.has(source, section))
    .map(({ section, score }) => ({
      source,
      tier: 'related',
      places: [sharedPlaces(source.corpus, section, query)],
      sections: [section],
      scores: [score],
    }));
}

function countIn(places: readonly Places[], section: number): { inTitle: number; inBody: number } {
  let inTitle = 0;
  let inBody = 0;
  for (const each of places) {
    inTitle += each.inTitle(section);
    inBody += each.inBody(section);
  }
  return { inTitle, inBody };
}

/** The hits, tier after tier, each tier best first. */
class Answer {
  readonly hits: SearchHit[] = [];
  readonly #origins: Candidates[] = [];
  readonly #sections: number[] = [];
  readonly #seen = new Map<Source, Uint8Array>();
  /** What hits have that are not located. */
  readonly #nowhere: TextRange[] = [];

  has(source: Source, section: number): boolean {
    return this.#seen.get(source)?.[section] === 1;
  }

  add(groups: readonly Candidates[]): void {
    const origins: Candidates[] = [];
    const sections: number[] = [];
    const scores: number[] = [];
    for (const group of groups) {
      for (let at = 0; at < group.sections.length; at += 1) {
        origins.push(group);
        sections.push(group.sections[at] ?? 0);
        scores.push(group.scores[at] ?? 0);
      }
    }
    for (const at of bestFirst(scores)) {
      const [group, section] = [origins[at], sections[at]];
      if (group !== undefined && section !== undefined) this.#push(group, section, scores[at] ?? 0);
    }
  }

  /** Gives the first hits of each document their ranges, `most` of all together in equal parts. */
  locate(most: number): void {
    const documents = new Set(this.#origins.map(({ source }) => source)).size;
    const share = documents <= 1 ? most : Math.max(Math.min(most, fewestLocated), Math.floor(most / documents));
    const counts = new Map<Source, number>();
    for (const [index, hit] of this.hits.entries()) {
      const origin = this.#origins[index];
      const count = origin === undefined ? share : (counts.get(origin.source) ?? 0);
      if (origin === undefined || count >= share) continue;
      counts.set(origin.source, count + 1);
      hit.ranges = rangesOf(origin.places, this.#sections[index] ?? 0);
    }
  }

  #push(group: Candidates, index: number, score: number): void {
    const { source, tier, places } = group;
    let seen = this.#seen.get(source);
    if (seen === undefined) {
      seen = new Uint8Array(source.corpus.sections.length);
      this.#seen.set(source, seen);
    }
    seen[index] = 1;
    this.#origins.push(group);
    this.#sections.push(index);
    const document = source.corpus.plan.id;
    const { id, number } = source.corpus.sections[index] ?? { number: '' };
    const { inTitle, inBody } = countIn(places, index);
    const count = inTitle + inBody;
    const ranges = this.#nowhere;
    // written out twice: there are thousands of them, and copying properties takes as long as the search
    if (id === undefined) this.hits.push({ document, number, tier, score, count, ranges });
    else this.hits.push({ document, section: id, number, tier, score, count, ranges });
  }
}

function rangesOf(places: readonly Places[], section: number): TextRange[] {
  const ranges = places.flatMap((each) => each.rangesIn(section));
  return places.length === 1 ? ranges : ranges.sort((left, right) => left.start - right.start || left.end - right.end);
}
