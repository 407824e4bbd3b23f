import type { StoreApi } from 'zustand/vanilla';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit } from '#core/search/index';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { SearchClient, StartSearch } from '../workers/search/search-client.ts';
import type { Findings, SearchWithin } from '../workers/search/search-messages.ts';
import type { AppState } from './app-store.ts';
import { noteRecords } from './searched-notes.ts';

/** More results than anybody reads; the rest are counted. */
const listedHits = 200;

export const nothingFound: Findings = { hits: [], notes: { listed: [], count: 0 } };

/** What is asked about the open document, or about all. */
export interface SearchQuestion {
  plan: PlanDocument;
  words: string;
  /** `text`: places in the open document, in reading order. */
  within: SearchWithin | 'text';
}

/** What was found, and the places of the open document that are painted. */
export interface SearchAnswer extends Findings {
  places: readonly TextRange[];
}

/** Asks the worker, which gets the texts and notes that there are; `undefined` when something else was asked meanwhile. */
export function createSearchEngines(
  start: StartSearch,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
  askAgain: () => void,
): (question: SearchQuestion) => Promise<SearchAnswer | undefined> {
  let words: SearchClient | undefined;
  const load = (plan: PlanDocument) => {
    words ??= start({
      onOrdered: () => {
        if (get().search.open && get().search.scope === 'all') askAgain();
      },
      onFailed: () => {
        set({ search: { ...get().search, pending: false } });
        get().notify({ kind: 'error', text: messages.search.failed });
      },
    });
    const others = [...get().otherTexts.values()].filter(({ id }) => id !== plan.id);
    words.load({ documents: [plan, ...others], notes: noteRecords(get()) });
    return words;
  };
  return async ({ plan, words, within }) => {
    const engine = load(plan);
    if (within === 'text') {
      const places = await engine.find(plan.id, words);
      return places && { ...nothingFound, places };
    }
    const isEverywhere = get().view.searchEverywhere === true;
    const options = { locate: listedHits, ...(isEverywhere ? {} : { document: plan.id }) };
    const findings = await engine.search(words, within, options);
    return findings && { ...findings, places: paintedRanges(plan, findings.hits) };
  };
}

/** Places in the open document in reading order. What is merely related is painted when it is chosen. */
export function paintedRanges(plan: PlanDocument, hits: readonly SearchHit[]): TextRange[] {
  return hits
    .filter(({ document, tier }) => document === plan.id && tier !== 'related')
    .flatMap(({ ranges }) => ranges)
    .sort((left, right) => left.start - right.start || left.end - right.end);
}
