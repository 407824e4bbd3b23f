import { ChevronRight, CircleHelp } from 'lucide-react';
import { createContext, memo, useContext } from 'react';
import { isMissing, type PlanDocument, type PlanSection } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import type { CountSelector } from './count-notes.ts';
import type { OutlineLine } from './outline-lines.ts';
import styles from './outline-tree.module.css';

const words = messages.outline;

/** How many annotations sections have, and how many of them have a doubtful place. */
export const OutlineCounts = createContext<{ selectCounts: CountSelector; selectDoubts: CountSelector } | null>(null);

/** CSS pixels of a line; a chapter has some room above it. */
export function lineHeight(section?: PlanSection): number {
  return rowHeight + (section?.level === 1 ? chapterGap : 0);
}

const rowHeight = 30;
const chapterGap = 6;

export function branchState({ hasChildren, isExpanded }: OutlineLine): 'open' | 'closed' | undefined {
  if (!hasChildren) return undefined;
  return isExpanded ? 'open' : 'closed';
}

interface OutlineRowProps {
  plan: PlanDocument;
  line: OutlineLine | undefined;
  index: number;
  /** Where its lower edge is in the tree, CSS pixels. */
  bottom: number;
  isTabStop: boolean;
}

export const OutlineRow = memo(function OutlineRow({ plan, line, index, bottom, isTabStop }: OutlineRowProps) {
  if (line === undefined) return null;
  const { section, depth, siblings, position, hasChildren, isExpanded } = line;
  return (
    <div
      role="treeitem"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={sectionTitle(plan, section)}
      aria-level={depth}
      aria-setsize={siblings}
      aria-posinset={position}
      aria-expanded={hasChildren ? isExpanded : undefined}
      className={styles.row}
      style={{ top: bottom - rowHeight }}
      data-index={index}
      data-key={section.id}
      data-level={section.level}
      data-branch={branchState(line)}
      data-missing={isMissing(section) || undefined}
    >
      <OutlineWords plan={plan} line={line} />
    </div>
  );
});

/**
 * What stands in one row of the outline. It asks for what changes in it by itself: the tree would otherwise be made anew at
 * each annotation and each step of the reading position.
 */
export function OutlineWords({ plan, line: { section, hasChildren } }: { plan: PlanDocument; line: OutlineLine }) {
  const isCurrent = useApp((state) => state.currentSection === section.id);
  const counts = useContext(OutlineCounts);
  return (
    <>
      {hasChildren ? (
        <span className={styles.chevron} aria-hidden data-chevron>
          <ChevronRight size={14} strokeWidth={1.75} />
        </span>
      ) : null}
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

/** The heading; for a numbered paragraph without one its first words; for a missing one the statement that it is. */
function headingWords(plan: PlanDocument, section: PlanSection): string {
  if (section.heading !== undefined) return section.heading;
  if (section.headingBlock === undefined) return section.level === 1 ? words.missingChapter : words.missingSection;
  return plan.blocks[section.headingBlock]?.text.slice(section.ordinal.length) ?? '';
}

export function sectionTitle(plan: PlanDocument, section: PlanSection): string {
  return `${section.ordinal}${headingWords(plan, section)}`;
}
