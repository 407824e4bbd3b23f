import { blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit } from '#core/search/index';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { type SearchClient, type StartSearch, startSearchWorker } from '../workers/search/search-client.ts';
import type { AppState, Slice } from './app-store.ts';

/** `text`: from place to place in the open document. `all`: the sections that answer, listed, best first. */
export type SearchScope = 'text' | 'all';

export interface SearchState {
  open: boolean;
  scope: SearchScope;
  query: string;
  /** The question of the moment has not been answered yet. */
  pending: boolean;
  /** In the scope `all` every section that answers; the first `listedHits` of them with their ranges. */
  hits: SearchHit[];
}

/** What the reading view paints; it goes to the current place whenever this object changes. */
export interface SearchPaint {
  ranges: readonly TextRange[];
  /** Index of the current place; -1 before one was chosen. */
  current: number;
}

export interface SearchSlice {
  search: SearchState;
  searchPaint: SearchPaint;
  /** A new object whenever the search box is to take the focus. */
  searchFocus: object;
  /** Opens the search with what is selected in the text, or with the last query. */
  openSearch: (scope: SearchScope) => void;
  /** Lists everything about a passage. */
  searchFor: (query: string) => void;
  setSearchQuery: (query: string) => void;
  setSearchScope: (scope: SearchScope) => void;
  stepHit: (step: 1 | -1) => void;
  /** Makes the first place of a listed hit the current one. */
  chooseHit: (hit: SearchHit) => void;
  closeSearch: () => void;
}

/** More results than anybody reads; the rest are counted. */
export const listedHits = 200;

const nothing: SearchPaint = { ranges: [], current: -1 };
const closed: SearchState = { open: false, scope: 'text', query: '', pending: false, hits: [] };

/** `start` is an argument so that the slice is testable without a worker. */
export function createSearchSlice(start: StartSearch): Slice<SearchSlice> {
  return () => (set, get) => {
    let client: SearchClient | undefined;
    let loaded: PlanDocument | null = null;
    let lastQuery = '';
    /** Where the search began: the first hit is the next one from there. */
    let origin = 0;
    /** Steps asked for while an answer is under way. */
    let steps = 0;

    const readyClient = (plan: PlanDocument): SearchClient => {
      client ??= start({
        onOrdered: () => {
          if (get().search.scope === 'all') void run({ keep: true });
        },
        onFailed: () => {
          set({ search: { ...get().search, pending: false } });
          get().notify({ kind: 'error', text: messages.search.failed });
        },
      });
      if (loaded !== plan) client.load([plan]);
      loaded = plan;
      return client;
    };
    const show = (paint: SearchPaint, hits: SearchHit[]) => {
      set({ search: { ...get().search, pending: false, hits }, searchPaint: paint });
      const asked = steps;
      steps = 0;
      if (asked !== 0) move(asked);
    };
    /** Asks the question of the moment; with `keep` the current place stays, for the text has not to move. */
    const run = async ({ keep }: { keep: boolean }) => {
      const { plan, search } = get();
      if (plan === null || search.query.trim() === '') return show(nothing, []);
      lastQuery = search.query;
      set({ search: { ...search, pending: true } });
      const engine = readyClient(plan);
      if (search.scope === 'text') {
        const ranges = await engine.find(plan.id, search.query);
        if (ranges !== undefined) show({ ranges, current: firstFrom(ranges, placeOf(get()) ?? origin) }, []);
        return;
      }
      const hits = await engine.search(search.query, { locate: listedHits });
      if (hits === undefined) return;
      const ranges = paintedRanges(plan, hits);
      const place = keep ? get().searchPaint.ranges[get().searchPaint.current] : undefined;
      show({ ranges, current: place === undefined ? -1 : indexOfRange(ranges, place) }, hits);
    };
    const move = (step: number) => {
      const { ranges, current } = get().searchPaint;
      if (ranges.length === 0) return;
      const from = current < 0 ? firstFrom(ranges, origin) - (step > 0 ? 1 : 0) : current;
      set({ searchPaint: { ranges, current: (((from + step) % ranges.length) + ranges.length) % ranges.length } });
    };
    const ask = (change: Partial<SearchState>) => {
      set({ search: { ...get().search, open: true, ...change } });
      void run({ keep: false });
    };

    return {
      search: closed,
      searchPaint: nothing,
      searchFocus: {},
      openSearch: (scope) => {
        const { search, searchPaint } = get();
        if (!search.open) origin = originOf(get());
        if (searchPaint.current < 0 && get().selection !== null) origin = originOf(get());
        const query = selectedWords(get()) ?? (search.query === '' ? lastQuery : search.query);
        set({ searchFocus: {} });
        ask({ scope, query });
      },
      searchFor: (query) => {
        origin = originOf(get());
        set({ searchFocus: {}, searchPaint: nothing });
        ask({ scope: 'all', query });
      },
      setSearchQuery: (query) => ask({ query }),
      setSearchScope: (scope) => ask({ scope }),
      stepHit: (step) => {
        const { search } = get();
        if (!search.open && lastQuery !== '') {
          origin = originOf(get());
          ask({ scope: 'text', query: lastQuery });
        } else if (search.pending) steps += step;
        else move(step);
      },
      chooseHit: (hit) => {
        const { plan, search } = get();
        if (plan === null) return;
        const ranges = hit.tier === 'related' ? hit.ranges : paintedRanges(plan, search.hits);
        const [first] = hit.ranges;
        set({ searchPaint: { ranges, current: first === undefined ? -1 : indexOfRange(ranges, first) } });
      },
      closeSearch: () => {
        steps = 0;
        set({ search: closed, searchPaint: nothing });
      },
    };
  };
}

export const searchSlice = createSearchSlice(startSearchWorker);
