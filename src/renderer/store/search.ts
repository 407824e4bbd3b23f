import { blockRanges, canonicalText } from '#core/plan/canonical-text';
import type { SearchHit, Tally } from '#core/search/answer';
import { sliceByCodePoints, type TextRange } from '#core/text/code-points';
import type { FoundNotes, SearchProblem } from '../workers/search/search-messages.ts';
import type { AppState, Slice } from './app-store.ts';
import { placedNotes } from './placed-annotations.ts';
import { scopedQuery } from './scoped-query.ts';
import { nothingFound, type SearchStarts } from './search-engines.ts';
import { createSearchRun, indexOfRange, type SearchRun } from './search-run.ts';

/** `text`: from place to place in the open document. `all`: the sections that answer, listed, best first. */
export type SearchScope = 'text' | 'all';

export interface SearchState {
  open: boolean;
  scope: SearchScope;
  query: string;
  /** The query is a regular expression. */
  isPattern: boolean;
  /** Why the expression has no answer. */
  problem: SearchProblem | null;
  /** False when there are more places than were looked for. */
  complete: boolean;
  /** The question of the moment has not been answered yet. */
  pending: boolean;
  /** In the scope `all` the first sections that answer: those that are listed. */
  hits: SearchHit[];
  /** In the scope `all` how much of each document answers. */
  tallies: Tally[];
  /** In the scope `all` the notes that answer. */
  notes: FoundNotes;
  /** The note that was chosen last among the results; null when a place in the text was chosen since. */
  chosenNote: NoteKey | null;
  /** Id of the document in which everything was asked for; null before that. */
  home: string | null;
}

/** A note of any document. */
export interface NoteKey {
  document: string;
  id: string;
}

/** What the reading view paints; it goes to the current place whenever this object changes. */
export interface SearchPaint {
  ranges: readonly TextRange[];
  /** Index of the current place; -1 before one was chosen. */
  current: number;
}

export type LeftTab = 'outline' | 'bookmarks' | 'results';

export interface SearchSlice {
  search: SearchState;
  searchPaint: SearchPaint;
  /** A new object whenever the search box is to take the focus; null before the first time. */
  searchFocus: object | null;
  leftTab: LeftTab;
  showLeftTab: (tab: LeftTab) => void;
  /** Opens the search with what is selected in the text, or with the last query. */
  openSearch: (scope: SearchScope) => void;
  /** Lists everything about a passage. */
  searchFor: (query: string) => void;
  /** Without a second argument words stay words, and a regular expression one. */
  setSearchQuery: (query: string, isPattern?: boolean) => void;
  /** Whether the query is a regular expression. */
  setSearchPattern: (isPattern: boolean) => void;
  setSearchScope: (scope: SearchScope) => void;
  /** Whether everything is searched for in all documents. */
  setSearchEverywhere: (isEverywhere: boolean) => void;
  /** Goes to the next or previous place; brings the last query back when the search was closed. */
  stepHit: (step: 1 | -1) => void;
  /** Makes the first place of a listed hit the current one; opens its document where that is another. */
  chooseHit: (hit: SearchHit) => Promise<void>;
  /** Goes to a note: to its passage and its card; opens its document where that is another. */
  chooseNote: (note: NoteKey & { isTask?: boolean }) => Promise<void>;
  closeSearch: () => void;
}

const nothing: SearchPaint = { ranges: [], current: -1 };
const closed: SearchState = {
  open: false,
  scope: 'text',
  query: '',
  isPattern: false,
  pending: false,
  ...nothingFound,
  chosenNote: null,
  home: null,
};

/** Longest selection taken over as a query, in UTF-16 units; a whole paragraph is not what one wants to find. */
const longestTaken = 60;

