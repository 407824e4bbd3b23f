import type { Slice } from './app-store.ts';
import { inTurn } from './in-turn.ts';

/** Many writes, one after the other, while the window stays usable. */
export interface BulkWorkSlice {
  /** How far the writes under way are; null while there are none, or only a few. */
  bulkWork: { done: number; total: number } | null;
  /**
   * Does `work` with each item and shows what it saves together, a few times a second. Answers whether it came to the end:
   * the reader may stop it, and the items that were not begun then stay as they are.
   */
  workThrough: <Item>(items: readonly Item[], work: (item: Item) => Promise<void>) => Promise<boolean>;
  stopBulkWork: () => void;
}

/** Fewer than this many writes are done before anybody looks. */
const few = 20;
/** Time between two reports of the progress, ms. */
const pace = 100;

export const bulkWorkSlice: Slice<BulkWorkSlice> = () => (set, get) => {
  let isStopped = false;
  return {
    bulkWork: null,
    workThrough: async (items, work) => {
      const total = items.length;
      let done = 0;
      let said = 0;
      isStopped = false;
      const report = () => {
        done += 1;
        if (total < few || performance.now() - said < pace) return;
        said = performance.now();
        set({ bulkWork: { done, total } });
      };
      try {
        await get().showTogether(() =>
          inTurn(items, async (item) => {
            if (isStopped) return;
            await work(item);
            report();
          }),
        );
      } finally {
        set({ bulkWork: null });
      }
      return done === total;
    },
    stopBulkWork: () => {
      isStopped = true;
    },
  };
};
