import { useMemo } from 'react';
import type { SearchedQuery } from '#core/settings/settings';
import { scopedQuery, withPrefix } from '../../store/scoped-query.ts';
import { searchedNotes } from '../../store/searched-notes.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { latin, usePinyin } from '../../store/use-pinyin.ts';
import { matchingTags } from './matching-tags.ts';

/** What can be searched for without typing it. */
export interface Suggestion {
  key: string;
  name: string;
  searched: SearchedQuery;
}

export interface Suggestions {
  /** Searches that were acted on, or tags that begin to be typed. */
  kind: 'searches' | 'tags';
  list: readonly Suggestion[];
}

const noSearches: readonly SearchedQuery[] = [];

/** What is offered below the box; null where that is nothing. */
export function useSuggestions(isWanted: boolean): Suggestions | null {
  const { query, isPattern } = useApp((state) => state.search);
  const searches = useApp((state) => state.view.searches ?? noSearches);
  const { within, words } = scopedQuery(query);
  const tags = useTags(isWanted && within === 'tags' && !isPattern, words);
  return useMemo(() => {
    if (!isWanted) return null;
    const list = query === '' ? searches.map(suggestionOf) : tags.map(tagSuggestionOf);
    return list.length === 0 ? null : { kind: query === '' ? 'searches' : 'tags', list };
  }, [isWanted, query, searches, tags]);
}

const noTags: readonly string[] = [];

/** The tags of the notes that are searched which the words may become. */
function useTags(isWanted: boolean, words: string): readonly string[] {
  const store = useAppStore();
  const annotations = useApp((state) => state.annotations);
  const otherNotes = useApp((state) => state.otherNotes);
  const isSpelled = usePinyin(isWanted && latin.test(words));
  return useMemo(() => {
    if (!isWanted) return noTags;
    // What is searched depends on these.
    const searched = searchedNotes({ ...store.getState(), annotations, otherNotes });
    const tags = searched.flatMap(({ notes }) => notes.flatMap(({ annotation }) => annotation.tags));
    return matchingTags(tags, words, isSpelled);
  }, [isWanted, words, store, annotations, otherNotes, isSpelled]);
}

function suggestionOf(searched: SearchedQuery): Suggestion {
  return { key: `${searched.isPattern === true} ${searched.query}`, name: searched.query, searched };
}

function tagSuggestionOf(tag: string): Suggestion {
  return { key: tag, name: tag, searched: { query: withPrefix('tags', tag) } };
}
