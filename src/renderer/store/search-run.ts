import type { StoreApi } from 'zustand/vanilla';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit } from '#core/search/index';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { SearchClient, StartSearch } from '../workers/search/search-client.ts';
import type { AppState } from './app-store.ts';
import type { SearchPaint } from './search.ts';

/** More results than anybody reads; the rest are counted. */
const listedHits = 200;

/** The conversation with the search worker: what is asked, which answer still counts, where the reader stands in it. */
export interface SearchRun {
  /** Asks for what the state says now and puts the answer into the state, unless something else is asked meanwhile. */
  ask: () => Promise<void>;
  /** Asks once more, after the answer that is awaited: other documents can be searched than before. */
  askAgain: () => void;
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
  const clientFor = createClients(start, set, get, () => void ask());
  let lastQuery = '';
  let origin = 0;
  let waitingSteps = 0;
  let hasLeft = false;
  /** Raised with every question and at closing: an answer to an older question is dropped. */
  let question = 0;
  let isOutdated = false;

  /** The first place that is gone to leads away from what was being read; the others are looked through. */
  const leave = () => {
    if (!hasLeft) get().leavePlace();
    hasLeft = true;
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
    set({ search: { ...get().search, pending: false, hits }, searchPaint: paintOf(get(), ranges, current) });
    const steps = waitingSteps;
    waitingSteps = 0;
    if (steps !== 0) move(steps);
    if (isOutdated) void ask();
  };
  const ask = async (): Promise<void> => {
    const { plan, search } = get();
    question += 1;
    const mine = question;
    isOutdated = false;
    if (plan === null || search.query.trim() === '') return show([], [], -1);
    lastQuery = search.query;
    set({ search: { ...search, pending: true } });
    const engine = clientFor(plan);
    if (search.scope === 'text') {
      const ranges = await engine.find(plan.id, search.query);
      if (ranges !== undefined && mine === question) show([], ranges, firstFrom(ranges, currentStart(get()) ?? origin));
    } else {
      const hits = await engine.search(search.query, {
        locate: listedHits,
        ...(get().view.searchEverywhere === true ? {} : { document: plan.id }),
      });
      if (hits === undefined || mine !== question) return;
      const ranges = paintedRanges(plan, hits);
      // the text stays where it is until a result is chosen
      show(hits, ranges, indexOfRange(ranges, get().searchPaint.ranges[get().searchPaint.current]));
    }
  };

  return {
    ask,
    askAgain: () => {
      if (get().search.pending) isOutdated = true;
      else void ask();
    },
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
      isOutdated = false;
      waitingSteps = 0;
    },
  };
}

/** The worker, started when it is first asked for, with the texts that there are. */
function createClients(
  start: StartSearch,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
  ask: () => void,
): (plan: PlanDocument) => SearchClient {
  let client: SearchClient | undefined;
  return (plan) => {
    client ??= start({
      onOrdered: () => {
        if (get().search.open && get().search.scope === 'all') ask();
      },
      onFailed: () => {
        set({ search: { ...get().search, pending: false } });
        get().notify({ kind: 'error', text: messages.search.failed });
      },
    });
    const others = [...get().otherTexts.values()].filter(({ id }) => id !== plan.id);
    client.load([plan, ...others]);
    return client;
  };
}

/** Places in the open document in reading order. What is merely related is painted when it is chosen. */
export function paintedRanges(plan: PlanDocument, hits: readonly SearchHit[]): TextRange[] {
  return hits
    .filter(({ document, tier }) => document === plan.id && tier !== 'related')
    .flatMap(({ ranges }) => ranges)
    .sort((left, right) => left.start - right.start || left.end - right.end);
}

/** The very paint that is there where nothing differs: a new one takes the reader to its current place. */
function paintOf({ searchPaint }: AppState, ranges: readonly TextRange[], current: number): SearchPaint {
  const isSame =
    current === searchPaint.current &&
    ranges.length === searchPaint.ranges.length &&
    ranges.every((range, index) => isSameRange(range, searchPaint.ranges[index]));
  return isSame && current >= 0 ? searchPaint : { ranges, current };
}

/** Index of `range` among `ranges`; -1 when it is not there. */
export function indexOfRange(ranges: readonly TextRange[], range: TextRange | undefined): number {
  return ranges.findIndex((other) => isSameRange(other, range));
}

function isSameRange(left: TextRange, right: TextRange | undefined): boolean {
  return left.start === right?.start && left.end === right.end;
}

/** Index of the first range at or after `offset`, or of the first of all; -1 when there is none. */
function firstFrom(ranges: readonly TextRange[], offset: number): number {
  const index = ranges.findIndex((range) => range.start >= offset);
  return index < 0 && ranges.length > 0 ? 0 : index;
}

function currentStart({ searchPaint }: AppState): number | undefined {
  return searchPaint.ranges[searchPaint.current]?.start;
}
