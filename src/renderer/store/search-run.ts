import type { StoreApi } from 'zustand/vanilla';
import { blockIndexAt, blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import type { AppState } from './app-store.ts';
import { scopedQuery } from './scoped-query.ts';
import type { SearchPaint, SearchState } from './search.ts';
import {
  createSearchEngines,
  type Found,
  listedPlaces,
  nothingFound,
  type SearchQuestion,
  type SearchStarts,
} from './search-engines.ts';

/** The conversation with the search worker: what is asked, which answer still counts, where the reader stands in it. */
export interface SearchRun {
  /** Asks for what the state says now and puts the answer into the state, unless something else is asked meanwhile. */
  ask: () => Promise<void>;
  /** Asks once more, after the answer that is awaited: other documents can be searched than before. */
  askAgain: () => void;
  /** Moves to another place; while an answer is under way the step is made when it is there. */
  step: (step: 1 | -1) => void;
  /** Remembers where the reader was before this search, once. With `origin` the next step begins there. */
  leave: (origin?: number) => void;
  /** From this code point on the first place is looked for. */
  beginAt: (origin: number) => void;
  /** All places of the latest answer in the open document, whatever is painted; those that are listed before it has one. */
  places: (plan: PlanDocument) => readonly TextRange[];
  /** The last query that was not empty. */
  lastQuery: () => Pick<SearchState, 'query' | 'isPattern'>;
  cancel: () => void;
}

/** Where a search begins: in the text the places are gone through from there, in a list from its beginning. */
interface Start {
  at: number;
  /** The reader was led away from there. */
  hasLeft: boolean;
  /** To a result that is no place: the next step goes on from it. */
  isElsewhere: boolean;
}

export function createSearchRun(
  starts: SearchStarts,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
): SearchRun {
  const answerTo = createSearchEngines(starts, set, get, () => void ask());
  let lastQuery = { query: '', isPattern: false };
  let start: Start = { at: 0, hasLeft: false, isElsewhere: false };
  let latest: { plan: PlanDocument | null; places: readonly TextRange[] } = { plan: null, places: [] };
  let waitingSteps = 0;
  /** Raised with every question and at closing: an answer to an older question is dropped. */
  let question = 0;
  let isOutdated = false;

  /** The first place that is gone to leads away from what was being read; the others are looked through. */
  const leave = (from?: number) => {
    if (!start.hasLeft) get().leavePlace();
    start = { at: from ?? start.at, hasLeft: true, isElsewhere: start.isElsewhere || from !== undefined };
  };
  const firstOf = (ranges: readonly TextRange[]) =>
    get().search.scope === 'text' || start.isElsewhere ? nearestFrom(ranges, start.at) : 0;
  const move = (step: number) => {
    const { ranges, current } = get().searchPaint;
    if (ranges.length === 0) return;
    leave();
    const from = current >= 0 ? current : firstOf(ranges) - (step > 0 ? 1 : 0);
    set({
      search: { ...get().search, chosenNote: null },
      searchPaint: { ranges, current: (((from + step) % ranges.length) + ranges.length) % ranges.length },
    });
  };
  const show = (findings: Found, ranges: readonly TextRange[], current: number) => {
    if (current >= 0 && get().searchPaint.current < 0) leave();
    latest = { plan: get().plan, places: ranges };
    set({ search: { ...get().search, pending: false, ...findings }, searchPaint: paintOf(get(), ranges, current) });
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
    const asked = plan === null ? undefined : questionOf(plan, search);
    if (asked === undefined) return show(nothingFound, [], -1);
    lastQuery = { query: search.query, isPattern: search.isPattern };
    set({ search: { ...search, pending: true } });
    const answer = await answerTo(asked);
    if (answer === undefined || mine !== question) return;
    const { places, ...findings } = answer;
    show(findings, places, placeToShow(asked, places, get().searchPaint, start.at));
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
    beginAt: (at) => {
      start = { at, hasLeft: false, isElsewhere: false };
    },
    places: (plan) => (latest.plan === plan ? latest.places : listedPlaces(plan, get().search.hits)),
    lastQuery: () => lastQuery,
    cancel: () => {
      question += 1;
      isOutdated = false;
      waitingSteps = 0;
    },
  };
}

/** What the state asks for, if it does. Of the text nothing is left out: there the words of a prefix are words. */
function questionOf(plan: PlanDocument, { scope, query, isPattern }: SearchState): SearchQuestion | undefined {
  const { within, words } = scopedQuery(query);
  const asked = scope === 'text' ? query : words;
  return asked.trim() === '' ? undefined : { plan, words: asked, parts: scope === 'text' ? scope : within, isPattern };
}

/** Which of the places is the current one. Listed results leave the text where it is until one is chosen. */
function placeToShow(
  { plan, parts }: SearchQuestion,
  places: readonly TextRange[],
  { ranges, current }: SearchPaint,
  origin: number,
): number {
  const before = ranges[current];
  return parts === 'text' ? nearestFrom(places, before?.start ?? origin) : keptPlace(plan, places, before);
}

/** Index of the place that is `before`, or begins there, or else is the first in its section; -1 when there is none. */
function keptPlace(plan: PlanDocument, places: readonly TextRange[], before: TextRange | undefined): number {
  if (before === undefined) return -1;
  const blocks = blockRanges(plan);
  const sectionAt = ({ start }: TextRange) => plan.blocks[blockIndexAt(blocks, start)]?.section;
  const section = sectionAt(before);
  const same = indexOfRange(places, before);
  const near = places.findIndex(({ start }) => start === before.start);
  return [same, near].find((index) => index >= 0) ?? places.findIndex((place) => sectionAt(place) === section);
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

/** Index of the range that begins at or next after `offset`, or of the first in the text; -1 when there is none. */
function nearestFrom(ranges: readonly TextRange[], offset: number): number {
  let nearest = -1;
  let first = -1;
  for (const [index, { start }] of ranges.entries()) {
    if (first < 0 || start < (ranges[first]?.start ?? 0)) first = index;
    if (start >= offset && (nearest < 0 || start < (ranges[nearest]?.start ?? 0))) nearest = index;
  }
  return nearest < 0 ? first : nearest;
}
