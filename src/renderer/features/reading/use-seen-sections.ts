import { type RefObject, useEffect } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { useAppStore } from '../../store/use-app.ts';

/** So long a section stays on the screen before it counts as seen, ms: what only rushes by does not. */
const dwell = 500;

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
    const stays = createStays((section) => store.getState().sectionsSeen(plan, [section]));
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
    const stays = createStays((section) => store.getState().sectionsSeen(plan, [section]));
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

/** Waits for each section whether it stays; `end` without one is the end of all. */
function createStays(onStay: (section: string) => void) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const end = (section: string) => {
    clearTimeout(timers.get(section));
    timers.delete(section);
  };
  return {
    begin: (section: string) => {
      end(section);
      timers.set(
        section,
        setTimeout(() => onStay(section), dwell),
      );
    },
    end: (section?: string) => {
      for (const each of section === undefined ? [...timers.keys()] : [section]) end(each);
    },
  };
}
