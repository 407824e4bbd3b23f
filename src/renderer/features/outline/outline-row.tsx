import { ChevronRight, CircleHelp } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';
import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import type { CountSelector } from './count-notes.ts';
import styles from './outline-tree.module.css';

const words = messages.outline;

interface OutlineRowProps {
  plan: PlanDocument;
  section: PlanSection;
  /** The button that folds a branch. */
  chevron: ReactNode;
}

/** How many annotations sections have, and how many of them have a doubtful place. */
export const OutlineCounts = createContext<{ selectCounts: CountSelector; selectDoubts: CountSelector } | null>(null);

/**
 * What stands in one row of the outline. A row asks for what changes in it by itself: the tree would otherwise be made anew,
 * which takes many frames, at each annotation and each step of the reading position.
 */
export function OutlineRow({ plan, section, chevron }: OutlineRowProps) {
  const isCurrent = useApp((state) => state.currentSection === section.id);
  const counts = useContext(OutlineCounts);
  return (
    <>
      {chevron}
      <span className={styles.ordinal}>{section.ordinal}</span>
      <span
        className={styles.title}
        title={sectionTitle(plan, section)}
        aria-current={isCurrent ? 'location' : undefined}
      >
        {headingWords(plan, section)}
      </span>
      {counts === null ? null : <RowCounts id={section.id} {...counts} />}
    </>
  );
}

interface RowCountsProps {
  id: string;
  selectCounts: CountSelector;
  selectDoubts: CountSelector;
}

function RowCounts({ id, selectCounts, selectDoubts }: RowCountsProps) {
  const count = useApp((state) => selectCounts(state).get(id) ?? 0);
  const doubts = useApp((state) => selectDoubts(state).get(id) ?? 0);
  return (
    <>
      {doubts > 0 ? (
        <span
          className={styles.doubt}
          role="img"
          aria-label={words.doubtCount(doubts)}
          title={words.doubtCount(doubts)}
        >
          <CircleHelp size={13} strokeWidth={1.75} />
        </span>
      ) : null}
      {count > 0 ? (
        <span className={styles.count} role="img" aria-label={words.noteCount(count)}>
          {count}
        </span>
      ) : null}
    </>
  );
}

export function Chevron() {
  return <ChevronRight size={14} strokeWidth={1.75} />;
}

/** The heading; for a numbered paragraph without one its first words; for a missing one the statement that it is. */
function headingWords(plan: PlanDocument, section: PlanSection): string {
  if (section.heading !== undefined) return section.heading;
  if (section.headingBlock === undefined) return section.level === 1 ? words.missingChapter : words.missingSection;
  return plan.blocks[section.headingBlock]?.text.slice(section.ordinal.length) ?? '';
}

export function sectionTitle(plan: PlanDocument, section: PlanSection): string {
  return `${section.ordinal}${headingWords(plan, section)}`;
}
