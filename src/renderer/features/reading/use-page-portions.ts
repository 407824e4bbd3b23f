import { useEffect, useState } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import type { AppStore } from '../../store/app-store.ts';
import { useAppStore } from '../../store/use-app.ts';
import { firstSections, isWhole, moreSections, type SectionRange } from './page-sections.ts';
import { requestedPlace, sectionOf } from './requested-place.ts';

const nothing: SectionRange = { from: 0, to: 0 };

/** Which sections are in the page: those near the last position at once, of a long text the others little by little. */
export function usePageSections(plan: PlanDocument | null): { sections: SectionRange; isComplete: boolean } {
  const store = useAppStore();
  const [shown, setShown] = useState(() => ({ plan, sections: initialSections(store, plan) }));
  let { sections } = shown;
  if (shown.plan !== plan) {
    sections = initialSections(store, plan);
    setShown({ plan, sections });
  }
  const isComplete = plan === null || isWhole(plan, sections);
  useEffect(() => {
    if (plan === null || isComplete) return undefined;
    const timer = setTimeout(() =>
      setShown((now) => (now.sections === sections ? { plan, sections: moreSections(plan, sections) } : now)),
    );
    return () => clearTimeout(timer);
  }, [plan, isComplete, sections]);
  // What is asked for comes first.
  useEffect(() => {
    if (plan === null || isComplete) return undefined;
    return store.subscribe((state, before) => {
      const place = requestedPlace(state, before);
      const id = place === undefined ? undefined : sectionOf(plan, place);
      if (id === undefined) return;
      setShown((now) => (now.plan === plan && !holds(plan, now.sections, id) ? startingAt(plan, id) : now));
    });
  }, [plan, isComplete, store]);
  return { sections, isComplete };
}

export function initialSections(store: AppStore, plan: PlanDocument | null): SectionRange {
  if (plan === null) return nothing;
  const { position } = store.getState().view;
  return firstSections(plan, position?.document === plan.id ? position.section : undefined);
}

function holds(plan: PlanDocument, { from, to }: SectionRange, id: string): boolean {
  return plan.sections.slice(from, to).some((section) => section.id === id);
}

function startingAt(plan: PlanDocument, id: string) {
  return { plan, sections: firstSections(plan, id) };
}
