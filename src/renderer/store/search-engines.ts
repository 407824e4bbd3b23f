import type { StoreApi } from 'zustand/vanilla';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit } from '#core/search/index';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { PatternClient, StartPatterns } from '../workers/search/pattern-client.ts';
import type { SearchClient, StartSearch } from '../workers/search/search-client.ts';
import type { PatternFindings, SearchedParts, SearchProblem } from '../workers/search/search-messages.ts';
import type { AppState } from './app-store.ts';
import { noteRecords } from './searched-notes.ts';

/** What starts the workers: one for words, one for regular expressions. */
export interface SearchStarts {
  words: StartSearch;
  patterns: StartPatterns;
}

/** What a search has found, and why it may have found nothing. */
export interface Found extends Omit<PatternFindings, 'places'> {
  problem: SearchProblem | null;
}

/** What is asked about the open document, or about all. */
export interface SearchQuestion {
  plan: PlanDocument;
  words: string;
  parts: SearchedParts;
  /** The words are a regular expression. */
  isPattern: boolean;
}

/** What was found, and the places of the open document that are painted: in the order of the list, and each of them. */
export interface SearchAnswer extends Found {
  places: readonly TextRange[];
}

/** More results than anybody reads; the rest are counted. */
const listedHits = 200;

export const nothingFound: Found = {
  hits: [],
  tallies: [],
  notes: { listed: [], count: 0, taskCount: 0 },
  complete: true,
  problem: null,
};

/** Asks a worker, which gets the texts and notes that there are; `undefined` when something else was asked meanwhile. */
export function createSearchEngines(
  starts: SearchStarts,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
  askAgain: () => void,
): (question: SearchQuestion) => Promise<SearchAnswer | undefined> {
  const engines = startEngines(starts, set, get, askAgain);
  const scopeOf = ({ plan, parts }: SearchQuestion) => ({
    locate: listedHits,
    places: plan.id,
    ...(parts !== 'text' && get().view.searchEverywhere === true ? {} : { document: plan.id }),
  });
  const byPattern = async (question: SearchQuestion): Promise<SearchAnswer | undefined> => {
    const { plan, words, parts } = question;
    const result = await engines.patterns(plan).match(words, parts, scopeOf(question));
    if (result === undefined) return undefined;
    if (!result.ok) return { ...nothingFound, places: [], problem: result.error };
    return parts === 'text'
      ? { ...nothingFound, complete: result.value.complete, places: result.value.places }
      : { ...result.value, problem: null };
  };
  const byWords = async (question: SearchQuestion): Promise<SearchAnswer | undefined> => {
    const { plan, words, parts } = question;
    const engine = engines.words(plan);
    if (parts === 'text') {
      const places = await engine.find(plan.id, words);
      return places && { ...nothingFound, places };
    }
    const findings = await engine.search(words, parts, scopeOf(question));
    return findings && { ...nothingFound, ...findings };
  };
  return (question) => (question.isPattern ? byPattern(question) : byWords(question));
}

/** The workers, each started when it is first asked for and given what there is to search. */
function startEngines(
  starts: SearchStarts,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
  askAgain: () => void,
) {
  let words: SearchClient | undefined;
  let patterns: PatternClient | undefined;
  const onOrdered = () => {
    const { open, scope, isPattern } = get().search;
    if (open && scope === 'all' && !isPattern) askAgain();
  };
  const onFailed = () => {
    set({ search: { ...get().search, pending: false } });
    get().notify({ kind: 'error', text: messages.search.failed });
  };
  const materialFor = (plan: PlanDocument) => {
    const others = [...get().otherTexts.values()].filter(({ id }) => id !== plan.id);
    return { documents: [plan, ...others], notes: noteRecords(get()) };
  };
  return {
    words: (plan: PlanDocument) => {
      words ??= starts.words({ onOrdered, onFailed });
      words.load(materialFor(plan));
      return words;
    },
    patterns: (plan: PlanDocument) => {
      patterns ??= starts.patterns(onFailed);
      patterns.load(materialFor(plan));
      return patterns;
    },
  };
}

/** The listed places of a document that is entered, until all of them are asked for. What is merely related is painted when it is chosen. */
export function listedPlaces(plan: PlanDocument, hits: readonly SearchHit[]): TextRange[] {
  return hits
    .filter(({ document, tier }) => document === plan.id && tier !== 'related')
    .flatMap(({ ranges }) => ranges);
}
