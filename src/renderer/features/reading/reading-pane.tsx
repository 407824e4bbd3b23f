import { useRef } from 'react';
import { messages } from '#messages/zh-CN';
import { errorSentence } from '../../store/notices.ts';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { PlanPage } from './plan-page.tsx';
import styles from './reading-pane.module.css';
import { useReadingStyle } from './reading-style.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { useHighlights } from './use-highlights.ts';
import { usePagePortions } from './use-page-portions.ts';
import { useReadingPosition } from './use-reading-position.ts';
import { useSeenSections } from './use-seen-sections.ts';
import { useSelectAll } from './use-select-all.ts';
import { useSelectionMode } from './use-selection-mode.ts';
import { useTextSelection } from './use-text-selection.ts';

const words = messages.reading;
/** Older engines scroll a pane by keyboard only when it can be focused. */
const scrollsByKeyboard = { tabIndex: 0 } as const;

/** The middle pane: the plan's text, painted annotations and the tools for a selection. */
export function ReadingPane() {
  const plan = useApp((state) => state.plan);
  const error = useApp((state) => state.planError);
  const notes = usePlacedNotes();
  const pane = useRef<HTMLElement>(null);
  const { portions, isComplete } = usePagePortions(plan);
  // What goes by the text in the page needs all of it.
  const whole = isComplete ? plan : null;
  useHighlights(pane, whole, notes);
  useReadingPosition(pane, plan, portions);
  useSeenSections(pane, plan, isComplete);
  useSelectAll(pane, whole);
  const chosen = useTextSelection(pane, whole, notes);
  const announcement = useSelectionMode(pane, whole, chosen.openForSelection);
  const style = useReadingStyle();

  return (
    <main
      ref={pane}
      className={styles.pane}
      aria-label={words.pane}
      data-pane="reading"
      {...scrollsByKeyboard}
      style={style}
      {...chosen.events}
    >
      {plan === null || portions.to === 0 ? null : <PlanPage plan={plan} portions={portions} />}
      {error === null ? null : (
        <div className={styles.failed} role="alert">
          <h2>{words.failedTitle}</h2>
          <p>{errorSentence(error)}</p>
          {error.detail === undefined ? null : <p className={styles.detail}>{error.detail}</p>}
        </div>
      )}
      {plan === null || chosen.target === null ? null : (
        <SelectionToolbar plan={plan} target={chosen.target} onClose={chosen.close} />
      )}
      <div className="visually-hidden" role="status">
        {announcement}
      </div>
      {announcement === '' ? null : (
        <div className={styles.mode} aria-hidden>
          {announcement}
        </div>
      )}
    </main>
  );
}
