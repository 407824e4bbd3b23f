import { type RefObject, useEffect } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { useAppStore } from '../../store/use-app.ts';
import { createStays } from './section-stays.ts';

/**
 * Remembers which sections were on the screen: by their headings, once all of them are in the page, and by what is being read,
 * whose heading may be far above.
 */
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
    if (plan === null) return undefined;
    const stays = createStays((sections) => store.getState().sectionsSeen(plan, sections));
    const follow = (section: string | null) => {
      stays.end();
      if (section !== null) stays.begin(section);
    };
    follow(store.getState().currentSection);
    const unsubscribe = store.subscribe((state, before) => {
      if (state.currentSection !== before.currentSection) follow(state.currentSection);
    });
    return () => {
      unsubscribe();
      stays.end();
    };
  }, [plan, store]);

  useEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null || !isComplete) return undefined;
    const stays = createStays((sections) => store.getState().sectionsSeen(plan, sections));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const { section = '' } = (target as HTMLElement).dataset;
          if (isIntersecting) stays.begin(section);
          else stays.end(section);
        }
      },
      { root: scroller },
    );
    for (const heading of scroller.querySelectorAll('[data-section]')) observer.observe(heading);
    return () => {
      observer.disconnect();
      stays.end();
    };
  }, [pane, plan, isComplete, store]);
}
