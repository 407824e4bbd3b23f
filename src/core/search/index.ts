import type { PlanDocument } from '../plan/plan.ts';
import { Answer, type Candidates, type SearchAnswer, type SearchHit } from './answer.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { buildLunrOrder, type LunrOrder, type OrderedText } from './lunr-order.ts';
import { type PhraseStatistics, phraseScorer, type SectionLengths, statisticsOf } from './phrase-score.ts';
import type { Places } from './places.ts';
import { parseQuery, type Query } from './query.ts';
import { type Findings, scannedTiers, sharedPlaces, type TierName } from './tiers.ts';

export type { SearchHit, SearchTier } from './answer.ts';

export interface SearchOptions {
  /** Id of the only document to search. */
  document?: string;
  /** How many of the first hits get their ranges, in equal parts for the documents that answer; all of them unless told. */
  locate?: number;
  /** Id of the document all places of which are wanted in an answer. */
  places?: string;
  /** Whether to add sections about the same things when little was found; they are unless told. */
  related?: boolean;
}

export interface Searcher {
  /** Every section that answers the query, best first. Never throws; the empty query finds nothing. */
  search: (query: string, options?: SearchOptions) => SearchHit[];
  /** The same for a list that shows the first hits: the others are counted. */
  answer: (query: string, options?: SearchOptions) => SearchAnswer;
  /** Builds what orders the hits, in small steps, and what finds those that are spelled. Searching is possible before, between and after them. */
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
  const find = (query: string, { document, related = true }: SearchOptions) => {
    const answer = new Answer();
    const inside = sources.filter(({ corpus }) => document === undefined || corpus.plan.id === document);
    searchSources(inside, parseQuery(query), related, answer);
    return answer;
  };
  const searcher: Searcher = {
    search: (query, wanted = {}) => find(query, wanted).allHits(wanted.locate ?? Number.POSITIVE_INFINITY),
    answer: (query, wanted = {}) => {
      const found = find(query, wanted);
      const tallies = found.tallies();
      const painted = tallies.find(({ document }) => document === wanted.places);
      return {
        hits: found.firstHits(wanted.locate ?? Number.POSITIVE_INFINITY),
        tallies,
        places: painted === undefined ? new Int32Array() : found.placesIn(painted.document, painted.places),
      };
    },
    buildOrder: function* () {
      if (options.order === 'never') return;
      for (const source of sources) {
        // otherwise the first that is spelled would wait for it
        source.corpus.spellable();
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
    if (!tier.applies(query, answer.length)) continue;
    answer.add(
      sources.map((source) => {
        const findings = tier.find(source.corpus, query);
        const fresh = findings.sections.filter((section) => !answer.has(source.corpus, section));
        return scored(source, tier.name, { ...findings, sections: fresh }, query);
      }),
    );
  }
  if (!related || answer.length >= enoughHits) return;
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
    .filter(({ section, score }) => score >= least && !answer.has(source.corpus, section))
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
