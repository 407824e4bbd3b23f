import { messages } from '#messages/zh-CN';
import type { SearchWithin } from '../workers/search/search-messages.ts';

/** A query without the prefix that says what is searched. */
export interface ScopedQuery {
  within: SearchWithin;
  words: string;
}

const { prefixes } = messages.search;
/** Before a tag, as many write it. */
const tagSign = /^[#\uff03]/u;

/** Takes the prefix off a query: the word for notes, tags or the ledger with a colon, or the sign of a tag; of full or half width. */
export function scopedQuery(query: string): ScopedQuery {
  const begun = query.trimStart();
  if (tagSign.test(begun)) return { within: 'tags', words: begun.slice(1).trimStart() };
  for (const within of ['notes', 'tags', 'tasks'] as const) {
    const rest = begun.slice(prefixes[within].length).trimStart();
    if (begun.startsWith(prefixes[within]) && /^[:\uff1a]/u.test(rest))
      return { within, words: rest.slice(1).trimStart() };
  }
  return { within: 'everything', words: query };
}

/** A query for `words` among the notes, the tags or the tasks. */
export function withPrefix(within: Exclude<SearchWithin, 'everything'>, words = ''): string {
  return `${prefixes[within]}:${words}`;
}
