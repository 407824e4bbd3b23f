import { evidenceOf, rememberPlace } from '#core/anchoring/place-annotations';
import type { AnchoringClient, StartAnchoring } from '../workers/anchoring/anchoring-client.ts';
import type { Slice } from './app-store.ts';
import { placedAnnotations } from './placed-annotations.ts';

export interface AnchoringSlice {
  /** Annotations that the open text does not know are being looked for in it; null when all places are known. */
  locating: { done: number; total: number } | null;
  /** A new object whenever more places are known. */
  places: object;
}

/** So many more places are shown at once, or a quarter more: each time, cards, marks and highlights are made anew. */
const portion = 200;

/** `start` is an argument so that the slice is testable without a worker. */
export function createAnchoringSlice(start: StartAnchoring): Slice<AnchoringSlice> {
  return () => (set, get, store) => {
    let client: AnchoringClient | undefined;
    const locate = () => {
      const { plan, locating } = get();
      const passages = placedAnnotations(get())
        .filter(({ state }) => state === 'locating')
        .map(({ annotation }) => evidenceOf(annotation));
      const total = passages.length;
      if (plan === null || total === 0) {
        if (locating !== null) set({ locating: null });
        return;
      }
      client ??= start();
      set({ locating: { done: 0, total } });
      let shown = 0;
      client.locate(plan, passages, (from, anchorings) => {
        anchorings.forEach((anchoring, index) => {
          const passage = passages[from + index];
          if (passage !== undefined) rememberPlace(plan, passage, anchoring);
        });
        const done = from + anchorings.length;
        const isDone = done === total;
        const isWorthShowing = isDone || done >= shown + Math.max(portion, shown / 4);
        if (isWorthShowing) shown = done;
        set({ ...(isWorthShowing ? { places: {} } : {}), locating: isDone ? null : { done, total } });
        if (isDone) performance.mark('annotations-located');
      });
    };
    store.subscribe((state, before) => {
      if (state.plan !== before.plan || state.annotations !== before.annotations) locate();
    });
    return { locating: null, places: {} };
  };
}
