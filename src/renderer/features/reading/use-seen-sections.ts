import { type RefObject, useEffect } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { useAppStore } from '../../store/use-app.ts';

/** So long a section stays on the screen before it counts as seen, ms: what only rushes by does not. */
const dwell = 500;

/**
 * Remembers which sections were on the screen: by their headings, and by what is being read where a heading is far above. The
 * headings that come little by little are watched together once all are there.
 */
export function useSeenSections(
  pane: RefObject<HTMLElement | null>,
  plan: PlanDocument | null,
  { isThere, isComplete }: { isThere: boolean; isComplete: boolean },
): void {
  const store = useAppStore();
  const document = plan?.id;
  useEffect(() => {
    if (document !== undefined) void store.getState().loadReadSections(document);
  }, [store, document]);

  useEffect(() => {
    const scroller = pane.current;
    if (scroller === null || plan === null || !isThere) return undefined;
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const leave = (key: string) => {
      clearTimeout(timers.get(key));
      timers.delete(key);
    };
    const stay = (key: string, section: string) => {
      leave(key);
      timers.set(
        key,
        setTimeout(() => store.getState().sectionsSeen(plan, [section]), dwell),
      );
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const { section } = (target as HTMLElement).dataset;
          if (section === undefined) continue;
          if (isIntersecting) stay(section, section);
          else leave(section);
        }
      },
      { root: scroller },
    );
    for (const heading of scroller.querySelectorAll('[data-section]')) observer.observe(heading);
    const current = 'current section';
    const follow = (section: string | null) => (section === null ? leave(current) : stay(current, section));
    follow(store.getState().currentSection);
    const unsubscribe = store.subscribe((state, before) => {
      if (state.currentSection !== before.currentSection) follow(state.currentSection);
    });
    return () => {
      unsubscribe();
      observer.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [pane, plan, isThere, isComplete, store]);
}
