import { ChevronRight, CircleHelp } from 'lucide-react';
import { createContext, memo, useContext } from 'react';
import type { SectionTallies, TaskTally } from '#core/ledger/task-standing';
import { isMissing, type PlanDocument, type PlanSection } from '#core/plan/plan';
import { sectionTitle as titleOf } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import { useApp } from '../../store/use-app.ts';
import { TaskGlyph } from '../../ui/task-glyph.tsx';
import type { CountSelector } from './count-notes.ts';
import type { OutlineLine } from './outline-lines.ts';
import styles from './outline-tree.module.css';

const words = messages.outline;

export interface CountSelectors {
  selectCounts: CountSelector;
  selectDoubts: CountSelector;
  selectHits: CountSelector;
  selectTallies: (state: AppState) => ReadonlyMap<string, SectionTallies>;
}

/** How many annotations sections have, how many of them have a doubtful place, how their tasks stand, and how many places the search has found. */
export const OutlineCounts = createContext<CountSelectors | null>(null);

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
  /** It is being read, or in it what is folded away. */
  isCurrent: boolean;
  isTabStop: boolean;
}

export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  return props.line === undefined ? null : <Row {...props} line={props.line} />;
});

/** It asks for its numbers by itself: the tree would otherwise be made anew at each annotation. */
function Row({ plan, line, index, bottom, isCurrent, isTabStop }: OutlineRowProps & { line: OutlineLine }) {
  const { section, depth, siblings, position, hasChildren, isExpanded } = line;
  const numbers = useNumbers(section.id, hasChildren && !isExpanded);
  return (
    <div
      role="treeitem"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={[sectionTitle(plan, section), ...namesOf(numbers)].join('，')}
      aria-current={isCurrent ? 'location' : undefined}
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
      <Numbers {...numbers} />
    </div>
  );
}

/** What the text says of a section. */
export function OutlineWords({ plan, line: { section, hasChildren } }: { plan: PlanDocument; line: OutlineLine }) {
  const title = sectionTitle(plan, section);
  return (
    <>
      {hasChildren ? (
        <span className={styles.chevron} aria-hidden data-chevron>
          <ChevronRight size={14} strokeWidth={1.75} />
        </span>
      ) : null}
      <span className={styles.ordinal}>{section.ordinal}</span>
      <span className={styles.title} title={title}>
        {title.slice(section.ordinal.length)}
      </span>
    </>
  );
}

interface RowNumbers {
  hits: number;
  notes: number;
  doubts: number;
  tasks: TaskTally | undefined;
}

/** `isFolded`: the tasks below it are shown with it. */
function useNumbers(id: string, isFolded: boolean): RowNumbers {
  const counts = useContext(OutlineCounts);
  const notes = useApp((state) => counts?.selectCounts(state).get(id) ?? 0);
  const doubts = useApp((state) => counts?.selectDoubts(state).get(id) ?? 0);
  const hits = useApp((state) => counts?.selectHits(state).get(id) ?? 0);
  const tasks = useApp((state) => {
    const tallies = counts?.selectTallies(state).get(id);
    return isFolded ? tallies?.all : tallies?.own;
  });
  return { hits, notes, doubts, tasks };
}

function namesOf({ hits, notes, doubts, tasks }: RowNumbers): string[] {
  return [
    ...(hits > 0 ? [words.hitCount(hits)] : []),
    ...(doubts > 0 ? [words.doubtCount(doubts)] : []),
    ...(tasks === undefined ? [] : [nameOf(tasks)]),
    ...(notes > 0 ? [words.noteCount(notes)] : []),
  ];
}

function nameOf({ count, worst }: TaskTally): string {
  return words.taskCount(count, messages.ledger.standings[worst]);
}

function Numbers({ hits, notes, doubts, tasks }: RowNumbers) {
  return (
    <>
      {hits > 0 ? (
        <span className={styles.hits} role="img" aria-label={words.hitCount(hits)} title={words.hitCount(hits)}>
          {hits}
        </span>
      ) : null}
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
      {tasks === undefined ? null : (
        <span className={styles.tasks} role="img" aria-label={nameOf(tasks)} title={nameOf(tasks)}>
          <TaskGlyph standing={tasks.worst} size={13} />
          {tasks.count > 1 ? tasks.count : null}
        </span>
      )}
      {notes > 0 ? (
        <span className={styles.count} role="img" aria-label={words.noteCount(notes)}>
          {notes}
        </span>
      ) : null}
    </>
  );
}

export function sectionTitle(plan: PlanDocument, section: PlanSection): string {
  return titleOf(plan, section, { chapter: words.missingChapter, section: words.missingSection });
}

/** Of the tree and of its sketch. */
export function outlineClass(plan: PlanDocument): string {
  return `${styles.tree} ${plan.sections.some(({ level }) => level > 2) ? styles.deep : ''}`;
}