/** What starts the workers is an argument so that the slice is testable without them. */
export function createSearchSlice(starts: SearchStarts): Slice<SearchSlice> {
  return () => (set, get, store) => {
    const run = createSearchRun(starts, set, get);
    store.subscribe((state, before) => {
      if (isOutdated(state, before)) run.askAgain();
    });
    const ask = (change: Partial<SearchState>) => {
      const { plan, search } = get();
      const home = change.scope === undefined ? search.home : (plan?.id ?? null);
      set({ search: { ...search, open: true, ...change, home } });
      if (change.scope !== undefined) get().showLeftTab(change.scope === 'all' ? 'results' : 'outline');
      void run.ask();
      if (change.scope !== undefined && isSearchedEverywhere(get())) void get().loadOtherNotes();
    };
    return {
      search: closed,
      searchPaint: nothing,
      searchFocus: null,
      leftTab: 'outline',
      showLeftTab: (tab) => {
        set({ leftTab: tab });
        if (tab !== 'outline' && !get().view.outlineVisible) get().changeView({ outlineVisible: true });
      },
      openSearch: (scope) => {
        const { search } = get();
        const words = selectedWords(get());
        if (!search.open || words !== undefined) {
          run.beginAt(originOf(get()));
          set({ searchPaint: nothing });
        }
        set({ searchFocus: {} });
        // What is selected is words.
        const { query, isPattern } = search.query === '' ? run.lastQuery() : search;
        ask({ scope, ...(words === undefined ? { query, isPattern } : { query: words, isPattern: false }) });
      },
      searchFor: (query) => {
        run.beginAt(originOf(get()));
        set({ searchPaint: nothing, searchFocus: {} });
        ask({ scope: 'all', query, isPattern: false });
      },
      setSearchQuery: (query, isPattern = get().search.isPattern) => {
        if (!get().search.open) run.beginAt(originOf(get()));
        // What is asked of notes alone is answered by a list.
        const isList = get().search.scope === 'text' && scopedQuery(query).within !== 'everything';
        ask({ query, isPattern, ...(isList ? { scope: 'all' } : {}) });
      },
      setSearchPattern: (isPattern) => ask({ isPattern }),
      setSearchScope: (scope) => ask({ scope }),
      setSearchEverywhere: (searchEverywhere) => {
        get().changeView({ searchEverywhere });
        if (get().search.open) ask({ scope: 'all' });
      },
      stepHit: (step) => {
        const { search } = get();
        if (search.open && search.query !== '') run.step(step);
        else if (run.lastQuery().query !== '') {
          const { query, isPattern } = run.lastQuery();
          run.beginAt(originOf(get()));
          ask({ scope: 'text', query: scopedQuery(query).words, isPattern });
        }
      },
      ...choosing(run, set, get),
      closeSearch: () => {
        run.cancel();
        set({ search: closed, searchPaint: nothing, leftTab: 'outline' });
      },
    };
  };
}

type Setter = (part: Partial<AppState>) => void;

/** Going to what was found. */
function choosing(run: SearchRun, set: Setter, get: () => AppState): Pick<SearchSlice, 'chooseHit' | 'chooseNote'> {
  const markNote = (chosenNote: NoteKey | null) => {
    get().recordSearch();
    set({ search: { ...get().search, chosenNote } });
  };
  return {
    chooseHit: async (hit) => {
      const { plan } = get();
      const [range] = hit.ranges;
      if (plan === null) return;
      if (hit.document !== plan.id) {
        if (range === undefined || !(await get().switchDocument(hit.document, { place: { range } }))) return;
        const { plan: opened } = get();
        if (opened !== null) set({ searchPaint: paintOfHit(run.places(opened), hit) });
      } else {
        run.leave();
        set({ searchPaint: paintOfHit(run.places(plan), hit) });
      }
      markNote(null);
    },
    chooseNote: async ({ document, id, isTask = false }) => {
      get().changeView({ notesVisible: true, rightTab: isTask ? 'ledger' : 'notes' });
      if (document !== get().plan?.id) {
        const mark = get()
          .otherNotes.get(document)
          ?.notes.find(({ annotation }) => annotation.id === id);
        await get().openNote(document, id, mark?.anchoring.range);
        if (get().plan?.id !== document) return;
      } else {
        const range = placedNotes(get()).find(({ annotation }) => annotation.id === id)?.anchoring.range;
        run.leave(range?.start);
        // A filter that hides it gives way: it has just been pointed at.
        set({ searchPaint: { ...get().searchPaint, current: -1 }, currentAtFiltering: null });
        get().selectAnnotation(id);
        if (range !== undefined) set({ request: { place: { range } } });
      }
      markNote({ document, id });
    },
  };
}

/** Whether what is listed may be another by now: texts or notes came or changed. */
function isOutdated(state: AppState, before: AppState): boolean {
  const { open, scope, query } = state.search;
  if (!open || scope !== 'all' || query === '') return false;
  if (state.annotations !== before.annotations || state.isLoaded !== before.isLoaded) return true;
  const isElsewhere = state.otherTexts !== before.otherTexts || state.otherNotes !== before.otherNotes;
  return isElsewhere && isSearchedEverywhere(state);
}

/** Everything is being searched for, in all documents. */
export function isSearchedEverywhere({ search, view }: AppState): boolean {
  return search.open && search.scope === 'all' && view.searchEverywhere === true;
}

/** What is merely related is painted by itself. */
function paintOfHit(places: readonly TextRange[], hit: SearchHit): SearchPaint {
  const ranges = hit.tier === 'related' ? hit.ranges : places;
  return { ranges, current: indexOfRange(ranges, hit.ranges[0]) };
}

/** The beginning of the selection, or of the section that is being read. */
function originOf({ plan, selection, currentSection }: AppState): number {
  if (selection !== null) return selection.start;
  const heading = plan?.sections.find((section) => section.id === currentSection)?.headingBlock;
  return plan === null || heading === undefined ? 0 : (blockRanges(plan)[heading]?.start ?? 0);
}

function selectedWords({ plan, selection }: AppState): string | undefined {
  if (plan === null || selection === null) return undefined;
  const words = sliceByCodePoints(canonicalText(plan), selection).trim();
  return words === '' || words.includes('\n') || words.length > longestTaken ? undefined : words;
}
