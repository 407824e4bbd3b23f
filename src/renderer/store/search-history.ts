import { longestSearch, mostSearches, type SearchedQuery } from '#core/settings/settings';
import type { Slice } from './app-store.ts';
import { scopedQuery } from './scoped-query.ts';

/** The latest searches that were acted on, in the view state. */
export interface SearchHistorySlice {
  /** Remembers the query of the moment. */
  recordSearch: () => void;
  forgetSearch: (searched: SearchedQuery) => void;
  forgetSearches: () => void;
}

export const searchHistorySlice: Slice<SearchHistorySlice> = () => (_set, get) => {
  const without = ({ query, isPattern }: SearchedQuery) =>
    (get().view.searches ?? []).filter(
      (other) => other.query !== query || (other.isPattern ?? false) !== (isPattern ?? false),
    );
  return {
    recordSearch: () => {
      const { query: typed, isPattern } = get().search;
      const query = isPattern ? typed : typed.trim();
      if (scopedQuery(query).words.trim() === '' || query.length > longestSearch) return;
      const searched: SearchedQuery = { query, ...(isPattern ? { isPattern: true } : {}) };
      get().changeView({ searches: [searched, ...without(searched)].slice(0, mostSearches) });
    },
    forgetSearch: (searched) => get().changeView({ searches: without(searched) }),
    forgetSearches: () => get().changeView({ searches: [] }),
  };
};
