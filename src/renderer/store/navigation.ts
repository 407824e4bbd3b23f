import type { TextRange } from '#core/text/code-points';
import type { Slice } from './app-store.ts';

/** Where the reading view is asked to go. */
export type Place = { section: string /** CSS pixels below the heading. */; offset?: number } | { range: TextRange };

export interface NavigationSlice {
  /** The section at the top of the reading view. */
  currentSection: string | null;
  /** The latest request to move; a new object each time, so that going to the same place twice works. */
  request: { place: Place } | null;
  /** The passage selected in the text, in code points. */
  selection: TextRange | null;
  /** Selecting by keyboard is on. */
  selectionMode: boolean;
  backPlaces: Place[];
  forwardPlaces: Place[];
  setCurrentSection: (section: string | null) => void;
  setSelection: (selection: TextRange | null) => void;
  setSelectionMode: (isOn: boolean) => void;
  goTo: (place: Place) => void;
  back: () => void;
  forward: () => void;
}

const longest = 100;

export const navigationSlice: Slice<NavigationSlice> = () => (set, get) => {
  const here = (): Place[] => {
    const { position } = get().view;
    return position === undefined ? [] : [{ section: position.section, offset: position.offset }];
  };
  const travel = (from: 'backPlaces' | 'forwardPlaces', to: 'backPlaces' | 'forwardPlaces') => {
    const place = get()[from].at(-1);
    if (place === undefined) return;
    set({ [from]: get()[from].slice(0, -1), [to]: [...get()[to], ...here()].slice(-longest), request: { place } });
  };
  return {
    currentSection: null,
    request: null,
    selection: null,
    selectionMode: false,
    backPlaces: [],
    forwardPlaces: [],
    setCurrentSection: (section) => {
      if (get().currentSection !== section) set({ currentSection: section });
    },
    setSelection: (selection) => set({ selection }),
    setSelectionMode: (selectionMode) => set({ selectionMode }),
    goTo: (place) =>
      set({
        backPlaces: [...get().backPlaces, ...here()].slice(-longest),
        forwardPlaces: [],
        request: { place },
      }),
    back: () => travel('backPlaces', 'forwardPlaces'),
    forward: () => travel('forwardPlaces', 'backPlaces'),
  };
};
