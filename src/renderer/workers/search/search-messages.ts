import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit, SearchOptions } from '#core/search/index';
import type { TextRange } from '#core/text/code-points';

/** What the page asks of the search worker. Answers carry the `id` of their question. */
export type SearchRequest =
  /** Replaces the documents that are searched, but for those with the ids `kept`. */
  | { kind: 'load'; documents: readonly PlanDocument[]; kept: readonly string[] }
  | { kind: 'find'; id: number; document: string; query: string }
  | { kind: 'search'; id: number; query: string; options: SearchOptions };

export type SearchResponse =
  | { kind: 'places'; id: number; ranges: TextRange[] }
  | { kind: 'hits'; id: number; hits: SearchHit[] }
  /** The index is ready: the same search may now come in a better order, with related sections. */
  | { kind: 'ordered' };
