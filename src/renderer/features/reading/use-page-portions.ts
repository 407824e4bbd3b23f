import { useEffect, useState } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import type { AppStore } from '../../store/app-store.ts';
import type { Place } from '../../store/navigation.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { firstPortions, isLong, isWhole, morePortions, type PortionRange, portionAt } from './page-portions.ts';
import { blockOf, requestedPlace, sectionOf } from './requested-place.ts';

const nothing: PortionRange = { from: 0, to: 0 };

/** What of the text is in the page: what is near the last position at once, of a long text the rest little by little. */
export function usePagePortions(plan: PlanDocument | null): { portions: PortionRange; isComplete: boolean } {
  const store = useAppStore();
  const [shown, setShown] = useState(() => ({ plan, portions: initialPortions(store, plan) }));
  const isLeft = useApp((state) => state.isTextLeft) && plan !== null && isLong(plan);
  let { portions } = shown;
  if (shown.plan !== plan || (isLeft && portions !== nothing)) {
    // Thousands of paragraphs are taken away by themselves before others come, and these not together with the outline.
    const isByItself = [shown.plan, plan].some((text) => text !== null && isLong(text));
    portions = isByItself ? nothing : initialPortions(store, plan);
    setShown({ plan, portions });
  }
  const isComplete = plan === null || isWhole(plan, portions);
  useEffect(() => {
    if (plan === null || isComplete || isLeft) return undefined;
    const more = () => (portions === nothing ? initialPortions(store, plan) : morePortions(plan, portions));
    const timer = setTimeout(() => setShown((now) => (now.portions === portions ? { plan, portions: more() } : now)));
    return () => clearTimeout(timer);
  }, [plan, isComplete, isLeft, portions, store]);
  // What is asked for comes first.
  useEffect(() => {
    if (plan === null || isComplete) return undefined;
    return store.subscribe((state, before) => {
      const place = requestedPlace(state, before);
      const at = place === undefined ? undefined : portionOf(plan, place);
      if (at === undefined) return;
      setShown((now) =>
        now.plan === plan && (at < now.portions.from || at >= now.portions.to)
          ? { plan, portions: firstPortions(plan, at) }
          : now,
      );
    });
  }, [plan, isComplete, store]);
  return { portions, isComplete };
}

export function initialPortions(store: AppStore, plan: PlanDocument | null): PortionRange {
  if (plan === null) return nothing;
  const { position } = store.getState().view;
  return firstPortions(plan, (position?.document === plan.id ? portionOf(plan, position) : undefined) ?? 0);
}

function portionOf(plan: PlanDocument, place: Place): number | undefined {
  return portionAt(plan, { section: sectionOf(plan, place), block: blockOf(plan, place) });
}
