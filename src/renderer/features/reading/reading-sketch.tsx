import { useLayoutEffect, useRef } from 'react';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { PlanPage } from './plan-page.tsx';
import styles from './reading-pane.module.css';
import { useReadingStyle } from './reading-style.ts';
import { initialPortions } from './use-page-portions.ts';
import { restorePosition } from './use-reading-position.ts';

/** The text near the last position, for the first frame: no marks, no tools. */
export function ReadingSketch() {
  const store = useAppStore();
  const plan = useApp((state) => state.plan);
  const pane = useRef<HTMLDivElement>(null);
  const style = useReadingStyle();
  useLayoutEffect(() => {
    if (pane.current !== null && plan !== null) restorePosition(pane.current, plan, store.getState());
  }, [plan, store]);
  return (
    <div ref={pane} className={styles.pane} style={style}>
      {plan === null ? null : <PlanPage plan={plan} portions={initialPortions(store, plan)} />}
    </div>
  );
}
