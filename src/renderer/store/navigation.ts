import type { TextRange } from '#core/text/code-points';
import type { Slice } from './app-store.ts';

/** Where the reading view is asked to go. */
export type Place = (
  | { section: string /** CSS pixels below the heading. */; offset?: number }
  | { range: TextRange }
) & {
  /** The section that counts as the one being read there, where that is known. */
  current?: string;
};

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
    const { section, offset } = position ?? { section: '', offset: 0 };
    const { currentSection } = get();
    return [{ section, offset, ...(currentSection === null ? {} : { current: currentSection }) }];
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
    // The caret of a text field moves the selection of the page as well: not each key is to wake up all that the window shows.
    setSelection: (selection) => {
      const { selection: before } = get();
      if (before?.start !== selection?.start || before?.end !== selection?.end) set({ selection });
    },
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
    back: () => travel('backPlaces', 'forwardPlaces'),
    forward: () => travel('forwardPlaces', 'backPlaces'),
  };
};

/** Going somewhere from a place twice leads back to it once. */
function isSame(left: Place, right: Place): boolean {
  return 'section' in left && 'section' in right && left.section === right.section && left.offset === right.offset;
}
