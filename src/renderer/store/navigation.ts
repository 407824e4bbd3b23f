import type { PlanDocument } from '#core/plan/plan';
import type { ReadingPosition } from '#core/settings/settings';
import type { TextRange } from '#core/text/code-points';
import type { Slice } from './app-store.ts';

/** Where the reading view is asked to go. */
export type Place = (
  | { section: string /** CSS pixels below the heading, or below the block. */; offset?: number; block?: number }
  | { range: TextRange }
) & {
  /** The section that counts as the one being read there, where that is known. */
  current?: string;
  /** Id of the document; absent: the open one. */
  document?: string;
};

export interface NavigationSlice {
  /** The section at the top of the reading view. */
  currentSection: string | null;
  /** The latest request to move; a new object each time, so that going to the same place twice works. */
  request: { place: Place } | null;
  /** The passage selected in the text, in code points. */
  selection: TextRange | null;
  /** The selection stays what it is, although something above the text has taken the one of the page. */
  isSelectionHeld: boolean;
  /** Selecting by keyboard is on. */
  selectionMode: boolean;
  backPlaces: Place[];
  forwardPlaces: Place[];
  setCurrentSection: (section: string | null) => void;
  setSelection: (selection: TextRange | null) => void;
  holdSelection: (isHeld: boolean) => void;
  setSelectionMode: (isOn: boolean) => void;
  goTo: (place: Place) => void;
  /** Remembers where the reader is, to come back to: something else than `goTo` is about to move the text. */
  leavePlace: () => void;
  back: () => void;
  forward: () => void;
}

const longest = 100;

export const navigationSlice: Slice<NavigationSlice> = () => (set, get) => {
  const here = (): [Place] => {
    const { position } = get().view;
    // Before the first scroll the reader is where the text begins.
    const { document: _, text: __, ...place }: ReadingPosition = position ?? { document: '', section: '', offset: 0 };
    const { currentSection } = get();
    return [{ ...place, ...(currentSection === null ? {} : { current: currentSection }) }];
  };
  const travel = async (from: 'backPlaces' | 'forwardPlaces', to: 'backPlaces' | 'forwardPlaces') => {
    const place = get()[from].at(-1);
    if (place === undefined) return;
    const { plan } = get();
    const { backPlaces: before, forwardPlaces: after } = get();
    const places = { backPlaces: before, forwardPlaces: after };
    places[from] = places[from].slice(0, -1);
    places[to] = [...places[to], ...here()].slice(-longest);
    if (place.document === undefined || place.document === plan?.id) return set({ ...places, request: { place } });
    // The document that is left keeps its places.
    const { backPlaces, forwardPlaces } = places;
    const left = { backPlaces: placesOf(plan, backPlaces), forwardPlaces: placesOf(plan, forwardPlaces) };
    await get().switchDocument(place.document, { place, places: left });
  };
  return {
    currentSection: null,
    request: null,
    selection: null,
    isSelectionHeld: false,
    selectionMode: false,
    backPlaces: [],
    forwardPlaces: [],
    setCurrentSection: (section) => {
      if (get().currentSection !== section) set({ currentSection: section });
    },
    // The caret of a text field moves the selection of the page as well: not each key is to wake up all that the window shows.
    setSelection: (selection) => {
      const { selection: before, isSelectionHeld } = get();
      if (isSelectionHeld) return;
      if (before?.start !== selection?.start || before?.end !== selection?.end) set({ selection });
    },
    holdSelection: (isSelectionHeld) => set({ isSelectionHeld }),
    setSelectionMode: (selectionMode) => set({ selectionMode }),
    goTo: (place) => {
      get().leavePlace();
      set({ request: { place } });
    },
    leavePlace: () => {
      const [place] = here();
      const last = get().backPlaces.at(-1);
      if (last !== undefined && isSame(last, place)) return set({ forwardPlaces: [] });
      set({ backPlaces: [...get().backPlaces, place].slice(-longest), forwardPlaces: [] });
    },
    back: () => void travel('backPlaces', 'forwardPlaces'),
    forward: () => void travel('forwardPlaces', 'backPlaces'),
  };
};

/** Places of a document that is left, so that the way back leads into it. */
export function placesOf(plan: PlanDocument | null, places: readonly Place[]): Place[] {
  return places.map((place) => (plan === null ? place : { document: plan.id, ...place }));
}

/** Going somewhere from a place twice leads back to it once. */
function isSame(left: Place, right: Place): boolean {
  if (!('section' in left && 'section' in right) || left.document !== right.document) return false;
  return left.section === right.section && left.offset === right.offset && left.block === right.block;
}
