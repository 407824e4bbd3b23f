import type { StoreApi } from 'zustand/vanilla';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit } from '#core/search/index';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { SearchClient, StartSearch } from '../workers/search/search-client.ts';
import type { AppState } from './app-store.ts';

/** More results than anybody reads; the rest are counted. */
export const listedHits = 200;

/** The conversation with the search worker: what is asked, which answer still counts, where the reader stands in it. */
export interface SearchRun {
  /** Asks for what the state says now and puts the answer into the state, unless something else is asked meanwhile. */
  ask: () => Promise<void>;
  /** Moves to another place; while an answer is under way the step is made when it is there. */
  step: (step: 1 | -1) => void;
  /** Remembers where the reader was before this search, once. */
  leave: () => void;
  /** From this code point on the first place is looked for. */
  beginAt: (origin: number) => void;
  /** The last query that was not empty. */
  lastQuery: () => string;
  cancel: () => void;
}

export function createSearchRun(
  start: StartSearch,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
): SearchRun {
  let client: SearchClient | undefined;
  let loaded: PlanDocument | null = null;
  let lastQuery = '';
  let origin = 0;
  let waitingSteps = 0;
  let hasLeft = false;
  /** Raised with every question and at closing: an answer to an older question is dropped. */
  let question = 0;

  /** The first place that is gone to leads away from what was being read; the others are looked through. */
  const leave = () => {
    if (!hasLeft) get().leavePlace();
    hasLeft = true;
  };
  const clientFor = (plan: PlanDocument): SearchClient => {
    client ??= start({
      onOrdered: () => {
        if (get().search.open && get().search.scope === 'all') void ask();
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
  const move = (step: number) => {
    const { ranges, current } = get().searchPaint;
    if (ranges.length === 0) return;
    leave();
    const from = current >= 0 ? current : firstFrom(ranges, origin) - (step > 0 ? 1 : 0);
    set({ searchPaint: { ranges, current: (((from + step) % ranges.length) + ranges.length) % ranges.length } });
  };
  const show = (hits: SearchHit[], ranges: readonly TextRange[], current: number) => {
    if (current >= 0 && get().searchPaint.current < 0) leave();
    set({ search: { ...get().search, pending: false, hits }, searchPaint: { ranges, current } });
    const steps = waitingSteps;
    waitingSteps = 0;
    if (steps !== 0) move(steps);
  };
  const ask = async (): Promise<void> => {
    const { plan, search } = get();
    question += 1;
    const mine = question;
    if (plan === null || search.query.trim() === '') return show([], [], -1);
    lastQuery = search.query;
    set({ search: { ...search, pending: true } });
    const engine = clientFor(plan);
    if (search.scope === 'text') {
      const ranges = await engine.find(plan.id, search.query);
      if (ranges !== undefined && mine === question) show([], ranges, firstFrom(ranges, currentStart(get()) ?? origin));
    } else {
      const hits = await engine.search(search.query, { locate: listedHits });
      if (hits === undefined || mine !== question) return;
      const ranges = paintedRanges(plan, hits);
      // the text stays where it is until a result is chosen
      show(hits, ranges, indexOfRange(ranges, get().searchPaint.ranges[get().searchPaint.current]));
    }
  };

  return {
    ask,
    step: (step) => {
      if (get().search.pending) waitingSteps += step;
      else move(step);
    },
    leave,
    beginAt: (offset) => {
      hasLeft = false;
      origin = offset;
    },
    lastQuery: () => lastQuery,
    cancel: () => {
      question += 1;
      waitingSteps = 0;
    },
  };
}

/** Places in the open document in reading order. What is merely related is painted when it is chosen. */
export function paintedRanges(plan: PlanDocument, hits: readonly SearchHit[]): TextRange[] {
  return hits
    .filter(({ document, tier }) => document === plan.id && tier !== 'related')
    .flatMap(({ ranges }) => ranges)
    .sort((left, right) => left.start - right.start || left.end - right.end);
}

/** Index of `range` among `ranges`; -1 when it is not there. */
export function indexOfRange(ranges: readonly TextRange[], range: TextRange | undefined): number {
  return ranges.findIndex(({ start, end }) => start === range?.start && end === range.end);
}

/** Index of the first range at or after `offset`, or of the first of all; -1 when there is none. */
function firstFrom(ranges: readonly TextRange[], offset: number): number {
  const index = ranges.findIndex((range) => range.start >= offset);
  return index < 0 && ranges.length > 0 ? 0 : index;
}

function currentStart({ searchPaint }: AppState): number | undefined {
  return searchPaint.ranges[searchPaint.current]?.start;
}
