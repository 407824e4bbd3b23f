import { type RefObject, useEffect } from 'react';
import { sectionDigests } from '#core/overview/section-digest';
import type { PlanDocument } from '#core/plan/plan';
import { isLedgerAlone } from '../../store/ledger.ts';
import { readDigests } from '../../store/read-sections.ts';
import { useAppStore } from '../../store/use-app.ts';
import { blocksInSight, followBlocks } from './blocks-in-sight.ts';
import { createStays } from './section-stays.ts';

/** Remembers which sections were read, by what of them was on the screen and for how long, once all of the text is in the page. */
export function useSeenSections(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  isComplete: boolean,
): void {
  const store = useAppStore();
  const document = plan?.id;
  useEffect(() => {
    if (document !== undefined) void store.getState().loadReadSections(document);
  }, [store, document]);

  useEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null || !isComplete) return undefined;
    const inView = new Set<HTMLElement>();
    const digests = sectionDigests(plan);
    const stays = createStays(plan, {
      // Asking the page where things are lays it out: not while the text is not to be seen anyway.
      look: () => (isLedgerAlone(store.getState()) ? null : blocksInSight(scroller, inView)),
      isRead: (section) => readDigests(store.getState()).has(digests.get(section) ?? ''),
      onRead: (sections) => store.getState().sectionsSeen(plan, sections),
    });
    const endFollowing = followBlocks(scroller, inView, stays.begin);
    return () => {
      endFollowing();
      stays.end();
    };
  }, [pane, plan, isComplete, store]);
}
