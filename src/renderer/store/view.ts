import { defaultViewState, type ViewState } from '#core/settings/settings';
import type { Slice } from './app-store.ts';

export interface ViewSlice {
  view: ViewState;
  loadView: () => Promise<void>;
  changeView: (change: Partial<Omit<ViewState, 'schema'>>) => void;
  /** Writes the view state now, if it changed since the last time. */
  flushView: () => Promise<void>;
}

/** Scrolling and dragging change the view many times a second; it is written when they pause, ms. */
const pause = 400;

export const viewSlice: Slice<ViewSlice> = (api) => (set, get) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    await api['viewState.write'](get().view);
  };
  return {
    view: defaultViewState,
    loadView: async () => {
      const answer = await api['viewState.read'](null);
      if (answer.ok) set({ view: answer.value });
    },
    changeView: (change) => {
      set({ view: { ...get().view, ...change } });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pause);
    },
    flushView: flush,
  };
};
