import { ChevronRight, CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import styles from './outline-tree.module.css';

const words = messages.outline;

interface OutlineRowProps {
  plan: PlanDocument;
  section: PlanSection;
  count: number;
  /** How many of them have a doubtful place. */
  doubts?: number;
  /** The button that folds a branch. */
  chevron: ReactNode;
  isCurrent: boolean;
}

/** What stands in one row of the outline. */
export function OutlineRow({ plan, section, count, doubts = 0, chevron, isCurrent }: OutlineRowProps) {
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
