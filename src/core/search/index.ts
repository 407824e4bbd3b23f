import { isTitleOrHeading, type PlanDocument } from '../plan/plan.ts';
import type { TextRange } from '../text/code-points.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { buildLunrOrder, type LunrOrder, type OrderedText } from './lunr-order.ts';
import { type PhraseStatistics, phraseScore, type SectionLengths, statisticsOf } from './phrase-score.ts';
import { parseQuery, type Query } from './query.ts';
import type { Tally } from './scan.ts';
import { scannedTiers, sharedPlaces, type TierName } from './tiers.ts';

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
  /** Higher is better; only scores of one tier of one search can be compared. */
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
  order?: LunrOrder;
}

interface Found {
  source: Source;
  tier: TierName;
  tally: Tally;
  score: number;
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
      const located = wanted.locate ?? Number.POSITIVE_INFINITY;
      const found = searchSources(inside, parseQuery(query), wanted.related ?? true);
      return withRanges(found, located);
    },
    buildOrder: function* () {
      if (options.order === 'never') return;
      for (const source of sources) {
        if (source.order !== undefined || source.corpus.exact.text.length > longestIndexed) continue;
        source.order = yield* buildLunrOrder(textsOf(source));
      }
    },
    isOrdered: () => sources.length > 0 && sources.every(({ order }) => order !== undefined),
  };
  if (options.order === undefined || options.order === 'now') for (const _ of searcher.buildOrder());
  built.set(searcher, sources);
  return searcher;
}

function withRanges(found: readonly Found[], located: number): SearchHit[] {
  const documents = new Set(found.map(({ source }) => source)).size;
  const share = documents <= 1 ? located : Math.max(Math.min(located, fewestLocated), Math.floor(located / documents));
  const counts = new Map<Source, number>();
  return found.map((one) => {
    const before = counts.get(one.source) ?? 0;
    counts.set(one.source, before + 1);
    return hitOf(one, before < share);
  });
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

function foldedParts({ exact, plan }: Corpus, blocks: readonly number[]): OrderedText {
  const text = (block: number) => exact.text.slice(exact.blockStarts[block], exact.blockStarts[block + 1]);
  const isTitle = (block: number) => isTitleOrHeading(plan.blocks[block]);
  return {
    title: blocks.filter(isTitle).map(text).join(''),
    body: blocks
      .filter((block) => !isTitle(block))
      .map(text)
      .join(''),
  };
}

function searchSources(sources: readonly Source[], query: Query, related: boolean): Found[] {
  if (query.text === '') return [];
  const found: Found[] = [];
  const seen = new Map(sources.map((source) => [source, new Set<number>()]));
  const keep = (candidates: Found[]) => {
    const fresh = candidates.filter(({ source, tally }) => !seen.get(source)?.has(tally.section));
    for (const { source, tally } of fresh) seen.get(source)?.add(tally.section);
    found.push(...fresh.sort((left, right) => right.score - left.score));
  };
  for (const tier of scannedTiers) {
    if (!tier.applies(query, found.length)) continue;
    keep(sources.flatMap((source) => scored(source, tier.name, [...tier.find(source.corpus, query).values()], query)));
  }
  if (related && found.length < enoughHits) keep(sources.flatMap((source) => relatedIn(source, query)));
  return found;
}

function scored(source: Source, tier: TierName, tallies: readonly Tally[], query: Query): Found[] {
  const { order, lengths, statistics } = source;
  const weigh = order && tallies.length <= mostWeighed ? order.weigher(query.bigrams) : undefined;
  return tallies.map((tally) => {
    const length = lengths[tally.section] ?? { title: 0, body: 0 };
    const phrase = phraseScore(tally, length, statistics, tallies.length, query.text.length);
    return { source, tier, tally, score: weigh ? weigh(tally.section) + phrase / 1000 : phrase };
  });
}

function relatedIn(source: Source, query: Query): Found[] {
  const results = source.order?.related(query.bigrams, mostRelated) ?? [];
  const least = (results[0]?.score ?? 0) * relatedShare;
  return results
    .filter(({ score }) => score >= least)
    .map(({ section, score }) => ({
      source,
      tier: 'related',
      tally: sharedPlaces(source.corpus, section, query),
      score,
    }));
}

function hitOf({ source, tier, tally, score }: Found, located: boolean): SearchHit {
  const { id, number } = source.corpus.sections[tally.section] ?? { number: '' };
  return {
    document: source.corpus.plan.id,
    ...(id === undefined ? {} : { section: id }),
    number,
    tier,
    score,
    count: tally.inTitle + tally.inBody,
    ranges: located ? rangesOf(tally) : [],
  };
}

function rangesOf({ copy, spans }: Tally): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = 0; at + 1 < spans.length; at += 2) ranges.push(copy.locate(spans[at] ?? 0, spans[at + 1] ?? 0));
  return ranges.sort((left, right) => left.start - right.start || left.end - right.end);
}
